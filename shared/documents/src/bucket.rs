//! The documents bucket. Keys are short and flat and made by us alone, never from what people type.

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

/// What a download is called on somebody's machine: `factuur-2026-000123.pdf`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    stem: String,
    kind: FileKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Xml,
}

impl FileKind {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xml => "application/xml",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xml => "xml",
        }
    }
}

impl FileName {
    /// Whatever could mean something to a header or a file system becomes a hyphen.
    pub fn new(stem: &str, kind: FileKind) -> Self {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let stem: String = stem.chars().take(60).map(plain).collect();
        Self { stem, kind }
    }

    /// For the header `Content-Disposition`.
    pub fn disposition(&self) -> String {
        format!("attachment; filename=\"{}.{}\"", self.stem, self.kind.ending())
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
        let request = request.response_content_type(name.kind.content_type());
        let request = request.response_content_disposition(name.disposition());
        let signed = request.presigned(ends).await.map_err(no_answer)?;
        Ok(signed.uri().to_owned())
    }
}

/// Never the whole error: its text can quote the answer.
fn no_answer<E: ProvideErrorMetadata>(error: E) -> DocumentsError {
    DocumentsError(error.code().unwrap_or("no connection, or no answer in time").to_owned())
}
