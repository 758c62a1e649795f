//! What Worldline reports. Nothing of it is read before the signature holds, and then only which payment it
//! is about: what became of that is asked (W-14).

use crate::signature::is_signed;
use chrono::{DateTime, Utc};
use meent_domain::PaymentId;
use meent_secrets::{PaymentKeys, Secrets, SecretsError};
use serde_json::Value;

/// A payment of ours that something happened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub payment: PaymentId,
}

/// Why a report is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("a report without a signature")]
    Unsigned,
    #[error("a report with a key that is not known")]
    UnknownKey,
    #[error("a report with a wrong signature")]
    WrongSignature,
    #[error("a report that is none")]
    Unreadable,
    #[error(transparent)]
    Secrets(#[from] SecretsError),
}

/// The payments of ours in a report, each once. Others' are left out: a merchant account may serve more
/// than us.
pub async fn verified(
    secrets: &Secrets,
    now: DateTime<Utc>,
    key_id: Option<&str>,
    signature: Option<&str>,
    body: &[u8],
) -> Result<Vec<Event>, Refused> {
    let (Some(key_id), Some(signature)) = (key_id, signature) else { return Err(Refused::Unsigned) };
    let known = |keys: &PaymentKeys| keys.worldline.as_ref().and_then(|keys| keys.webhooks.get(key_id).cloned());
    let secret = match known(&*secrets.payments().await?) {
        Some(secret) => secret,
        // A new pair ends the old one at once: perhaps it was made since we read.
        None => known(&*secrets.payments_again(now).await?).ok_or(Refused::UnknownKey)?,
    };
    if !is_signed(body, signature, &secret) {
        return Err(Refused::WrongSignature);
    }
    events(body).ok_or(Refused::Unreadable)
}

/// One event or a list of them; `None` for what is neither.
fn events(body: &[u8]) -> Option<Vec<Event>> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let list = match body {
        Value::Array(list) => list,
        event @ Value::Object(_) => vec![event],
        _ => return None,
    };
    let mut events: Vec<Event> = vec![];
    for event in list {
        if event["apiVersion"] != "v1" {
            return None;
        }
        let reference = ["payment", "refund"].iter().find_map(|thing| {
            let output = &event[thing][format!("{thing}Output")];
            output["references"]["merchantReference"].as_str()
        });
        let payment = reference.and_then(|reference| PaymentId::from_reference(reference).ok());
        if let Some(payment) = payment
            && !events.iter().any(|known| known.payment == payment)
        {
            events.push(Event { payment });
        }
    }
    Some(events)
}

/// Worldline asks once whether an address is ours, and wants its word back.
pub fn verification(word: &str) -> Option<&str> {
    let is_plain = word.len() <= 200 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    (is_plain && !word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn event(reference: &str) -> Value {
        json!({
            "apiVersion": "v1", "type": "payment.captured",
            "payment": { "id": "1_0", "paymentOutput": { "references": { "merchantReference": reference } } },
        })
    }

    #[test]
    fn ours_are_found_once() {
        let payment = PaymentId::from_random([9; 16]);
        let reference = payment.reference();
        let one = event(&reference).to_string();
        assert_eq!(events(one.as_bytes()), Some(vec![Event { payment: payment.clone() }]));
        let several = json!([event(&reference), event("order-42"), event(&reference)]).to_string();
        assert_eq!(events(several.as_bytes()), Some(vec![Event { payment }]));
    }

    #[test]
    fn what_is_no_report_is_none() {
        let mut other = event("x");
        other["apiVersion"] = "v2".into();
        for wrong in ["", "[", "7", "\"x\"", "[7]", &other.to_string()] {
            assert_eq!(events(wrong.as_bytes()), None, "{wrong}");
        }
        assert_eq!(events(b"[]"), Some(vec![]));
    }

    #[test]
    fn only_a_plain_word_is_given_back() {
        assert_eq!(verification("a1-B2_c.3"), Some("a1-B2_c.3"));
        for wrong in ["", "<script>", "a b", "a\r\nb", &"x".repeat(201)] {
            assert_eq!(verification(wrong), None);
        }
    }
}
