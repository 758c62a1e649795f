//! Why a value could not be made.

use std::fmt;

/// A reason, as the stable code under which the problem texts know it.
///
/// It travels through serde as the error's text, so that a body which does not parse can name
/// its field and reason without a second round of validation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invalid(pub &'static str);

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Invalid {}

/// A reason, and the field it is about: `rules[1].from`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidAt {
    pub why: Invalid,
    pub field: String,
}

impl Invalid {
    pub fn at(self, field: impl Into<String>) -> InvalidAt {
        InvalidAt { why: self, field: field.into() }
    }
}

impl InvalidAt {
    /// The same, of something within something else.
    pub fn within(mut self, outer: &str) -> Self {
        self.field.insert_str(0, outer);
        self
    }
}

pub const REQUIRED: Invalid = Invalid("field-required");
pub const TOO_LONG: Invalid = Invalid("field-too-long");
pub const NOT_VALID: Invalid = Invalid("field-not-valid");
