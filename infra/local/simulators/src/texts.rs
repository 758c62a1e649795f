//! The words on the login pages, in the four languages of the town.

use crate::idp::Provider;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Dutch,
    French,
    German,
    English,
}

impl Language {
    pub fn parse(code: &str) -> Option<Self> {
        match code.get(..2)? {
            "nl" => Some(Self::Dutch),
            "fr" => Some(Self::French),
            "de" => Some(Self::German),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        self.of("nl", "fr", "de", "en")
    }

    pub fn of<T>(self, dutch: T, french: T, german: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::French => french,
            Self::German => german,
            Self::English => english,
        }
    }

    pub fn practice(self) -> &'static str {
        self.of(
            "Simulatie, oefenomgeving. Dit is niet de echte aanmelddienst en hier staan alleen verzonnen mensen.",
            "Simulation, environnement d’exercice. Ce n’est pas le vrai service et toutes les personnes sont inventées.",
            "Simulation, Übungsumgebung. Dies ist nicht der echte Dienst und alle Personen sind erfunden.",
            "Simulation, practice environment. This is not the real service and everybody here is made up.",
        )
    }

    pub fn heading(self, provider: Provider) -> &'static str {
        match provider {
            Provider::Itsme => self.of(
                "Bevestig je identiteit met itsme",
                "Confirmez votre identité avec itsme",
                "Bestätigen Sie Ihre Identität mit itsme",
                "Confirm your identity with itsme",
            ),
            Provider::Eid => self.of(
                "Aanmelden met je eID-kaart",
                "S’identifier avec la carte eID",
                "Mit der eID-Karte anmelden",
                "Sign in with your eID card",
            ),
            Provider::Acm => self.of(
                "Aanmelden bij de Vlaamse overheid",
                "S’identifier auprès de l’Autorité flamande",
                "Bei der flämischen Behörde anmelden",
                "Sign in with the Flemish government",
            ),
            Provider::Uitid => {
                self.of("Aanmelden met UiTiD", "Se connecter avec UiTiD", "Mit UiTiD anmelden", "Sign in with UiTiD")
            }
        }
    }

    pub fn lead(self, provider: Provider) -> &'static str {
        match provider {
            Provider::Itsme => self.of(
                "In het echt keur je dit goed in de app op je telefoon. Kies hier wie goedkeurt.",
                "En vrai, vous approuvez dans l’app sur votre téléphone. Choisissez ici qui approuve.",
                "In Wirklichkeit bestätigen Sie dies in der App. Wählen Sie hier, wer bestätigt.",
                "In reality you approve this in the app on your phone. Choose here who approves.",
            ),
            Provider::Eid => self.of(
                "In het echt steek je je kaart in de lezer en tik je je pincode in. Kies hier een kaart.",
                "En vrai, vous insérez la carte et tapez votre code PIN. Choisissez ici une carte.",
                "In Wirklichkeit stecken Sie die Karte ein und geben die PIN ein. Wählen Sie hier eine Karte.",
                "In reality you insert your card and type your PIN. Choose a card here.",
            ),
            Provider::Acm => self.of(
                "Kies met welke oefenidentiteit je je aanmeldt.",
                "Choisissez l’identité d’exercice.",
                "Wählen Sie die Übungsidentität.",
                "Choose the practice identity to sign in with.",
            ),
            Provider::Uitid => self.of(
                "Vul een e-mailadres in of kies een oefenaccount. Een wachtwoord is hier niet nodig.",
                "Indiquez une adresse e-mail ou choisissez un compte d’exercice. Sans mot de passe ici.",
                "Geben Sie eine E-Mail-Adresse ein oder wählen Sie ein Übungskonto. Hier ohne Passwort.",
                "Fill in an e-mail address or choose a practice account. No password needed here.",
            ),
        }
    }

    pub fn people(self) -> &'static str {
        self.of("Wie ben je?", "Qui êtes-vous ?", "Wer sind Sie?", "Who are you?")
    }

    pub fn email(self) -> &'static str {
        self.of("E-mailadres", "Adresse e-mail", "E-Mail-Adresse", "E-mail address")
    }

    pub fn go_on(self) -> &'static str {
        self.of("Verder", "Continuer", "Weiter", "Continue")
    }

    pub fn cancel(self) -> &'static str {
        self.of("Annuleren", "Annuler", "Abbrechen", "Cancel")
    }

    pub fn mishaps(self) -> &'static str {
        self.of(
            "Laat iets mislopen",
            "Faire échouer la connexion",
            "Etwas schiefgehen lassen",
            "Let something go wrong",
        )
    }

    /// The errors one can choose, with what they are called in the redirect.
    pub fn errors(self) -> [(&'static str, &'static str); 3] {
        [
            (
                "temporary_unavailable",
                self.of(
                    "Dienst tijdelijk niet bereikbaar",
                    "Service momentanément indisponible",
                    "Dienst vorübergehend nicht erreichbar",
                    "Service unavailable for now",
                ),
            ),
            (
                "login_required",
                self.of("Aanmelding verlopen", "Connexion expirée", "Anmeldung abgelaufen", "Sign-in timed out"),
            ),
            (
                "server_error",
                self.of("Fout bij de dienst", "Erreur du service", "Fehler beim Dienst", "Error at the service"),
            ),
        ]
    }

    pub fn cannot(self) -> &'static str {
        self.of(
            "Aanmelden kan zo niet",
            "Connexion impossible",
            "So ist keine Anmeldung möglich",
            "This sign-in can’t go on",
        )
    }

    pub fn go_back(self) -> &'static str {
        self.of(
            "Ga terug naar de website waar je vandaan komt en begin daar opnieuw.",
            "Retournez au site d’où vous venez et recommencez.",
            "Gehen Sie zurück zur Website, von der Sie kommen, und beginnen Sie neu.",
            "Go back to the website you came from and start again.",
        )
    }

    pub fn signed_out(self) -> &'static str {
        self.of("Je bent afgemeld", "Vous êtes déconnecté", "Sie sind abgemeldet", "You are signed out")
    }
}

/// What a provider does not know, told on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    Client,
    Redirect,
    Person,
}

impl Unknown {
    /// For the counters.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Client => "client-unknown",
            Self::Redirect => "redirect-unknown",
            Self::Person => "unknown-person",
        }
    }

    pub fn text(self, language: Language) -> &'static str {
        match self {
            Self::Client => language.of(
                "De website die dit vraagt, is hier niet bekend.",
                "Le site qui le demande n’est pas connu ici.",
                "Die anfragende Website ist hier nicht bekannt.",
                "The website that asks this is not known here.",
            ),
            Self::Redirect => language.of(
                "Het adres waarnaar je terug zou gaan, is hier niet geregistreerd.",
                "L’adresse de retour n’est pas enregistrée ici.",
                "Die Rückkehradresse ist hier nicht registriert.",
                "The address you would return to is not registered here.",
            ),
            Self::Person => language.of(
                "Deze persoon is hier niet bekend.",
                "Cette personne n’est pas connue ici.",
                "Diese Person ist hier nicht bekannt.",
                "This person is not known here.",
            ),
        }
    }
}
