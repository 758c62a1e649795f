//! A payment's life, and what to make of what a provider says of it (W-14 to W-16).

use crate::{Cents, Language};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

macro_rules! states {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

states! {
    /// Where a payment is.
    PaymentState {
        /// Ordered by the resident; the provider may not know of it.
        Created = "created",
        /// The provider has a page for it.
        Open = "open",
        /// Paid by the resident, not yet confirmed by the bank.
        Pending = "pending",
        /// Credited.
        Paid = "paid",
        Cancelled = "cancelled",
        Failed = "failed",
        Expired = "expired",
        /// Paid, but not what was ordered: credited to nobody until somebody looked (W-16).
        Parked = "parked",
        /// Parked, and credited by a finance clerk.
        ParkedCredited = "parked-credited",
        /// Parked, and settled by a finance clerk outside the wallet.
        ParkedClosed = "parked-closed",
    }
}

states! {
    /// Where a refund is (W-17).
    RefundState {
        Asked = "asked",
        Approved = "approved",
        /// Part of it was given to a provider.
        Sending = "sending",
        Paid = "paid",
        /// A clerk said no; the money is in the wallet again.
        Refused = "refused",
        /// The provider would not take it back: a clerk must look.
        Stuck = "stuck",
    }
}

states! {
    /// What the payer gets (W-11).
    Paper {
        /// For a private person: kwitantie.
        Receipt = "receipt",
        /// For a company: factuur.
        Invoice = "invoice",
    }
}

states! {
    /// How somebody pays at the desk (P-63).
    Means {
        Cash = "cash",
        /// At the desk's own terminal.
        Card = "card",
    }
}

/// What a provider or the desk calls how it was paid, for people.
pub fn method_named(method: Option<&str>, language: Language) -> String {
    let in_language = |texts: [&str; 4]| texts[language as usize].to_owned();
    match method {
        Some("cash") => in_language(["contante betaling", "espèces", "Bargeld", "cash"]),
        Some("card") => in_language(["bankkaart", "carte bancaire", "Bankkarte", "bank card"]),
        Some("bancontact") => "Bancontact".to_owned(),
        Some("visa") => "Visa".to_owned(),
        Some("mastercard") => "Mastercard".to_owned(),
        // Whatever the provider calls it, within what a line holds.
        Some(other) => other.chars().filter(|c| !c.is_control()).take(40).collect(),
        None => "online".to_owned(),
    }
}

states! {
    /// What is numbered, each kind by itself.
    PaperKind {
        Receipt = "receipt",
        Invoice = "invoice",
        /// Takes back what an invoice asked: creditnota.
        CreditNote = "credit-note",
    }
}

impl From<Paper> for PaperKind {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::Receipt => Self::Receipt,
            Paper::Invoice => Self::Invoice,
        }
    }
}

impl PaperKind {
    /// Kwitantie, factuur and creditnota of a year: `K2026`, `F2026`, `C2026`.
    pub fn series(self, year: i32) -> String {
        let letter = match self {
            Self::Receipt => 'K',
            Self::Invoice => 'F',
            Self::CreditNote => 'C',
        };
        format!("{letter}{year}")
    }
}

/// What a provider says of a payment, in our words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Nothing has happened yet.
    Open,
    /// The bank is still deciding.
    Pending,
    Paid {
        amount: Cents,
        currency: String,
    },
    Cancelled,
    Failed,
    Expired,
}

/// What to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Nothing,
    Become(PaymentState),
    /// The money came, as ordered.
    Credit,
    /// Money came, but other than ordered.
    Park,
}

impl PaymentState {
    /// Money has come, and what becomes of it is not the provider's to say any more.
    pub fn has_money(self) -> bool {
        matches!(self, Self::Paid | Self::Parked | Self::ParkedCredited | Self::ParkedClosed)
    }

    /// The resident was told that it came to nothing.
    pub fn was_lost(self) -> bool {
        matches!(self, Self::Cancelled | Self::Failed | Self::Expired)
    }

