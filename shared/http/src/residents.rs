//! What is kept of a resident: until they answered whether it may be used, sealed into the session and
//! gone with it (P-10, P-11); afterwards, as their details.

use crate::{App, MailKind, Problem};
use meent_documents::DocumentKey;
use meent_domain::company::Company;
use meent_domain::person::Address;
use meent_domain::{NationalNumber, PersonId, calendar};
use meent_identity::oidc::Citizen;
use meent_push::Subscription;
use meent_store::payments::Payment;
use meent_store::people::{self, AddressSource, Details, Device, KnownAddress, Person, person};
use meent_store::web_sessions::{Session, of_resident, session};
use meent_store::work::{Message, Owner};
use meent_store::{Condition, Key, Refused, Transaction, value};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Claims {
    number: String,
    /// The number's keyed hash.
    pub number_lookup: String,
    pub first_name: String,
    pub last_name: String,
    pub address: Option<Address>,
}

const FIELD: &str = "claims";

impl Claims {
    /// As a clerk reads it off the identity card (P-63).
    pub fn of_card(
        number: &NationalNumber,
        number_lookup: String,
        first_name: &str,
        last_name: &str,
        address: Address,
    ) -> Self {
        Self {
            number: number.digits(),
            number_lookup,
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            address: Some(address),
        }
    }

    pub fn of(citizen: &Citizen, number_lookup: String) -> Self {
        Self {
            number: citizen.number.digits(),
            number_lookup,
            first_name: citizen.first_name.clone(),
            last_name: citizen.last_name.clone(),
            address: citizen.address.clone(),
        }
    }
}

impl App {
    pub async fn seal_claims(&self, session: &Key, claims: &Claims) -> Result<String, Problem> {
        let plain = serde_json::to_string(claims).map_err(|_| Problem::internal("claims that are no JSON"))?;
        self.seal(session, FIELD, &plain).await
    }

    pub async fn open_claims(&self, key: &Key, session: &Session) -> Result<Option<Claims>, Problem> {
        let Some(sealed) = &session.claims_sealed else { return Ok(None) };
        let plain = self.open(key, FIELD, sealed).await?;
        serde_json::from_str(&plain).map(Some).map_err(|_| Problem::internal("claims that are no JSON"))
    }

    /// A letter to a resident who gave an e-mail address; none for who didn't, or has left.
    pub async fn letter_to_resident(
        &self,
        person: &Person,
        kind: MailKind,
        params: &[(&str, &str)],
    ) -> Result<Option<Message>, Problem> {
        let Some(address) = self.email_of(person).await? else { return Ok(None) };
        let owner = Owner::Person(person.id.clone());
        self.letter(&owner, kind, person.language, &address, params).await.map(Some)
    }

    /// The address that a resident gave and proved to read.
    pub async fn email_of(&self, person: &Person) -> Result<Option<String>, Problem> {
        let sealed = person.details.as_ref().and_then(|details| details.email_sealed.as_ref());
        let Some(sealed) = sealed else { return Ok(None) };
        self.open(&people::person(&person.id), "email", sealed).await.map(Some)
    }

    /// A browser as it is kept, of the one that is signed in and subscribed for our key.
    pub async fn device_of(
        &self,
        owner: &PersonId,
        session: &Session,
        subscription: &Subscription,
        for_key: String,
    ) -> Result<Device, Problem> {
        let plain = serde_json::to_string(subscription).map_err(|error| Problem::internal(error.to_string()))?;
        Ok(Device {
            id: subscription.id(),
            session: session.fingerprint.clone(),
            for_key,
            subscription_sealed: self.seal(&people::person(owner), Device::FIELD, &plain).await?,
            added_at: self.now(),
        })
    }

    /// The browsers that this resident is to be reminded on: those that are still signed in, and know the town by
    /// its key of now. Others are forgotten.
    pub async fn devices_of(&self, person: &Person) -> Result<Vec<Subscription>, Problem> {
        let known = person.devices();
        if known.is_empty() {
            return Ok(vec![]);
        }
        let of = |device: &Device| session(&of_resident(&person.id), &device.session);
        let mut sessions = self.db.get_all(&known.iter().map(of).collect::<Vec<_>>()).await?;
        let (mut lasting, mut devices) = (vec![], vec![]);
        for device in known {
            let found: Option<Session> = sessions.take(&of(device))?;
            let is_signed_in = found.is_some_and(|row| row.lasts(self.now(), person.signed_out_before));
            if !is_signed_in || self.settings.push.public_key.as_ref() != Some(&device.for_key) {
                continue;
            }
            let plain = self.open(&people::person(&person.id), Device::FIELD, &device.subscription_sealed).await?;
            let read = serde_json::from_str(&plain);
            devices.push(read.map_err(|_| Problem::internal("a subscription that is none"))?);
            lasting.push(device);
        }
        if lasting.len() < known.len() {
            self.keep_devices(person, &lasting).await?;
        }
        Ok(devices)
    }

    /// Forgets the others. When the resident changed something meanwhile, the next to come does it.
    pub async fn keep_devices(&self, person: &Person, devices: &[&Device]) -> Result<(), Problem> {
        match self.set_devices(person, devices).await {
            Ok(()) | Err(Refused::By(_)) => Ok(()),
            Err(Refused::Failed(error)) => Err(error.into()),
        }
    }

    /// Under the version that was read: of two who change the list at once, one is refused.
    pub async fn set_devices(&self, person: &Person, devices: &[&Device]) -> Result<(), Refused<()>> {
        let fields = vec![("details.devices", value::of(&devices).map_err(Refused::Failed)?)];
        let as_read = Condition::version(person.version);
        self.db.commit(Transaction::new().change(people::person(&person.id), fields, as_read, ())).await
    }

    /// Whom a payment's invoice is for; none for a receipt.
    pub async fn company_of(&self, payment: &Payment) -> Result<Option<Company>, Problem> {
        let Some(sealed) = &payment.company_sealed else { return Ok(None) };
        let plain = self.open(&payment.key(), Payment::COMPANY, sealed).await?;
        serde_json::from_str(&plain).map(Some).map_err(|_| Problem::internal("a company that is none"))
    }

    /// What is kept of somebody who agreed, from what the provider told.
    pub async fn details_of(&self, claims: &Claims, id: &PersonId) -> Result<Details, Problem> {
        let address = claims.address.clone();
        Ok(Details {
            number: claims.number_lookup.clone(),
            number_sealed: self.seal(&person(id), "number", &claims.number).await?,
            first_name: claims.first_name.clone(),
            last_name: claims.last_name.clone(),
            user_name: None,
            address: address.map(|address| KnownAddress { address, source: AddressSource::Provider }),
            email_sealed: None,
            pending_email: None,
            codes_sent: None,
            picture: None,
            devices: vec![],
        })
    }

    /// Before a row that names a picture goes: if we stop in between, what is left names a picture that
    /// isn't there, and nobody's picture is left behind.
    pub async fn delete_picture(&self, details: &Details) -> Result<(), Problem> {
        if let Some(picture) = details.picture.as_deref().and_then(DocumentKey::from_row) {
            self.documents.delete(&picture).await?;
        }
        Ok(())
    }

    pub async fn national_number(&self, id: &PersonId, details: &Details) -> Result<NationalNumber, Problem> {
        let digits = self.open(&person(id), "number", &details.number_sealed).await?;
        NationalNumber::parse(&digits, calendar::local_day(self.now()))
            .map_err(|_| Problem::internal("a sealed number that is none"))
    }
}
