//! Somebody left (P-12): what they booked and has not begun is cancelled, what runs may run out, and then no
//! plate of theirs stays. The sessions themselves stay, under an id that leads to nobody: the ledger's
//! movements are about them.

use crate::Outbox;
use crate::jobs::Outcome;
use meent_domain::parking::{Country, Plate};
use meent_domain::{PersonId, SessionId};
use meent_http::{Problem, ProblemCode};
use meent_ledger::{Actor, Request};
use meent_parking::{Ending, NotDone, Wanted, end};
use meent_payments::{NotAsked, ask_everything};
use meent_store::parking::{self, Agenda, KNOWN, KnownPlate, SESSIONS, Session, person_pk};
use meent_store::people::{self, Person};
use meent_store::{Condition, Query, Refused, Table, Transaction};

impl Outbox {
    pub(crate) async fn leave_parking(&self, person: &PersonId) -> Result<Outcome, Problem> {
        let db = &self.app.db;
        // Who came back meanwhile has not left.
        let row: Option<Person> = db.get(&people::person(person)).await?;
        if row.is_some_and(|row| row.details.is_some()) {
            return Ok(Outcome::Done);
        }
        let agenda: Agenda = db.get(&parking::agenda(person)).await?.unwrap_or_default();
        let now = self.app.now();
        for line in agenda.lines.iter().filter(|line| now < line.span.from()) {
            self.cancel(person, &line.session).await?;
        }
        self.pay_back(person).await?;
        if agenda.current(now).is_some() {
            return Ok(Outcome::NotYet);
        }
        self.forget_plates(person).await?;
        Ok(Outcome::Done)
    }

    async fn cancel(&self, person: &PersonId, session: &SessionId) -> Result<(), Problem> {
        let (app, now) = (&self.app, self.app.now());
        let wanted = Wanted { person: person.clone(), holder: None, session: Some(session.clone()) };
        let read = wanted.read(&app.db, now).await?;
        let zones = app.zones().await?;
        let ending = Ending {
            person: person.clone(),
            actor: Actor::Town,
            request: Request::new(&Actor::Town, "leave-parking", session.as_str(), ""),
            session: session.clone(),
            zones: &zones,
        };
        let nothing_else = Transaction::new();
        match end(&app.db, &app.settings.parking, &ending, read, &nothing_else, now).await {
            Ok(_) | Err(NotDone::Over | NotDone::NoSession) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// What came back goes the way the rest went.
    async fn pay_back(&self, person: &PersonId) -> Result<(), Problem> {
        match ask_everything(&self.app.db, person, "leave-parking", None, Transaction::new(), self.app.now()).await {
            Ok(()) | Err(NotAsked::By) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn forget_plates(&self, person: &PersonId) -> Result<(), Problem> {
        let db = &self.app.db;
        let of = |prefix| Query::partition(Table::Parking, person_pk(person)).beginning_with(prefix);
        for known in db.query_all::<KnownPlate>(of(KNOWN)).await? {
            db.delete(&parking::known_plate(person, &known.country, &known.plate)).await?;
        }
        db.delete(&parking::agenda(person)).await?;
        let nobody = || Plate::try_from("GONE".to_owned()).map_err(|_| Problem::internal("no plate for nobody"));
        for session in db.query_all::<Session>(of(SESSIONS)).await? {
            if session.plate == nobody()? {
                continue;
            }
            let (version, right) = (session.version, session.plate.clone());
            let gone = Session { plate: nobody()?, country: Country::default(), version: version + 1, ..session };
            let change = Transaction::new().replace(gone.key(), &gone, Condition::version(version), ()).set(
                parking::plate(&right),
                vec![parking::PlateRow::kept(self.app.now())],
                vec![parking::PlateRow::field(&gone.id)],
            );
            match db.commit(change).await {
                Ok(()) => {}
                Err(Refused::By(_)) => return Err(ProblemCode::Busy.into()),
                Err(Refused::Failed(error)) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
