//! Hears all that is logged: everything of ours, and of others what they tell in production.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

const OURS: &[&str] = &[
    "meent_domain",
    "meent_documents",
    "meent_http",
    "meent_identity",
    "meent_secrets",
    "meent_store",
    "meent_local",
    "meent_simulators",
    "sign_in",
    "consent",
    "home",
    "profile",
    "staff_sign_in",
    "staff_accounts",
    "audit",
    "notifications",
    "help_desk",
    "on_outbox",
];

impl Log {
    pub fn listen() -> Self {
        let log = Self::default();
        let of_ours = OURS.iter().map(|name| format!(",{name}=trace"));
        let filter = EnvFilter::new(std::iter::once("info".to_owned()).chain(of_ours).collect::<String>());
        let logging = tracing_subscriber::fmt().json().with_current_span(true).with_span_list(true);
        logging.with_span_events(FmtSpan::FULL).with_env_filter(filter).with_writer(log.clone()).init();
        log
    }

    pub fn lines(&self) -> Vec<String> {
        let bytes = self.0.lock().expect("no panic while held").clone();
        String::from_utf8(bytes).expect("lines are text").lines().map(str::to_owned).collect()
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic while held").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
