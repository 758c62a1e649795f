//! What the template and its parameters say of a stack, for this one: names, settings, providers.

use crate::access::Clients;
use crate::addresses::Addresses;
use crate::secrets_file::TownSecrets;
use meent_http::Settings;
use meent_identity::oidc::{Kind, ProviderConfig};
use meent_simulators::RelyingParty;
use std::collections::BTreeMap;
use url::Url;

pub const TABLE_PREFIX: &str = "meent-local-";
pub const SECRET_PREFIX: &str = "meent-local/";
pub const DOCUMENTS_BUCKET: &str = "meent-local-documents";
pub const TOWN_NAME: &str = "Noorderhaven";
const MAIL_FROM: &str = "meent@noorderhaven.example";
const HELP_DESK: &str = "helpdesk@noorderhaven.example";
const ITSME_SERVICE: &str = "NOORDERHAVEN_LOGIN";

fn client_id(provider: &str) -> String {
    format!("noorderhaven-{provider}")
}

pub(crate) fn settings(addresses: &Addresses) -> Settings {
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
    }
}

/// The same for a function in a process of its own.
pub(crate) fn environment(addresses: &Addresses, clients: &Clients, host: &str) -> BTreeMap<String, String> {
    let settings = settings(addresses);
    let providers = serde_json::to_string(&settings.identity_providers).expect("providers are plain data");
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
