//! Who never signed in becomes a resident at the desk, from the identity card. When they sign in later, through
//! whichever provider, the number leads to the same person (P-2).

use crate::visiting::{line_about, noted};
use crate::visits::{VisitBegun, number_on_card};
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::company::Line;
use meent_domain::consent::{Answer as Said, Decision, Standing, TEXT_VERSION};
use meent_domain::person::{Address, FullName};
use meent_domain::{Language, PersonId};
use meent_http::{
    Answer, App, Checking, Claims, Context, Cookie, Household, Json, Problem, ProblemBody, ProblemCode, Staff,
};
use meent_store::audit::Action;
use meent_store::people::{self, AddressSource, Details, NumberLock, Person};
use meent_store::web_sessions::{DeskVisit, desk_visit};
use meent_store::{Condition, Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResidentAsked {
    /// As it stands on the identity card
    #[schema(example = "85.07.30-033.28")]
    national_number: String,
    #[schema(value_type = String)]
    first_name: FullName,
    #[schema(value_type = String)]
    last_name: FullName,
    address: AddressOnCard,
    /// For letters and papers
    #[schema(value_type = String, example = "nl")]
    language: Language,
    /// The text about the use of data was read with them, or handed over, and they agree.
    consent: bool,
    /// The version of that text.
    text_version: String,
    /// Why somebody is at the desk.
    #[schema(value_type = String)]
    reason: Line,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddressOnCard {
    #[schema(value_type = String)]
    street: Line,
    #[schema(value_type = String)]
    number: Line,
    #[serde(default, rename = "box")]
    #[schema(value_type = Option<String>)]
    box_number: Option<Line>,
    #[schema(value_type = String)]
    postcode: Line,
    #[schema(value_type = String)]
    town: Line,
}

impl From<AddressOnCard> for Address {
    fn from(card: AddressOnCard) -> Self {
        let AddressOnCard { street, number, box_number, postcode, town } = card;
        Self {
            street: street.into(),
            number: number.into(),
            box_number: box_number.map(String::from),
            postcode: postcode.into(),
            town: town.into(),
        }
    }
}

/// Makes a resident from the identity card, and opens the visit.
#[utoipa::path(
    post, path = "/api/staff/desk/residents", tag = "desk", operation_id = "desk_make_resident",
    request_body = ResidentAsked,
    responses(
        (status = 201, body = VisitBegun),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn make(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    household: Household,
    Json(asked): Json<ResidentAsked>,
) -> Answer<(StatusCode, Option<Cookie>, Json<VisitBegun>)> {
    if !asked.consent {
        return Err(Problem::at(ProblemCode::ConfirmationNeeded, "consent"));
    }
    if asked.text_version != TEXT_VERSION {
        return Err(Problem::at(ProblemCode::ConsentTextChanged, "textVersion"));
    }
    let number = number_on_card(&asked.national_number, context.now)?;
    let lookup = app.data_keys().await?.lookup("national-number", &number.digits());
    let (first, last) = (asked.first_name.as_str(), asked.last_name.as_str());
    let claims = Claims::of_card(&number, lookup, first, last, asked.address.into());
    let lock_key = people::number_lock(&claims.number_lookup);
    let lock = async { app.db.get::<NumberLock>(&lock_key).await.map_err(Problem::from) };
    let (staff, lock) = futures::try_join!(check.caller(), lock)?;
    let (person, change) = match lock {
        Some(lock) => come_back(&app, &context, &claims, lock.person_id).await?,
        None => new(&app, &context, &claims, asked.language).await?,
    };
    let visit = DeskVisit::new(asked.reason, context.now);
    let mut line = line_about(&context, &staff, Action::DeskResidentMade, &person.id);
    line.reason = Some(visit.reason.as_str().to_owned());
    line.changes = vec![noted("consentText", TEXT_VERSION.to_owned())];
    let change = change.put(desk_visit(&staff.id, &person.id), &visit).create(line.key(), &line, ());
    match app.db.commit(change).await {
        Ok(()) => {}
        // Somebody was quicker: at another desk, or the resident themselves.
        Err(Refused::By(_)) => return Err(ProblemCode::ResidentKnown.into()),
        Err(Refused::Failed(error)) => return Err(error.into()),
    }
    let remember = household.at_the_desk(app.holder_of(Some(&person)).await?.as_ref());
    Ok((StatusCode::CREATED, remember, Json(VisitBegun::of(&person.id, &visit))))
}

/// What the card says, verified by who looked at it (P-10).
async fn details(app: &App, claims: &Claims, id: &PersonId) -> Answer<Details> {
    let mut details = app.details_of(claims, id).await?;
    if let Some(address) = &mut details.address {
        address.source = AddressSource::Clerk;
    }
    Ok(details)
}

fn yes(context: &Context) -> Decision {
    Decision { decision: Said::Yes, text_version: TEXT_VERSION.to_owned(), at: context.now }
}

async fn new(app: &App, context: &Context, claims: &Claims, language: Language) -> Answer<(Person, Transaction<()>)> {
    let id = PersonId::from_random(meent_secrets::random_bytes());
    let person = Person {
        version: 1,
        created_at: context.now,
        language,
        decisions: vec![yes(context)],
        signed_out_before: None,
        details: Some(details(app, claims, &id).await?),
        erased_at: None,
        id,
    };
    let lock = NumberLock { person_id: person.id.clone(), agreed_to: Some(TEXT_VERSION.to_owned()) };
    let change = Transaction::new().create(people::person(&person.id), &person, ()).create(
        people::number_lock(&claims.number_lookup),
        &lock,
        (),
    );
    Ok((person, change))
}

/// Who withdrew, or agreed to an older text, is asked anew and stays the same person. Who agrees already is known.
async fn come_back(app: &App, context: &Context, claims: &Claims, id: PersonId) -> Answer<(Person, Transaction<()>)> {
    let known: Option<Person> = app.db.get(&people::person(&id)).await?;
    let mut person = known.ok_or(ProblemCode::Busy)?;
    if person.details.is_some() && person.standing() == Standing::Given {
        return Err(ProblemCode::ResidentKnown.into());
    }
    let unchanged = Condition::version(person.version);
    let fresh = details(app, claims, &id).await?;
    person.details = Some(match person.details.take() {
        Some(kept) => {
            Details { first_name: fresh.first_name, last_name: fresh.last_name, address: fresh.address, ..kept }
        }
        None => fresh,
    });
    person.decisions.push(yes(context));
    person.version += 1;
    let lock = NumberLock { person_id: id, agreed_to: Some(TEXT_VERSION.to_owned()) };
    let change = Transaction::new()
        .replace(people::person(&person.id), &person, unchanged, ())
        .put(people::number_lock(&claims.number_lookup), &lock);
    Ok((person, change))
}