    /// What the provider's answer changes. Its answer counts, whatever was told before: also one
    /// that ends as paid after it was shown as failed (W-15).
    pub fn after(self, said: &Said, ordered: Cents) -> Verdict {
        if self.has_money() {
            return Verdict::Nothing;
        }
        let become_ = |state: Self| if self == state { Verdict::Nothing } else { Verdict::Become(state) };
        match said {
            Said::Paid { amount, currency } if *amount == ordered && currency == "EUR" => Verdict::Credit,
            Said::Paid { .. } => Verdict::Park,
            Said::Pending => become_(Self::Pending),
            // A page that is still open after we showed it as ended: nothing new to tell.
            Said::Open if self == Self::Created => Verdict::Become(Self::Open),
            Said::Open => Verdict::Nothing,
            Said::Cancelled => become_(Self::Cancelled),
            Said::Failed => become_(Self::Failed),
            Said::Expired => become_(Self::Expired),
        }
    }
}

/// When a payment that nobody reported is asked about, counted from its order. A page at the provider
/// lives up to three hours; afterwards come those that were paid all the same.
const ASKED_AFTER_MINUTES: [i64; 9] = [5, 15, 60, 190, 6 * 60, 12 * 60, 24 * 60, 2 * 24 * 60, 4 * 24 * 60];

/// The next time to ask after it was asked so many times; `None` when it has ended for good.
pub fn ask_again_at(ordered_at: DateTime<Utc>, asked: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let rest = ASKED_AFTER_MINUTES.iter().skip(asked as usize);
    // Those missed while we were down are asked at once, as one.
    let mut due = rest.map(|minutes| ordered_at + Duration::minutes(*minutes));
    due.find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paid(cents: i64, currency: &str) -> Said {
        Said::Paid { amount: Cents(cents), currency: currency.to_owned() }
    }

    #[test]
    fn money_that_came_as_ordered_is_credited_from_every_state_and_once() {
        for state in PaymentState::ALL {
            let verdict = state.after(&paid(1250, "EUR"), Cents(1250));
            let expected = if state.has_money() { Verdict::Nothing } else { Verdict::Credit };
            assert_eq!(verdict, expected, "{}", state.code());
        }
    }

    #[test]
    fn other_money_is_parked() {
        for said in [paid(1249, "EUR"), paid(1251, "EUR"), paid(1250, "USD"), paid(0, "EUR"), paid(1250, "eur")] {
            assert_eq!(PaymentState::Open.after(&said, Cents(1250)), Verdict::Park, "{said:?}");
            assert_eq!(PaymentState::Paid.after(&said, Cents(1250)), Verdict::Nothing, "{said:?}");
        }
    }

    #[test]
    fn what_money_did_is_not_undone_by_words() {
        for said in [Said::Open, Said::Pending, Said::Cancelled, Said::Failed, Said::Expired] {
            for state in PaymentState::ALL.iter().filter(|state| state.has_money()) {
                assert_eq!(state.after(&said, Cents(1)), Verdict::Nothing);
            }
        }
        assert_eq!(PaymentState::Failed.after(&Said::Pending, Cents(1)), Verdict::Become(PaymentState::Pending));
        assert_eq!(PaymentState::Cancelled.after(&Said::Open, Cents(1)), Verdict::Nothing);
        assert_eq!(PaymentState::Created.after(&Said::Open, Cents(1)), Verdict::Become(PaymentState::Open));
    }

    #[test]
    fn it_is_asked_about_until_it_has_ended_for_good() {
        let ordered: DateTime<Utc> = "2026-11-21T09:00:00Z".parse().expect("a time");
        let (mut now, mut asked) = (ordered, 0);
        while let Some(at) = ask_again_at(ordered, asked, now) {
            assert!(at > now);
            (now, asked) = (at, asked + 1);
        }
        assert_eq!((asked, now - ordered), (9, Duration::days(4)));
        let late = ordered + Duration::hours(30);
        assert_eq!(ask_again_at(ordered, 0, late), Some(ordered + Duration::days(2)));
    }
}
