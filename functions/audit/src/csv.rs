use crate::filter::{Asked, Filter};
use crate::reading;
use axum::extract::State;
use meent_documents::csv::{Cell, Csv};
use meent_domain::{Language, calendar};
use meent_http::{Answer, App, Context, CsvFile, Problem, ProblemBody, ProblemCode, Query};
use meent_store::audit::{Action, Line};

/// Well within what the gateway lets through; more is a matter of a shorter period.
const MOST_LINES: usize = 5_000;

/// The trail of a period as CSV, with the page's filters.
#[utoipa::path(
    get, path = "/api/audit.csv", tag = "audit", params(Asked),
    responses(
        (status = 200, description = "CSV", content_type = "text/csv", body = String),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn csv(State(app): State<App>, context: Context, Query(asked): Query<Asked>) -> Answer<CsvFile> {
    let filter = Filter::of(&asked, context.now)?;
    let (lines, more) = reading::everything(&app, &filter, MOST_LINES).await?;
    if more {
        return Err(Problem::at(ProblemCode::TooLarge, "from"));
    }
    let mut csv = Csv::new(&headings(context.language));
    for line in &lines {
        write(&mut csv, line, context.language);
    }
    Ok(CsvFile { name: format!("audit-{}", calendar::local_day(context.now)), csv })
}

fn write(csv: &mut Csv, line: &Line, language: Language) {
    let changes: Vec<String> = line
        .changes
        .iter()
        .map(|change| {
            let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
            format!("{}: {} → {}", change.field, side(&change.from), side(&change.to))
        })
        .collect();
    csv.row(&[
        Cell::Ours(&calendar::stamp(line.at)),
        Cell::Typed(&line.actor_name),
        Cell::Ours(named(line.action, language)),
        Cell::Typed(&line.subject_label),
        Cell::Typed(line.on_behalf_of.as_deref().unwrap_or_default()),
        Cell::Typed(line.reason.as_deref().unwrap_or_default()),
        Cell::Typed(&changes.join(" | ")),
        Cell::Ours(&line.request_id),
    ]);
}

fn headings(language: Language) -> [&'static str; 8] {
    match language {
        Language::Dutch => ["Tijdstip", "Wie", "Wat", "Over", "Namens", "Reden", "Wijzigingen", "Aanvraag"],
        Language::French => ["Moment", "Qui", "Quoi", "Concernant", "Au nom de", "Raison", "Changements", "Demande"],
        Language::German => ["Zeitpunkt", "Wer", "Was", "Über", "Im Namen von", "Grund", "Änderungen", "Anfrage"],
        Language::English => ["Time", "Who", "What", "About", "On behalf of", "Reason", "Changes", "Request"],
    }
}

/// What was done, in the words of the office's own list.
fn named(action: Action, language: Language) -> &'static str {
    let texts = match action {
        Action::StaffInvited => {
            ["Medewerker uitgenodigd", "Collaborateur invité", "Mitarbeiter eingeladen", "Staff member invited"]
        }
        Action::StaffInvitedAgain => {
            ["Link opnieuw gestuurd", "Lien renvoyé", "Link erneut gesendet", "Link sent again"]
        }
        Action::StaffActivated => [
            "Account in gebruik genomen",
            "Compte mis en service",
            "Konto in Gebrauch genommen",
            "Account taken into use",
        ],
        Action::StaffChanged => ["Account gewijzigd", "Compte modifié", "Konto geändert", "Account changed"],
        Action::StaffBlocked => ["Account geblokkeerd", "Compte bloqué", "Konto gesperrt", "Account blocked"],
        Action::StaffUnblocked => ["Account gedeblokkeerd", "Compte débloqué", "Konto entsperrt", "Account unblocked"],
        Action::StaffRemoved => ["Account verwijderd", "Compte supprimé", "Konto entfernt", "Account removed"],
        Action::PasswordChanged => {
            ["Wachtwoord gewijzigd", "Mot de passe changé", "Passwort geändert", "Password changed"]
        }
        Action::SecondFactorSet => [
            "Tweede sleutel ingesteld",
            "Deuxième clé installée",
            "Zweiter Schlüssel eingerichtet",
            "Second key set up",
        ],
        Action::SecondFactorRemoved => {
            ["Tweede sleutel weggehaald", "Deuxième clé enlevée", "Zweiter Schlüssel entfernt", "Second key removed"]
        }
        Action::PaymentCredited => [
            "Betaling toch bijgeschreven",
            "Paiement tout de même crédité",
            "Zahlung doch gutgeschrieben",
            "Payment credited after all",
        ],
        Action::PaymentClosed => [
            "Betaling buiten Meent afgehandeld",
            "Paiement traité hors de Meent",
            "Zahlung außerhalb von Meent erledigt",
            "Payment settled outside Meent",
        ],
        Action::ScannerMade => [
            "Sleutel van scanwagen gemaakt",
            "Clé de scan-car créée",
            "Schlüssel eines Scanfahrzeugs erstellt",
            "Scan car’s key made",
        ],
        Action::ScannerEnded => [
            "Sleutel van scanwagen beëindigd",
            "Clé de scan-car supprimée",
            "Schlüssel eines Scanfahrzeugs beendet",
            "Scan car’s key ended",
        ],
        Action::RefundApproved => {
            ["Terugbetaling goedgekeurd", "Remboursement approuvé", "Rückzahlung genehmigt", "Refund approved"]
        }
        Action::RefundRefused => {
            ["Terugbetaling geweigerd", "Remboursement refusé", "Rückzahlung abgelehnt", "Refund refused"]
        }
        Action::RefundTriedAgain => [
            "Terugbetaling opnieuw verstuurd",
            "Remboursement renvoyé",
            "Rückzahlung erneut gesendet",
            "Refund sent again",
        ],
        Action::RefundPaidByHand => [
            "Terugbetaling met de hand gedaan",
            "Remboursement effectué à la main",
            "Rückzahlung von Hand erledigt",
            "Refund paid by hand",
        ],
        Action::DeskVisit => {
            ["Inwoner geholpen aan de balie", "Habitant aidé au guichet", "Am Schalter geholfen", "Helped at the desk"]
        }
        Action::DeskResidentMade => [
            "Inwoner toegevoegd aan de balie",
            "Habitant ajouté au guichet",
            "Einwohner am Schalter hinzugefügt",
            "Resident added at the desk",
        ],
        Action::DeskParkingBooked => [
            "Parkeren geboekt aan de balie",
            "Stationnement réservé au guichet",
            "Parken am Schalter gebucht",
            "Parking booked at the desk",
        ],
        Action::DeskParkingExtended => [
            "Parkeren verlengd aan de balie",
            "Stationnement prolongé au guichet",
            "Parken am Schalter verlängert",
            "Parking extended at the desk",
        ],
        Action::DeskParkingEnded => [
            "Parkeren beëindigd aan de balie",
            "Stationnement arrêté au guichet",
            "Parken am Schalter beendet",
            "Parking ended at the desk",
        ],
        Action::DeskPlateCorrected => [
            "Nummerplaat verbeterd aan de balie",
            "Plaque corrigée au guichet",
            "Kennzeichen am Schalter berichtigt",
            "Plate put right at the desk",
        ],
        Action::DeskToppedUp => [
            "Saldo opgeladen aan de balie",
            "Solde rechargé au guichet",
            "Guthaben am Schalter aufgeladen",
            "Balance topped up at the desk",
        ],
        Action::DeskRefundAsked => [
            "Saldo teruggevraagd aan de balie",
            "Remboursement demandé au guichet",
            "Guthaben am Schalter zurückverlangt",
            "Balance asked back at the desk",
        ],
        Action::VoucherTypeAdded => {
            ["Vouchertype toegevoegd", "Type de bon ajouté", "Gutscheinart hinzugefügt", "Voucher type added"]
        }
        Action::VoucherTypeChanged => {
            ["Vouchertype gewijzigd", "Type de bon modifié", "Gutscheinart geändert", "Voucher type changed"]
        }
        Action::ZoneAdded => ["Zone toegevoegd", "Zone ajoutée", "Zone hinzugefügt", "Zone added"],
        Action::ZoneChanged => ["Zone gewijzigd", "Zone modifiée", "Zone geändert", "Zone changed"],
        Action::ZoneClosed => ["Zone gesloten", "Zone fermée", "Zone geschlossen", "Zone closed"],
    };
    texts[language as usize]
}
