//! A clerk with a resident before them. What a page or a change needs is read in one wait with the check.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{DateTime, Utc};
use meent_domain::consent::Standing;
use meent_domain::parking::{For, Zone, ZoneId};
use meent_domain::{HolderId, PersonId, SessionId};
use meent_http::{Answer, App, Checking, Context, Cookie, Household, Path, Problem, ProblemCode, Staff, Zones};
use meent_ledger::Actor;
use meent_parking::{Read, Wanted};
use meent_store::Transaction;
use meent_store::audit::{Action, Change, Line, Subject};
use meent_store::people::{self, Details, Person};
use meent_store::web_sessions::{DeskVisit, desk_visit};
use serde::Deserialize;
use std::sync::Arc;

/// Who asks about whom, as the address says; whether they may is checked meanwhile.
pub struct Visiting {
    pub person: PersonId,
    check: Checking<Staff>,
}

#[derive(Deserialize)]
struct InPath {
    person: PersonId,
}

/// The session of somebody's that the address names.
#[derive(Deserialize)]
pub struct SessionInPath {
    pub id: SessionId,
}

impl<S: Send + Sync> FromRequestParts<S> for Visiting {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(InPath { person }) = Path::from_request_parts(parts, state).await?;
        Ok(Self { person, check: Checking::from_request_parts(parts, state).await? })
    }
}

/// A visit that goes on.
pub struct AtDesk {
    pub staff: Arc<Staff>,
    pub visit: DeskVisit,
    pub person: Person,
}

/// With the rows that parking is decided from.
pub struct Parking {
    pub desk: AtDesk,
    pub zones: Zones,
    pub read: Read,
    /// For the answer to carry, when the browser didn't know it.
    pub remember: Option<Cookie>,
}

impl Visiting {
    /// Waits for the check. Without a visit, or when it is over, nothing is shown and nothing is done.
    pub async fn begun(self, now: DateTime<Utc>) -> Answer<AtDesk> {
        let staff = self.check.caller().await?;
        let visit: Option<DeskVisit> = staff.read_ahead(&desk_visit(&staff.id, &self.person))?;
        let visit = visit.filter(|visit| now < visit.ends_at).ok_or(ProblemCode::DeskVisitNeeded)?;
        let person = helped(staff.read_ahead(&people::person(&self.person))?)?;
        Ok(AtDesk { staff, visit, person })
    }

    pub async fn parking(
        self,
        app: &App,
        household: Household,
        session: Option<SessionId>,
        now: DateTime<Utc>,
    ) -> Answer<Parking> {
        let wanted = Wanted { person: self.person.clone(), holder: household.0.clone(), session };
        let rows = async { wanted.clone().read(&app.db, now).await.map_err(Problem::from) };
        let (desk, zones, mut read) = futures::try_join!(self.begun(now), app.zones(), rows)?;
        let holder = app.holder_of(Some(&desk.person)).await?;
        let remember = household.at_the_desk(holder.as_ref());
        if read.holder != holder {
            read = Wanted { holder, ..wanted }.read(&app.db, now).await?;
        }
        let zones = app.zones_for(zones, read.session.as_ref()).await?;
        Ok(Parking { desk, zones, read, remember })
    }
}

/// Who can be helped: somebody who is there, and agrees that their data are used (P-10, P-13).
pub fn helped(person: Option<Person>) -> Answer<Person> {
    let person = person.filter(|person| person.details.is_some()).ok_or(ProblemCode::ResidentUnknown)?;
    match person.standing() {
        Standing::Given => Ok(person),
        Standing::Asked | Standing::Outdated => Err(ProblemCode::ResidentMustAgree.into()),
    }
}

impl AtDesk {
    pub fn actor(&self) -> Actor {
        Actor::Staff(self.staff.id.clone())
    }

    pub fn details(&self) -> Answer<&Details> {
        self.person.details.as_ref().ok_or_else(|| ProblemCode::ResidentUnknown.into())
    }

    /// The line that goes with what is done in this visit: for its own reason, or for the visit's.
    pub fn trail(
        &self,
        context: &Context,
        action: Action,
        reason: Option<&str>,
        changes: Vec<Change>,
    ) -> Transaction<()> {
        let mut line = line_about(context, &self.staff, action, &self.person.id).with_changes(changes);
        line.reason = Some(reason.unwrap_or(self.visit.reason.as_str()).to_owned());
        Transaction::new().create(line.key(), &line, ())
    }
}

impl Parking {
    pub fn zone_for(&self, whom: For, zone: &ZoneId, now: DateTime<Utc>) -> Answer<(&Zone, Option<HolderId>)> {
        self.zones.to_park(&self.desk.person, self.read.holder.as_ref(), whom, zone, now)
    }
}

/// By the resident's id, so that they find it among their data; by the internal id for people to read.
pub fn line_about(context: &Context, staff: &Staff, action: Action, person: &PersonId) -> Line {
    let label = person.internal_id();
    let subject = Subject { id: person.as_str(), kind: "resident", label: &label };
    let actor = (&staff.id, staff.account.name.as_str());
    let mut line = Line::about(context.now, &context.request_id, actor, action, subject);
    line.on_behalf_of = Some(label);
    line
}

/// A field of a line that only has a value now.
pub fn noted(field: &str, value: String) -> Change {
    Change { field: field.to_owned(), from: None, to: Some(value) }
}
