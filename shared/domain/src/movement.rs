//! What moves in the ledger: in which unit, of which kind, and what it is about. A description is made
//! of these in the reader's language; a plate, a name or a national number is never among them (W-2).

use crate::{Language, PaymentId, RefundId, SeriesId, SessionId};
use serde::{Deserialize, Serialize};

/// What is counted. Postings sum to zero in each unit by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Cent,
    /// A cent that a payment provider can still send back. Not money: the right to return it that way.
    RefundableCent,
    /// A minute of paid parking that a visitor used.
    VisitorMinute,
}

impl Unit {
    pub const ALL: [Unit; 3] = [Self::Cent, Self::RefundableCent, Self::VisitorMinute];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Money came in through a provider.
    TopUp,
    /// A resident asked balance back: it is set aside.
    RefundAsked,
    /// A clerk said no: it is in the wallet again.
    RefundRefused,
    /// A payment will send this much of itself back.
    RefundReserved,
    /// The provider would not: the payment may be asked again.
    RefundReleased,
    /// The provider sent it back.
    RefundPaid,
    /// A parking session, or a series of them, was booked.
    ParkingBooked,
    ParkingExtended,
    /// Stopped before its end, or cancelled before it began: what was not used comes back.
    ParkingEnded,
    /// Money came in at the desk, in cash or by card (P-63).
    DeskTopUp,
}

impl Kind {
    /// What a line of a statement or of a receipt is called (W-2).
    pub fn described(self, language: Language) -> &'static str {
        let texts = match self {
            Self::TopUp => ["Saldo opgeladen", "Solde rechargé", "Guthaben aufgeladen", "Balance topped up"],
            Self::RefundAsked => {
                ["Saldo teruggevraagd", "Remboursement demandé", "Guthaben zurückgefordert", "Balance asked back"]
            }
            Self::RefundRefused => [
                "Teruggevraagd bedrag blijft op uw saldo",
                "Le montant demandé reste sur votre solde",
                "Zurückgeforderter Betrag bleibt Ihr Guthaben",
                "Amount asked back stays on your balance",
            ],
            Self::RefundReserved | Self::RefundReleased | Self::RefundPaid => {
                ["Terugbetaling", "Remboursement", "Rückzahlung", "Refund"]
            }
            Self::ParkingBooked => ["Parkeren geboekt", "Stationnement réservé", "Parken gebucht", "Parking booked"],
            Self::ParkingExtended => {
                ["Parkeren verlengd", "Stationnement prolongé", "Parken verlängert", "Parking extended"]
            }
            Self::ParkingEnded => [
                "Niet gebruikte parkeertijd terug",
                "Temps de stationnement non utilisé remboursé",
                "Nicht genutzte Parkzeit zurück",
                "Unused parking time returned",
            ],
            Self::DeskTopUp => [
                "Saldo opgeladen aan de balie",
                "Solde rechargé au guichet",
                "Am Schalter aufgeladen",
                "Topped up at the desk",
            ],
        };
        texts[language as usize]
    }
}

/// What a movement is about, by id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum About {
    /// `invoice`: whether one was asked for, rather than a receipt.
    Payment {
        payment: PaymentId,
        invoice: bool,
    },
    Refund {
        refund: RefundId,
    },
    /// What of a refund goes back through one payment.
    RefundPart {
        refund: RefundId,
        payment: PaymentId,
    },
    Session {
        session: SessionId,
    },
    Series {
        series: SeriesId,
    },
}
