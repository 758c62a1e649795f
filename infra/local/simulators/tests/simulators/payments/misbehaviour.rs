//! Each misbehaviour does what it says, as often as it was told, and no more.

use axum::http::StatusCode;
use meent_simulators::{NotPossible, PaymentFault, PaymentProvider, PaymentState};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::merchant::{Merchant, Signed};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

fn refund_body() -> Value {
    json!({ "amountOfMoney": { "amount": 100, "currencyCode": "EUR" } })
}

/// Creating, asking and refunding, in this order.
async fn requests(merchant: &Merchant) -> [Signed; 3] {
    let id = merchant.paid("paid").await;
    [
        merchant.signed("POST", "hostedcheckouts", Some(merchant.checkout_body("order-42"))),
        merchant.signed("GET", &format!("payments/{id}"), None),
        merchant.signed("POST", &format!("payments/{id}/refund"), Some(refund_body())),
    ]
}

fn made(merchant: &Merchant) -> (usize, usize) {
    let payments = merchant.payments().all(WORLDLINE);
    (payments.len(), payments.iter().map(|payment| payment.refunds.len()).sum())
}

#[tokio::test]
async fn a_provider_is_down_for_one_thing_and_not_for_another() {
    let merchant = Merchant::new().await;
    let requests = requests(&merchant).await;
    let faults = [PaymentFault::CreateDown, PaymentFault::StatusDown, PaymentFault::RefundDown];
    for (down, fault) in faults.into_iter().enumerate() {
        merchant.payments().misbehave(WORLDLINE, fault, 1);
        let before = made(&merchant);
        let answer = merchant.send(requests[down].clone().request()).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(made(&merchant), before);
        merchant.payments().misbehave(WORLDLINE, fault, None);
        for (index, request) in requests.iter().enumerate().filter(|(index, _)| *index != down) {
            let answer = merchant.send(request.clone().request()).await;
            assert!(answer.status.is_success(), "{} for {index}", fault.name());
        }
        assert_eq!(merchant.mollie("GET", "payments/tr_1", None, None).await.status, StatusCode::NOT_FOUND);
        merchant.payments().behave(WORLDLINE);
        assert!(merchant.send(requests[down].clone().request()).await.status.is_success());
    }
}

#[tokio::test]
async fn a_slow_provider_answers_when_it_is_told_to_and_not_before() {
    let merchant = Merchant::new().await;
    let requests = requests(&merchant).await;
    let faults = [PaymentFault::CreateSlow, PaymentFault::StatusSlow, PaymentFault::RefundSlow];
    for (slow, fault) in faults.into_iter().enumerate() {
        merchant.payments().misbehave(WORLDLINE, fault, 1);
        let before = made(&merchant);
        let mut answer = std::pin::pin!(merchant.router().oneshot(requests[slow].clone().request()));
        // As often as one looks there is none.
        for _ in 0..10 {
            assert!(futures_now(answer.as_mut()).await.is_none());
            tokio::task::yield_now().await;
        }
        assert_eq!(made(&merchant), before, "nothing is made meanwhile");
        // Ending another one does not help.
        merchant.payments().stop_misbehaving(WORLDLINE, PaymentFault::WrongAmount);
        assert!(futures_now(answer.as_mut()).await.is_none());
        merchant.payments().stop_misbehaving(WORLDLINE, fault);
        assert!(answer.await.unwrap().status().is_success());
        assert!(merchant.send(requests[slow].clone().request()).await.status.is_success());
    }
}

/// What it has come to by now, if anything.
async fn futures_now<F: Future>(mut future: std::pin::Pin<&mut F>) -> Option<F::Output> {
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(match future.as_mut().poll(context) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        })
    })
    .await
}

/// Whoever hung up while it was slow has ordered nothing.
#[tokio::test]
async fn who_does_not_wait_orders_nothing() {
    let merchant = Merchant::new().await;
    let [create, ..] = requests(&merchant).await;
    merchant.payments().misbehave(WORLDLINE, PaymentFault::CreateSlow, None);
    let before = made(&merchant);
    {
        let mut answer = std::pin::pin!(merchant.router().oneshot(create.request()));
        assert!(futures_now(answer.as_mut()).await.is_none());
    }
    merchant.payments().behave(WORLDLINE);
    assert_eq!(made(&merchant), before);
}

