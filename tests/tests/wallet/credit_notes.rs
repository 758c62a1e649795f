//! W-11, W-17: what goes back of an invoiced payment is taken back on paper, once.

use crate::papers::{document, give_address};
use crate::parked::{at_work_again, clerk};
use crate::refunds::{ask, decide, soon, waiting};
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage, invariants};
use serde_json::{Value, json};

async fn invoiced(stage: &Stage, phone: &mut Browser, cents: i64) -> String {
    let id = stage.order_invoiced(phone, cents).await;
    stage.pay(&id);
    stage.bank().deliver_webhooks().await;
    stage.town.deliver().await.expect("delivered");
    stage.wait_minutes(1);
    id
}

/// Asked back, approved, and sent as far as the provider takes it.
async fn sent_back(stage: &Stage, phone: &mut Browser, cents: i64) -> String {
    let asked = ask(phone, cents).await.json(201);
    let mut desk = at_work_again(stage).await;
    let refund = waiting(&mut desk, "asked").await;
    decide(&mut desk, &refund, "approve", None).await.json(200);
    soon(stage).await;
    asked["id"].as_str().expect("an id").to_owned()
}

async fn notes(desk: &mut Browser) -> Vec<Value> {
    let list = desk.get("/api/staff/papers?kind=credit-note").await.json(200);
    list["items"].as_array().expect("a list").clone()
}

async fn ubl(browser: &mut Browser, path: &str) -> String {
    String::from_utf8(document(browser, &format!("{path}?form=ubl")).await).expect("text")
}

#[tokio::test]
async fn what_goes_back_of_an_invoice_has_its_credit_note() {
    let stage = Stage::new().await;
    clerk(&stage).await;
    let mut phone = stage.resident(ZOE).await;
    give_address(&stage, &mut phone).await;
    let invoice = invoiced(&stage, &mut phone, 2500).await;
    stage.top_up(&mut phone, 1000).await;
    let refund = sent_back(&stage, &mut phone, 3000).await;

    let mut desk = at_work_again(&stage).await;
    let made = notes(&mut desk).await;
    let [note] = made.as_slice() else { panic!("one, for the invoice alone: {made:?}") };
    assert_eq!(
        (&note["number"], &note["amountCents"], &note["payment"], &note["ready"], &note["ubl"]),
        (&json!("C2026-000001"), &json!(2000), &json!(invoice), &json!(true), &json!(true))
    );
    let shown = desk.get(&format!("/api/staff/refunds/{refund}")).await.json(200);
    let numbers: Vec<&Value> =
        shown["parts"].as_array().expect("parts").iter().map(|part| &part["creditNote"]).collect();
    assert_eq!(numbers, [&Value::Null, &json!("C2026-000001")]);

    let page = phone.get("/api/wallet/transactions").await.json(200);
    assert_eq!(page["items"][0]["creditNotes"], json!(["C2026-000001"]));
    assert_eq!(page["items"][1]["creditNotes"], json!([]));
    let path = "/api/wallet/credit-notes/C2026-000001";
    assert!(document(&mut phone, path).await.starts_with(b"%PDF-"));
    let own = ubl(&mut phone, path).await;
    for part in ["<cbc:CreditNoteTypeCode>381", "C2026-000001", "F2026-000001", "0123456749", "20.00"] {
        assert!(own.contains(part), "{part}: {own}");
    }
    assert_eq!(ubl(&mut desk, "/api/staff/papers/C2026-000001").await, own);
    // One's own credit notes alone: others' papers, and papers of another kind, are none.
    let mut marie = stage.resident(MARIE).await;
    assert_eq!(marie.get(path).await.problem(404), "not-found");
    for none in ["F2026-000001", "K2026-000001", "C2026-000002", "x", "..%2Fhome"] {
        assert_eq!(phone.get(&format!("/api/wallet/credit-notes/{none}")).await.problem(404), "not-found");
    }
    let mails = stage.town.simulators.mails();
    let letter = mails.iter().find(|mail| mail.subject.starts_with("Uw creditnota")).expect("a letter");
    assert_eq!(letter.subject.replace('\u{a0}', " "), "Uw creditnota van € 20,00");
    let text = letter.text.clone().expect("text");
    assert!(text.contains("F2026-000001") && text.contains("C2026-000001") && text.contains("/wallet/transactions"));
    let held = phone.get("/api/profile/data").await.json(200);
    assert_eq!(held["wallet"]["refunds"][0]["creditNotes"], json!(["C2026-000001"]));
    invariants::hold(&stage);

    // What is left of the invoice goes back later: another note, on the same invoice.
    sent_back(&stage, &mut phone, 500).await;
    let mut desk = at_work_again(&stage).await;
    let made = notes(&mut desk).await;
    let of: Vec<(&Value, &Value)> = made.iter().map(|note| (&note["number"], &note["amountCents"])).collect();
    assert_eq!(of, [(&json!("C2026-000002"), &json!(500)), (&json!("C2026-000001"), &json!(2000))]);
    invariants::hold(&stage);
}

#[tokio::test]
async fn what_is_paid_by_hand_stands_for_the_payment_that_refused() {
    let stage = Stage::new().await;
    clerk(&stage).await;
    let mut phone = stage.resident(ZOE).await;
    let invoice = invoiced(&stage, &mut phone, 1000).await;
    stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::RefundRefused, None);
    sent_back(&stage, &mut phone, 600).await;
    let mut desk = at_work_again(&stage).await;
    let stuck = waiting(&mut desk, "stuck").await;
    assert!(notes(&mut desk).await.is_empty(), "nothing went back");
    let paid = decide(&mut desk, &stuck, "paid-by-hand", Some("Overgeschreven op 21/11")).await.json(200);
    let states: Vec<&Value> = paid["parts"].as_array().expect("parts").iter().map(|part| &part["state"]).collect();
    assert_eq!(states, ["released", "by-hand"]);
    stage.town.deliver().await.expect("delivered");
    let made = notes(&mut desk).await;
    assert_eq!((made.len(), &made[0]["amountCents"], &made[0]["payment"]), (1, &json!(600), &json!(invoice)));
    let text = ubl(&mut desk, "/api/staff/papers/C2026-000001").await;
    assert!(text.contains("name=\"overschrijving\"") && text.contains("6.00"), "{text}");
    invariants::hold(&stage);

    // The provider sends back no more than what is left of the payment.
    stage.bank().behave(PaymentProvider::Worldline);
    let mut phone = stage.sign_in("itsme", ZOE).await;
    sent_back(&stage, &mut phone, 400).await;
    assert_eq!(
        stage.bank().all(PaymentProvider::Worldline)[0].refunds.iter().filter(|r| r.amount.cents == 400).count(),
        1
    );
    assert_eq!(stage.balance(&mut phone).await, 0);
    invariants::hold(&stage);
}

#[tokio::test]
async fn what_is_paid_by_hand_for_a_private_person_has_none() {
    let stage = Stage::new().await;
    clerk(&stage).await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::RefundRefused, None);
    sent_back(&stage, &mut phone, 1000).await;
    let mut desk = at_work_again(&stage).await;
    let stuck = waiting(&mut desk, "stuck").await;
    decide(&mut desk, &stuck, "paid-by-hand", Some("Overgeschreven op 21/11")).await.json(200);
    stage.town.deliver().await.expect("delivered");
    assert!(notes(&mut desk).await.is_empty());
    invariants::hold(&stage);
}
