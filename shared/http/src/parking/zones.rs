//! The zones, kept for a minute: they change seldom, and every quote needs them. A change begins no sooner
//! than the next day, so what is a minute old decides nothing wrong.

use super::address_of;
use crate::{Answer, App, Problem, ProblemCode};
use chrono::{DateTime, Duration, Utc};
use meent_domain::calendar::local_day;
use meent_domain::parking::{For, Zone, ZoneId, zone};
use meent_domain::{HolderId, Language};
use meent_store::catalogue;
use meent_store::parking::Session;
use meent_store::people::Person;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

const KEPT: Duration = Duration::minutes(1);

#[derive(Clone)]
pub struct Zones(Arc<catalogue::Zones>);

/// What this process read last, and when.
#[derive(Default)]
pub struct ZonesCache(Mutex<Option<(DateTime<Utc>, Zones)>>);

impl App {
    pub async fn zones(&self) -> Result<Zones, Problem> {
        let now = self.now();
        let known = self.zones_cache.0.lock().ok().and_then(|known| known.clone());
        if let Some((_, zones)) = known.filter(|(read_at, _)| (Duration::zero()..KEPT).contains(&(now - *read_at))) {
            return Ok(zones);
        }
        self.zones_afresh().await
    }

    /// Those that know the rules a session was booked under: it may have been booked elsewhere, under rules that
    /// came after these were read.
    pub async fn zones_for(&self, zones: Zones, session: Option<&Session>) -> Result<Zones, Problem> {
        let knows = |session: &Session| {
            zones.iter().any(|zone| zone.id == session.zone && zone.rules_at(session.rules).is_some())
        };
        if session.is_none_or(knows) { Ok(zones) } else { self.zones_afresh().await }
    }

    async fn zones_afresh(&self) -> Result<Zones, Problem> {
        let now = self.now();
        let row: Option<catalogue::Zones> = self.db.get(&catalogue::zones()).await?;
        let zones = Zones(Arc::new(row.unwrap_or_default()));
        if let Ok(mut known) = self.zones_cache.0.lock() {
            *known = Some((now, zones.clone()));
        }
        Ok(zones)
    }
}

impl Deref for Zones {
    type Target = [Zone];

    fn deref(&self) -> &[Zone] {
        &self.0.zones
    }
}

impl Zones {
    /// Its name; of one that is gone, its id.
    pub fn name(&self, id: &ZoneId, language: Language) -> String {
        let zone = self.iter().find(|zone| zone.id == *id);
        zone.map_or_else(|| id.to_string(), |zone| zone.name.of(language).to_owned())
    }

    pub fn find(&self, id: &ZoneId) -> Result<&Zone, Problem> {
        let found = self.iter().find(|zone| zone.id == *id);
        found.ok_or_else(|| Problem::at(ProblemCode::ZoneNotFound, "zone"))
    }

    /// The zone in which somebody has visitors; none at an address that has none.
    pub fn of_visitors(&self, person: &Person, now: DateTime<Utc>) -> Option<&Zone> {
        zone::zone_of(self, address_of(person)?, local_day(now))
    }

    /// Where it may be booked, and whose hours it uses. `holder` is whose they are, if anybody's.
    pub fn to_park(
        &self,
        person: &Person,
        holder: Option<&HolderId>,
        whom: For,
        zone: &ZoneId,
        now: DateTime<Utc>,
    ) -> Answer<(&Zone, Option<HolderId>)> {
        let asked = self.find(zone)?;
        if whom == For::Own {
            return Ok((asked, None));
        }
        let holder = holder.ok_or_else(|| Problem::at(ProblemCode::VisitorsNeedAnAddress, "for"))?;
        let theirs = self.of_visitors(person, now);
        let theirs = theirs.ok_or_else(|| Problem::at(ProblemCode::VisitorsNotHere, "for"))?;
        if theirs.id != asked.id {
            return Err(Problem::at(ProblemCode::VisitorsInOwnZone, "zone"));
        }
        Ok((asked, Some(holder.clone())))
    }
}