#[tokio::test]
async fn an_answer_is_lost_after_it_was_carried_out() {
    let merchant = Merchant::new().await;
    let id = merchant.paid("paid").await;
    for (path, body, fault, more) in [
        ("hostedcheckouts".to_owned(), merchant.checkout_body("order-42"), PaymentFault::CreateLost, (1, 0)),
        (format!("payments/{id}/refund"), refund_body(), PaymentFault::RefundLost, (0, 1)),
    ] {
        let before = made(&merchant);
        merchant.payments().misbehave(WORLDLINE, fault, 1);
        let send = async || merchant.send(merchant.signed_with_key(&path, &path[..8], body.clone()).request()).await;
        assert_eq!(send().await.status, StatusCode::BAD_GATEWAY);
        assert_eq!(made(&merchant), (before.0 + more.0, before.1 + more.1));
        // With the same key one gets what was lost, and nothing is made again.
        let answer = send().await;
        assert_eq!(answer.status, StatusCode::CREATED);
        assert!(answer.headers.contains_key("x-gcs-idempotence-request-timestamp"));
        assert_eq!(made(&merchant), (before.0 + more.0, before.1 + more.1));
    }
    merchant.payments().misbehave(MOLLIE, PaymentFault::CreateLost, 1);
    let body = merchant.mollie_body("order-42");
    let answer = merchant.mollie("POST", "payments", Some(body), None).await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert_eq!(merchant.payments().all(MOLLIE).len(), 1);
}

#[tokio::test]
async fn a_first_request_goes_on_still() {
    let merchant = Merchant::new().await;
    merchant.payments().misbehave(WORLDLINE, PaymentFault::InProgress, 1);
    merchant.payments().misbehave(MOLLIE, PaymentFault::InProgress, 1);
    // Only with a key there is a first.
    merchant.checkout("order-41").await;
    let send = async || {
        let signed = merchant.signed_with_key("hostedcheckouts", "key-1", merchant.checkout_body("order-42"));
        merchant.send(signed.request()).await.status
    };
    assert_eq!((send().await, send().await), (StatusCode::CONFLICT, StatusCode::CREATED));
    let send =
        async || merchant.mollie("POST", "payments", Some(merchant.mollie_body("x")), Some("key-1")).await.status;
    assert_eq!((send().await, send().await), (StatusCode::CONFLICT, StatusCode::CREATED));
}

#[tokio::test]
async fn another_amount_or_currency_is_paid_than_was_ordered() {
    let merchant = Merchant::new().await;
    for (fault, amount, currency, mollie) in [
        (PaymentFault::WrongAmount, 1249, "EUR", json!({ "currency": "EUR", "value": "12.49" })),
        (PaymentFault::WrongCurrency, 1250, "USD", json!({ "currency": "USD", "value": "12.50" })),
    ] {
        for provider in PaymentProvider::ALL {
            merchant.payments().misbehave(provider, fault, 1);
        }
        let id = merchant.checkout(fault.name()).await["hostedCheckoutId"].as_str().unwrap().to_owned();
        merchant.payments().pay(WORLDLINE, &id).unwrap();
        let payment = merchant.get(&format!("payments/{id}_0")).await.json();
        let money = json!({ "amount": amount, "currencyCode": currency });
        assert_eq!(payment["paymentOutput"]["amountOfMoney"], money);
        merchant.payments().deliver_webhooks().await;
        let told = merchant.receiver.take();
        assert_eq!(told[1].event()["payment"]["paymentOutput"]["amountOfMoney"], money);
        // It can be given back all the same.
        let answer = merchant.post(&format!("payments/{id}_0/refund"), json!({ "amountOfMoney": money })).await;
        assert_eq!(answer.status, StatusCode::CREATED);

        let id = merchant.mollie_payment(fault.name()).await;
        merchant.payments().pay(MOLLIE, &id).unwrap();
        let payment = merchant.mollie("GET", &format!("payments/{id}"), None, None).await.json();
        assert_eq!(payment["amount"], mollie);
        merchant.payments().deliver_webhooks().await;
        merchant.receiver.take();
    }
}

#[tokio::test]
async fn one_that_had_ended_is_paid_after_all() {
    let merchant = Merchant::new().await;
    let payments = merchant.payments();
    for (reference, end) in [("refused", "refuse"), ("cancelled", "cancel"), ("expired", "")] {
        let id = merchant.checkout(reference).await["hostedCheckoutId"].as_str().unwrap().to_owned();
        match end {
            "refuse" => drop(payments.refuse(WORLDLINE, &id).unwrap()),
            "cancel" => drop(payments.cancel(WORLDLINE, &id).unwrap()),
            _ => merchant.pass_min(60),
        }
        payments.settle_late(WORLDLINE, &id).unwrap();
        let told = merchant.get(&format!("hostedcheckouts/{id}")).await.json();
        assert_eq!(told["status"], "PAYMENT_CREATED");
        assert_eq!(told["createdPaymentOutput"]["payment"]["status"], "CAPTURED");
    }
}

