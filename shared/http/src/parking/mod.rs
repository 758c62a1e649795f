//! What functions about parking share, those of residents and that of the desk: the zones, whose hours visitors
//! use, what is asked and shown, and why something can't be.

pub mod apds;
mod household;
mod list;
mod plates;
mod problems;
mod shown;
mod wanted;
mod zones;

pub use household::{Household, address_of};
pub use list::{PageAsked, ParkingList, Period};
pub use plates::{KnownPlateShown, known_plates};
pub use shown::{
    ExtensionQuote, ParkingBooked, ParkingChanged, ParkingQuote, ParkingSession, QuotaShown, quota, state,
};
pub use wanted::{ExtensionWanted, SeriesWanted, SessionWanted};
pub use zones::{Zones, ZonesCache};
