//! What the template and its parameters say of a stack, for this one: names, settings, providers.

use crate::access::Clients;
use crate::addresses::Addresses;
use crate::secrets_file::TownSecrets;
use meent_http::{Seller, Settings};
use meent_identity::oidc::{Kind, ProviderConfig};
use meent_payments::GatewayConfig;
use meent_push::PushConfig;
use meent_simulators::{MollieParty, RelyingParty, WorldlineParty};
use meent_store::payments::ProviderName;
use std::collections::BTreeMap;
use url::Url;

pub const TABLE_PREFIX: &str = "meent-local-";
pub const SECRET_PREFIX: &str = "meent-local/";
pub const DOCUMENTS_BUCKET: &str = "meent-local-documents";
pub const TOWN_NAME: &str = "Noorderhaven";
const MAIL_FROM: &str = "meent@noorderhaven.example";
const HELP_DESK: &str = "helpdesk@noorderhaven.example";
const MERCHANT: &str = "noorderhaven";
const TOP_UP: &str = r#"{"least":5,"most":50000,"quick":[1000,2500,5000]}"#;
const PARKING: &str = r#"{
    "quotaMinutesPerQuarter": 5400, "quotaOf": "household", "visitMinutes": 180, "graceMinutes": 5, "keepDays": 400
}"#;
/// The number is of the right form, and nobody's.
const SELLER: &str = r##"{
    "company": {
        "name": "Stad Noorderhaven", "vatNumber": "BE0999999922", "street": "Grote Markt 1",
        "postcode": "9990", "town": "Noorderhaven", "country": "BE"
    },
    "brand": "#1d5c4d",
    "vat": { "outside": {
        "nl": "Tegoed voor meerdere diensten: btw is verschuldigd wanneer het gebruikt wordt (artikel 18ter btw-wetboek).",
        "fr": "Bon à usages multiples : la TVA est due au moment de son utilisation (article 18ter du Code de la TVA).",
        "de": "Mehrzweck-Guthaben: Die Mehrwertsteuer wird bei der Verwendung fällig (Artikel 18ter MwStGB).",
        "en": "Multi-purpose credit: VAT is due when it is used (article 18ter of the Belgian VAT Code)."
    } }
}"##;
const ITSME_SERVICE: &str = "NOORDERHAVEN_LOGIN";

fn client_id(provider: &str) -> String {
    format!("noorderhaven-{provider}")
}

pub(crate) fn settings(addresses: &Addresses, pays_by: ProviderName, push_key: &str) -> Settings {
    Settings {
        table_prefix: TABLE_PREFIX.to_owned(),
        secret_prefix: SECRET_PREFIX.to_owned(),
        documents_bucket: DOCUMENTS_BUCKET.to_owned(),
        portal: url(&addresses.portal),
        office: url(&addresses.office),
        town_name: TOWN_NAME.to_owned(),
        practice: true,
        mail_from: MAIL_FROM.to_owned(),
        help_desk: HELP_DESK.to_owned(),
        identity_providers: providers(addresses),
        payment_providers: payment_providers(addresses),
        pays_by: Some(pays_by),
        top_up: serde_json::from_str(TOP_UP).expect("limits in order"),
        parking: serde_json::from_str(PARKING).expect("a policy"),
        push: PushConfig { public_key: Some(push_key.to_owned()), simulator: Some(url(addresses.simulators())) },
        seller: Seller::from_json(SELLER).expect("a whole seller"),
    }
}

