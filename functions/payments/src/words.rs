//! What states are called in a file for people.

use meent_domain::Language;
use meent_domain::payment::PaymentState;

pub fn state_named(state: PaymentState, language: Language) -> &'static str {
    let texts = match state {
        PaymentState::Created => ["Besteld", "Commandé", "Bestellt", "Ordered"],
        PaymentState::Open => ["Nog niet betaald", "Pas encore payé", "Noch nicht bezahlt", "Not paid yet"],
        PaymentState::Pending => ["In behandeling", "En traitement", "In Bearbeitung", "Pending"],
        PaymentState::Paid => ["Betaald", "Payé", "Bezahlt", "Paid"],
        PaymentState::Cancelled => ["Geannuleerd", "Annulé", "Abgebrochen", "Cancelled"],
        PaymentState::Failed => ["Mislukt", "Échoué", "Fehlgeschlagen", "Failed"],
        PaymentState::Expired => ["Verlopen", "Expiré", "Abgelaufen", "Expired"],
        PaymentState::Parked => ["Opzijgezet", "Mis de côté", "Zurückgestellt", "Set aside"],
        PaymentState::ParkedCredited => {
            ["Toch bijgeschreven", "Tout de même crédité", "Doch gutgeschrieben", "Credited after all"]
        }
        PaymentState::ParkedClosed => [
            "Buiten Meent afgehandeld",
            "Traité hors de Meent",
            "Außerhalb von Meent erledigt",
            "Settled outside Meent",
        ],
    };
    texts[language as usize]
}
