//! `make run`: starts the town, says where it is, and stops it when asked.

mod arguments;
mod print;

use arguments::{Arguments, USAGE};
use meent_local::Town;
use std::io::Write as _;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    if std::env::args().skip(1).any(|argument| argument == "--help" || argument == "-h") {
        let _ = std::io::stdout().write_all(USAGE.as_bytes());
        return ExitCode::SUCCESS;
    }
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            eprint!("{sentence}.\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    log_for_people();
    match run(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The town does not start: {error}.");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    if arguments.is_fresh {
        meent_local::clear(&arguments.data)?;
    }
    let town = Town::start(arguments.options()).await?;
    if let Some(elsewhere) = &arguments.elsewhere {
        let environment = serde_json::to_string_pretty(&town.environment(&elsewhere.reach_at))?;
        // Whoever waits for the file finds it whole.
        let beside = elsewhere.environment.with_extension("new");
        std::fs::write(&beside, environment)?;
        std::fs::rename(beside, &elsewhere.environment)?;
    }
    print::welcome(&town, &arguments.data, arguments.elsewhere.is_some())?;
    asked_to_stop().await?;
    eprintln!("\nStopping. The data stays in {}.", arguments.data.display());
    town.stop().await;
    Ok(())
}

#[cfg(unix)]
async fn asked_to_stop() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut ended = signal(SignalKind::terminate())?;
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => stopped,
        _ = ended.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Lines to read, beside what is printed. The engines and the delivery, which looks each minute, only
/// when they complain.
fn log_for_people() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,on_outbox=warn,dynoxide=warn,s3s=warn,s3s_fs=warn,hyper=warn"));
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).with_env_filter(filter).init();
}
