//! W-14: who reports must show that it is one, and nothing of a report is believed.

use meent_simulators::{PaymentFault, PaymentProvider, Release, WebhookRequest};
use meent_store::payments::ProviderName;
use meent_tests::people::ZOE;
use meent_tests::{Service, Stage, invariants};
use reqwest::{Client, Response};
use serde_json::{Value, json};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

fn client() -> Client {
    Client::builder().tls_certs_only([]).build().expect("a client")
}

async fn post(stage: &Stage, headers: &[(&'static str, String)], body: &[u8]) -> Response {
    let address = format!("{}/api/payments/worldline", stage.town.addresses.portal);
    let mut request = client().post(address).body(body.to_vec());
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request.send().await.expect("an answer")
}

async fn code(answer: Response, expected: u16) -> String {
    let status = answer.status();
    let body: Value = answer.json().await.expect("a problem");
    assert_eq!(status, expected, "{body}");
    body["code"].as_str().expect("a code").to_owned()
}

/// A paid payment whose reports wait.
async fn paid(stage: &Stage) -> (String, WebhookRequest) {
    let mut phone = stage.resident(ZOE).await;
    let id = stage.order(&mut phone, 1250).await;
    stage.pay(&id);
    let report = stage.bank().webhooks(WORLDLINE).into_iter().find(|report| report.event.contains("captured"));
    (id, report.expect("a report waits"))
}

#[tokio::test]
async fn what_is_not_signed_right_changes_nothing_and_reads_nothing() {
    let stage = Stage::new().await;
    let (_, report) = paid(&stage).await;
    let sign = |body: &[u8]| stage.bank().sign_webhook(body);
    let body = report.body.as_bytes();
    let right = sign(body);
    let with = |name: &str, value: &str| -> Vec<(&'static str, String)> {
        let changed = right.iter().map(|(n, v)| (*n, if *n == name { value.to_owned() } else { v.clone() }));
        changed.collect()
    };
    let truncated = &body[..body.len() - 1];
    let mut altered = body.to_vec();
    let at = altered.windows(4).position(|four| four == b"1250").expect("the amount");
    altered[at] = b'9';
    let longer = "x".repeat(5000);
    let without_key: Vec<_> = right.iter().filter(|(name, _)| *name != "x-gcs-keyid").cloned().collect();
    stage.town.calls.take();
    for (what, headers, body) in [
        ("nothing of it", vec![("content-type", "application/json".to_owned())], body),
        ("no key", without_key, body),
        ("an unknown key", with("x-gcs-keyid", "nobody"), body),
        ("a wrong signature", with("x-gcs-signature", "bm9ib2R5"), body),
        ("no base 64", with("x-gcs-signature", "~~~"), body),
        ("a signature of another body", sign(b"{}"), body),
        ("an endless signature", with("x-gcs-signature", &longer), body),
        ("a body cut short", right.clone(), truncated),
        ("an altered body", right.clone(), &altered),
    ] {
        let answer = post(&stage, &headers, body).await;
        assert_eq!(code(answer, 401).await, "report-refused", "{what}");
    }
    let read = stage.town.calls.take();
    assert!(read.iter().all(|call| call.service == Service::SecretsManager), "{read:?}");
    let sign = |body: &[u8]| stage.bank().sign_webhook(body);
    // Signed, and still nothing that we understand.
    for body in [&b"[7]"[..], b"", b"{", b"{\"apiVersion\":\"v2\"}", b"\xff\xfe", &vec![b'['; 100_000]] {
        assert_eq!(code(post(&stage, &sign(body), body).await, 400).await, "report-not-valid");
    }
    let endless = vec![b' '; 300_000];
    assert_eq!(code(post(&stage, &sign(&endless), &endless).await, 413).await, "too-large");
    assert!(stage.town.rows(meent_store::Table::Ledger).expect("rows").is_empty());
    // Others' payments are none of ours.
    let others = json!({ "apiVersion": "v1", "type": "payment.captured",
        "payment": { "paymentOutput": { "references": { "merchantReference": "ORDER-42" } } } });
    let others = others.to_string().into_bytes();
    assert_eq!(post(&stage, &sign(&others), &others).await.status(), 204);
    assert_eq!(post(&stage, &right, report.body.as_bytes()).await.status(), 204, "the right one is still taken");
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_report_is_no_proof_that_money_came() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = stage.order(&mut phone, 1250).await;
    // Rightly signed, and not so: nobody has paid.
    let lie = json!({ "apiVersion": "v1", "type": "payment.captured", "payment": { "id": "1_0", "status": "CAPTURED",
        "paymentOutput": { "amountOfMoney": { "amount": 99_999, "currencyCode": "EUR" },
        "references": { "merchantReference": id.to_uppercase() } } } });
    let lie = lie.to_string().into_bytes();
    assert_eq!(post(&stage, &stage.bank().sign_webhook(&lie), &lie).await.status(), 204);
    assert_eq!(stage.balance(&mut phone).await, 0);
    invariants::hold(&stage);
}

#[tokio::test]
async fn twice_replayed_reordered_and_late() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let bank = stage.bank();
    bank.misbehave(WORLDLINE, PaymentFault::WebhooksTwice, None);
    let twice = stage.order(&mut phone, 100).await;
    stage.pay(&twice);
    assert!(bank.deliver_webhooks().await.delivered >= 4);
    assert_eq!(stage.balance(&mut phone).await, 100);
    for report in bank.sent_webhooks(WORLDLINE) {
        assert_eq!(post(&stage, &report.headers, report.body.as_bytes()).await.status(), 204, "replayed");
    }
    assert_eq!(stage.balance(&mut phone).await, 100);
    bank.behave(WORLDLINE);
    bank.misbehave(WORLDLINE, PaymentFault::WebhooksHeld, None);
    let reordered = stage.order(&mut phone, 200).await;
    stage.pay(&reordered);
    assert_eq!(bank.deliver_webhooks().await.delivered, 0);
    stage.wait_minutes(60 * 30);
    bank.behave(WORLDLINE);
    bank.release_webhooks(WORLDLINE, Release::Reversed);
    bank.deliver_webhooks().await;
    let mut phone = stage.sign_in("itsme", ZOE).await;
    assert_eq!(stage.balance(&mut phone).await, 300);
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_key_that_was_turned_is_read_again() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 100).await;
    let webhooks = stage.bank().rotate_webhook_key();
    let api = stage.bank().rotate_api_key(WORLDLINE);
    let id = stage.order_refused(&mut phone).await;
    assert!(id, "our key is no longer known, and we have no other yet");
    let keys = json!({
        "worldline": { "key_id": api.id, "secret": api.secret, "webhooks": { webhooks.id: webhooks.secret } },
    });
    stage.town.secrets.put("meent-local/payments", &keys.to_string());
    stage.wait_minutes(2);
    stage.top_up(&mut phone, 100).await;
    assert_eq!(stage.balance(&mut phone).await, 200);
    invariants::hold(&stage);
}

