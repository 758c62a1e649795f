//! What both halves of the exchange by APDS (ISO/TS 5206-1) share: how zones, and what parking
//! costs in them, are called there. The names of its fields are the standard's.

use meent_domain::Language;
use meent_domain::parking::zone::Names;
use meent_domain::parking::{For, ZoneId};
use serde::Serialize;
use utoipa::ToSchema;

/// One version of something.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ApdsReference)]
pub struct Versioned {
    pub id: String,
    pub version: usize,
}

impl Versioned {
    /// The zone as a place, and the right to park there. Each change of its rules makes another version.
    pub fn zone(zone: &ZoneId, rules: usize) -> Self {
        Self { id: zone.to_string(), version: rules + 1 }
    }

    /// What it costs, for oneself or as somebody's visitor.
    pub fn rate(zone: &ZoneId, whom: For, rules: usize) -> Self {
        let whom = match whom {
            For::Own => "own",
            For::Visitor => "visitor",
        };
        Self { id: format!("{zone}-{whom}"), version: rules + 1 }
    }
}

/// A text in one of its languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ApdsText)]
pub struct Text {
    /// ISO 639-1
    language: &'static str,
    string: String,
}

impl Text {
    pub fn of(names: &Names) -> Vec<Self> {
        Language::ALL.map(|language| Self::new(language, names.of(language))).into()
    }

    pub fn new(language: Language, text: &str) -> Self {
        Self { language: language.code(), string: text.to_owned() }
    }
}

/// How a right is shown: by the plate of the car.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ApdsCredential)]
pub struct Credential {
    #[serde(rename = "type")]
    #[schema(example = "licensePlate")]
    kind: &'static str,
}

impl Credential {
    pub const PLATE: Self = Self { kind: "licensePlate" };
}
