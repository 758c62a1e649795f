//! Browsers that a resident wants to be reminded on. Their addresses are the resident's, so they stand
//! with their details, sealed, and go with them.

use axum::extract::State;
use axum::http::StatusCode;
use meent_http::{Answer, App, By, Json, Path, Problem, ProblemBody, ProblemCode, Resident};
use meent_push::{Subscription, Wrong};
use meent_secrets::Fingerprint;
use meent_store::Refused;
use meent_store::people::Device;
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
    let mut devices: Vec<&Device> = details.devices.iter().filter(|known| known.is_beside(&device)).collect();
    devices.push(&device);
    let too_many = devices.len().saturating_sub(MOST_DEVICES);
    app.set_devices(person, &devices[too_many..]).await.map_err(Refused::into_failure)?;
    Ok((StatusCode::CREATED, Json(DeviceAdded { id: device.id })))
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
    let others: Vec<&Device> = details.devices.iter().filter(|known| known.id != id.as_str()).collect();
    if others.len() < details.devices.len() {
        app.set_devices(person, &others).await.map_err(Refused::into_failure)?;
    }
    Ok(StatusCode::NO_CONTENT)
}
