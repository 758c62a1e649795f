//! How providers differ. See `docs/IDENTITY.md` for where each of these comes from.

use serde::{Deserialize, Serialize};

/// One provider, as the stack configures it. No secrets in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProviderConfig {
    /// What our addresses call it: `/api/sign-in/{id}`.
    pub id: String,
    pub kind: Kind,
    pub issuer: String,
    pub client_id: String,
    /// itsme's, from its onboarding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Itsme,
    /// The federal government's login, for eID.
    FederalLogin,
    /// Vlaanderen's, for eID as well.
    Acm,
    /// Staff accounts outside the town.
    Uitid,
}

/// Which of our two sites people come from and go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Surface {
    Portal,
    Office,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClientAuthentication {
    PrivateKeyJwt,
    SecretBasic,
}

/// Where what isn't in the ID token is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UserInfo {
    NotNeeded,
    SignedJwt,
    Json,
}

impl Kind {
    pub fn surface(self) -> Surface {
        match self {
            Self::Itsme | Self::FederalLogin | Self::Acm => Surface::Portal,
            Self::Uitid => Surface::Office,
        }
    }

    pub(crate) fn client_authentication(self) -> ClientAuthentication {
        match self {
            Self::Itsme => ClientAuthentication::PrivateKeyJwt,
            Self::FederalLogin | Self::Acm | Self::Uitid => ClientAuthentication::SecretBasic,
        }
    }

    pub(crate) fn encrypts_id_token(self) -> bool {
        self == Self::Itsme
    }

    pub(crate) fn user_info(self) -> UserInfo {
        match self {
            Self::Itsme => UserInfo::NotNeeded,
            Self::FederalLogin => UserInfo::SignedJwt,
            Self::Acm | Self::Uitid => UserInfo::Json,
        }
    }

    /// The levels of assurance we take; the first is the one asked for.
    pub(crate) fn levels(self) -> &'static [&'static str] {
        match self {
            Self::Itsme => &["http://itsme.services/v2/claim/acr_advanced"],
            Self::FederalLogin => &["urn:be:fedict:iam:fas:Level500"],
            Self::Acm => &["urn:be:vlaanderen:authmech:eid"],
            Self::Uitid => &[],
        }
    }

    pub(crate) fn scopes(self, config: &ProviderConfig) -> Vec<String> {
        let scopes: &[&str] = match self {
            Self::Itsme => &["profile", "address"],
            Self::FederalLogin => &["profile", "egovnrn", "certificateInfo"],
            Self::Acm => &["profile", "rrn"],
            Self::Uitid => &["email"],
        };
        let service = config.service_code.iter().map(|code| format!("service:{code}"));
        service.chain(scopes.iter().map(|scope| (*scope).to_owned())).collect()
    }

    /// More that goes into the authorization request.
    pub(crate) fn extra_parameters(self) -> Vec<(&'static str, String)> {
        match self {
            Self::Itsme => {
                let asked = serde_json::json!({ "id_token": {
                    NATIONAL_NUMBER_OF_ITSME: { "essential": true },
                    "given_name": { "essential": true },
                    "family_name": { "essential": true },
                    "address": null,
                }});
                vec![("claims", asked.to_string())]
            }
            // Somebody else may have used this office computer just before.
            Self::Uitid => vec![("prompt", "login".to_owned())],
            Self::FederalLogin | Self::Acm => vec![],
        }
    }

    /// Where the provider puts number, first name and last name.
    pub(crate) fn fields(self) -> Fields {
        match self {
            Self::Itsme => {
                Fields { number: NATIONAL_NUMBER_OF_ITSME, first_name: "given_name", last_name: "family_name" }
            }
            Self::FederalLogin => Fields { number: "egovNRN", first_name: "givenName", last_name: "surname" },
            Self::Acm => Fields { number: "rrn", first_name: "given_name", last_name: "family_name" },
            Self::Uitid => Fields { number: "", first_name: "given_name", last_name: "family_name" },
        }
    }
}

const NATIONAL_NUMBER_OF_ITSME: &str = "http://itsme.services/v2/claim/BENationalNumber";

pub(crate) struct Fields {
    pub number: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
}
