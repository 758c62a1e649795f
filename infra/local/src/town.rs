//! Starting and stopping a town: engines, secrets, simulators, functions, pages.

use crate::access::{Access, Clients, Engines};
use crate::addresses::Addresses;
use crate::clock::{self, Clock};
use crate::demo::{self, DemoResident, DemoStaff};
use crate::engines::import::import;
use crate::engines::{self, buckets, tables};
use crate::folder::{Data, Folder};
use crate::front::{self, Api, At};
use crate::functions::FUNCTIONS;
use crate::gateway::Gateway;
use crate::ports::{Doors, Ports};
use crate::recorder::Recorder;
use crate::secrets_file::TownSecrets;
use crate::serve::Running;
use crate::stack::{self, DOCUMENTS_BUCKET, SECRET_PREFIX, TABLE_PREFIX};
use crate::{StartError, background, guide, openapi};
use axum::http::HeaderValue;
use dynoxide::Database;
use meent_http::{App, Problem};
use meent_ledger::Findings;
use meent_push::PushServices;
use meent_simulators::{Config, PaymentsConfig, Secrets, Simulators};
use meent_store::Table;
use meent_store::payments::ProviderName;
use on_outbox::{Delivered, Outbox};
use on_schedule::{Reminded, Schedule, Swept};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;

pub struct Options {
    pub data: Data,
    pub ports: Ports,
    /// Where engines and simulators listen: this machine alone, unless containers are to reach them.
    pub bind: IpAddr,
    /// What browsers and functions both know the simulators by.
    pub simulators_host: String,
    /// Where the API answers, if the functions run elsewhere.
    pub api: Option<String>,
    pub clock: Clock,
    /// Who takes new payments.
    pub pays_by: ProviderName,
    /// The folder of the pages: `portal/dist`, `office/dist` and `town` under it.
    pub web: PathBuf,
    /// Whether letters are delivered and rows removed by themselves. Tests say when.
    pub is_awake: bool,
    /// Whether calls of AWS are kept to be looked at, and failed ones tried again at once.
    pub records: bool,
}

impl Options {
    /// A town for people, with its data in a folder.
    pub fn lasting(folder: impl Into<PathBuf>) -> Self {
        Self {
            data: Data::Folder(folder.into()),
            ports: Ports::From(8080),
            is_awake: true,
            records: false,
            ..Self::test()
        }
    }

    /// A town for a test: in memory, on free ports, doing nothing by itself.
    pub fn test() -> Self {
        Self {
            data: Data::Memory,
            ports: Ports::Any,
            bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
            simulators_host: "localhost".to_owned(),
            api: None,
            clock: clock::system(),
            pays_by: ProviderName::Worldline,
            web: PathBuf::from("web"),
            is_awake: false,
            records: true,
        }
    }
}

/// A town that runs until it is stopped.
pub struct Town {
    pub addresses: Addresses,
    pub simulators: Simulators,
    /// What Secrets Manager serves; a test of key rotation changes it.
    pub secrets: Secrets,
    /// What the functions ask of AWS.
    pub calls: Recorder,
    /// The functions, without the front door before them.
    pub gateway: Gateway,
    pub residents: Vec<DemoResident>,
    pub staff: Vec<DemoStaff>,
    /// The tables and keys for whoever arranges or looks into a test; its calls are not recorded.
    pub app: App,
    /// The header that CloudFront adds, which proves that a request came through the front.
    pub edge_header: String,
    clients: Clients,
    tables: Database,
    outbox: Arc<Outbox>,
    schedule: Arc<Schedule>,
    pays_by: ProviderName,
    running: Running,
    // Last, so that the data is let go of when nothing uses it any more.
    _folder: Folder,
}

impl Town {
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let folder = Folder::open(&options.data)?;
        let had_data = folder.tables().is_some_and(|file| file.exists());
        let town_secrets = TownSecrets::open(folder.secrets().as_deref(), had_data)?;
        let doors = Doors::open(options.bind, options.ports).await?;
        let [portal, office, simulators] = [&doors.portal, &doors.office, &doors.simulators].map(|door| door.port);
        let addresses = Addresses::new(portal, office, simulators, &options.simulators_host);
        let mut running = Running::new();

        let simulators = simulators_of(&options, &addresses, &town_secrets, &folder);
        let secrets = Secrets::new(town_secrets.by_name(SECRET_PREFIX));
        let access = Access::new();
        let db = tables::open(folder.tables().as_deref(), TABLE_PREFIX)?;
        let documents = buckets::router(&folder.documents(), DOCUMENTS_BUCKET, &access)?;
        let engines = Engines {
            tables: tables::serve(&mut running, options.bind, db.clone()).await?,
            documents: engines::serve(&mut running, options.bind, documents).await?,
            secrets: engines::serve(&mut running, options.bind, secrets.router()).await?,
            mail: engines::serve(&mut running, options.bind, simulators.ses_router()).await?,
        };
        let clients = Clients { access, engines, hurries: options.records };
        let settings = stack::settings(&addresses, options.pays_by, &town_secrets.push_public_key());

