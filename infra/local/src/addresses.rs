//! Where everything of a running town is reached.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Addresses {
    pub portal: String,
    pub office: String,
    pub api: String,
    #[serde(rename = "simulators")]
    pub simulated: Simulated,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Simulated {
    pub itsme: String,
    pub eid: String,
    pub acm: String,
    pub uitid: String,
    pub mail: String,
    /// The demo staff's second factor, as their authenticators show it.
    pub codes: String,
}

impl Addresses {
    /// `simulators_host` is what both browsers and functions know the simulators by.
    pub(crate) fn new(portal: u16, office: u16, simulators: u16, simulators_host: &str) -> Self {
        let base = format!("http://{simulators_host}:{simulators}");
        let simulated = |name: &str| format!("{base}/{name}");
        Self {
            portal: format!("http://localhost:{portal}"),
            office: format!("http://localhost:{office}"),
            api: format!("http://localhost:{portal}/api"),
            simulated: Simulated {
                itsme: simulated("itsme"),
                eid: simulated("eid"),
                acm: simulated("acm"),
                uitid: simulated("uitid"),
                mail: simulated("mail"),
                codes: simulated("codes"),
            },
        }
    }

    /// The address that all simulators stand under.
    pub fn simulators(&self) -> &str {
        self.simulated.mail.trim_end_matches("/mail")
    }
}
