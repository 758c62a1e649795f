//! The words on the payment page, in the four languages of the town.

use super::model::{Method, Money};
use crate::texts::Language;

/// A hard space: an amount is not broken over lines.
const SPACE: char = '\u{a0}';

impl Language {
    pub(crate) fn practice_payment(self) -> &'static str {
        self.of(
            "Simulatie, oefenomgeving. Dit is niet de echte betaalpagina en er wordt geen geld afgehouden.",
            "Simulation, environnement d’exercice. Ce n’est pas la vraie page de paiement et rien n’est débité.",
            "Simulation, Übungsumgebung. Dies ist nicht die echte Bezahlseite und es wird kein Geld abgebucht.",
            "Simulation, practice environment. This is not the real payment page and no money is taken.",
        )
    }

    pub(crate) fn payment(self) -> &'static str {
        self.of("Je betaling", "Votre paiement", "Ihre Zahlung", "Your payment")
    }

    pub(crate) fn order(self) -> &'static str {
        self.of("Bestelling", "Commande", "Bestellung", "Order")
    }

    pub(crate) fn beneficiary(self) -> &'static str {
        self.of("Begunstigde", "Bénéficiaire", "Empfänger", "Beneficiary")
    }

    pub(crate) fn amount_label(self) -> &'static str {
        self.of("Bedrag", "Montant", "Betrag", "Amount")
    }

    pub(crate) fn how_to_pay(self) -> &'static str {
        self.of(
            "Hoe wil je betalen?",
            "Comment voulez-vous payer ?",
            "Wie möchten Sie zahlen?",
            "How do you want to pay?",
        )
    }

    pub(crate) fn pay(self, amount: &Money) -> String {
        let amount = self.money(amount);
        self.of(
            format!("{amount} betalen"),
            format!("Payer {amount}"),
            format!("{amount} bezahlen"),
            format!("Pay {amount}"),
        )
    }

    pub(crate) fn cancel_payment(self) -> &'static str {
        self.of("Annuleren en teruggaan", "Annuler et revenir", "Abbrechen und zurück", "Cancel and go back")
    }

    pub(crate) fn show_outcome(self) -> &'static str {
        self.of(
            "Simulatie: hoe loopt het af?",
            "Simulation : quelle issue ?",
            "Simulation: Wie geht es aus?",
            "Simulation: how does it end?",
        )
    }

    /// What can come of it, with its name in the form.
    pub(crate) fn outcomes(self) -> [(&'static str, &'static str); 4] {
        [
            ("paid", self.of("Betaald", "Payé", "Bezahlt", "Paid")),
            (
                "declined",
                self.of(
                    "Geweigerd, met nog een poging",
                    "Refusé, avec un nouvel essai",
                    "Abgelehnt, mit neuem Versuch",
                    "Refused, with another try",
                ),
            ),
            (
                "refused",
                self.of(
                    "Geweigerd door de bank",
                    "Refusé par la banque",
                    "Von der Bank abgelehnt",
                    "Refused by the bank",
                ),
            ),
            (
                "pending",
                self.of(
                    "In behandeling, wordt later beslist",
                    "En attente, décidé plus tard",
                    "In Bearbeitung, wird später entschieden",
                    "Pending, decided later",
                ),
            ),
        ]
    }

    pub(crate) fn try_again(self) -> &'static str {
        self.of(
            "De bank heeft deze betaling geweigerd. Probeer opnieuw of kies een andere betaalwijze.",
            "La banque a refusé ce paiement. Réessayez ou choisissez un autre moyen de paiement.",
            "Die Bank hat diese Zahlung abgelehnt. Versuchen Sie es erneut oder wählen Sie eine andere Zahlungsart.",
            "The bank refused this payment. Try again or choose another way to pay.",
        )
    }

    pub(crate) fn payment_ended(self) -> &'static str {
        self.of(
            "Deze betaalpagina is afgesloten",
            "Cette page de paiement est fermée",
            "Diese Bezahlseite ist geschlossen",
            "This payment page is closed",
        )
    }

    pub(crate) fn why_ended(self) -> &'static str {
        self.of(
            "Er is al iets beslist over deze betaling, of ze bleef te lang liggen. Er wordt hier niets meer betaald.",
            "Ce paiement est déjà décidé ou a attendu trop longtemps. Plus rien n’est payé ici.",
            "Über diese Zahlung ist entschieden oder sie wartete zu lange. Hier wird nichts mehr bezahlt.",
            "This payment is decided already, or it waited too long. Nothing more is paid here.",
        )
    }

    pub(crate) fn back_to_merchant(self) -> &'static str {
        self.of("Terug naar de website", "Retour au site", "Zurück zur Website", "Back to the website")
    }

    pub(crate) fn unknown_payment(self) -> &'static str {
        self.of(
            "Deze betaling kennen we niet",
            "Ce paiement est inconnu",
            "Diese Zahlung ist unbekannt",
            "This payment is not known",
        )
    }

    /// As people of that language write it.
    pub(crate) fn money(self, money: &Money) -> String {
        let sign = match money.currency.as_str() {
            "EUR" => "€",
            other => other,
        };
        let (units, cents) = (money.cents / 100, money.cents % 100);
        let thousands = self.of('.', '\u{202f}', '.', ',');
        let units = grouped(units, thousands);
        self.of(
            format!("{sign}{SPACE}{units},{cents:02}"),
            format!("{units},{cents:02}{SPACE}{sign}"),
            format!("{units},{cents:02}{SPACE}{sign}"),
            format!("{sign}{units}.{cents:02}"),
        )
    }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

impl Method {
    /// Names of brands, the same in every language.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Bancontact => "Bancontact",
            Self::Visa => "Visa",
            Self::Mastercard => "Mastercard",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_one_reads_them() {
        let money = |cents| Money { cents, currency: "EUR".to_owned() };
        assert_eq!(Language::Dutch.money(&money(1250)), "€\u{a0}12,50");
        assert_eq!(Language::French.money(&money(123_456_705)), "1\u{202f}234\u{202f}567,05\u{a0}€");
        assert_eq!(Language::German.money(&money(100_000)), "1.000,00\u{a0}€");
        assert_eq!(Language::English.money(&money(5)), "€0.05");
    }
}
