//! A session is nearly over: its booker is told, with one tap to extend.
//!
//! What is due stands in an index of the sessions themselves. A reminder is written into the outbox in the
//! transaction that takes the session out of the index, so it goes out once; one that comes too late to be of
//! use is not sent.

use crate::Schedule;
use meent_domain::calendar;
use meent_http::{Letter, MailKind, Problem, ProblemCode, Recipient, Zones};
use meent_store::parking::{BY_DUE, DUE_SHARD, Session, SessionState};
use meent_store::people::{self, Person};
use meent_store::work::{Message, Owner};
use meent_store::{Condition, PageSize, Query, Refused, Table, Transaction, audit};

/// What one run does at most; the next run goes on.
const MOST_ROUNDS: usize = 10;

/// What a run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    pub told: usize,
    /// Nobody to tell any more, or nothing to tell.
    pub passed: usize,
    /// Whose row could not be read or written; the next run tries again.
    pub failed: usize,
}

impl Schedule {
    pub async fn remind(&self) -> Result<Reminded, Problem> {
        let (mut done, zones) = (Reminded::default(), self.app.zones().await?);
        for _round in 0..MOST_ROUNDS {
            let due = Query::index(Table::Parking, BY_DUE, DUE_SHARD)
                .between("0".to_owned(), audit::at(self.app.now()))
                .page(PageSize::MOST, None);
            let page = self.app.db.query::<Session>(due).await?;
            let is_last = page.next.is_none();
            for listed in page.rows {
                // One that fails must not hold up the others.
                if let Err(problem) = self.remind_of(listed, &zones, &mut done).await {
                    tracing::warn!(code = problem.code.code(), why = problem.internal_text(), "nobody was reminded");
                    done.failed += 1;
                }
            }
            if is_last || done.failed > 0 {
                break;
            }
        }
        let Reminded { told, passed, failed } = done;
        tracing::info!(reminders = told, reminders_passed = passed, reminders_failed = failed, "reminded");
        if told + passed == 0 && failed > 0 { Err(ProblemCode::TryAgain.into()) } else { Ok(done) }
    }

    async fn remind_of(&self, listed: Session, zones: &Zones, done: &mut Reminded) -> Result<(), Problem> {
        let db = &self.app.db;
        // The index may lag: the row itself says whether it is still due.
        let Some(row) = db.get::<Session>(&listed.key()).await? else { return Ok(()) };
        if row.due_at != listed.due_at {
            return Ok(());
        }
        let letters = self.letters_about_end(&row, zones).await?;
        let told = !letters.is_empty();
        let version = row.version;
        let mut after = row.reminding(None);
        after.version += 1;
        let mut change = Transaction::new().replace(after.key(), &after, Condition::version(version), ());
        for letter in &letters {
            change = change.put(letter.key(), letter);
        }
        match db.commit(change).await {
            Ok(()) if told => done.told += 1,
            // Whoever changed it meanwhile has said anew when it is due.
            Ok(()) | Err(Refused::By(_)) => done.passed += 1,
            Err(Refused::Failed(error)) => return Err(error.into()),
        }
        Ok(())
    }

    /// By e-mail and on every device that was asked for; none to who gave neither or has left, and none about
    /// what is over.
    async fn letters_about_end(&self, session: &Session, zones: &Zones) -> Result<Vec<Message>, Problem> {
        let app = &self.app;
        let until = session.span.until();
        let Some(language) = session.remind_in else { return Ok(vec![]) };
        if session.state != SessionState::Booked || until <= app.now() {
            return Ok(vec![]);
        }
        let person: Option<Person> = app.db.get(&people::person(&session.person)).await?;
        let Some(person) = person else { return Ok(vec![]) };
        let link = app.settings.portal.join(&format!("/parking/sessions/{}?extend", session.id));
        let link = link.map_err(|_| Problem::internal("an address that is none"))?.to_string();
        let params = [
            ("town", app.settings.town_name.as_str()),
            ("plate", &session.plate.written(&session.country)),
            ("zone", &zones.name(&session.zone, language)),
            ("until", &calendar::time(until, language)),
            ("link", &link),
        ];
        let owner = Owner::Person(person.id.clone());
        let address =
            app.email_of(&person).await?.map(|address| (MailKind::ParkingEndsSoon, Recipient::Address(address)));
        let devices = app.devices_of(&person).await?.into_iter().map(|device| Recipient::Device(Box::new(device)));
        let devices = devices.map(|device| (MailKind::ParkingEndsSoonPush, device));
        let mut letters = vec![];
        for (kind, recipient) in address.into_iter().chain(devices) {
            let letter = Letter::new(recipient, &params).useful_until(until);
            letters.push(app.message(&owner, kind, language, &letter).await?);
        }
        Ok(letters)
    }
}
