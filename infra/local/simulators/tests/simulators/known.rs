//! What the party and the people of these tests are known by.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;
use jsonwebtoken::{Algorithm, Header};
use meent_simulators::{Address, Citizen, MollieParty, PaymentsConfig, Provider, WorldlineParty};
use serde_json::{Value, json};

pub const BASE: &str = "http://simulators.test";
pub const REDIRECT: &str = "http://localhost:8080/callback?provider=x";
pub const SIGNED_OUT: &str = "http://localhost:8080/signed-out";
pub const ZOE: &str = "85073003328";
pub const STAFF: &str = "an@noorderhaven.example";
pub const SECRET: &str = "s3cret with & and :";
pub const VERIFIER: &str = "verifier-0123456789-0123456789-0123456789-~.";
pub const START_S: i64 = 1_795_200_000;
pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

pub fn zoe() -> Citizen {
    Citizen {
        national_number: ZOE.into(),
        first_name: "Zoë".into(),
        last_name: "Peeters <b>".into(),
        birthdate: NaiveDate::from_ymd_opt(1985, 7, 30),
        language: "nl".into(),
        address: Some(Address {
            street: "Kerkstraat".into(),
            number: "12".into(),
            box_number: Some("3".into()),
            postcode: "9999".into(),
            town: "Noorderhaven".into(),
        }),
        email: Some("zoe@noorderhaven.example".into()),
    }
}

pub fn issuer(provider: Provider) -> String {
    let path = match provider {
        Provider::Itsme => "/itsme/v2",
        Provider::Eid => "/eid/fas/oauth2",
        Provider::Acm => "/acm/op",
        Provider::Uitid => "/uitid/realms/uitid",
    };
    format!("{BASE}{path}")
}

pub fn client_id(provider: Provider) -> String {
    format!("meent-{}", provider.name())
}

pub fn token_url(provider: Provider) -> String {
    let path = match provider {
        Provider::Itsme => "/token",
        Provider::Eid => "/access_token",
        Provider::Acm => "/v1/token",
        Provider::Uitid => "/protocol/openid-connect/token",
    };
    format!("{}{path}", issuer(provider))
}

pub fn assertion_header() -> Header {
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some("sig-1".into());
    header
}

pub fn assertion_claims() -> Value {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let id = format!("jti-{}", NEXT.fetch_add(1, Ordering::SeqCst));
    json!({
        "iss": "meent-itsme", "sub": "meent-itsme", "aud": token_url(Provider::Itsme),
        "jti": id, "exp": START_S + 600, "iat": START_S,
    })
}

pub const MERCHANT: &str = "NOORDERHAVEN";
pub const API_KEY_ID: &str = "ABCDEF0123456789ABCD";
pub const API_SECRET: &str = "c2VjcmV0IG9mIHRoZSBtZXJjaGFudA==";
pub const WEBHOOK_KEY_ID: &str = "0123456789ABCDEF0123";
pub const WEBHOOK_SECRET: &str = "secret-of-webhooks";
pub const MOLLIE_KEY: &str = "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM";

pub fn payments(file: Option<std::path::PathBuf>) -> PaymentsConfig {
    PaymentsConfig {
        worldline: WorldlineParty {
            merchant_id: MERCHANT.into(),
            api_key_id: API_KEY_ID.into(),
            api_secret: API_SECRET.into(),
            webhook_key_id: WEBHOOK_KEY_ID.into(),
            webhook_secret: WEBHOOK_SECRET.into(),
            beneficiary: "Stad <Noorderhaven>".into(),
        },
        mollie: MollieParty { api_key: MOLLIE_KEY.into(), beneficiary: "Stad <Noorderhaven>".into() },
        file,
    }
}
