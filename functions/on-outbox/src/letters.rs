//! Letters, rendered when they are delivered: by e-mail, or as a notice on a device.

use crate::{Delivered, Outbox};
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message as MailMessage};
use meent_http::{Letter, MailKind, Problem, Recipient};
use meent_store::people::{self, Person};
use meent_store::work::{Delivery, Message, Notification, NotificationKind};
use meent_store::{Refused, Transaction};

pub(crate) enum Sent {
    Yes,
    /// It may work later.
    NotNow,
    /// It never will.
    Refused,
}

impl Outbox {
    pub(crate) async fn deliver(&self, read: Message, done: &mut Delivered) -> Result<(), Problem> {
        let now = self.app.now();
        let key = read.key();
        let tries = read.tries;
        let message = read.being_tried(now);
        if !self.is_ours(&key, &message, tries).await? {
            return Ok(());
        }
        // What can't be opened now may be once its key is back; others need not wait for that.
        let sent = self.send(&message).await.unwrap_or_else(|problem| {
            tracing::warn!(code = problem.code.code(), why = problem.internal_text(), "a letter could not be sent");
            Sent::NotNow
        });
        match sent {
            Sent::Yes => {
                self.app.db.put(&key, &message.ended(Delivery::Delivered)).await?;
                done.sent += 1;
            }
            Sent::NotNow if !message.is_given_up(now) => done.put_off += 1,
            Sent::NotNow | Sent::Refused => {
                self.give_up(message).await?;
                done.given_up += 1;
            }
        }
        Ok(())
    }

    async fn send(&self, message: &Message) -> Result<Sent, Problem> {
        let (Some(sealed), Some(kind)) = (&message.content_sealed, MailKind::from_code(&message.kind)) else {
            return Ok(Sent::Refused);
        };
        if !self.is_wanted(message).await? {
            return Ok(Sent::Refused);
        }
        let plain = self.app.open(&message.key(), Letter::FIELD, sealed).await?;
        let letter: Letter = serde_json::from_str(&plain).map_err(|_| Problem::internal("a letter that is none"))?;
        if letter.useful_until.is_some_and(|end| end <= self.app.now()) {
            return Ok(Sent::Refused);
        }
        let written = kind.written(message.language, &letter.params);
        match &letter.to {
            Recipient::Address(address) => Ok(self.mail(address, written).await),
            Recipient::Device(device) => self.notify(message, device, &letter, written).await,
        }
    }

    async fn mail(&self, to: &str, (subject, body): (String, String)) -> Sent {
        let part = |text: String| Content::builder().data(text).charset("UTF-8").build();
        let (Ok(subject), Ok(body)) = (part(subject), part(body)) else { return Sent::Refused };
        let simple = MailMessage::builder().subject(subject).body(Body::builder().text(body).build()).build();
        let sent = self
            .mail
            .send_email()
            .from_email_address(&self.app.settings.mail_from)
            .destination(Destination::builder().to_addresses(to).build())
            .content(EmailContent::builder().simple(simple).build())
            .send()
            .await;
        match sent {
            Ok(_) => Sent::Yes,
            Err(error) => match error.as_service_error() {
                Some(SendEmailError::MessageRejected(_) | SendEmailError::BadRequestException(_)) => Sent::Refused,
                _ => Sent::NotNow,
            },
        }
    }

    /// A resident who withdrew or was erased gets no letters that were still on their way (P-12).
    async fn is_wanted(&self, message: &Message) -> Result<bool, Problem> {
        let Some(key) = people::owner_of_mail(&message.owner) else { return Ok(true) };
        let person: Option<Person> = self.app.db.get(&key).await?;
        Ok(person.is_some_and(|person| person.details.is_some()))
    }

    /// Whoever sent it is told, under the bell.
    async fn give_up(&self, message: Message) -> Result<(), Problem> {
        let told = message.told_to.clone().map(|staff| {
            let kind = message.kind.as_str();
            let note = Notification::new(NotificationKind::MailUndelivered, &[("mail", kind)], self.app.now());
            (note.key(&staff), note)
        });
        let key = message.key();
        let transaction =
            Transaction::<()>::new().put(key, &message.ended(Delivery::Undelivered)).and(|transaction| match told {
                Some((key, note)) => transaction.put(key, &note),
                None => transaction,
            });
        self.app.db.commit(transaction).await.map_err(Refused::into_failure)?;
        Ok(())
    }
}
