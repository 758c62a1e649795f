//! `audit`: every change made by staff, written with the change itself and never altered (P-21).
//!
//! | pk | sk | row | indexes |
//! |---|---|---|---|
//! | `MONTH#<year-month>` | `<time>#<id>` | [`Line`] | `by-actor`, `by-subject` |
//!
//! Cut by month, so that no partition grows for ever. No function may update or delete here.

use crate::Table;
use crate::row::{Key, Stored};
use chrono::{DateTime, SecondsFormat, Utc};
use meent_domain::StaffId;
use serde::{Deserialize, Serialize};

pub fn month(at: DateTime<Utc>) -> String {
    format!("MONTH#{}", at.format("%Y-%m"))
}

/// Where lines of a moment begin: sorts as time does.
pub fn at(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// Equal to the row's `sk`: time, then something random.
    pub id: String,
    pub at: DateTime<Utc>,
    pub actor_id: String,
    pub actor_name: String,
    pub action: Action,
    pub subject_id: String,
    pub subject_kind: String,
    /// What the subject was called then.
    pub subject_label: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub on_behalf_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub changes: Vec<Change>,
    pub request_id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<String>,
}

macro_rules! actions {
    ($($variant:ident = $code:literal),+ $(,)?) => {
        /// What was done. A closed list, so that the filter and the texts know them all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Action {
            $(#[serde(rename = $code)] $variant),+
        }

        impl Action {
            pub const ALL: &'static [Action] = &[$(Action::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $(Action::$variant => $code),+ }
            }
        }
    };
}

actions! {
    StaffInvited = "staff-account.invited",
    StaffInvitedAgain = "staff-account.invited-again",
    StaffActivated = "staff-account.activated",
    StaffChanged = "staff-account.changed",
    StaffBlocked = "staff-account.blocked",
    StaffUnblocked = "staff-account.unblocked",
    StaffRemoved = "staff-account.removed",
    PasswordChanged = "staff-account.password-changed",
    SecondFactorSet = "staff-account.second-factor-set",
    SecondFactorRemoved = "staff-account.second-factor-removed",
    PaymentCredited = "payment.credited",
    PaymentClosed = "payment.closed",
    RefundApproved = "refund.approved",
    RefundRefused = "refund.refused",
    RefundTriedAgain = "refund.tried-again",
    RefundPaidByHand = "refund.paid-by-hand",
    ZoneAdded = "zone.added",
    ZoneChanged = "zone.changed",
    ZoneClosed = "zone.closed",
    DeskVisit = "desk.visit",
    DeskResidentMade = "desk.resident-made",
    DeskParkingBooked = "desk.parking-booked",
    DeskParkingExtended = "desk.parking-extended",
    DeskParkingEnded = "desk.parking-ended",
    DeskPlateCorrected = "desk.plate-corrected",
    DeskToppedUp = "desk.topped-up",
    DeskRefundAsked = "desk.refund-asked",
    VoucherTypeAdded = "voucher-type.added",
    VoucherTypeChanged = "voucher-type.changed",
    ScannerMade = "scanner.made",
    ScannerEnded = "scanner.ended",
}

/// What the ids begin with here of things that have a word of the town's choice: `zone/centrum`.
pub const ZONE: &str = "zone/";
pub const VOUCHER_TYPE: &str = "voucher-type/";
pub const BY_WORD: [&str; 2] = [ZONE, VOUCHER_TYPE];

/// What something was done to.
pub struct Subject<'a> {
    pub id: &'a str,
    pub kind: &'a str,
    pub label: &'a str,
}

impl Line {
    pub fn about(
        now: DateTime<Utc>,
        request_id: &str,
        actor: (&StaffId, &str),
        action: Action,
        subject: Subject<'_>,
    ) -> Self {
        Self {
            id: format!("{}#{}", at(now), meent_secrets::random_token()),
            at: now,
            actor_id: actor.0.to_string(),
            actor_name: actor.1.to_owned(),
            action,
            subject_id: subject.id.to_owned(),
            subject_kind: subject.kind.to_owned(),
            subject_label: subject.label.to_owned(),
            on_behalf_of: None,
            reason: None,
            changes: vec![],
            request_id: request_id.to_owned(),
        }
    }

    /// A line about a staff account.
    pub fn about_staff(
        now: DateTime<Utc>,
        request_id: &str,
        actor: (&StaffId, &str),
        action: Action,
        subject: (&StaffId, &str),
    ) -> Self {
        let subject = Subject { id: subject.0.as_str(), kind: "staff-account", label: subject.1 };
        Self::about(now, request_id, actor, action, subject)
    }

    pub fn with_changes(mut self, changes: Vec<Change>) -> Self {
        self.changes = changes;
        self
    }

    pub fn key(&self) -> Key {
        Key::new(Table::Audit, month(self.at), &self.id)
    }
}

impl Stored for Line {}