        let unseen = Recorder::new(false, TABLE_PREFIX, SECRET_PREFIX);
        let app = App::new(settings.clone(), clients.aws(&unseen, "demo"), options.clock.clone());
        demo::seed(&app, &town_secrets).await?;

        let calls = Recorder::new(options.records, TABLE_PREFIX, SECRET_PREFIX);
        let gateway = Gateway::new(FUNCTIONS, |function| function.service(&clients, &calls, &settings, &options.clock));
        let app_of = |name| App::new(settings.clone(), clients.aws(&calls, name), options.clock.clone());
        let outbox = Arc::new(Outbox {
            app: app_of("on-outbox"),
            mail: clients.mail(&calls, "on-outbox"),
            push: PushServices::new(settings.push.clone()),
        });
        let schedule = Arc::new(Schedule { app: app_of("on-schedule") });
        let staff = demo::staff::staff(&town_secrets);
        let edge_header = town_secrets.edge_header().to_owned();
        let api = Api {
            edge_header: HeaderValue::from_str(&edge_header).map_err(|error| StartError::Demo(error.to_string()))?,
            at: options.api.clone().map_or_else(|| At::Here(gateway.clone()), At::elsewhere),
        };
        let description: Arc<str> = openapi::document().into();
        running.serve_door(doors.portal, &front::router("portal", &options.web, &description, &api));
        running.serve_door(doors.office, &front::router("office", &options.web, &description, &api));
        let simulated = simulators.router().merge(demo::codes::router(&staff, &options.clock));
        running.serve_door(doors.simulators, &simulated);
        if options.is_awake {
            tables::sweep_terms(&mut running, db.clone());
            background::deliver_when_woken(&mut running, outbox.clone(), calls.work_written());
            background::keep_to_schedule(&mut running, schedule.clone());
            background::deliver_webhooks(&mut running, simulators.payments().clone(), options.clock.clone());
        }
        let town = Self {
            addresses,
            simulators,
            secrets,
            calls,
            gateway,
            residents: demo::residents(),
            staff,
            app,
            edge_header,
            clients,
            tables: db,
            outbox,
            schedule,
            pays_by: options.pays_by,
            running,
            _folder: folder,
        };
        guide::write(&town, town._folder.guide().as_deref())?;
        Ok(town)
    }

    /// Delivers what is due now.
    pub async fn deliver(&self) -> Result<Delivered, Problem> {
        self.outbox.deliver_due().await
    }

    /// Asks about the payments that are due.
    pub async fn remind(&self) -> Result<Reminded, Problem> {
        self.schedule.remind().await
    }

    pub async fn sweep(&self) -> Result<Swept, Problem> {
        self.schedule.sweep().await
    }

    /// Audits the ledger, to its end.
    pub async fn audit(&self) -> Result<Findings, Problem> {
        loop {
            if let Some(findings) = self.schedule.audit().await? {
                return Ok(findings);
            }
        }
    }

    /// Every row of a table, past all functions and unrecorded: for a test that looks at the whole.
    pub fn rows(&self, table: Table) -> Result<Vec<Value>, StartError> {
        tables::rows(&self.tables, table, TABLE_PREFIX)
    }

    /// A function begins anew, as in a new process: without secrets, and with nothing remembered.
    pub fn restart(&self, function: &str) {
        for (index, known) in FUNCTIONS.iter().enumerate().filter(|(_, known)| known.name == function) {
            let service = known.service(&self.clients, &self.calls, &self.app.settings, &self.app.clock);
            self.gateway.restart(index, service);
        }
    }

    /// Writes rows by the thousand, as JSON with `pk` and `sk` among their fields.
    pub fn import(&self, table: Table, rows: Vec<Value>) -> Result<(), StartError> {
        import(&self.tables, &format!("{TABLE_PREFIX}{}", table.name()), rows)
    }

    /// What a function in a process of its own is told. `host` is how it reaches this machine.
    pub fn environment(&self, host: &str) -> BTreeMap<String, String> {
        let push_key = self.app.settings.push.public_key.as_deref().unwrap_or_default();
        stack::environment(&self.addresses, self.pays_by, push_key, &self.clients, host)
    }

    pub async fn stop(self) {
        let Self { running, app, gateway, outbox, schedule, tables, _folder, .. } = self;
        // The clients' idle connections would keep the engines waiting.
        drop((app, gateway, outbox, schedule, tables));
        running.stop().await;
    }
}

fn simulators_of(options: &Options, addresses: &Addresses, town_secrets: &TownSecrets, folder: &Folder) -> Simulators {
    let party = |provider| stack::relying_party(provider, addresses, town_secrets);
    Simulators::new(Config {
        base_url: addresses.simulators().to_owned(),
        clock: options.clock.clone(),
        citizens: demo::citizens(),
        staff: demo::staff::identities(),
        itsme: party("itsme"),
        eid: party("eid"),
        acm: party("acm"),
        uitid: party("uitid"),
        payments: PaymentsConfig {
            worldline: stack::at_worldline(town_secrets),
            mollie: stack::at_mollie(town_secrets),
            file: folder.payments(),
        },
        mail_file: folder.mail(),
    })
}
