//! `first-superadmin <stack name> <office address> <name> <e-mail address> <user name> [language]`

use first_superadmin::{New, Not, invite};
use meent_http::{Aws, Db, Secrets};
use std::io::Write as _;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [stack, office, name, email, login, language @ ..] = arguments.as_slice() else {
        return told("Usage: first-superadmin STACK OFFICE-ADDRESS NAME E-MAIL USER-NAME [nl|fr|de|en]");
    };
    let new = match New::checked(name, email, login, language.first().map_or("nl", String::as_str)) {
        Ok(new) => new,
        Err(invalid) => return told(&format!("Not a valid account: {invalid}")),
    };
    let (aws, _) = Aws::from_env().await;
    let db = Db::new(aws.dynamodb, &format!("{stack}-"));
    let keys = match Secrets::new(aws.secrets_manager, format!("{stack}/")).data().await {
        Ok(keys) => keys,
        Err(error) => return told(&format!("The stack's data keys are not there: {error}")),
    };
    match invite(&db, &keys, new, chrono::Utc::now()).await {
        Ok(token) => {
            let link = format!("{}/activate#{token}\n", office.trim_end_matches('/'));
            let written = std::io::stdout().write_all(link.as_bytes());
            if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(Not::Taken) => told("There is a superadmin already, or the user name or e-mail address is taken."),
        Err(Not::Failed(error)) => told(&format!("Not made: {error}")),
    }
}

fn told(what: &str) -> ExitCode {
    let _ = std::io::stderr().write_all(format!("{what}\n").as_bytes());
    ExitCode::FAILURE
}
