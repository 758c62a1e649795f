//! The zones, kept for a minute: they change seldom, and every quote needs them. A change begins no sooner
//! than the next day, so what is a minute old decides nothing wrong.

use crate::{App, Problem, ProblemCode};
use chrono::{DateTime, Duration, Utc};
use meent_domain::Language;
use meent_domain::parking::{Zone, ZoneId};
use meent_store::catalogue;
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
}
