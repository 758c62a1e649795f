//! What must not be found, and how it is looked for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Stage, Trail};

#[derive(Default)]
pub struct Secrets {
    /// Found anywhere, also within a longer word.
    anywhere: Vec<String>,
    /// Short ones, which by chance may be a part of something else.
    alone: Vec<String>,
}

impl Secrets {
    pub fn add(&mut self, secret: &str) {
        assert!(secret.len() >= 4, "{secret} is found everywhere");
        self.anywhere.push(secret.to_lowercase());
    }

    /// Six digits, for instance.
    pub fn add_code(&mut self, code: &str) {
        self.alone.push(code.to_lowercase());
    }

    /// What the town begins with: people, keys, passwords.
    pub async fn of_the_town(&mut self, stage: &Stage) {
        for number in [ZOE, MARIE] {
            // Whole, as it is written on the card, and all but the check.
            let dotted =
                format!("{}.{}.{}-{}.{}", &number[..2], &number[2..4], &number[4..6], &number[6..9], &number[9..]);
            [number, &dotted, &dotted[..12], &number[..9]].into_iter().for_each(|number| self.add(number));
        }
        for name in ["Zoë", "Zo\\u00eb", "Peeters", "Marie", "Dubois", "Kerkstraat", "Zeedijk", "Zonnetje"] {
            self.add(name);
        }
        for staff in &stage.town.staff {
            self.add(staff.name);
            self.add(&staff.email);
            staff.password.into_iter().for_each(|password| self.add(password));
            staff.totp_secret.iter().for_each(|secret| self.add(secret));
        }
        self.add(&stage.town.edge_header);
        let identity = stage.town.app.secrets.identity().await.expect("our keys");
        identity.clients.values().for_each(|secret| self.add(secret));
        identity
            .signing
            .iter()
            .chain(&identity.decryption)
            .for_each(|key| self.add(&STANDARD.encode(&key.pkcs8)[..40]));
        let environment = stage.town.environment("localhost");
        self.add(&environment["AWS_SECRET_ACCESS_KEY"]);
        // No address of anybody, no token of anything.
        self.anywhere.push("@".to_owned());
        self.anywhere.push("%40".to_owned());
        self.anywhere.push("eyjhbgcioi".to_owned());
        self.anywhere.push("eyj0exaioi".to_owned());
        self.anywhere.push("$argon2".to_owned());
        self.anywhere.push("otpauth".to_owned());
    }

    /// Cookies that were given, states and codes that were passed.
    pub fn of_the_way(&mut self, trails: &[Trail]) {
        for trail in trails {
            for seen in trail.lock().expect("no panic while held").iter() {
                for cookie in &seen.cookies {
                    let value =
                        cookie.split(';').next().and_then(|pair| pair.split_once('=')).map_or("", |pair| pair.1);
                    let token = value.rsplit('.').next().unwrap_or_default();
                    if !token.is_empty() {
                        self.add(token);
                    }
                }
                for address in [Some(&seen.target), seen.location.as_ref()].into_iter().flatten() {
                    let Ok(address) = reqwest::Url::parse(address) else { continue };
                    let is_back = address.path().ends_with("/callback");
                    let goes_along = |name: &str| {
                        ["state", "nonce", "code_challenge"].contains(&name) || (is_back && name == "code")
                    };
                    for (_, value) in address.query_pairs().filter(|(name, _)| goes_along(name)) {
                        self.add(&value);
                    }
                }
            }
        }
    }

    pub fn are_not_in(&self, text: &str, what: &str) {
        let folded = text.to_lowercase();
        let found = self.anywhere.iter().find(|secret| folded.contains(secret.as_str()));
        assert_eq!(found, None, "in {what}: {text}");
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
        let found = self.alone.iter().find(|code| words.contains(&code.as_str()));
        assert_eq!(found, None, "in {what}: {text}");
    }
}

/// An address without some parts of its query.
pub fn without(address: &str, names: &[&str]) -> String {
    let mut address = reqwest::Url::parse(address).expect("an address");
    if !address.path().ends_with("/callback") {
        return address.into();
    }
    let kept: Vec<(String, String)> =
        address.query_pairs().into_owned().filter(|(name, _)| !names.contains(&name.as_str())).collect();
    address.query_pairs_mut().clear().extend_pairs(kept);
    address.into()
}
