//! Somebody leaves while money comes in and is asked back.

use crate::reports::{client, sent};
use crate::{all_is_well, code, own_id};
use meent_simulators::PaymentProvider;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::{Browser, Stage};
use serde_json::json;

const ROUNDS: usize = 3;
/// Several, so that each round finds another interleaving.
const WHO: [&str; 4] = ["85073003328", "79031412766", "88120530225", "55011904463"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_leaves_money_behind() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    for _ in 0..ROUNDS {
        for citizen in WHO {
            leaves(&stage, citizen, &mut dice).await;
        }
    }
    all_is_well(&stage).await;
}

async fn leaves(stage: &Stage, citizen: &str, dice: &mut Dice) {
    let mut phone = stage.resident(citizen).await;
    let had = [0, dice.cents(5_000)][dice.below(2)];
    if had > 0 {
        stage.top_up(&mut phone, had.max(5)).await;
    }
    let cents = dice.cents(2_000).max(5);
    let id = stage.order(&mut phone, cents).await;
    stage.pay(&id);
    let version = phone.get("/api/consent").await.json(200)["textVersion"].clone();
    let owner = own_id(&phone);
    let no = json!({ "decision": "no", "textVersion": version, "language": "nl" });
    let (mut one, mut two, mut three) = (phone.window(), phone.window(), phone.window());
    let delays = [dice.below(30), dice.below(30), dice.below(30), dice.below(30)];
    let left = async {
        after(delays[0]).await;
        // "Busy" and "changed meanwhile" are tried again, as the page does.
        while let Err(why) = code(&one.post("/api/consent", no.clone()).await) {
            assert!(["busy", "changed-meanwhile"].contains(&why.as_str()), "{why}");
        }
    };
    let reported = async {
        after(delays[1]).await;
        for report in stage.bank().webhooks(PaymentProvider::Worldline) {
            let status = sent(&client(), &report).await;
            assert!(status == 204 || status == 409, "{status}");
        }
    };
    let asked = async {
        after(delays[2]).await;
        let key = intention();
        let _ = code(&two.intend("/api/wallet/refunds", &key, &json!({ "amountCents": had.max(1) / 2 + 1 })).await);
    };
    let came_back = async {
        after(delays[3]).await;
        let _ = code(&three.post(&format!("/api/wallet/top-ups/{id}/outcome"), json!({})).await);
    };
    let delivered = async { stage.town.deliver().await.expect("delivered") };
    futures::join!(left, reported, asked, came_back, delivered);
    // Whoever was told "busy" comes again, and jobs that met each other are tried again.
    stage.bank().deliver_webhooks().await;
    for _ in 0..3 {
        stage.wait_minutes(6);
        stage.town.sweep().await.expect("swept");
        stage.town.deliver().await.expect("delivered");
    }
    let account = stage.account(&owner).await;
    assert_eq!(account.balance, 0, "something stayed behind after {delays:?}");
    gone(&mut phone).await;
}

async fn gone(phone: &mut Browser) {
    assert_eq!(phone.get("/api/wallet").await.problem(401), "session-ended");
}

/// Some turns later: no time passes.
async fn after(turns: usize) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}
