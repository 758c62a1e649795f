//! Everything held about a resident, at once (P-14). The portal shows the same as a page to read.

use crate::profile::{Profile, shown};
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_http::{Answer, App, Checking, Claimed, Context, Json, Resident};
use meent_store::ledger::AccountRow;
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
    wallet: WalletHeld,
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
struct WalletHeld {
    balance_cents: i64,
}

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
    let wallet = meent_ledger::Account::Wallet(id.clone()).key();
    let (sessions, mails, wallet) = futures::join!(
        app.db.query_all::<Session>(sessions),
        app.db.query_all::<Message>(mails),
        app.db.get::<AccountRow>(&wallet),
    );
    let (sessions, mails, wallet) = (sessions?, mails?, wallet?);
    let resident = check.caller().await?;
    let (person, details) = crate::known(&resident)?;
    let everything = Everything {
        generated_at: context.now,
        national_number: app.national_number(&person.id, details).await?.digits(),
        created_at: person.created_at,
        profile: shown(&app, &context, person, details).await?,
        sessions: sessions.into_iter().map(SessionHeld::from).collect(),
        mails: mails.into_iter().map(MailHeld::from).collect(),
        wallet: WalletHeld { balance_cents: wallet.unwrap_or_default().balance },
    };
    Ok(([(header::CONTENT_DISPOSITION, "inline; filename=\"meent.json\"")], Json(everything)))
}

impl From<Session> for SessionHeld {
    fn from(row: Session) -> Self {
        let Session { signed_in_at, last_seen_at, ends_at, provider, device, .. } = row;
        Self { signed_in_at, last_seen_at, ends_at, provider, device }
    }
}

impl From<Message> for MailHeld {
    fn from(row: Message) -> Self {
        Self { kind: row.kind, at: row.created_at, state: row.state }
    }
}
