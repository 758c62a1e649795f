//! Everybody who may come to a door, each with things of their own. What a try changed is put back
//! before the next.

use chrono::{DateTime, Duration};
use meent_domain::company::Line;
use meent_domain::password::NewPassword;
use meent_domain::role::Role;
use meent_domain::session::Term;
use meent_domain::{PaymentId, PersonId, RefundId, SessionId, StaffId};
use meent_http::App;
use meent_identity::password::hash;
use meent_identity::session::{Beginning, Owner};
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_store::catalogue::{self, VoucherTypes, Zones};
use meent_store::parking::{self, Agenda, Session as Parked};
use meent_store::payments::{self, Payment, Refund};
use meent_store::people::{Person, person};
use meent_store::staff::{self, Account, Entrance, LoginRow, SecondFactor, State};
use meent_store::web_sessions::{DeskVisit, Scanner, Session, desk_visit, of_resident, scanner, session};
use meent_store::{Key, Transaction};
use meent_tests::money::intention;
use meent_tests::parking::session as parking_session;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const PASSWORD: &str = "zes zilveren zwanen";
/// Of everybody's authenticator.
const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const AMIR: &str = "98472899765";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Nobody,
    /// Came back from a provider, has not answered yet.
    BeforeConsent,
    Resident,
    /// The password was right, the code was not given.
    Halfway,
    /// The same, of a role that needs a second factor and has none yet.
    WithoutFactor,
    Staff(Role),
}

impl Who {
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Nobody, Self::BeforeConsent, Self::Resident, Self::WithoutFactor, Self::Halfway];
        all.extend(roles().map(Self::Staff));
        all
    }

    pub fn heading(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::BeforeConsent => "not agreed yet",
            Self::Resident => "resident",
            Self::WithoutFactor => "no second factor yet",
            Self::Halfway => "code not given yet",
            Self::Staff(role) => role.code(),
        }
    }
}

/// Roles that an account can have: others need a counter or an organisation first.
fn roles() -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(|role| role.is_regional())
}

/// Payments and a refund, as they were at first.
pub struct Money {
    pub own: Payment,
    pub anothers: Payment,
    pub parked: Payment,
    pub asked: Refund,
    /// Numbers.
    pub own_note: String,
    pub anothers_note: String,
}

impl Money {
    async fn of(stage: &Stage, phone: &mut Browser, other: &mut Browser) -> Self {
        let own = stage.top_up(phone, 500).await;
        let anothers = stage.top_up(other, 500).await;
        stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::WrongAmount, None);
        let parked = stage.top_up(other, 500).await;
        stage.bank().behave(PaymentProvider::Worldline);
        let own_note = credit_note(stage, phone).await;
        let anothers_note = credit_note(stage, other).await;
        let asked = other.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 100 })).await.json(201);
        stage.town.deliver().await.expect("delivered");
        let db = &stage.town.app.db;
        let payment = async |id: String| {
            let id = PaymentId::try_from(id).expect("an id");
            db.get::<Payment>(&payments::payment(&id)).await.expect("a read").expect("a payment")
        };
        let asked = RefundId::try_from(asked["id"].as_str().expect("an id").to_owned()).expect("an id");
        Self {
            own: payment(own).await,
            anothers: payment(anothers).await,
            parked: payment(parked).await,
            asked: db.get(&payments::refund(&asked)).await.expect("a read").expect("a refund"),
            own_note,
            anothers_note,
        }
    }
}

/// Something invoiced that went back whole.
async fn credit_note(stage: &Stage, phone: &mut Browser) -> String {
    // What came last goes back first, and clocks stand still here.
    stage.wait_minutes(1);
    let id = stage.order_invoiced(phone, 300).await;
    stage.pay(&id);
    stage.bank().deliver_webhooks().await;
    let asked = phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 300 })).await.json(201);
    let path = format!("/api/staff/refunds/{}/decision", asked["id"].as_str().expect("an id"));
    let mut desk = stage.staff("finance").await;
    desk.post(&path, json!({ "version": 1, "decision": "approve" })).await.json(200);
    for _ in 0..3 {
        stage.town.deliver().await.expect("delivered");
        stage.wait_minutes(10);
    }
    let page = phone.get("/api/wallet/transactions").await.json(200);
    page["items"][0]["creditNotes"][0].as_str().expect("a credit note").to_owned()
}

