//! Orders come over HTTP too.

use axum::http::StatusCode;
use meent_simulators::{PaymentFault, PaymentProvider, PaymentState};
use serde_json::json;

use super::merchant::Merchant;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

#[tokio::test]
async fn faults_are_set_side_by_side_and_ended() {
    let merchant = Merchant::new().await;
    let control = "/worldline/control";
    for fault in PaymentFault::ALL {
        let answer = merchant.order(control, json!({ "misbehave": fault.name(), "times": 3 })).await;
        assert_eq!(answer.json()["misbehave"][fault.name()], 3);
    }
    let state = merchant.page("/worldline/control.json").await.json();
    assert_eq!(state["misbehave"].as_object().unwrap().len(), PaymentFault::ALL.len());
    let state = merchant.order(control, json!({ "behave": "wrong-amount" })).await.json();
    assert!(state["misbehave"].get("wrong-amount").is_none());
    let state = merchant.order(control, json!({ "misbehave": "none" })).await.json();
    assert_eq!(state["misbehave"], json!({}));
    let state = merchant.order(control, json!({ "misbehave": "create-down" })).await.json();
    assert_eq!(state["misbehave"], json!({ "create-down": null }));
    assert_eq!(merchant.page("/mollie/control.json").await.json()["misbehave"], json!({}));
}

#[tokio::test]
async fn what_is_not_known_is_refused() {
    let merchant = Merchant::new().await;
    for (path, order) in [
        ("/worldline/control", json!({ "misbehave": "sulk" })),
        ("/worldline/control", json!({ "misbehaves": "create-down" })),
        ("/worldline/control", json!({ "behave": "sulk" })),
        ("/worldline/control", json!({ "release": "sideways" })),
        ("/worldline/control", json!({ "step": "expire", "payment": "order-42" })),
        ("/worldline/control", json!({ "step": "pay", "payment": "order-42" })),
        ("/worldline/control", json!({ "step": "pay" })),
        ("/worldline/control", json!({ "completeRefund": "1" })),
        ("/worldline/control", json!({ "rotate": "door-key" })),
        ("/worldline/control", json!(7)),
        ("/mollie/control", json!({ "misbehave": "bad-signature" })),
        ("/mollie/control", json!({ "rotate": "webhook-key" })),
    ] {
        let answer = merchant.order(path, order.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{order}");
        assert!(answer.json()["known"].as_array().unwrap().len() > 10);
    }
    assert_eq!(
        merchant.press("/mollie/control", "misbehave=create-down&times=x").await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn payments_are_moved_and_webhooks_let_go() {
    let merchant = Merchant::new().await;
    merchant.checkout("order-42").await;
    let control = "/worldline/control";
    merchant.order(control, json!({ "misbehave": "webhooks-held" })).await;
    merchant.order(control, json!({ "step": "pend", "payment": "order-42" })).await;
    let state = merchant.order(control, json!({ "step": "settle", "payment": "order-42" })).await.json();
    assert_eq!(state["webhooksWaiting"], 3);
    let list = merchant.page("/worldline/payments.json").await.json();
    assert_eq!((&list["items"][0]["state"], &list["items"][0]["reference"]), (&json!("paid"), &json!("order-42")));
    let waiting = merchant.page("/worldline/webhooks.json").await.json();
    assert_eq!(waiting["items"][2]["event"], "payment.captured");
    merchant.order(control, json!({ "release": "only-last" })).await;
    merchant.payments().deliver_webhooks().await;
    assert_eq!(merchant.receiver.kinds(), ["payment.captured"]);

    let id = merchant.payments().find(WORLDLINE, "order-42").unwrap().id;
    merchant.order(control, json!({ "misbehave": "refund-pending", "times": 1 })).await;
    let body = json!({ "amountOfMoney": { "amount": 1, "currencyCode": "EUR" } });
    let refund = merchant.post(&format!("payments/{id}/refund"), body).await.json();
    let answer = merchant.order(control, json!({ "refuseRefund": refund["id"] })).await;
    assert_eq!(answer.json()["counters"]["refundsRefused"], 1);
}

#[tokio::test]
async fn a_new_key_is_told_to_who_asked_for_it() {
    let merchant = Merchant::new().await;
    let key = merchant.order("/worldline/control", json!({ "rotate": "webhook-key" })).await.json()["key"].clone();
    assert_eq!(merchant.payments().sign_webhook(b"{}")[0].1, key["id"]);
    let answer = merchant.order("/mollie/control", json!({ "rotate": "api-key" })).await;
    assert!(answer.json()["key"]["secret"].is_string());
    assert!(merchant.page("/mollie/control.json").await.json().get("key").is_none());
}

#[tokio::test]
async fn the_page_does_the_same_by_forms() {
    let merchant = Merchant::new().await;
    for name in ["worldline", "mollie"] {
        let page = merchant.page(&format!("/{name}/control")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.body.matches("<h1>").count(), 1);
        assert!(page.body.contains("webhooks-held"));
        // Every field has a label.
        for field in ["misbehave", "times", "release", "payment", "step"] {
            assert!(page.body.contains(&format!("<label for=\"{field}\">")), "{field}");
        }
    }
    assert!(!merchant.page("/mollie/control").await.body.contains("bad-signature"));
    let id = merchant.mollie_payment("order <42>").await;
    let answer = merchant.press("/mollie/control", &format!("payment={id}&step=pay")).await;
    assert_eq!(answer.headers["location"], "/mollie/control");
    assert_eq!(merchant.payments().find(MOLLIE, &id).unwrap().state, PaymentState::Paid);
    merchant.press("/mollie/control", "misbehave=create-down&times=").await;
    let page = merchant.page("/mollie/control").await.body;
    assert!(page.contains("until told otherwise: create-down") && page.contains("order &lt;42&gt;"));
    let start = merchant.page("/").await.body;
    assert!(start.contains("/worldline/control") && start.contains("/mollie/control"));
}
