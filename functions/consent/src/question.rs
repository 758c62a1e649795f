use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::consent::{Standing, TEXT_VERSION};
use meent_http::schema::AddressShape;
use meent_http::{Answer, App, By, Json, ProblemCode, Resident};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// asked, given or outdated
    #[schema(value_type = String, example = "asked")]
    state: Standing,
    /// The version of the text that is asked about now.
    text_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_at: Option<DateTime<Utc>>,
    /// What would be used.
    preview: Preview,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Preview {
    first_name: String,
    last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<AddressShape>,
}

/// What is asked, and what it is about.
#[utoipa::path(get, path = "/api/consent", tag = "consent", responses((status = 200, body = Question)))]
pub async fn question(State(app): State<App>, By(resident): By<Resident>) -> Answer<Json<Question>> {
    let preview = match app.open_claims(&resident.presented.key(), &resident.session).await? {
        Some(claims) => Preview {
            first_name: claims.first_name,
            last_name: claims.last_name,
            address: claims.address.map(AddressShape::from),
        },
        None => {
            let details = resident.person.as_ref().and_then(|person| person.details.as_ref());
            let details = details.ok_or(ProblemCode::SessionEnded)?;
            Preview {
                first_name: details.first_name.clone(),
                last_name: details.last_name.clone(),
                address: details.address.clone().map(|known| known.address.into()),
            }
        }
    };
    let decisions = resident.person.as_ref().map(|person| person.decisions.as_slice()).unwrap_or_default();
    Ok(Json(Question {
        state: Standing::of(decisions),
        text_version: TEXT_VERSION,
        decided_at: decisions.last().map(|last| last.at),
        preview,
    }))
}