/// Sessions to come, the zones, the voucher types, and a scan car's key, as they were at first.
pub struct Parking {
    pub own: Parked,
    pub anothers: Parked,
    agenda: Agenda,
    pub zones: Zones,
    pub voucher_types: VoucherTypes,
    pub scanner: Scanner,
}

/// In paid time.
pub const PARKED_IN_HOURS: i64 = 3;

impl Parking {
    async fn of(stage: &Stage, phone: &mut Browser, other: &mut Browser) -> Self {
        let db = &stage.town.app.db;
        let parked = async |phone: &mut Browser| {
            stage.top_up(phone, 5000).await;
            let from = stage.clock.now() + Duration::hours(PARKED_IN_HOURS);
            let wanted = parking_session("own", "1ABC234", "strand", Some(from), from + Duration::hours(1));
            let id = SessionId::try_from(phone.park(&wanted).await).expect("an id");
            db.get::<Parked>(&parking::session(&owner(phone), &id)).await.expect("a read").expect("a session")
        };
        let (own, anothers) = (parked(phone).await, parked(other).await);
        let mut desk = stage.staff("superadmin").await;
        let key = desk.post("/api/staff/scanners", json!({ "name": "Scanwagen" })).await.json(201);
        let key = scanner(key["id"].as_str().expect("an id"));
        Self {
            agenda: db.get(&parking::agenda(&own.person)).await.expect("a read").expect("an agenda"),
            zones: db.get(&catalogue::zones()).await.expect("a read").expect("zones"),
            voucher_types: db.get(&catalogue::voucher_types()).await.expect("a read").expect("types"),
            scanner: db.get(&key).await.expect("a read").expect("a key"),
            own,
            anothers,
        }
    }
}

pub struct House {
    pub stage: Stage,
    /// Making another takes longer than asking something.
    browser: Browser,
    resident: Person,
    /// Of another resident.
    pub other_session: Key,
    accounts: BTreeMap<Role, Account>,
    without_factor: Account,
    /// Whose account others work on.
    pub colleague: Account,
    pub money: Money,
    pub parking: Parking,
    password_hash: String,
}

impl House {
    pub async fn new() -> Self {
        let stage = Stage::new().await;
        let mut phone = stage.resident(ZOE).await;
        let id: PersonId = owner(&phone);
        let resident = stage.town.app.db.get(&person(&id)).await.expect("a read").expect("a person");
        let mut other = stage.resident(MARIE).await;
        let fingerprint = other.get("/api/sessions").await.json(200)["items"][0]["id"].clone();
        let other_session = session(&of_resident(&owner(&other)), fingerprint.as_str().expect("an id"));

        let money = Money::of(&stage, &mut phone, &mut other).await;
        let parking = Parking::of(&stage, &mut phone, &mut other).await;
        let mut desk = stage.staff("superadmin").await;
        let me = desk.get("/api/staff/me").await.json(200);
        let mut accounts = BTreeMap::from([(Role::Superadmin, account(&stage, &me).await)]);
        for role in roles().filter(|role| *role != Role::Superadmin) {
            accounts.insert(role, invited(&stage, &mut desk, &format!("test.{}", role.code()), role).await);
        }
        let mut without_factor = invited(&stage, &mut desk, "without", Role::Admin).await;
        without_factor.second_factor = None;
        let colleague = invited(&stage, &mut desk, "colleague", Role::VoucherClerk).await;
        let password_hash = hash(NewPassword::check(PASSWORD, &[]).expect("good enough")).await;
        let browser = stage.portal();
        let house = Self {
            stage,
            browser,
            resident,
            other_session,
            accounts,
            without_factor,
            colleague,
            money,
            parking,
            password_hash,
        };
        house.put_back().await;
        house
    }

    pub fn app(&self) -> &App {
        &self.stage.town.app
    }

    pub fn account(&self, role: Role) -> &Account {
        &self.accounts[&role]
    }

    pub fn code(&self) -> String {
        self.stage.code_of(SECRET)
    }

