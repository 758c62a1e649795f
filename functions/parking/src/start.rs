use crate::at_hand::AtHand;
use axum::extract::State;
use meent_domain::PersonId;
use meent_http::parking::{KnownPlateShown, QuotaShown, known_plates, quota};
use meent_http::{Answer, App, Checking, Claimed, Context, Cookie, Household, Json, Resident};
use meent_store::people::Device;
use serde::Serialize;
use utoipa::ToSchema;

/// What one needs to know before booking.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingStart {
    balance_cents: i64,
    /// The zone in which visitors park; none when the address is unknown or in no zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    visitors_zone: Option<String>,
    /// Whether there is an address that counts (P-10).
    has_address: bool,
    /// Visitors' hours left of this quarter and the next.
    quota: Vec<QuotaShown>,
    /// Paid time of one visit, at most.
    visit_minutes: u32,
    reminders: Reminders,
    /// The plates parked before, the last one first.
    plates: Vec<KnownPlateShown>,
}

/// By what a reminder can come.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Reminders {
    /// Whether there is an e-mail address.
    email: bool,
    /// What a browser needs to be reachable; none where the town offers no notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    push_key: Option<String>,
    /// The browser that asks, if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    here: Option<String>,
}

/// Balance, visitors' hours and plates, for a new booking.
#[utoipa::path(get, path = "/api/parking", tag = "parking", operation_id = "parking_start", responses((status = 200, body = ParkingStart)))]
pub async fn start(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
) -> Answer<(Option<Cookie>, Json<ParkingStart>)> {
    let now = context.now;
    let at_hand = AtHand::read(&app, owner.clone(), check, household, None, now);
    let (at_hand, plates) = futures::try_join!(at_hand, known_plates(&app, &owner))?;
    let zone = at_hand.visitors_zone(now)?;
    let (person, push_key) = (at_hand.person()?, app.settings.push.public_key.clone());
    let is_here = |device: &&Device| {
        device.session == at_hand.resident.session.fingerprint && push_key.as_ref() == Some(&device.for_key)
    };
    let here = person.devices().iter().find(is_here);
    let start = ParkingStart {
        balance_cents: at_hand.read.balance(),
        visitors_zone: zone.map(|zone| zone.id.to_string()),
        has_address: at_hand.read.holder.is_some(),
        quota: quota(&app.settings.parking, &at_hand.read, &[], now),
        visit_minutes: app.settings.parking.visit_minutes,
        reminders: Reminders {
            email: person.details.as_ref().is_some_and(|details| details.email_sealed.is_some()),
            here: here.map(|device| device.id.clone()),
            push_key,
        },
        plates,
    };
    Ok((at_hand.remember, Json(start)))
}
