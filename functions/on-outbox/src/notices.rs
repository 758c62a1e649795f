//! Notices on a device, by web push.

use crate::Outbox;
use crate::letters::Sent;
use chrono::Duration;
use meent_http::{Letter, Problem};
use meent_push::{Sent as Pushed, Subscription};
use meent_secrets::fingerprint;
use meent_store::people::{self, Device, Person};
use meent_store::work::Message;
use meent_store::{Condition, Refused, Transaction, value};
use serde_json::json;

/// What has no end of its own is old news tomorrow.
const LASTS: Duration = Duration::days(1);

impl Outbox {
    pub(crate) async fn notify(
        &self,
        message: &Message,
        device: &Subscription,
        letter: &Letter,
        (title, body): (String, String),
    ) -> Result<Sent, Problem> {
        let app = &self.app;
        let now = app.now();
        let key = app.secrets.push().await?;
        let link = letter.params.get("link").map(String::as_str).unwrap_or_default();
        // As the portal's service worker reads it.
        let text = json!({ "title": title, "body": body, "link": link }).to_string();
        let lasts = letter.useful_until.map_or(LASTS, |end| end - now);
        match self.push.send(&key, device, &app.settings.help_desk, text.as_bytes(), lasts, now).await {
            Pushed::Taken => Ok(Sent::Yes),
            Pushed::NotNow => Ok(Sent::NotNow),
            Pushed::Refused => Ok(Sent::Refused),
            Pushed::Gone => {
                self.forget_device(message, device).await?;
                Ok(Sent::Refused)
            }
        }
    }

    /// Turned off there, or signed out: it isn't written to again.
    async fn forget_device(&self, message: &Message, device: &Subscription) -> Result<(), Problem> {
        let db = &self.app.db;
        let Some(key) = people::owner_of_mail(&message.owner) else { return Ok(()) };
        let Some(person) = db.get::<Person>(&key).await? else { return Ok(()) };
        let Some(details) = &person.details else { return Ok(()) };
        let id = fingerprint(device.endpoint().as_str());
        let others: Vec<&Device> = details.devices.iter().filter(|known| known.id != id).collect();
        let fields = vec![("details.devices", value::of(&others)?)];
        let change = Transaction::<()>::new().change(key, fields, Condition::version(person.version), ());
        match db.commit(change).await {
            // Changed meanwhile: the next notice finds it gone again.
            Ok(()) | Err(Refused::By(_)) => Ok(()),
            Err(Refused::Failed(error)) => Err(error.into()),
        }
    }
}
