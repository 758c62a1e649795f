//! A resident's own profile (P-10, P-12, P-14): what is kept, what they give themselves (user name,
//! e-mail address, picture, devices to be reminded on), everything at once, and an end to it.

mod data;
mod devices;
mod email;
mod erasure;
mod picture;
mod profile;

use meent_http::{App, Problem, ProblemCode, Resident};
use meent_store::Refused;
use meent_store::people::{Details, Person};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(profile::read, profile::change))
        .routes(routes!(email::give, email::remove))
        .routes(routes!(email::confirm))
        .routes(routes!(picture::show, picture::give, picture::remove))
        .routes(routes!(devices::add))
        .routes(routes!(devices::remove))
        .routes(routes!(data::everything))
        .routes(routes!(erasure::erase))
}

/// The person, whom the guard has seen agree.
fn known(resident: &Resident) -> Result<(&Person, &Details), Problem> {
    let person = resident.person.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    let details = person.details.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    Ok((person, details))
}

/// Consent was withdrawn between reading and writing: nothing was written, and nothing may be.
fn withdrawn(refused: Refused<()>) -> Problem {
    match refused {
        Refused::By(_) => ProblemCode::ConsentNeeded.into(),
        Refused::Failed(error) => error.into(),
    }
}