/// The same for a function in a process of its own.
pub(crate) fn environment(
    addresses: &Addresses,
    pays_by: ProviderName,
    push_key: &str,
    clients: &Clients,
    host: &str,
) -> BTreeMap<String, String> {
    let settings = settings(addresses, pays_by, push_key);
    let providers = serde_json::to_string(&settings.identity_providers).expect("providers are plain data");
    let payment_providers = serde_json::to_string(&settings.payment_providers).expect("providers are plain data");
    let pairs = [
        ("RUST_LOG", "info".to_owned()),
        ("MEENT_TABLES", settings.table_prefix),
        ("MEENT_SECRETS", settings.secret_prefix),
        ("MEENT_DOCUMENTS_BUCKET", settings.documents_bucket),
        ("MEENT_PORTAL_ORIGIN", addresses.portal.clone()),
        ("MEENT_OFFICE_ORIGIN", addresses.office.clone()),
        ("MEENT_TOWN_NAME", settings.town_name),
        ("MEENT_PRACTICE", settings.practice.to_string()),
        ("MEENT_MAIL_FROM", settings.mail_from),
        ("MEENT_HELP_DESK", settings.help_desk),
        ("MEENT_IDENTITY_PROVIDERS", providers),
        ("MEENT_PAYMENT_PROVIDERS", payment_providers),
        (
            "MEENT_PAYMENTS_BY",
            match pays_by {
                ProviderName::Worldline => "worldline".to_owned(),
                ProviderName::Mollie => "mollie".to_owned(),
                ProviderName::Desk => "none".to_owned(),
            },
        ),
        ("MEENT_TOP_UP", TOP_UP.to_owned()),
        ("MEENT_PARKING", PARKING.to_owned()),
        ("MEENT_PUSH", serde_json::to_string(&settings.push).expect("plain data")),
        ("MEENT_SELLER", SELLER.to_owned()),
    ];
    let mut environment = clients.environment(host);
    environment.extend(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)));
    environment
}

fn providers(addresses: &Addresses) -> Vec<ProviderConfig> {
    let base = addresses.simulators();
    let provider = |id: &str, kind, path: &str, service_code: Option<&str>| ProviderConfig {
        id: id.to_owned(),
        kind,
        issuer: format!("{base}{path}"),
        client_id: client_id(id),
        service_code: service_code.map(str::to_owned),
    };
    vec![
        provider("itsme", Kind::Itsme, "/itsme/v2", Some(ITSME_SERVICE)),
        provider("eid", Kind::FederalLogin, "/eid/fas/oauth2", None),
        provider("acm", Kind::Acm, "/acm/op", None),
        provider("uitid", Kind::Uitid, "/uitid/realms/uitid", None),
    ]
}

/// Both, so that whoever changes over still settles what was begun.
fn payment_providers(addresses: &Addresses) -> Vec<GatewayConfig> {
    let at = |path: &str| url(&format!("{}{path}", addresses.simulators()));
    vec![
        GatewayConfig::Worldline { endpoint: at("/worldline"), merchant_id: MERCHANT.to_owned() },
        GatewayConfig::Mollie { endpoint: at("/mollie") },
    ]
}

/// How Worldline knows us.
pub(crate) fn at_worldline(secrets: &TownSecrets) -> WorldlineParty {
    let keys = &secrets.payments["worldline"];
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let webhook = keys["webhooks"].as_object().and_then(|pairs| pairs.iter().next());
    let (webhook_key_id, webhook_secret) = webhook.map(|(id, secret)| (id.clone(), text(secret))).unwrap_or_default();
    WorldlineParty {
        merchant_id: MERCHANT.to_owned(),
        api_key_id: text(&keys["key_id"]),
        api_secret: text(&keys["secret"]),
        webhook_key_id,
        webhook_secret,
        beneficiary: TOWN_NAME.to_owned(),
    }
}

/// How Mollie knows us.
pub(crate) fn at_mollie(secrets: &TownSecrets) -> MollieParty {
    let api_key = secrets.payments["mollie"].as_str().unwrap_or_default().to_owned();
    MollieParty { api_key, beneficiary: TOWN_NAME.to_owned() }
}

/// How a provider knows us.
pub(crate) fn relying_party(provider: &str, addresses: &Addresses, secrets: &TownSecrets) -> RelyingParty {
    let (origin, path) = match provider {
        "uitid" => (&addresses.office, "/api/staff/sign-in"),
        _ => (&addresses.portal, "/api/sign-in"),
    };
    let is_itsme = provider == "itsme";
    RelyingParty {
        client_id: client_id(provider),
        client_secret: secrets.client(provider),
        redirect_uris: vec![format!("{origin}{path}/{provider}/callback")],
        post_logout_redirect_uris: vec![format!("{origin}/signed-out")],
        jwks_url: is_itsme.then(|| format!("{}/.well-known/jwks.json", addresses.portal)),
        service_code: is_itsme.then(|| ITSME_SERVICE.to_owned()),
    }
}

fn url(address: &str) -> Url {
    address.parse().expect("addresses are made of a host and a port")
}
