//! What a resident shows against a fine: which plate had which right, where and when.

use crate::letterhead::Letterhead;
use crate::pdf::{Fact, Pdf, PdfError};
use crate::texts::Text;
use chrono::{DateTime, Utc};
use meent_domain::{Cents, Language, calendar};

#[derive(Debug, Clone)]
pub struct ParkingProof {
    /// What one reads to a clerk.
    pub reference: String,
    /// With hyphens, where its country writes them.
    pub plate: String,
    /// Two letters of ISO 3166.
    pub country: String,
    pub zone: String,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub right: ProvenRight,
    pub booked_at: DateTime<Utc>,
    /// Of paid time.
    pub minutes: u32,
    pub price: Cents,
    pub made_on: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProvenRight {
    Valid,
    /// It ended before it was booked to; `until` says when.
    Stopped,
    /// It never began: the paper proves nothing, and says so.
    Cancelled,
}

pub fn parking_proof(letterhead: &Letterhead, proof: &ParkingProof, language: Language) -> Result<Vec<u8>, PdfError> {
    let word = |text: Text| text.written(language);
    let moment = |at| format!("{}, {}", calendar::date(at, language), calendar::time(at, language));
    let mut pdf = Pdf::new(letterhead, word(Text::ParkingProof), proof.made_on, language);
    let (from, until) = (moment(proof.from), moment(proof.until));
    let (booked, made_on) = (moment(proof.booked_at), moment(proof.made_on));
    let plate = format!("{} ({})", proof.plate, proof.country);
    let (minutes, price) = (proof.minutes.to_string(), proof.price.written(language));
    let right = match proof.right {
        ProvenRight::Valid => Text::ParkingValid,
        ProvenRight::Stopped => Text::ParkingStopped,
        ProvenRight::Cancelled => Text::ParkingCancelled,
    };
    pdf.facts(&[
        Fact::strong(word(Text::ParkingPlate), &plate),
        Fact::strong(word(Text::ParkingZone), &proof.zone),
        Fact::strong(word(Text::ParkingFrom), &from),
        Fact::strong(word(Text::ParkingUntil), &until),
        Fact::new(word(Text::ParkingState), word(right)),
        Fact::new(word(Text::ParkingReference), &proof.reference),
        Fact::new(word(Text::ParkingBooked), &booked),
        Fact::new(word(Text::ParkingMinutes), &minutes),
        Fact::new(word(Text::ParkingPrice), &price),
        Fact::new(word(Text::MadeOn), &made_on),
    ]);
    pdf.small_print(word(Text::ParkingProofNote));
    pdf.finish()
}
