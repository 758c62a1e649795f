//! The payment pages: in the language asked, for any screen, and usable as plain
//! forms by who can't see or point.

use axum::http::StatusCode;
use meent_simulators::{PaymentProvider, PaymentState};
use serde_json::json;

use super::merchant::{Merchant, RETURN};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

async fn page_in(merchant: &Merchant, locale: &str) -> String {
    let mut body = merchant.checkout_body("order <42>");
    body["hostedCheckoutSpecificInput"]["locale"] = json!(locale);
    let checkout = merchant.post("hostedcheckouts", body).await.json();
    let id = checkout["hostedCheckoutId"].as_str().unwrap();
    merchant.page(&format!("/worldline/hostedcheckout/{id}")).await.body
}

#[tokio::test]
async fn they_speak_the_language_of_the_order() {
    let merchant = Merchant::new().await;
    for (locale, language, heading, amount) in [
        ("nl_BE", "nl", "Je betaling", "€\u{a0}12,50 betalen"),
        ("fr_BE", "fr", "Votre paiement", "Payer 12,50\u{a0}€"),
        ("de_DE", "de", "Ihre Zahlung", "12,50\u{a0}€ bezahlen"),
        ("en_GB", "en", "Your payment", "Pay €12.50"),
        ("it_IT", "nl", "Je betaling", "€\u{a0}12,50 betalen"),
    ] {
        let page = page_in(&merchant, locale).await;
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.contains(&format!("<h1>{heading}</h1>")));
        assert!(page.contains(&format!("value=\"pay\">{amount}</button>")));
        assert!(page.contains("Simulati"), "it says what it is");
    }
}

#[tokio::test]
async fn they_show_what_is_paid_to_whom_and_escape_it() {
    let merchant = Merchant::new().await;
    let page = page_in(&merchant, "nl_BE").await;
    assert!(page.contains("<dd>order &lt;42&gt;</dd>") && page.contains("<dd>Stad &lt;Noorderhaven&gt;</dd>"));
    assert!(page.contains("<dd class=\"amount\">€\u{a0}12,50</dd>"));
}

#[tokio::test]
async fn they_can_be_used_by_keyboard_and_by_ear() {
    let merchant = Merchant::new().await;
    let id = merchant.mollie_payment("order-42").await;
    let mollie = merchant.page(&format!("/mollie/checkout/{id}")).await;
    assert_eq!(mollie.status, StatusCode::OK);
    let policy = mollie.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("default-src 'none'") && !policy.contains("script"));
    for page in [page_in(&merchant, "nl_BE").await, mollie.body] {
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<main>").count(), 1);
        assert_eq!(page.matches("<title>").count(), 1);
        // Each field lies within its label, each group has a name, and something
        // is chosen in it already.
        let labels: Vec<&str> = page.split("<label").skip(1).collect();
        assert_eq!(labels.len(), page.matches("<input").count());
        assert_eq!(labels.len(), 7);
        assert!(labels.iter().all(|label| label.split("</label>").next().unwrap().contains("<input type=\"radio\"")));
        assert_eq!((page.matches("<fieldset").count(), page.matches("<legend>").count()), (2, 2));
        assert_eq!(page.matches(" checked>").count(), 2);
        assert!(!page.contains("<script") && !page.contains("tabindex") && !page.contains(" style=\""));
        // Any width, light and dark, and a focus one can see.
        assert!(page.contains("width=device-width,initial-scale=1") && !page.contains("user-scalable"));
        assert!(page.contains("color-scheme:light dark") && page.contains("prefers-color-scheme:dark"));
        assert!(page.contains(":focus-visible{outline:3px"));
        assert!(!page.contains("min-width:3") && !page.contains("white-space:nowrap"));
    }
}

#[tokio::test]
async fn who_is_refused_may_try_again() {
    let merchant = Merchant::new().await;
    for provider in PaymentProvider::ALL {
        let path = match provider {
            WORLDLINE => {
                let checkout = merchant.checkout("order-42").await;
                format!("/worldline/hostedcheckout/{}", checkout["hostedCheckoutId"].as_str().unwrap())
            }
            PaymentProvider::Mollie => format!("/mollie/checkout/{}", merchant.mollie_payment("order-42").await),
        };
        assert!(!merchant.page(&path).await.body.contains("role=\"alert\""));
        for _ in 0..9 {
            let answer = merchant.press(&path, "outcome=declined").await;
            assert_eq!((answer.status, answer.headers["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, &*path));
        }
        let page = merchant.page(&path).await;
        assert_eq!((page.status, page.body.matches("role=\"alert\"").count()), (StatusCode::OK, 1));
        // The tenth try is the last.
        assert!(merchant.press(&path, "outcome=declined").await.location().as_str().starts_with(RETURN));
        assert_eq!(merchant.payments().find(provider, "order-42").unwrap().state, PaymentState::Refused);
    }
}

#[tokio::test]
async fn a_page_that_has_ended_leads_back() {
    let merchant = Merchant::new().await;
    let checkout = merchant.checkout("order-42").await;
    let path = format!("/worldline/hostedcheckout/{}", checkout["hostedCheckoutId"].as_str().unwrap());
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    let page = merchant.page(&path).await;
    assert_eq!(page.status, StatusCode::GONE);
    let mac = checkout["RETURNMAC"].as_str().unwrap();
    assert!(page.body.contains(&format!("href=\"{RETURN}&amp;RETURNMAC={mac}")));
    for path in ["/worldline/hostedcheckout/4000000000", "/mollie/checkout/tr_1"] {
        assert_eq!(merchant.page(path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(merchant.press(path, "do=pay").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_what_is_on_the_page_can_be_chosen() {
    let merchant = Merchant::new().await;
    let id = merchant.checkout("order-42").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    let path = format!("/worldline/hostedcheckout/{id}");
    for form in ["method=cash", "outcome=free", "do=refund", "amount=1", "do=", "%FF%FE"] {
        assert_eq!(merchant.press(&path, form).await.status, StatusCode::BAD_REQUEST, "{form}");
    }
    assert_eq!(merchant.page(&path).await.status, StatusCode::OK);
    // The other provider's page is not this one.
    assert_eq!(merchant.page(&format!("/mollie/checkout/{id}")).await.status, StatusCode::NOT_FOUND);
    // Nor is the payment's own id.
    assert_eq!(merchant.page(&format!("{path}_0")).await.status, StatusCode::NOT_FOUND);
}
