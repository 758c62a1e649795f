//! Notices on a device, by web push.

use crate::Outbox;
use crate::letters::Sent;
use chrono::Duration;
use meent_http::{Letter, Problem};
use meent_push::{Sent as Pushed, Subscription};
use meent_store::people::{self, Device, Person};
use meent_store::work::Message;
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
        if app.settings.push.public_key.as_ref() != Some(&key.public_half) {
            tracing::error!("the key for notices is not the one that browsers were told of");
            return Ok(Sent::NotNow);
        }
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

    /// Turned off there: it isn't written to again.
    async fn forget_device(&self, message: &Message, device: &Subscription) -> Result<(), Problem> {
        let Some(key) = people::owner_of_mail(&message.owner) else { return Ok(()) };
        let Some(person) = self.app.db.get::<Person>(&key).await? else { return Ok(()) };
        let id = device.id();
        let others: Vec<&Device> = person.devices().iter().filter(|known| known.id != id).collect();
        if others.len() < person.devices().len() {
            self.app.keep_devices(&person, &others).await?;
        }
        Ok(())
    }
}
