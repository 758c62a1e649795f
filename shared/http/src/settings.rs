//! What the stack tells a function through its environment. No secrets among it.

use crate::Seller;
use meent_domain::money::TopUpLimits;
use meent_domain::parking::Policy;
use meent_identity::oidc::{ProviderConfig, Surface};
use meent_payments::GatewayConfig;
use meent_push::PushConfig;
use meent_store::payments::ProviderName;
use url::Url;

#[derive(Debug, Clone)]
pub struct Settings {
    pub table_prefix: String,
    pub secret_prefix: String,
    pub documents_bucket: String,
    pub portal: Url,
    pub office: Url,
    pub town_name: String,
    /// A town of invented people, plainly marked everywhere (P-61).
    pub practice: bool,
    pub mail_from: String,
    pub help_desk: String,
    pub identity_providers: Vec<ProviderConfig>,
    pub payment_providers: Vec<GatewayConfig>,
    /// Which of them takes new payments, if any; the others still settle what they took.
    pub pays_by: Option<ProviderName>,
    pub top_up: TopUpLimits,
    /// What the town chose for parking.
    pub parking: Policy,
    pub push: PushConfig,
    /// The town on its receipts and invoices.
    pub seller: Seller,
}

#[derive(Debug, thiserror::Error)]
#[error("the environment variable {0} is missing or wrong")]
pub struct SettingsError(&'static str);

impl Settings {
    pub fn from_env() -> Result<Self, SettingsError> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    fn from_variables(read: impl Fn(&'static str) -> Option<String>) -> Result<Self, SettingsError> {
        let text = |name| read(name).filter(|value| !value.is_empty()).ok_or(SettingsError(name));
        let origin = |name| text(name)?.parse::<Url>().map_err(|_| SettingsError(name));
        Ok(Self {
            table_prefix: text("MEENT_TABLES")?,
            secret_prefix: text("MEENT_SECRETS")?,
            documents_bucket: text("MEENT_DOCUMENTS_BUCKET")?,
            portal: origin("MEENT_PORTAL_ORIGIN")?,
            office: origin("MEENT_OFFICE_ORIGIN")?,
            town_name: text("MEENT_TOWN_NAME")?,
            practice: text("MEENT_PRACTICE")? == "true",
            mail_from: text("MEENT_MAIL_FROM")?,
            help_desk: text("MEENT_HELP_DESK")?,
            identity_providers: serde_json::from_str(&text("MEENT_IDENTITY_PROVIDERS")?)
                .map_err(|_| SettingsError("MEENT_IDENTITY_PROVIDERS"))?,
            payment_providers: serde_json::from_str(&text("MEENT_PAYMENT_PROVIDERS")?)
                .map_err(|_| SettingsError("MEENT_PAYMENT_PROVIDERS"))?,
            pays_by: match text("MEENT_PAYMENTS_BY")?.as_str() {
                "worldline" => Some(ProviderName::Worldline),
                "mollie" => Some(ProviderName::Mollie),
                "none" => None,
                _ => return Err(SettingsError("MEENT_PAYMENTS_BY")),
            },
            seller: Seller::from_json(&text("MEENT_SELLER")?).ok_or(SettingsError("MEENT_SELLER"))?,
            parking: serde_json::from_str(&text("MEENT_PARKING")?).map_err(|_| SettingsError("MEENT_PARKING"))?,
            push: serde_json::from_str(&text("MEENT_PUSH")?).map_err(|_| SettingsError("MEENT_PUSH"))?,
            top_up: serde_json::from_str(&text("MEENT_TOP_UP")?).map_err(|_| SettingsError("MEENT_TOP_UP"))?,
        })
    }

    pub fn origin(&self, surface: Surface) -> &Url {
        match surface {
            Surface::Portal => &self.portal,
            Surface::Office => &self.office,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(name: &'static str) -> Option<String> {
        Some(match name {
            "MEENT_PORTAL_ORIGIN" => "https://town.example".to_owned(),
            "MEENT_OFFICE_ORIGIN" => "https://office.town.example".to_owned(),
            "MEENT_IDENTITY_PROVIDERS" => {
                r#"[{"id":"eid","kind":"federal-login","issuer":"https://idp.example/fas","clientId":"town"}]"#
                    .to_owned()
            }
            "MEENT_PAYMENT_PROVIDERS" => {
                r#"[{"kind":"worldline","endpoint":"https://payment.example","merchantId":"town"}]"#.to_owned()
            }
            "MEENT_PAYMENTS_BY" => "worldline".to_owned(),
            "MEENT_SELLER" => {
                r##"{"company":{"name":"Stad","vatNumber":"BE0123456749","street":"Markt 1","postcode":"9990",
                    "town":"Stad","country":"BE"},"brand":"#1d5c4d","vat":{"standard":{"percent":21}}}"##
                    .to_owned()
            }
            "MEENT_PARKING" => r#"{"quotaMinutesPerQuarter":5400,"quotaOf":"household","visitMinutes":180,
                "graceMinutes":5,"keepDays":400}"#
                .to_owned(),
            "MEENT_PUSH" => r#"{"publicKey":""}"#.to_owned(),
            "MEENT_TOP_UP" => r#"{"least":5,"most":50000,"quick":[1000]}"#.to_owned(),
            _ => "x".to_owned(),
        })
    }

    #[test]
    fn what_is_missing_is_named() {
        assert!(Settings::from_variables(right).is_ok());
        for missing in ["MEENT_TABLES", "MEENT_PORTAL_ORIGIN", "MEENT_IDENTITY_PROVIDERS", "MEENT_TOP_UP"] {
            let settings = Settings::from_variables(|name| if name == missing { None } else { right(name) });
            assert_eq!(settings.expect_err("missing").0, missing);
        }
    }
}
