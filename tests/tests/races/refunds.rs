//! Two clerks at one refund.

use crate::{all_is_well, code};
use futures::future::join_all;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage};
use serde_json::{Value, json};

const REFUNDS: usize = 12;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn approved_and_refused_at_once_is_one_of_both() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let desk = stage.staff("finance").await;
    for _ in 0..3 {
        stage.top_up(&mut phone, 5_000).await;
    }
    let mut asked = vec![];
    for _ in 0..REFUNDS {
        let body = json!({ "amountCents": dice.cents(1_000) });
        let refund = phone.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
        asked.push((refund["id"].as_str().expect("an id").to_owned(), refund["amountCents"].as_i64().expect("cents")));
    }
    let desk_ = &desk;
    let decided = join_all(asked.iter().map(|(id, _)| async move {
        let (mut one, mut other, mut third) = (desk_.window(), desk_.window(), desk_.window());
        let (approve, refuse) = (json!({ "version": 1, "decision": "approve" }), refusal());
        let (a, b, c) = futures::join!(
            decide(&mut one, id, &approve),
            decide(&mut other, id, &refuse),
            decide(&mut third, id, &approve)
        );
        let taken: Vec<Value> = [a, b, c]
            .into_iter()
            .filter_map(|answer| {
                let late = ["changed-meanwhile", "refund-not-waiting", "busy"];
                answer.inspect_err(|why| assert!(late.contains(&why.as_str()), "{why}")).ok()
            })
            .collect();
        assert!(taken.len() <= 1, "{taken:?}");
        taken.first().map(|refund| refund["state"].as_str().expect("a state").to_owned())
    }))
    .await;

    let mut desk = desk;
    let mut back = 0;
    for ((id, cents), decided) in asked.iter().zip(decided) {
        let shown = desk.get(&format!("/api/staff/refunds/{id}")).await.json(200);
        let state = shown["state"].as_str().expect("a state");
        assert!(["asked", "approved", "refused"].contains(&state), "{shown}");
        // Who was told that it is done finds it so; who was told nothing of the kind finds it open.
        assert_eq!(state, decided.as_deref().unwrap_or("asked"), "{shown}");
        back += if state == "refused" { 0 } else { *cents };
    }
    assert_eq!(stage.balance(&mut phone).await, 15_000 - back);
    all_is_well(&stage).await;
    // Approved ones go back through the provider, whoever delivers meanwhile.
    let (one, other) = futures::join!(stage.town.deliver(), stage.town.deliver());
    one.and(other).expect("delivered");
    for _ in 0..8 {
        stage.wait_minutes(6);
        stage.town.deliver().await.expect("delivered");
    }
    let mut desk = stage.staff("finance").await;
    for (id, _) in &asked {
        let state = desk.get(&format!("/api/staff/refunds/{id}")).await.json(200)["state"].clone();
        assert!(["paid", "refused", "asked"].contains(&state.as_str().expect("a state")), "{state}");
    }
    all_is_well(&stage).await;
}

fn refusal() -> Value {
    json!({ "version": 1, "decision": "refuse", "reason": "Eerst het parkeren betalen." })
}

async fn decide(desk: &mut Browser, id: &str, decision: &Value) -> Result<Value, String> {
    code(&desk.post(&format!("/api/staff/refunds/{id}/decision"), decision.clone()).await)
}
