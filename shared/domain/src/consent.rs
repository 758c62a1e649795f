//! What a resident is asked after the first sign-in (P-10 to P-13).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The version of the consent text that is shown now. `web/portal/consent.lock.json` ties it to the
/// words in four languages: they can't change without a new version here (P-13).
pub const TEXT_VERSION: &str = "2026-11-01";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Yes,
    No,
}

/// Each decision is kept, with its time and the version of the text it answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    pub decision: Answer,
    pub text_version: String,
    pub at: DateTime<Utc>,
}

/// Where a resident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Not answered yet, or withdrawn.
    Asked,
    Given,
    /// Agreed to an older text.
    Outdated,
}

impl Standing {
    pub fn of(decisions: &[Decision]) -> Self {
        match decisions.last() {
            Some(last) if last.decision == Answer::Yes && last.text_version == TEXT_VERSION => Self::Given,
            Some(last) if last.decision == Answer::Yes => Self::Outdated,
            _ => Self::Asked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(decision: Answer, text_version: &str) -> Decision {
        Decision { decision, text_version: text_version.into(), at: DateTime::UNIX_EPOCH }
    }

    #[test]
    fn the_last_decision_counts() {
        assert_eq!(Standing::of(&[]), Standing::Asked);
        let yes = decided(Answer::Yes, TEXT_VERSION);
        let no = decided(Answer::No, TEXT_VERSION);
        assert_eq!(Standing::of(std::slice::from_ref(&yes)), Standing::Given);
        assert_eq!(Standing::of(&[yes.clone(), no.clone()]), Standing::Asked);
        assert_eq!(Standing::of(&[no, yes]), Standing::Given);
        assert_eq!(Standing::of(&[decided(Answer::Yes, "2020-01-01")]), Standing::Outdated);
    }
}
