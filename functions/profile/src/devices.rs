//! Browsers that a resident wants to be reminded on. Their addresses are the resident's, so they stand
//! with their details, sealed, and go with them.

use axum::extract::State;
use axum::http::StatusCode;
use meent_http::{Answer, App, By, Json, Path, Problem, ProblemBody, ProblemCode, Resident};
use meent_push::{Subscription, Wrong};
use meent_secrets::Fingerprint;
use meent_store::people::{self, Device, Person};
use meent_store::{Condition, Refused, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who has more forgot the first.
const MOST_DEVICES: usize = 10;

/// As a browser's `PushSubscription` says it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviceAsked {
    #[schema(example = "https://updates.push.services.mozilla.com/wpush/v2/abc")]
    endpoint: String,
    keys: DeviceKeys,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeviceKeys {
    p256dh: String,
    auth: String,
}

#[derive(Serialize, ToSchema)]
pub struct DeviceAdded {
    /// Always the same for the same browser.
    id: String,
}

/// Reminds on this device too.
#[utoipa::path(
    post, path = "/api/profile/devices", tag = "profile", operation_id = "add_device", request_body = DeviceAsked,
    responses(
        (status = 201, body = DeviceAdded),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn add(
    State(app): State<App>,
    By(resident): By<Resident>,
    Json(asked): Json<DeviceAsked>,
) -> Answer<(StatusCode, Json<DeviceAdded>)> {
    let (person, details) = crate::known(&resident)?;
    let subscription = Subscription::new(&asked.endpoint, &asked.keys.p256dh, &asked.keys.auth);
    let subscription = subscription.map_err(|wrong| {
        let field = match wrong {
            Wrong::Endpoint => "endpoint",
            Wrong::PublicKey => "keys.p256dh",
            Wrong::SharedSecret => "keys.auth",
        };
        Problem::at(ProblemCode::FieldNotValid, field)
    })?;
    let push = &app.settings.push;
    let key = push.public_key.clone().filter(|_| push.knows(subscription.endpoint()));
    let for_key = key.ok_or_else(|| Problem::at(ProblemCode::PushNotPossible, "endpoint"))?;
    let device = app.device_of(&person.id, &resident.session, &subscription, for_key).await?;
    let mut devices: Vec<Device> = details.devices.iter().filter(|known| known.is_beside(&device)).cloned().collect();
    let id = device.id.clone();
    devices.push(device);
    let too_many = devices.len().saturating_sub(MOST_DEVICES);
    devices.drain(..too_many);
    save(&app, person, &devices).await?;
    Ok((StatusCode::CREATED, Json(DeviceAdded { id })))
}

/// No longer reminds on a device. One that isn't there is as good as removed.
#[utoipa::path(
    delete, path = "/api/profile/devices/{id}", tag = "profile", operation_id = "remove_device",
    params(("id" = String, Path)),
    responses(
        (status = 204),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn remove(
    State(app): State<App>,
    By(resident): By<Resident>,
    Path(id): Path<Fingerprint>,
) -> Answer<StatusCode> {
    let (person, details) = crate::known(&resident)?;
    let others: Vec<Device> = details.devices.iter().filter(|known| known.id != id.as_str()).cloned().collect();
    if others.len() < details.devices.len() {
        save(&app, person, &others).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Under the version that was read: of two who change the list at once, one is asked to try again.
async fn save(app: &App, person: &Person, devices: &[Device]) -> Answer<()> {
    let fields = vec![("details.devices", value::of(&devices)?)];
    let change =
        Transaction::<()>::new().change(people::person(&person.id), fields, Condition::version(person.version), ());
    Ok(app.db.commit(change).await.map_err(Refused::into_failure)?)
}
