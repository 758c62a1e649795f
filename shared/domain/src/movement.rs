//! What moves in the ledger: in which unit, of which kind, and what it is about. A description is made
//! of these in the reader's language; a plate, a name or a national number is never among them (W-2).

use crate::{Language, PaymentId, RefundId};
use serde::{Deserialize, Serialize};

/// What is counted. Postings sum to zero in each unit by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Cent,
    /// A cent that a payment provider can still send back. Not money: the right to return it that way.
    RefundableCent,
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
}
