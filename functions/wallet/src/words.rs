//! What a statement's lines are called, made of their kind in the reader's language (W-2).

use meent_domain::Language;
use meent_domain::movement::Kind;

pub fn described(kind: Kind, language: Language) -> &'static str {
    let texts = match kind {
        Kind::TopUp => ["Saldo opgeladen", "Solde rechargé", "Guthaben aufgeladen", "Balance topped up"],
        Kind::RefundAsked => {
            ["Saldo teruggevraagd", "Remboursement demandé", "Guthaben zurückgefordert", "Balance asked back"]
        }
        Kind::RefundRefused => [
            "Teruggevraagd bedrag blijft op uw saldo",
            "Le montant demandé reste sur votre solde",
            "Zurückgeforderter Betrag bleibt Ihr Guthaben",
            "Amount asked back stays on your balance",
        ],
        Kind::RefundReserved | Kind::RefundReleased | Kind::RefundPaid => {
            ["Terugbetaling", "Remboursement", "Rückzahlung", "Refund"]
        }
    };
    texts[language as usize]
}
