//! Everything a request about parking needs, in one wait: who asks, the zones, and the rows that decide.

use chrono::{DateTime, Utc};
use meent_domain::parking::{For, Zone, ZoneId};
use meent_domain::{HolderId, PersonId, SessionId};
use meent_http::{Answer, App, Checking, Cookie, Household, Problem, ProblemCode, Resident, Zones};
use meent_ledger::Actor;
use meent_parking::{Read, Wanted};
use meent_store::people::Person;
use std::sync::Arc;

pub struct AtHand {
    pub resident: Arc<Resident>,
    pub zones: Zones,
    pub read: Read,
    /// For the answer to carry, when the browser didn't know it.
    pub remember: Option<Cookie>,
}

impl AtHand {
    pub async fn read(
        app: &App,
        owner: PersonId,
        check: Checking<Resident>,
        household: Household,
        session: Option<SessionId>,
        now: DateTime<Utc>,
    ) -> Answer<Self> {
        let wanted = Wanted { person: owner, holder: household.0.clone(), session };
        let rows = async { wanted.clone().read(&app.db, now).await.map_err(Problem::from) };
        let (resident, zones, mut read) = futures::try_join!(check.caller(), app.zones(), rows)?;
        let holder = app.holder_of(resident.person.as_ref()).await?;
        let remember = household.to_remember(holder.as_ref());
        if read.holder != holder {
            read = Wanted { holder, ..wanted }.read(&app.db, now).await?;
        }
        let zones = app.zones_for(zones, read.session.as_ref()).await?;
        Ok(Self { resident, zones, read, remember })
    }

    pub fn actor(&self) -> Actor {
        Actor::Resident(self.resident.id.clone())
    }

    pub fn person(&self) -> Answer<&Person> {
        self.resident.person.as_ref().ok_or_else(|| ProblemCode::ConsentNeeded.into())
    }

    /// The zone in which this resident has visitors; none at an address that has none.
    pub fn visitors_zone(&self, now: DateTime<Utc>) -> Answer<Option<&Zone>> {
        Ok(self.zones.of_visitors(self.person()?, now))
    }

    /// Where it may be booked, and whose hours it uses.
    pub fn zone_for(&self, whom: For, zone: &ZoneId, now: DateTime<Utc>) -> Answer<(&Zone, Option<HolderId>)> {
        self.zones.to_park(self.person()?, self.read.holder.as_ref(), whom, zone, now)
    }
}
