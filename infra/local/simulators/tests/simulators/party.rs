//! A relying party small enough to see through: keys of its own, published on a
//! socket of its own, and a clock that a test can move.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use aws_lc_rs::cipher::{AES_128, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey};
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{KeyPair, KeySize, OAEP_SHA256_MGF1SHA256, OaepPrivateDecryptingKey, PrivateDecryptingKey};
use aws_lc_rs::{digest, hmac};
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use axum::{Json, Router, routing};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD as B64};
use chrono::{DateTime, NaiveDate};
use http_body_util::BodyExt;
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use meent_simulators::{Address, Citizen, Config, Provider, RelyingParty, Simulators, StaffIdentity};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::Url;

pub const BASE: &str = "http://simulators.test";
pub const REDIRECT: &str = "http://localhost:8080/callback?provider=x";
pub const SIGNED_OUT: &str = "http://localhost:8080/signed-out";
pub const ZOE: &str = "85073003328";
pub const STAFF: &str = "an@noorderhaven.example";
pub const SECRET: &str = "s3cret with & and :";
pub const VERIFIER: &str = "verifier-0123456789-0123456789-0123456789-~.";
pub const START_S: i64 = 1_795_200_000;

pub struct World {
    pub simulators: Simulators,
    pub router: Router,
    pub signing: EncodingKey,
    pub now_s: Arc<AtomicI64>,
    decrypting: OaepPrivateDecryptingKey,
}

fn rsa_key() -> (EncodingKey, PrivateDecryptingKey) {
    let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
    let pkcs8 = pair.as_der().unwrap();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(pkcs8.as_ref()));
    (EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap(), PrivateDecryptingKey::from_pkcs8(pkcs8.as_ref()).unwrap())
}

fn jwk(key: &EncodingKey, kid: &str, usage: &str) -> Value {
    let mut jwk = json!(Jwk::from_encoding_key(key, Algorithm::RS256).unwrap());
    jwk["kid"] = json!(kid);
    jwk["use"] = json!(usage);
    jwk.as_object_mut().unwrap().remove("alg");
    jwk
}

/// Publishes the party's keys on a free port and gives their address.
async fn publish(jwks: Value) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/jwks", routing::get(move || async { Json(jwks) }));
    tokio::spawn(async { axum::serve(listener, router).await });
    format!("http://{address}/jwks")
}

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

impl World {
    pub async fn new() -> Self {
        let (signing, _) = rsa_key();
        let (encryption, decrypting) = rsa_key();
        let jwks = json!({ "keys": [
            jwk(&encryption, "enc-1", "enc"), jwk(&signing, "sig-1", "sig"),
        ]});
        Self::with_keys_at(publish(jwks).await, signing, decrypting)
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

    /// Decrypts as the facts of itsme say, refusing what they say to refuse.
    pub fn decrypt(&self, token: &str) -> Option<String> {
        let parts: Vec<&str> = token.split('.').collect();
        let [protected, wrapped, iv, content, tag] = parts[..] else {
            return None;
        };
        let header: Value = serde_json::from_slice(&B64.decode(protected).unwrap()).unwrap();
        let expected = json!({ "alg": "RSA-OAEP-256", "enc": "A128CBC-HS256", "cty": "JWT",
            "kid": "enc-1" });
        if header != expected {
            return None;
        }
        let wrapped = B64.decode(wrapped).unwrap();
        let mut key = vec![0; self.decrypting.min_output_size()];
        let key = self.decrypting.decrypt(&OAEP_SHA256_MGF1SHA256, &wrapped, &mut key, None).ok()?;
        let iv: [u8; 16] = B64.decode(iv).unwrap().try_into().unwrap();
        let mut content = B64.decode(content).unwrap();
        let mut signed = protected.as_bytes().to_vec();
        signed.extend(iv);
        signed.extend(&content);
        signed.extend((8 * protected.len() as u64).to_be_bytes());
        let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key[..16]), &signed);
        if mac.as_ref()[..16] != B64.decode(tag).unwrap() {
            return None;
        }
        let aes = UnboundCipherKey::new(&AES_128, &key[16..]).unwrap();
        let plain = PaddedBlockDecryptingKey::cbc_pkcs7(aes)
            .unwrap()
            .decrypt(&mut content, DecryptionContext::Iv128(FixedLength::from(iv)))
            .ok()?;
        Some(String::from_utf8(plain.to_vec()).unwrap())
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

pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
    use std::sync::atomic::AtomicU64;
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let id = format!("jti-{}", NEXT.fetch_add(1, Ordering::SeqCst));
    json!({
        "iss": "meent-itsme", "sub": "meent-itsme", "aud": token_url(Provider::Itsme),
        "jti": id, "exp": START_S + 600, "iat": START_S,
    })
}

pub fn query(address: &Url, name: &str) -> Option<String> {
    let found = address.query_pairs().find(|(found, _)| found == name)?;
    Some(found.1.into_owned())
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Answer {
    async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Self { status: parts.status, headers: parts.headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers[name].to_str().unwrap()
    }

    pub fn location(&self) -> Url {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        Url::parse(self.header(header::LOCATION)).unwrap()
    }
}