#[tokio::test]
async fn worldline_gets_its_word_back() {
    let stage = Stage::new().await;
    let address = format!("{}/api/payments/worldline", stage.town.addresses.portal);
    assert!(stage.bank().is_endpoint(&address).await);
    let word = "x-gcs-webhooks-endpoint-verification";
    let markup = client().get(&address).header(word, "<script>").send().await.expect("an answer");
    assert_eq!(code(markup, 400).await, "report-not-valid");
    let none = client().get(&address).send().await.expect("an answer");
    assert_eq!(code(none, 400).await, "report-not-valid");
}

#[tokio::test]
async fn mollie_is_known_by_the_address_alone() {
    let stage = Stage::paying_by(ProviderName::Mollie).await;
    let mut phone = stage.resident(ZOE).await;
    let id = stage.order(&mut phone, 1250).await;
    let mollie = PaymentProvider::Mollie;
    stage.bank().pay(mollie, &stage.bank().all(mollie)[0].id).expect("open");
    let portal = &stage.town.addresses.portal;
    let other = "0".repeat(52);
    for wrong in
        [format!("{id}/{other}"), format!("{}/{other}", "0".repeat(26)), format!("x/{other}"), format!("{id}/x")]
    {
        let answer = client().post(format!("{portal}/api/payments/mollie/{wrong}")).body("id=tr_1").send().await;
        assert_eq!(code(answer.expect("an answer"), 401).await, "report-refused");
    }
    assert_eq!(stage.balance(&mut phone).await, 0);
    assert!(stage.bank().deliver_webhooks().await.delivered > 0);
    assert_eq!(stage.balance(&mut phone).await, 1250);
}
