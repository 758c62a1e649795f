//! Whose document it is: the town's name and looks (P-43), and whether it is a practice town (P-61).

mod colour;
mod logo;

pub use colour::Colour;
pub use logo::{Logo, LogoError};

/// What stands at the top of every document.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// In the reader's language: "Stad Noorderhaven", "Ville de Noorderhaven".
    pub name: String,
    pub brand: Colour,
    pub logo: Option<Logo>,
    /// A practice town says on every page that all is invented.
    pub practice: bool,
}
