//! What is typed after `meent-local`.

use meent_local::{Data, Options, Ports};
use meent_store::payments::ProviderName;
use std::net::IpAddr;
use std::path::PathBuf;

pub const USAGE: &str = "\
meent-local: the whole town on this machine.

  --data FOLDER   where its data lives (.meent)
  --port PORT     the first of three ports: portal, office, simulators (8080; ten further when taken)
  --web FOLDER    the built pages (web)
  --payments NAME who takes payments: worldline or mollie (worldline)
  --fresh         begin anew: what the data folder holds of a town is removed first

For functions that run elsewhere, as `make sam` has them:

  --engines-only        without the functions; these too are then needed:
  --api URL             where they answer
  --environment FILE    where to write what they are told
  --reach-at HOST       by what they reach this machine
  --bind ADDRESS        where engines and simulators listen (127.0.0.1)
";

#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    pub data: PathBuf,
    pub port: u16,
    pub web: PathBuf,
    pub is_fresh: bool,
    pub pays_by: ProviderName,
    pub bind: Option<IpAddr>,
    pub elsewhere: Option<Elsewhere>,
}

/// Functions in containers.
#[derive(Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub api: String,
    pub environment: PathBuf,
    pub reach_at: String,
}

impl Arguments {
    /// An error is a sentence for whoever typed them.
    pub fn read(mut typed: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut read = Self {
            data: ".meent".into(),
            port: 8080,
            web: "web".into(),
            is_fresh: false,
            pays_by: ProviderName::Worldline,
            bind: None,
            elsewhere: None,
        };
        let mut engines_only = false;
        let (mut api, mut environment, mut reach_at) = (None, None, None);
        while let Some(option) = typed.next() {
            let mut value = || typed.next().ok_or_else(|| format!("{option} needs a value"));
            match option.as_str() {
                "--data" => read.data = value()?.into(),
                "--web" => read.web = value()?.into(),
                "--port" => {
                    let text = value()?;
                    let port = text.parse().ok().filter(|port| *port > 0);
                    read.port = port.ok_or_else(|| format!("{text} is no port"))?;
                }
                "--bind" => {
                    let text = value()?;
                    read.bind = Some(text.parse().map_err(|_| format!("{text} is no address"))?);
                }
                "--payments" => {
                    read.pays_by = match value()?.as_str() {
                        "worldline" => ProviderName::Worldline,
                        "mollie" => ProviderName::Mollie,
                        other => return Err(format!("{other} takes no payments here; worldline and mollie do")),
                    }
                }
                "--fresh" => read.is_fresh = true,
                "--engines-only" => engines_only = true,
                "--api" => api = Some(value()?),
                "--environment" => environment = Some(value()?.into()),
                "--reach-at" => reach_at = Some(value()?),
                _ => return Err(format!("{option} is not known")),
            }
        }
        read.elsewhere = match (engines_only, api, environment, reach_at) {
            (true, Some(api), Some(environment), Some(reach_at)) => Some(Elsewhere { api, environment, reach_at }),
            (false, None, None, None) => None,
            (true, ..) => return Err("--engines-only needs --api, --environment and --reach-at".to_owned()),
            (false, ..) => return Err("--api, --environment and --reach-at go with --engines-only".to_owned()),
        };
        Ok(read)
    }

    pub fn options(&self) -> Options {
        let mut options = Options {
            data: Data::Folder(self.data.clone()),
            ports: Ports::From(self.port),
            web: self.web.clone(),
            pays_by: self.pays_by,
            ..Options::lasting(&self.data)
        };
        if let Some(bind) = self.bind {
            options.bind = bind;
        }
        if let Some(elsewhere) = &self.elsewhere {
            options.api = Some(elsewhere.api.trim_end_matches('/').to_owned());
            options.simulators_host.clone_from(&elsewhere.reach_at);
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn what_is_typed() {
        let plain = read("").expect("nothing needs to be typed");
        assert_eq!((plain.data, plain.port, plain.is_fresh), (".meent".into(), 8080, false));
        let sam =
            read("--engines-only --bind 0.0.0.0 --reach-at 172.17.0.1 --api http://127.0.0.1:3000 --environment f");
        assert_eq!(sam.expect("complete").elsewhere.expect("elsewhere").reach_at, "172.17.0.1");
        for wrong in ["--port", "--port x", "--port 0", "--what", "--payments cash", "--engines-only", "--api http://x"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
