//! A relying party small enough to see through: keys of its own, published on a
//! socket of its own, and a clock that a test can move.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use aws_lc_rs::digest;
use aws_lc_rs::rsa::{OaepPrivateDecryptingKey, PrivateDecryptingKey};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD as B64};
use chrono::DateTime;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use meent_simulators::{Config, PaymentsConfig, Provider, RelyingParty, Simulators, StaffIdentity};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::Url;

pub use crate::answer::{Answer, query};
use crate::keys::{self, jwk, publish, rsa_key};
pub use crate::known::*;

pub struct World {
    pub simulators: Simulators,
    pub router: Router,
    pub signing: EncodingKey,
    pub now_s: Arc<AtomicI64>,
    decrypting: OaepPrivateDecryptingKey,
}

impl World {
    pub async fn new() -> Self {
        let (signing, _) = rsa_key();
        let (encryption, decrypting) = rsa_key();
        let jwks = json!({ "keys": [
            jwk(&encryption, "enc-1", "enc"), jwk(&signing, "sig-1", "sig"),
        ]});
        Self::with_keys_at(publish(jwks).await, signing, decrypting)
    }

    /// Keys at an address where nobody answers.
    pub fn with_unreachable_keys() -> Self {
        let ((signing, _), (_, decrypting)) = (rsa_key(), rsa_key());
        Self::with_keys_at("http://127.0.0.1:9/jwks".into(), signing, decrypting)
    }

    fn with_keys_at(jwks_url: String, signing: EncodingKey, decrypting: PrivateDecryptingKey) -> Self {
        let now_s = Arc::new(AtomicI64::new(START_S));
        let clock = Arc::clone(&now_s);
        let party = |name: &str| RelyingParty {
            client_id: format!("meent-{name}"),
            client_secret: Some(SECRET.into()),
            redirect_uris: vec![REDIRECT.into()],
            post_logout_redirect_uris: vec![SIGNED_OUT.into()],
            ..RelyingParty::default()
        };
        let simulators = Simulators::new(Config {
            base_url: BASE.into(),
            clock: Arc::new(move || DateTime::from_timestamp(clock.load(Ordering::SeqCst), 0).unwrap()),
            citizens: vec![zoe()],
            staff: vec![StaffIdentity { email: STAFF.into(), name: "An Claes".into(), email_verified: true }],
            itsme: RelyingParty {
                client_secret: None,
                jwks_url: Some(jwks_url),
                service_code: Some("MEENT_LOGIN".into()),
                ..party("itsme")
            },
            eid: party("eid"),
            acm: party("acm"),
            uitid: party("uitid"),
            payments: payments(None),
            mail_file: None,
        });
        Self {
            router: simulators.router(),
            simulators,
            signing,
            now_s,
            decrypting: OaepPrivateDecryptingKey::new(decrypting).unwrap(),
        }
    }

    /// Only the mail catcher of it, keeping its mail in this file.
    pub fn simulators_with_mail(path: &Path) -> Simulators {
        Simulators::new(Config {
            base_url: BASE.into(),
            clock: Arc::new(|| DateTime::from_timestamp(START_S, 0).unwrap()),
            citizens: vec![],
            staff: vec![],
            itsme: RelyingParty::default(),
            eid: RelyingParty::default(),
            acm: RelyingParty::default(),
            uitid: RelyingParty::default(),
            payments: PaymentsConfig::default(),
            mail_file: Some(path.to_owned()),
        })
    }

