//! What a newcomer reads when the town is up.

use meent_local::Town;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

pub fn welcome(town: &Town, data: &Path, functions_elsewhere: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text(town, data, functions_elsewhere).as_bytes())?;
    out.flush()
}

fn text(town: &Town, data: &Path, functions_elsewhere: bool) -> String {
    let at = &town.addresses;
    let mut text = format!(
        "\nNoorderhaven is up: a practice town, with invented people.\n\n\
         \x20 portal      {}\n\
         \x20 office      {}\n\
         \x20 mail        {}\n\
         \x20 simulators  {}\n\
         \x20 payments    {3}/worldline/control, or /mollie/control, makes the provider misbehave\n",
        at.portal,
        at.office,
        at.simulated.mail,
        at.simulators()
    );
    if functions_elsewhere {
        text.push_str("\nThe functions run elsewhere; the pages answer as soon as those do.\n");
    }
    let residents: Vec<&str> = town.residents.iter().map(|resident| resident.name.as_str()).collect();
    let _ = write!(
        text,
        "\nIn the portal, sign in with itsme or eID and choose a citizen:\n  {}.\n\n\
         In the office:\n",
        residents.join(", ")
    );
    for colleague in &town.staff {
        let (Some(login), Some(password)) = (colleague.login, colleague.password) else { continue };
        let code = if colleague.totp_secret.is_some() { ", with a code" } else { "" };
        let state = if colleague.state == "active" { "" } else { ", blocked" };
        let _ = writeln!(text, "  {login:<12} {password:<24} {}{code}{state}", colleague.roles.join(", "));
    }
    for colleague in town.staff.iter().filter(|colleague| colleague.kind == "oidc") {
        let _ = writeln!(text, "  with UiTiD   {:<24} {}", colleague.email, colleague.roles.join(", "));
    }
    let _ = write!(
        text,
        "  codes: {}\n\n\
         Data: {} (--fresh begins anew). Also there: town.json, the same for scripts.\n\
         Stop: Ctrl-C.\n\n",
        at.simulated.codes,
        data.display()
    );
    text
}
