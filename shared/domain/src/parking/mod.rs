//! Parking: what a zone's rules make of a stretch of time (spec 3).
//!
//! Everything is over the town's own clock, across midnight, holidays and both changes of the clocks, and
//! counts whole minutes. Nothing here knows what was booked: whoever books reads that, and asks.

pub mod holiday;
pub mod hours;
pub mod paid;
pub mod plan;
pub mod plate;
pub mod policy;
pub mod price;
pub mod quarter;
pub mod series;
pub mod span;
pub mod together;
pub mod visit;
pub mod zone;

pub use hours::{DayHours, HolidayRule, TimeOfDay, WeekHours, Window};
pub use plan::Plan;
pub use plate::{Country, Plate, PlateName};
pub use policy::{Policy, QuotaOf};
pub use price::{Priced, Rate};
pub use quarter::Quarter;
pub use series::Series;
pub use span::Span;
pub use zone::{Rules, Street, Zone, ZoneId};

use serde::{Deserialize, Serialize};

/// For whom somebody parks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum For {
    /// One's own plate, anywhere, at the zone's own price: the "flexibel abonnement".
    Own,
    /// A visitor, in the zone of the resident's address, at the visitors' price and within the quota.
    Visitor,
}