    pub fn pass(&self, seconds: i64) {
        self.now_s.fetch_add(seconds, Ordering::SeqCst);
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        Answer::read(response).await
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap()).await
    }

    pub async fn post_json(&self, address: &str, body: Value) -> Answer {
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn post_form(&self, address: &str, fields: &[(&str, &str)], basic: Option<(&str, &str)>) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some((id, secret)) = basic {
            let both: Vec<String> = [id, secret]
                .iter()
                .map(|part| url::form_urlencoded::byte_serialize(part.as_bytes()).collect())
                .collect();
            let value = format!("Basic {}", STANDARD.encode(both.join(":")));
            request = request.header(header::AUTHORIZATION, value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn configuration(&self, provider: Provider) -> Value {
        let issuer = issuer(provider);
        let answer = self.get(&format!("{issuer}/.well-known/openid-configuration")).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.json()
    }

    /// The address a browser would be sent to.
    pub async fn authorization_url(&self, provider: Provider) -> Url {
        let configuration = self.configuration(provider).await;
        let endpoint = configuration["authorization_endpoint"].as_str().unwrap();
        let challenge = B64.encode(digest::digest(&digest::SHA256, VERIFIER.as_bytes()));
        let scope = match provider {
            Provider::Itsme => "openid service:MEENT_LOGIN profile address email",
            Provider::Eid => "openid profile egovnrn",
            Provider::Acm => "openid profile rrn",
            Provider::Uitid => "openid email",
        };
        let client_id = client_id(provider);
        let mut url = Url::parse(endpoint).unwrap();
        url.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", &client_id),
            ("redirect_uri", REDIRECT),
            ("scope", scope),
            ("state", "state-1"),
            ("nonce", "nonce-1"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("ui_locales", "fr nl"),
        ]);
        if provider == Provider::Itsme {
            let claims = json!({ "id_token": {
                "http://itsme.services/v2/claim/BENationalNumber": { "essential": true },
                "given_name": null, "family_name": null, "birthdate": null,
                "address": null, "locale": null, "email": null, "email_verified": null,
            }});
            url.query_pairs_mut().append_pair("claims", &claims.to_string());
        }
        url
    }

    /// Chooses the demo person and gives the code.
    pub async fn code(&self, provider: Provider) -> String {
        let url = self.authorization_url(provider).await;
        let choice = match provider {
            Provider::Uitid => ("email", STAFF),
            _ => ("citizen", ZOE),
        };
        let answer = self.post_form(url.as_str(), &[choice], None).await;
        let back = answer.location();
        assert_eq!(query(&back, "state").as_deref(), Some("state-1"));
        query(&back, "code").unwrap()
    }

    pub fn assertion(&self, header: &Header, claims: &Value) -> String {
        jsonwebtoken::encode(header, claims, &self.signing).unwrap()
    }

    pub async fn exchange(&self, provider: Provider, code: &str) -> Answer {
        self.exchange_with(provider, code, VERIFIER, REDIRECT).await
    }

    pub async fn exchange_with(&self, provider: Provider, code: &str, verifier: &str, redirect_uri: &str) -> Answer {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("code_verifier", verifier),
            ("redirect_uri", redirect_uri),
        ];
        let id = client_id(provider);
        let assertion = self.assertion(&assertion_header(), &assertion_claims());
        let basic = match provider {
            Provider::Itsme => {
                fields.push(("client_assertion", &assertion));
                fields.push(("client_assertion_type", ASSERTION_TYPE));
                None
            }
            Provider::Uitid => {
                fields.push(("client_id", &id));
                fields.push(("client_secret", SECRET));
                None
            }
            Provider::Eid | Provider::Acm => Some((id.as_str(), SECRET)),
        };
        self.post_form(&token_url(provider), &fields, basic).await
    }

    pub async fn userinfo(&self, provider: Provider, access_token: &str) -> Answer {
        let url = self.configuration(provider).await["userinfo_endpoint"].clone();
        let request =
            Request::get(url.as_str().unwrap()).header(header::AUTHORIZATION, format!("Bearer {access_token}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Verifies with the published keys; the times are for the test to judge.
    pub async fn verify(&self, provider: Provider, token: &str) -> Option<Value> {
        let url = self.configuration(provider).await["jwks_uri"].clone();
        let keys: JwkSet = serde_json::from_value(self.get(url.as_str().unwrap()).await.json()).unwrap();
        let header = jsonwebtoken::decode_header(token).ok()?;
        let key = keys.find(&header.kid?)?;
        let mut validation = Validation::new(Algorithm::RS256);
        validation.validate_exp = false;
        validation.required_spec_claims.clear();
        validation.set_audience(&[client_id(provider)]);
        validation.set_issuer(&[issuer(provider)]);
        let key = DecodingKey::from_jwk(key).unwrap();
        Some(jsonwebtoken::decode::<Value>(token, &key, &validation).ok()?.claims)
    }
    pub fn decrypt(&self, token: &str) -> Option<String> {
        keys::decrypt(token, &self.decrypting)
    }

    /// Sign-in, exchange, and the ID token's claims when they can be trusted.
    pub async fn sign_in(&self, provider: Provider) -> (Option<Value>, String) {
        let code = self.code(provider).await;
        let answer = self.exchange(provider, &code).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let tokens = answer.json();
        let access_token = tokens["access_token"].as_str().unwrap().to_owned();
        let id_token = tokens["id_token"].as_str().unwrap().to_owned();
        let signed = match provider {
            Provider::Itsme => self.decrypt(&id_token),
            _ => Some(id_token),
        };
        let claims = match signed {
            Some(signed) => self.verify(provider, &signed).await,
            None => None,
        };
        (claims, access_token)
    }
}
