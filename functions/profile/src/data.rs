//! Everything held about a resident, at once (P-14). The portal shows the same as a page to read.

use crate::profile::{Profile, shown};
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_domain::company::Company;
use meent_domain::parking::For;
use meent_http::{Answer, App, Checking, Claimed, Context, Json, Resident};
use meent_ledger::{Account, Statement, entries};
use meent_store::audit::{Action, Line};
use meent_store::ledger::{AccountRow, EntryRow};
use meent_store::parking::{
    KNOWN, KnownPlate, SESSIONS as SESSIONS_PARKED, Session as Parked, SessionState, person_pk,
};
use meent_store::payments::{BY_PERSON, List, Payment, Refund, person_of};
use meent_store::people::Device;
use meent_store::web_sessions::{SESSIONS, Session, of_resident};
use meent_store::work::{Delivery, MAILS, Message, Owner};
use meent_store::{Query, Table};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Everything {
    generated_at: DateTime<Utc>,
    /// Whole here, since this is the answer to its owner's own question.
    national_number: String,
    created_at: DateTime<Utc>,
    profile: Profile,
    sessions: Vec<SessionHeld>,
    mails: Vec<MailHeld>,
    /// Browsers that reminders are sent to.
    devices: Vec<DeviceHeld>,
    wallet: WalletHeld,
    parking: ParkingHeld,
    /// When staff looked at this account or did something in it, the latest first (P-63).
    staff: Vec<StaffActed>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct SessionHeld {
    signed_in_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    provider: String,
    device: String,
}

/// A letter that was sent: which and when. What it said is not kept.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct MailHeld {
    kind: String,
    at: DateTime<Utc>,
    /// waiting, delivered or undelivered
    #[schema(value_type = String)]
    state: Delivery,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct DeviceHeld {
    added_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct WalletHeld {
    balance_cents: i64,
    transactions: Vec<TransactionHeld>,
    payments: Vec<PaymentHeld>,
    refunds: Vec<RefundHeld>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TransactionHeld {
    number: u64,
    at: DateTime<Utc>,
    amount_cents: i64,
    balance_after_cents: i64,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PaymentHeld {
    reference: String,
    at: DateTime<Utc>,
    amount_cents: i64,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_with: Option<String>,
    /// Of the receipt or invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    paper_number: Option<String>,
    /// Whom an invoice was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<meent_http::schema::CompanyShape>)]
    company: Option<Company>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct RefundHeld {
    at: DateTime<Utc>,
    amount_cents: i64,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    credit_notes: Vec<String>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ParkingHeld {
    bookings: Vec<ParkedHeld>,
    plates: Vec<PlateHeld>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ParkedHeld {
    reference: String,
    plate: String,
    country: String,
    zone: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String)]
    whom: For,
    /// booked, stopped or cancelled
    #[schema(value_type = String)]
    state: SessionState,
    cents: i64,
    booked_at: DateTime<Utc>,
    at_the_desk: bool,
    /// The day after which it is removed.
    kept_until: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct StaffActed {
    at: DateTime<Utc>,
    /// As the town's own trail calls it.
    #[schema(value_type = String, example = "desk.visit")]
    action: Action,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// A plate that is remembered.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PlateHeld {
    plate: String,
    country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    used_at: DateTime<Utc>,
}

/// What one answer holds; the statement's own file has the rest.
const MOST_TRANSACTIONS: usize = 10_000;

/// Everything held about the one who asks.
#[utoipa::path(get, path = "/api/profile/data", tag = "profile", responses((status = 200, body = Everything)))]
pub async fn everything(
    State(app): State<App>,
    context: Context,
    Claimed(id): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<impl IntoResponse> {
    let sessions = Query::partition(Table::WebSessions, of_resident(&id)).beginning_with(SESSIONS);
    let mails = Query::partition(Table::Work, Owner::Person(id.clone()).pk()).beginning_with(MAILS);
    let account = Account::Wallet(id.clone());
    let wallet_key = account.key();
    let whole = Statement { account, period: None, invoiced: false };
    let of_person = |list| Query::index(Table::Payments, BY_PERSON, person_of(list, &id));
    let of_parking = |prefix| Query::partition(Table::Parking, person_pk(&id)).beginning_with(prefix);
    let by_staff = Query::index(Table::Audit, "by-subject", id.as_str()).newest_first();
    let (sessions, mails, wallet, transactions, payments, refunds, parked, plates, acted) = futures::join!(
        app.db.query_all::<Session>(sessions),
        app.db.query_all::<Message>(mails),
        app.db.get::<AccountRow>(&wallet_key),
        entries(&app.db, &whole, MOST_TRANSACTIONS),
        app.db.query_all::<Payment>(of_person(List::Payments)),
        app.db.query_all::<Refund>(of_person(List::Refunds)),
        app.db.query_all::<Parked>(of_parking(SESSIONS_PARKED)),
        app.db.query_all::<KnownPlate>(of_parking(KNOWN)),
        app.db.query_all::<Line>(by_staff),
    );
    let (sessions, mails, wallet) = (sessions?, mails?, wallet?.unwrap_or_default());
    let (transactions, payments, refunds) = (transactions?.unwrap_or_default(), payments?, refunds?);
    let (parked, plates, acted) = (parked?, plates?, acted?);
    let resident = check.caller().await?;
    let (person, details) = crate::known(&resident)?;
    let everything = Everything {
        generated_at: context.now,
        national_number: app.national_number(&person.id, details).await?.digits(),
        created_at: person.created_at,
        profile: shown(&app, &context, person, details).await?,
        sessions: sessions.into_iter().map(SessionHeld::from).collect(),
        mails: mails.into_iter().map(MailHeld::from).collect(),
        devices: details.devices.iter().map(DeviceHeld::from).collect(),
        wallet: WalletHeld {
            balance_cents: wallet.balance,
            transactions: transactions.into_iter().map(TransactionHeld::from).collect(),
            payments: held(&app, payments).await?,
            refunds: refunds.into_iter().map(RefundHeld::from).collect(),
        },
        parking: ParkingHeld {
            bookings: parked.into_iter().map(ParkedHeld::from).collect(),
            plates: plates.into_iter().map(PlateHeld::from).collect(),
        },
        staff: acted.into_iter().map(StaffActed::from).collect(),
    };
    Ok(([(header::CONTENT_DISPOSITION, "inline; filename=\"meent.json\"")], Json(everything)))
}

async fn held(app: &App, payments: Vec<Payment>) -> Answer<Vec<PaymentHeld>> {
    let mut held = vec![];
    for row in payments {
        let company = app.company_of(&row).await?;
        held.push(PaymentHeld {
            reference: row.id.reference(),
            at: row.ordered_at,
            amount_cents: row.ordered.0,
            state: row.state.code(),
            paid_with: row.received.and_then(|received| received.method),
            paper_number: row.paper_number,
            company,
        });
    }
    Ok(held)
}

impl From<EntryRow> for TransactionHeld {
    fn from(row: EntryRow) -> Self {
        let EntryRow { number, at, amount, balance_after, .. } = row;
        Self { number, at, amount_cents: amount, balance_after_cents: balance_after }
    }
}

impl From<Refund> for RefundHeld {
    fn from(row: Refund) -> Self {
        let notes = row.parts.into_iter().filter_map(|part| part.credit_note);
        Self {
            at: row.asked_at,
            amount_cents: row.cents.0,
            state: row.state.code(),
            reason: row.reason,
            credit_notes: notes.map(|note| note.number).collect(),
        }
    }
}

impl From<Parked> for ParkedHeld {
    fn from(row: Parked) -> Self {
        Self {
            reference: row.id.reference(),
            plate: row.plate.into(),
            country: row.country.into(),
            zone: row.zone.into(),
            from: row.span.from(),
            until: row.span.until(),
            whom: row.whom,
            state: row.state,
            cents: row.cents.0,
            booked_at: row.booked_at,
            at_the_desk: row.at_the_desk,
            kept_until: row.kept_until,
        }
    }
}

impl From<KnownPlate> for PlateHeld {
    fn from(row: KnownPlate) -> Self {
        let KnownPlate { plate, country, name, used_at, .. } = row;
        Self { plate: plate.into(), country: country.into(), name: name.map(String::from), used_at }
    }
}

impl From<Line> for StaffActed {
    fn from(line: Line) -> Self {
        Self { at: line.at, action: line.action, reason: line.reason }
    }
}

impl From<Session> for SessionHeld {
    fn from(row: Session) -> Self {
        let Session { signed_in_at, last_seen_at, ends_at, provider, device, .. } = row;
        Self { signed_in_at, last_seen_at, ends_at, provider, device }
    }
}

impl From<&Device> for DeviceHeld {
    fn from(device: &Device) -> Self {
        Self { added_at: device.added_at }
    }
}

impl From<Message> for MailHeld {
    fn from(row: Message) -> Self {
        Self { kind: row.kind, at: row.created_at, state: row.state }
    }
}
