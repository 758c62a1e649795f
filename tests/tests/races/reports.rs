//! A thousand reports of one payment.

use crate::all_is_well;
use futures::StreamExt as _;
use meent_domain::payment::PaymentState;
use meent_domain::{Cents, PaymentId};
use meent_payments::{Because, settle};
use meent_simulators::{PaymentProvider, WebhookRequest};
use meent_store::payments::{self, Payment};
use meent_tests::Stage;
use meent_tests::dice::Dice;
use meent_tests::people::ZOE;
use serde_json::{Value, json};

const REPORTS: usize = 1_000;
const AT_ONCE: usize = 32;
/// The bank hesitates when this many have come, and agrees when that many have: those before come too early.
const PENDING_AFTER: usize = 150;
const PAID_AFTER: usize = 200;
const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

const TYPES: [&str; 8] = [
    "payment.created",
    "payment.redirected",
    "payment.pending_capture",
    "payment.captured",
    "payment.paid",
    "payment.rejected",
    "payment.cancelled",
    "payment.refunded",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_reports_credit_once() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 100).await;
    let (id, other) = (stage.order(&mut phone, 1250).await, stage.order(&mut phone, 700).await);
    let mut reports = variants(&stage, &id, &mut dice);
    dice.shuffle(&mut reports);
    let (stage_, reference, client) = (&stage, id.to_uppercase(), client());
    let sending = futures::stream::iter(reports.iter().enumerate()).map(|(number, report)| {
        let (client, reference) = (client.clone(), &reference);
        async move {
            match number {
                PENDING_AFTER => drop(stage_.bank().pend(WORLDLINE, reference).expect("open")),
                PAID_AFTER => drop(stage_.bank().settle(WORLDLINE, reference).expect("pending")),
                _ => {}
            }
            let status = sent(&client, &report.request).await;
            // A provider that is told "busy" comes again.
            let expected: &[u16] = if report.genuine { &[204, 409] } else { &[401] };
            assert!(expected.contains(&status), "{status} for {}", report.request.body);
        }
    });
    sending.buffer_unordered(AT_ONCE).for_each(|()| async {}).await;
    assert_eq!(stage.balance(&mut phone).await, 100 + 1250);
    let list = phone.get("/api/wallet/transactions").await.json(200);
    assert_eq!(list["count"], 2, "{list}");
    // What the provider itself has to tell changes nothing either, and of the other order nobody spoke.
    assert_eq!(stage.bank().deliver_webhooks().await.failed, 0);
    assert_eq!(stage.balance(&mut phone).await, 100 + 1250);
    assert_eq!(stage.outcome(&mut phone, &other).await["state"], "open");
    all_is_well(&stage).await;
}

/// "It waits" and "it is paid" are told at the same moment: the second to look is the last to read and the
/// first to have read, and makes it so all the same. Nobody else may come for a quarter of an hour.
#[tokio::test]
async fn what_a_provider_said_is_not_lost_to_somebody_quicker() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = stage.order(&mut phone, 1250).await;
    let (bank, app, now) = (stage.bank(), &stage.town.app, stage.clock.now());
    let key = payments::payment(&PaymentId::try_from(id.clone()).expect("an id"));
    let read: Payment = app.db.get(&key).await.expect("a read").expect("an order");
    let settle = || settle(&app.db, &app.gateways, &app.secrets, read.clone(), None, Because::SomebodyTold, now);
    bank.pend(WORLDLINE, &id.to_uppercase()).expect("open");
    assert_eq!(settle().await.expect("settled").payment.state, PaymentState::Pending);
    bank.settle(WORLDLINE, &id.to_uppercase()).expect("pending");
    let settled = settle().await.expect("settled");
    assert_eq!((settled.payment.state, settled.balance), (PaymentState::Paid, Some(Cents(1250))));
    assert_eq!(stage.balance(&mut phone).await, 1250);
    all_is_well(&stage).await;
}

struct Report {
    request: WebhookRequest,
    genuine: bool,
}

/// Every kind of event about it, each twice; a tenth are not the provider's.
fn variants(stage: &Stage, id: &str, dice: &mut Dice) -> Vec<Report> {
    let bank = stage.bank();
    let sample = bank.sent_webhooks(WORLDLINE).into_iter().next().expect("one was sent before");
    let body: Value = serde_json::from_str(&sample.body).expect("JSON");
    let body = if let Value::Array(list) = body { list[0].clone() } else { body };
    (0..REPORTS / 2)
        .flat_map(|number| {
            let mut body = body.clone();
            body["type"] = json!(TYPES[dice.below(TYPES.len())]);
            body["id"] = json!(format!("{number:08}-0000-4000-8000-000000000000"));
            body["payment"]["paymentOutput"]["references"]["merchantReference"] = json!(id.to_uppercase());
            let body = if dice.below(4) == 0 { json!([body]).to_string() } else { body.to_string() };
            let genuine = dice.below(10) > 0;
            let signed = if genuine { body.clone() } else { format!("{body} ") };
            let headers = bank.sign_webhook(signed.as_bytes());
            let request = WebhookRequest { body, headers, ..sample.clone() };
            [Report { request: request.clone(), genuine }, Report { request, genuine }]
        })
        .collect()
}

pub fn client() -> reqwest::Client {
    reqwest::Client::builder().tls_certs_only([]).build().expect("a client")
}

pub async fn sent(client: &reqwest::Client, report: &WebhookRequest) -> u16 {
    let request = client.post(&report.url).body(report.body.clone());
    let request = report.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
    request.send().await.expect("the town answers").status().as_u16()
}
