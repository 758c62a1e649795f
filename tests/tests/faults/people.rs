//! People made for one point each, so that none meets what another left.

use meent_domain::consent::TEXT_VERSION;
use meent_simulators::{Address, Citizen};
use meent_store::Table;
use meent_tests::{Answer, Browser, Stage, rows};
use serde_json::{Value, json};

/// A national number of somebody born in 1985: the serial number, and the check.
pub fn newcomer(stage: &Stage, number: usize) -> String {
    let first = format!("85{:02}{:02}{:03}", 1 + number / 900 % 12, 1 + number / 10_800, 1 + number % 900);
    let check = 97 - first.parse::<u64>().expect("digits") % 97;
    let national_number = format!("{first}{check:02}");
    stage.town.simulators.put_citizen(Citizen {
        national_number: national_number.clone(),
        first_name: format!("Nieuw {number}"),
        last_name: "Peeters".to_owned(),
        birthdate: None,
        language: "nl".to_owned(),
        address: Some(Address {
            street: "Kerkstraat".to_owned(),
            // Each at an address of their own: visitors' hours are those of an address.
            number: number.to_string(),
            box_number: None,
            postcode: "9999".to_owned(),
            town: "Noorderhaven".to_owned(),
        }),
        email: None,
    });
    national_number
}

/// The row of a newcomer who agreed once.
pub fn person_of(stage: &Stage, browser_id: &str) -> Option<Value> {
    let all = rows::of(stage, Table::People);
    all.into_iter().find(|row| rows::text(row, "id") == browser_id)
}

/// The id in front of somebody's cookie.
pub fn id_of(browser: &Browser) -> String {
    let cookie = browser.cookies.get("__Host-resident").or_else(|| browser.cookies.get("__Host-staff"));
    cookie.expect("a session").split_once('.').expect("two parts").0.to_owned()
}

/// Lines of the audit trail about somebody, by action.
pub fn lines_about(stage: &Stage, id: &str, action: &str) -> usize {
    let all = rows::of(stage, Table::Audit);
    all.iter().filter(|row| rows::text(row, "subject_id") == id && rows::text(row, "action") == action).count()
}

/// Letters to somebody, of a kind.
pub fn letters_to(stage: &Stage, owner: &str, kind: &str) -> usize {
    let all = rows::of(stage, Table::Work);
    all.iter().filter(|row| rows::text(row, "pk") == owner && rows::text(row, "kind") == kind).count()
}

/// The account with a user name.
pub fn account_of(stage: &Stage, login: &str) -> Option<Value> {
    let all = rows::of(stage, Table::Staff);
    all.into_iter().find(|row| row["pk"] == "STAFF" && row["entrance"]["login"] == login)
}

/// A resident with a phone.
pub struct Someone {
    pub citizen: String,
    pub browser: Browser,
    pub id: String,
    /// What a deed needs besides: the version of a text, a code, an id.
    pub more: String,
}

impl Someone {
    pub async fn asked(stage: &Stage, number: usize) -> Self {
        let citizen = newcomer(stage, number);
        let browser = stage.sign_in("itsme", &citizen).await;
        Self { citizen, id: id_of(&browser), browser, more: TEXT_VERSION.to_owned() }
    }

    pub async fn agreed(stage: &Stage, number: usize) -> Self {
        let citizen = newcomer(stage, number);
        let browser = stage.resident(&citizen).await;
        Self { citizen, id: id_of(&browser), browser, more: TEXT_VERSION.to_owned() }
    }

    pub fn row(&self, stage: &Stage) -> Value {
        person_of(stage, &self.id).unwrap_or_default()
    }

    pub fn decisions(&self, stage: &Stage) -> Vec<String> {
        let row = self.row(stage);
        let all = row["decisions"].as_array().cloned().unwrap_or_default();
        all.iter().map(|decision| rows::text(decision, "decision").to_owned()).collect()
    }

    pub async fn answer(&mut self, decision: &str) -> Answer {
        let body = json!({ "decision": decision, "textVersion": self.more, "language": "nl" });
        self.browser.post("/api/consent", body).await
    }
}

/// The beginning of a WebP file: what a picture is told by.
pub fn webp() -> Vec<u8> {
    b"RIFF\x24\0\0\0WEBPVP8 and so on".to_vec()
}
