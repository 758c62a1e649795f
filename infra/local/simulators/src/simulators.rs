//! The whole of it: the identity providers, the payment providers, the mail
//! catcher and the push service, their routers, and the controls for tests in the same process.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};

use crate::config::{Citizen, Config};
use crate::counters::Counts;
use crate::idp::{Idp, Provider};
use crate::mail::{self, Mail, MailBox, MailFault};
use crate::misbehave::{Misbehaviour, Order};
use crate::pages::start_page;
use crate::payments::{self, Payments};
use crate::people::People;
use crate::push::{self, PushService};
use crate::{party_keys, routes};

#[derive(Clone)]
pub struct Simulators {
    providers: Arc<[Arc<Idp>; 4]>,
    people: Arc<People>,
    mail_box: Arc<MailBox>,
    payments: Payments,
    push: PushService,
}

impl Simulators {
    pub fn new(config: Config) -> Self {
        let people = Arc::new(People::new(config.citizens, config.staff));
        let client = party_keys::client();
        let provider =
            |provider, party| Arc::new(Idp::new(provider, &config.base_url, &config.clock, party, &people, &client));
        let providers = Arc::new([
            provider(Provider::Itsme, config.itsme),
            provider(Provider::Eid, config.eid),
            provider(Provider::Acm, config.acm),
            provider(Provider::Uitid, config.uitid),
        ]);
        let payments = Payments::new(config.payments, &config.base_url, &config.clock);
        let push = PushService::new(&config.base_url, &config.clock);
        let mail_box = Arc::new(MailBox::open(config.mail_file, config.clock));
        Self { providers, people, mail_box, payments, push }
    }

    /// Everything people and the relying party reach under the base address.
    pub fn router(&self) -> Router {
        let people = Router::new()
            .route("/", get(start))
            .route("/citizens.json", get(citizens).post(put_citizen))
            .with_state(self.clone());
        let providers = self.providers.iter().map(routes::of);
        let providers = providers.fold(people, Router::merge);
        providers
            .merge(payments::router(&self.payments))
            .merge(mail::pages_router(&self.mail_box))
            .merge(push::router(&self.push))
    }

    /// The endpoint of SES: what it is sent shows under `/mail`.
    pub fn ses_router(&self) -> Router {
        mail::ses_router(&self.mail_box)
    }

    /// Misbehaves for so many times (`1`), or until told otherwise (`None`).
    pub fn misbehave(&self, provider: Provider, misbehaviour: Misbehaviour, times: impl Into<Option<u32>>) {
        self.order(provider, misbehaviour, false, times.into());
    }

    /// The same in the user info alone: the ID token is good.
    pub fn misbehave_in_userinfo(&self, provider: Provider, misbehaviour: Misbehaviour, times: impl Into<Option<u32>>) {
        assert!(misbehaviour.suits_userinfo(), "{} is not about the user info", misbehaviour.name());
        self.order(provider, misbehaviour, true, times.into());
    }

    fn order(&self, provider: Provider, misbehaviour: Misbehaviour, in_userinfo: bool, times: Option<u32>) {
        let order = Order { misbehaviour, in_userinfo };
        self.idp(provider).plan.set(Some(order), times);
    }

    /// Forgets what was ordered.
    pub fn behave(&self, provider: Provider) {
        self.idp(provider).plan.set(None, None);
    }

    /// What the provider did and refused since it started.
    pub fn counts(&self, provider: Provider) -> Counts {
        self.idp(provider).counters.snapshot()
    }

    /// Another `sub` from now on, as after making an itsme account again.
    pub fn renew_subject(&self, provider: Provider, national_number: &str) {
        self.idp(provider).renew_subject(national_number);
    }

    /// Adds a citizen, or changes the one with that national number.
    pub fn put_citizen(&self, citizen: Citizen) {
        self.people.put_citizen(citizen);
    }

    /// Caught messages, newest first.
    pub fn mails(&self) -> Vec<Mail> {
        self.mail_box.mails()
    }

    /// Lets sending fail so many times, or until `None` as fault.
    pub fn misbehave_mail(&self, fault: Option<MailFault>, times: impl Into<Option<u32>>) {
        self.mail_box.plan.set(fault, times.into());
    }

    /// The payment providers: what they hold, and what they are to do with it.
    pub fn payments(&self) -> &Payments {
        &self.payments
    }

    /// The push service, and the browsers behind it.
    pub fn push(&self) -> &PushService {
        &self.push
    }

    fn idp(&self, provider: Provider) -> &Idp {
        let found = self.providers.iter().find(|idp| idp.provider == provider);
        found.expect("every provider is built")
    }
}

async fn start(State(simulators): State<Simulators>) -> Response {
    start_page(simulators.providers.iter().map(AsRef::as_ref))
}

async fn citizens(State(simulators): State<Simulators>) -> Json<Vec<Citizen>> {
    Json(simulators.people.citizens())
}

async fn put_citizen(State(simulators): State<Simulators>, Json(citizen): Json<Citizen>) -> Response {
    simulators.put_citizen(citizen);
    StatusCode::NO_CONTENT.into_response()
}
