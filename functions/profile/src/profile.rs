use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::consent::Decision;
use meent_domain::person::UserName;
use meent_domain::{Language, PersonId};
use meent_http::schema::AddressShape;
use meent_http::{Answer, App, By, Context, Json, Resident};
use meent_store::people::{self, AddressSource, Details, KnownAddress, PendingEmail, Person};
use meent_store::{Condition, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    first_name: String,
    last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<String>,
    language: String,
    /// Enough to recognise one's own.
    #[schema(example = "85.07.30-***.**")]
    national_number_masked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<AddressShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<EmailShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_email: Option<PendingShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<PictureShown>,
    consent: ConsentShown,
    internal_id: String,
    profile_id: String,
}

#[derive(Serialize, ToSchema)]
struct AddressShown {
    #[serde(flatten)]
    address: AddressShape,
    /// provider or clerk: who says so
    source: &'static str,
}

#[derive(Serialize, ToSchema)]
struct EmailShown {
    address: String,
    confirmed: bool,
}

/// An address a code was sent to.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PendingShown {
    address: String,
    expires_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
struct PictureShown {
    url: String,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ConsentShown {
    text_version: String,
    decided_at: DateTime<Utc>,
    decisions: Vec<DecisionShown>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct DecisionShown {
    /// yes or no
    #[schema(value_type = String)]
    decision: meent_domain::consent::Answer,
    text_version: String,
    at: DateTime<Utc>,
}

impl From<KnownAddress> for AddressShown {
    fn from(known: KnownAddress) -> Self {
        let source = match known.source {
            AddressSource::Provider => "provider",
            AddressSource::Clerk => "clerk",
        };
        Self { address: known.address.into(), source }
    }
}

impl From<&Decision> for DecisionShown {
    fn from(decision: &Decision) -> Self {
        let Decision { decision, text_version, at } = decision.clone();
        Self { decision, text_version, at }
    }
}

/// A profile as it is shown, of a person as it is kept.
pub async fn shown(app: &App, context: &Context, person: &Person, details: &Details) -> Answer<Profile> {
    let key = people::person(&person.id);
    let email = match &details.email_sealed {
        Some(sealed) => Some(EmailShown { address: app.open(&key, "email", sealed).await?, confirmed: true }),
        None => None,
    };
    let pending = details.pending_email.as_ref().filter(|pending: &&PendingEmail| context.now < pending.ends_at);
    let pending_email = match pending {
        Some(pending) => Some(PendingShown {
            address: app.open(&key, "pending-email", &pending.address_sealed).await?,
            expires_at: pending.ends_at,
        }),
        None => None,
    };
    let last = person.decisions.last();
    Ok(Profile {
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        user_name: details.user_name.as_ref().map(|name| name.as_str().to_owned()),
        language: person.language.code().to_owned(),
        national_number_masked: app.national_number(&person.id, details).await?.masked(),
        address: details.address.clone().map(AddressShown::from),
        email,
        pending_email,
        // The key changes with the picture, so a browser may keep what it was given.
        picture: details.picture.as_ref().map(|key| PictureShown { url: format!("/api/profile/picture?of={key}") }),
        consent: ConsentShown {
            text_version: last.map(|last| last.text_version.clone()).unwrap_or_default(),
            decided_at: last.map_or(person.created_at, |last| last.at),
            decisions: person.decisions.iter().map(DecisionShown::from).collect(),
        },
        internal_id: person.id.internal_id(),
        profile_id: person.id.profile_id(),
    })
}

/// One's profile.
#[utoipa::path(get, path = "/api/profile", tag = "profile", responses((status = 200, body = Profile)))]
pub async fn read(State(app): State<App>, context: Context, By(resident): By<Resident>) -> Answer<Json<Profile>> {
    let (person, details) = crate::known(&resident)?;
    shown(&app, &context, person, details).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileChange {
    /// nl, fr, de or en
    #[schema(value_type = Option<String>)]
    language: Option<Language>,
    /// The name to be greeted by; empty to have none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    user_name: Option<Option<UserName>>,
}

/// An empty text takes the name away; no field at all leaves it.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<UserName>>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() {
        return Ok(Some(None));
    }
    UserName::try_from(text).map(|name| Some(Some(name))).map_err(serde::de::Error::custom)
}

/// Changes language or user name.
#[utoipa::path(
    patch, path = "/api/profile", tag = "profile", request_body = ProfileChange,
    responses((status = 200, body = Profile), (status = 400, body = meent_http::ProblemBody, content_type = "application/problem+json"))
)]
pub async fn change(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Json(asked): Json<ProfileChange>,
) -> Answer<Json<Profile>> {
    let (person, details) = crate::known(&resident)?;
    let (mut person, mut details) = (person.clone(), details.clone());
    let mut fields = vec![];
    if let Some(language) = asked.language {
        fields.push(("language", value::text(language.code())));
        person.language = language;
    }
    if let Some(user_name) = asked.user_name {
        fields.push((
            "details.user_name",
            user_name.as_ref().map_or_else(value::nothing, |name| value::text(name.as_str())),
        ));
        details.user_name = user_name;
    }
    if !fields.is_empty() {
        save(&app, &person.id, fields).await?;
    }
    shown(&app, &context, &person, &details).await.map(Json)
}

/// Sets fields of somebody who still agrees.
pub async fn save(app: &App, id: &PersonId, fields: Vec<(&'static str, value::Value)>) -> Answer<()> {
    let transaction = Transaction::new().change(people::person(id), fields, Condition::Has("details"), ());
    app.db.commit(transaction).await.map_err(crate::withdrawn)
}
