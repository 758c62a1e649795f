//! The documents bucket. Keys are short and flat and made by us alone, never from what people type.

use crate::file_name::FileName;
use aws_sdk_s3::Client;
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use std::time::Duration;

#[derive(Debug, thiserror::Error)]
#[error("the documents bucket gave no answer: {0}")]
pub struct DocumentsError(String);

/// Where a document stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentKey(String);

impl DocumentKey {
    pub fn new_picture() -> Self {
        Self::random("picture")
    }

    pub fn new_receipt() -> Self {
        Self::random("receipt")
    }

    /// An invoice or a credit note, as people read it.
    pub fn new_invoice() -> Self {
        Self::random("invoice")
    }

    /// The same, as a program reads it.
    pub fn new_ubl() -> Self {
        Self::random("ubl")
    }

    pub fn new_statement() -> Self {
        Self::random("statement")
    }

    /// Nobody finds a document by guessing.
    fn random(kind: &str) -> Self {
        Self(format!("{kind}-{}", meent_secrets::random_token()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As a row keeps it.
    pub fn from_row(text: &str) -> Option<Self> {
        let is_ours =
            text.len() <= 80 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_ours.then(|| Self(text.to_owned()))
    }
}

pub struct Document {
    pub bytes: Vec<u8>,
    pub content_type: String,
}

#[derive(Clone)]
pub struct Documents {
    client: Client,
    bucket: String,
}

impl Documents {
    pub fn new(client: Client, bucket: String) -> Self {
        Self { client, bucket }
    }

    pub async fn put(&self, key: &DocumentKey, bytes: Vec<u8>, content_type: &str) -> Result<(), DocumentsError> {
        let request = self.client.put_object().bucket(&self.bucket).key(key.as_str()).content_type(content_type);
        request.body(ByteStream::from(bytes)).send().await.map_err(no_answer)?;
        Ok(())
    }

    pub async fn get(&self, key: &DocumentKey) -> Result<Option<Document>, DocumentsError> {
        let answer = match self.client.get_object().bucket(&self.bucket).key(key.as_str()).send().await {
            Ok(answer) => answer,
            Err(error) if error.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            Err(error) => return Err(no_answer(error)),
        };
        let content_type = answer.content_type.unwrap_or_default();
        let bytes = answer.body.collect().await.map_err(|_| DocumentsError("half an answer".to_owned()))?.to_vec();
        Ok(Some(Document { bytes, content_type }))
    }

    pub async fn delete(&self, key: &DocumentKey) -> Result<(), DocumentsError> {
        self.client.delete_object().bucket(&self.bucket).key(key.as_str()).send().await.map_err(no_answer)?;
        Ok(())
    }

    /// An address that hands out one document and ends (W-11). Whoever has it needs no session, so it
    /// goes to the owner alone and lives shortly. Made here, without a call.
    pub async fn link(&self, key: &DocumentKey, name: &FileName, ends_in: Duration) -> Result<String, DocumentsError> {
        let ends = PresigningConfig::expires_in(ends_in).map_err(|error| DocumentsError(error.to_string()))?;
        let request = self.client.get_object().bucket(&self.bucket).key(key.as_str());
        let request = request.response_content_type(name.kind().content_type());
        let request = request.response_content_disposition(name.disposition());
        let signed = request.presigned(ends).await.map_err(no_answer)?;
        Ok(signed.uri().to_owned())
    }
}

/// Never the whole error: its text can quote the answer.
fn no_answer<E: ProvideErrorMetadata>(error: E) -> DocumentsError {
    DocumentsError(error.code().unwrap_or("no connection, or no answer in time").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
    use meent_domain::Language;
    use meent_domain::company::Line;

    fn documents() -> Documents {
        let config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
            .build();
        Documents::new(Client::from_conf(config), "documents".to_owned())
    }

    #[tokio::test]
    async fn a_link_names_the_file_and_its_end() {
        let number = Line::try_from("2026-000123".to_owned()).expect("a number");
        let (key, name) = (DocumentKey::new_receipt(), FileName::receipt(&number, Language::Dutch));
        let link = documents().link(&key, &name, Duration::from_secs(300)).await.expect("a link");
        assert!(link.starts_with("https://documents.s3.eu-west-1.amazonaws.com/receipt-"), "{link}");
        for part in [
            key.as_str(),
            "X-Amz-Expires=300",
            "X-Amz-Signature=",
            "response-content-type=application%2Fpdf",
            "response-content-disposition=attachment%3B%20filename%3D%22kwitantie-2026-000123.pdf%22",
        ] {
            assert!(link.contains(part), "{part} in {link}");
        }
        let forever = documents().link(&key, &name, Duration::from_secs(60 * 60 * 24 * 30)).await;
        assert!(forever.is_err(), "no link outlives a week");
    }

    #[test]
    fn keys_are_ours_and_hard_to_guess() {
        let makers = [
            DocumentKey::new_picture,
            DocumentKey::new_receipt,
            DocumentKey::new_invoice,
            DocumentKey::new_ubl,
            DocumentKey::new_statement,
        ];
        for make in makers {
            let key = make();
            assert_ne!(key, make());
            assert_eq!(DocumentKey::from_row(key.as_str()), Some(key));
        }
        assert_eq!(DocumentKey::from_row("../receipt"), None);
    }
}
