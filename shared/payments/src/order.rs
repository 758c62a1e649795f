//! A payment begins: first a row, then a page at the provider. In this order, so that a page nobody
//! remembers can't be paid on; and with the same key each time, so that a second try gets the first one's
//! page.

use crate::gateway::{Failure, Order};
use crate::gateways::Gateways;
use chrono::{DateTime, Utc};
use meent_domain::payment::{self, PaymentState, ask_again_at};
use meent_domain::{Cents, Language, PaymentId, PersonId};
use meent_secrets::{Secrets, random_token};
use meent_store::payments::{self, Checkout, List, Payment, ProviderName};
use url::Url;

/// What a resident orders.
pub struct New {
    pub id: PaymentId,
    pub person: PersonId,
    pub provider: ProviderName,
    pub amount: Cents,
    pub request: String,
    pub language: Language,
    pub paper: payment::Paper,
    pub company_sealed: Option<String>,
}

/// The row of a new payment.
pub fn order(new: New, now: DateTime<Utc>) -> Payment {
    let mut row = Payment {
        listed_person: payments::person_of(List::Payments, &new.person),
        listed_month: payments::month_of(List::Payments, now),
        listed_at: payments::listed_at(now, new.id.as_str()),
        id: new.id,
        version: 1,
        person: new.person,
        provider: new.provider,
        ordered: new.amount,
        ordered_at: now,
        request: new.request,
        language: new.language,
        paper: new.paper,
        company_sealed: new.company_sealed,
        webhook_token: random_token(),
        state: PaymentState::Created,
        came_late: false,
        checkout: None,
        received: None,
        asked: 0,
        paper_number: None,
        papers: None,
        due_shard: None,
        due_at: None,
        attention: None,
    };
    row.due(ask_again_at(now, 0, now));
    row
}

/// The provider's page for a payment that has a row.
pub async fn open_checkout(
    gateways: &Gateways,
    secrets: &Secrets,
    payment: &Payment,
    town: &str,
    portal: &Url,
    now: DateTime<Utc>,
) -> Result<Checkout, Failure> {
    let at = |path: &str| portal.join(path).map_err(|_| Failure::Refused("an address that is none".to_owned()));
    let report = match payment.provider {
        ProviderName::Worldline => at("/api/payments/worldline")?,
        // It signs nothing: the address itself is what only it knows.
        ProviderName::Desk => return Err(Failure::Refused("the desk has no page to pay on".to_owned())),
        ProviderName::Mollie => at(&format!("/api/payments/mollie/{}/{}", payment.id, payment.webhook_token))?,
    };
    let order = Order {
        payment: payment.id.clone(),
        amount: payment.ordered,
        language: payment.language,
        beneficiary: town.to_owned(),
        back: at(&format!("/top-up/{}", payment.id))?,
        report,
    };
    gateways.create(secrets, payment.provider, &order, now).await
}
