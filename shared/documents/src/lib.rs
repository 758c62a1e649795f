//! The documents bucket. Keys are short and flat and made by us alone, never from what people type.

pub mod csv;

use aws_sdk_s3::Client;
use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::primitives::ByteStream;

#[derive(Debug, thiserror::Error)]
#[error("the documents bucket gave no answer: {0}")]
pub struct DocumentsError(String);

/// Where a document stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentKey(String);

impl DocumentKey {
    pub fn new_picture() -> Self {
        Self(format!("picture-{}", meent_secrets::random_token()))
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
}

/// Never the whole error: its text can quote the answer.
fn no_answer<E: ProvideErrorMetadata>(error: E) -> DocumentsError {
    DocumentsError(error.code().unwrap_or("no connection, or no answer in time").to_owned())
}
