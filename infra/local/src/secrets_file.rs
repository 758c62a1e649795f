//! The town's secrets, made at the first start and kept in the data folder for its owner alone. In
//! the shapes that `infra/tools/make-secrets.py` gives them in AWS.

use crate::StartError;
use crate::demo::staff::AUTHENTICATORS;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use meent_domain::{base32, totp};
use meent_secrets::{PushKey, random_bytes, random_token};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct TownSecrets {
    pub data: Value,
    pub identity: Value,
    pub edge: Value,
    /// Missing in a file of before there were payments.
    #[serde(default)]
    pub payments: Value,
    /// Missing in a file of before there were notices.
    #[serde(default)]
    pub push: Value,
    /// Of the demo staff's authenticators, by user name, in base 32.
    pub authenticators: BTreeMap<String, String>,
}

impl TownSecrets {
    /// From the file, which is made if it isn't there. `has_data` tells that there are rows already:
    /// without the keys they were sealed with, they are lost.
    pub fn open(file: Option<&Path>, has_data: bool) -> Result<Self, StartError> {
        let Some(file) = file else { return Ok(Self::generate(&passing_keys())) };
        match std::fs::read(file) {
            Ok(text) => {
                let mut secrets: Self =
                    serde_json::from_slice(&text).map_err(|_| StartError::SecretsUnreadable(file.to_owned()))?;
                if secrets.payments.is_null() || secrets.push.is_null() {
                    let Self { payments, push, .. } = &mut secrets;
                    if payments.is_null() {
                        *payments = payment_keys();
                    }
                    if push.is_null() {
                        *push = push_key();
                    }
                    secrets.write(file).map_err(|error| StartError::folder(file, error))?;
                }
                Ok(secrets)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if has_data {
                    return Err(StartError::SecretsGone(file.to_owned()));
                }
                let secrets = Self::generate(&[rsa_key("sig"), rsa_key("enc")]);
                secrets.write(file).map_err(|error| StartError::folder(file, error))?;
                Ok(secrets)
            }
            Err(error) => Err(StartError::folder(file, error)),
        }
    }

    fn generate([signing, decryption]: &[Value; 2]) -> Self {
        let key = || STANDARD.encode(random_bytes::<32>());
        let authenticator = || base32::authenticator(&random_bytes::<{ totp::SECRET_BYTES }>());
        Self {
            data: json!({ "current": "k1", "keys": { "k1": key() }, "lookup": key() }),
            identity: json!({
                "signing": [signing],
                "decryption": [decryption],
                "clients": { "eid": random_token(), "acm": random_token(), "uitid": random_token() },
            }),
            edge: json!({ "header": random_token() }),
            payments: payment_keys(),
            push: push_key(),
            authenticators: AUTHENTICATORS.iter().map(|login| ((*login).to_owned(), authenticator())).collect(),
        }
    }

    /// Whole or not at all, and readable by nobody else from its first byte on.
    fn write(&self, file: &Path) -> std::io::Result<()> {
        let beside = file.with_extension("new");
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut written = options.open(&beside)?;
        written.write_all(serde_json::to_string_pretty(self)?.as_bytes())?;
        written.sync_all()?;
        std::fs::rename(beside, file)
    }

    /// By name, as Secrets Manager holds them.
    pub fn by_name(&self, prefix: &str) -> BTreeMap<String, String> {
        let Self { data, identity, edge, payments, push, .. } = self;
        let audiences =
            [("data", data), ("identity", identity), ("edge", edge), ("payments", payments), ("push", push)];
        audiences.into_iter().map(|(name, value)| (format!("{prefix}{name}"), value.to_string())).collect()
    }

    pub fn edge_header(&self) -> &str {
        self.edge["header"].as_str().unwrap_or_default()
    }

    /// What browsers know the town by.
    pub fn push_public_key(&self) -> String {
        serde_json::from_value(self.push.clone()).map(|key: PushKey| key.public_half).unwrap_or_default()
    }

    pub fn client(&self, provider: &str) -> Option<String> {
        self.identity["clients"][provider].as_str().map(str::to_owned)
    }
}

/// As the providers would have given them out.
fn payment_keys() -> Value {
    json!({
        "worldline": {
            "key_id": random_token()[..16].to_uppercase(),
            "secret": random_token(),
            "webhooks": { random_token()[..16].to_uppercase(): random_token() },
        },
        "mollie": format!("test_{}", random_token()),
    })
}

fn push_key() -> Value {
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
    json!({ "pkcs8": STANDARD.encode(pkcs8.expect("the system has random numbers").as_ref()) })
}

fn rsa_key(usage: &str) -> Value {
    let pair = KeyPair::generate(KeySize::Rsa2048).expect("2048 bits are supported");
    let der: Pkcs8V1Der<'_> = pair.as_der().expect("a fresh key can be written");
    json!({ "kid": format!("{usage}-{}", &random_token()[..8]), "pkcs8": STANDARD.encode(der.as_ref()) })
}

/// Towns in memory share their keys for itsme: finding primes takes longer than all the rest of a
/// start.
fn passing_keys() -> [Value; 2] {
    static KEYS: OnceLock<[Value; 2]> = OnceLock::new();
    KEYS.get_or_init(|| [rsa_key("sig"), rsa_key("enc")]).clone()
}