#[tokio::test]
async fn steps_are_taken_only_from_where_they_lead() {
    let merchant = Merchant::new().await;
    let payments = merchant.payments();
    assert_eq!(payments.pay(WORLDLINE, "nothing"), Err(NotPossible::UnknownPayment));
    let id = merchant.checkout("order-42").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    assert_eq!(payments.pay(MOLLIE, &id), Err(NotPossible::UnknownPayment));
    assert_eq!(payments.settle(WORLDLINE, &id), Err(NotPossible::NotNow(PaymentState::Open)));
    assert_eq!(payments.settle_late(WORLDLINE, &id), Err(NotPossible::NotNow(PaymentState::Open)));
    payments.pay(WORLDLINE, &id).unwrap();
    let paid = Err(NotPossible::NotNow(PaymentState::Paid));
    for again in [payments.pay(WORLDLINE, &id), payments.cancel(WORLDLINE, &id), payments.refuse(WORLDLINE, &id)] {
        assert_eq!(again, paid);
    }
    assert_eq!(payments.complete_refund(WORLDLINE, "1"), Err(NotPossible::UnknownRefund));
    // A reference may be used again; it means the newest.
    merchant.checkout("order-42").await;
    assert_eq!(payments.find(WORLDLINE, "order-42").unwrap().state, PaymentState::Open);
}

#[tokio::test]
async fn a_refund_is_refused_and_the_payment_stays_paid() {
    let merchant = Merchant::new().await;
    let id = merchant.paid("order-42").await;
    merchant.payments().misbehave(WORLDLINE, PaymentFault::RefundRefused, 1);
    merchant.post(&format!("payments/{id}/refund"), refund_body()).await;
    merchant.payments().deliver_webhooks().await;
    merchant.receiver.take();
    merchant.pass_min(2);
    merchant.payments().deliver_webhooks().await;
    let refunds = merchant.get(&format!("payments/{id}/refunds")).await.json();
    assert_eq!(refunds["refunds"][0]["status"], "REJECTED");
    assert_eq!(refunds["refunds"][0]["statusOutput"]["statusCode"], 83);
    // It reads as if the payment had been refused, but for its code.
    let told = merchant.receiver.take();
    assert_eq!(told[0].kind(), "payment.rejected");
    assert_eq!(told[0].event()["payment"]["statusOutput"]["statusCode"], 83);
    let payment = merchant.get(&format!("payments/{id}")).await.json();
    assert_eq!(payment["status"], "REJECTED");
    assert_eq!(payment["statusOutput"]["isRefundable"], true);
    let kept = merchant.payments().find(WORLDLINE, &id).unwrap();
    assert_eq!((kept.state, kept.remaining_cents()), (PaymentState::Paid, 1250));

    let id = merchant.mollie_payment("order-42").await;
    merchant.payments().pay(MOLLIE, &id).unwrap();
    merchant.payments().misbehave(MOLLIE, PaymentFault::RefundRefused, 1);
    let body = json!({ "amount": { "currency": "EUR", "value": "1.00" } });
    let path = format!("payments/{id}/refunds");
    merchant.mollie("POST", &path, Some(body), None).await;
    merchant.pass_min(2);
    let list = merchant.mollie("GET", &path, None, None).await.json();
    assert_eq!(list["_embedded"]["refunds"][0]["status"], "failed");
}

#[tokio::test]
async fn a_refund_waits_until_somebody_decides() {
    let merchant = Merchant::new().await;
    let id = merchant.paid("order-42").await;
    merchant.payments().misbehave(WORLDLINE, PaymentFault::RefundPending, None);
    let mut refunds = vec![];
    for _ in 0..2 {
        let refund = merchant.post(&format!("payments/{id}/refund"), refund_body()).await.json();
        refunds.push(refund["id"].as_str().unwrap().to_owned());
    }
    merchant.pass_min(24 * 60);
    let status = async |index: usize| {
        merchant.get(&format!("payments/{id}/refunds")).await.json()["refunds"][index]["status"].clone()
    };
    assert_eq!((status(0).await, status(1).await), (json!("REFUND_REQUESTED"), json!("REFUND_REQUESTED")));
    merchant.payments().complete_refund(WORLDLINE, &refunds[0]).unwrap();
    merchant.payments().refuse_refund(WORLDLINE, &refunds[1]).unwrap();
    assert_eq!((status(0).await, status(1).await), (json!("REFUNDED"), json!("REJECTED")));
    assert_eq!(merchant.payments().refuse_refund(WORLDLINE, &refunds[0]), Err(NotPossible::RefundEnded));

    let id = merchant.mollie_payment("order-42").await;
    merchant.payments().pay(MOLLIE, &id).unwrap();
    merchant.payments().misbehave(MOLLIE, PaymentFault::RefundPending, 1);
    let body = json!({ "amount": { "currency": "EUR", "value": "1.00" } });
    let answer = merchant.mollie("POST", &format!("payments/{id}/refunds"), Some(body), None).await;
    assert_eq!(answer.json()["status"], "queued");
}