    /// Everything as it was at first.
    pub async fn put_back(&self) {
        let mut transaction = Transaction::<()>::new().put(person(&self.resident.id), &self.resident);
        for account in self.accounts.values().chain([&self.without_factor, &self.colleague]) {
            let login = account.login().expect("accounts with a password");
            let row = LoginRow { staff_id: account.id.clone(), password_hash: Some(self.password_hash.clone()) };
            transaction = transaction.put(staff::account(&account.id), account).put(staff::login(login), &row);
        }
        for payment in [&self.money.own, &self.money.anothers, &self.money.parked] {
            transaction = transaction.put(payment.key(), payment);
        }
        let Parking { own, anothers, agenda, zones, voucher_types, scanner: key } = &self.parking;
        transaction = transaction
            .put(self.money.asked.key(), &self.money.asked)
            .put(own.key(), own)
            .put(anothers.key(), anothers)
            .put(parking::agenda(&own.person), agenda)
            .put(catalogue::zones(), zones)
            .put(catalogue::voucher_types(), voucher_types)
            .put(scanner(&key.fingerprint), key);
        self.app().db.commit(transaction).await.expect("all is put back");
    }

    /// Somebody at the door, with a session of now.
    pub async fn enter(&self, who: Who) -> Browser {
        match who {
            Who::Nobody => self.browser.window(),
            Who::BeforeConsent => {
                let mut browser = self.browser.window();
                self.stage.come_back(&mut browser, "itsme", AMIR).await.location();
                browser
            }
            Who::Resident => self.signed_in(self.resident.id.clone(), Term::Resident, false).await,
            Who::Halfway => self.signed_in(self.account(Role::Admin).id.clone(), Term::Staff, false).await,
            Who::WithoutFactor => self.signed_in(self.without_factor.id.clone(), Term::Staff, false).await,
            Who::Staff(role) => {
                let clerk = self.account(role).id.clone();
                // Somebody stands at everybody's desk; whether one may help them says the role.
                let reason = Line::try_from("staat aan de balie".to_owned()).expect("a line");
                let visit = DeskVisit::new(reason, self.stage.clock.now());
                self.app().db.put(&desk_visit(&clerk, &self.resident.id), &visit).await.expect("a visit");
                self.signed_in(clerk, Term::Staff, true).await
            }
        }
    }

    async fn signed_in<O: Owner>(&self, owner: O, term: Term, second_factor_passed: bool) -> Browser {
        let mut begun = Beginning::new(owner, "a test", String::new(), term, self.stage.clock.now());
        begun.row.second_factor_passed = second_factor_passed;
        self.app().db.put::<Session>(&begun.key(), &begun.row).await.expect("a session");
        let mut browser = self.browser.window();
        browser.cookies.insert(O::COOKIE.to_owned(), begun.presented.cookie_value());
        browser
    }
}

fn owner<O: Owner>(browser: &Browser) -> O {
    let id = browser.cookies[O::COOKIE].split('.').next().unwrap_or_default().to_owned();
    O::try_from(id).expect("a cookie begins with its owner")
}

/// An account that took its invitation and has a second factor.
async fn invited(stage: &Stage, desk: &mut Browser, login: &str, role: Role) -> Account {
    let asked = json!({
        "kind": "password", "name": "Iris Nijs", "email": format!("{login}@test.example"), "login": login,
        "language": "nl", "roles": [{ "role": role.code(), "scope": "region" }],
    });
    account(stage, &desk.post("/api/staff/accounts", asked).await.json(201)).await
}

async fn account(stage: &Stage, shown: &Value) -> Account {
    let id = StaffId::try_from(shown["id"].as_str().expect("an id").to_owned()).expect("an id");
    let (app, key) = (&stage.town.app, staff::account(&id));
    let mut account: Account = app.db.get(&key).await.expect("a read").expect("an account");
    let secret_sealed = app.seal(&key, "second-factor", SECRET).await.expect("sealed");
    account.second_factor = Some(SecondFactor { secret_sealed, last_step: 0 });
    account.state = State::Active;
    account.activated_at = Some(DateTime::UNIX_EPOCH);
    if let Entrance::Password { invitation, .. } = &mut account.entrance {
        *invitation = None;
    }
    account
}

/// The beginning of a WebP file: what a picture is told by.
pub fn picture() -> Vec<u8> {
    b"RIFF\x24\0\0\0WEBPVP8 and so on".to_vec()
}
