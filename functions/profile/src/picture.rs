//! The picture, which the resident gives. The portal makes it small before it is sent.

use crate::profile::save;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use meent_documents::DocumentKey;
use meent_http::{Answer, App, By, Problem, ProblemBody, ProblemCode, RawBody, Resident};
use meent_store::{Condition, Transaction, people, value};

/// Shows it to its owner.
#[utoipa::path(
    get, path = "/api/profile/picture", tag = "profile", operation_id = "show_picture",
    responses(
        (status = 200, description = "The picture", content_type = "image/webp", body = [u8]),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn show(State(app): State<App>, By(resident): By<Resident>) -> Answer<impl IntoResponse> {
    let (_, details) = crate::known(&resident)?;
    let key = details.picture.as_deref().and_then(DocumentKey::from_row).ok_or(ProblemCode::NotFound)?;
    let picture = app.documents.get(&key).await?.ok_or(ProblemCode::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, picture.content_type),
        (header::CACHE_CONTROL, "private, max-age=86400".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, picture.bytes))
}

/// Gives one, in place of any there was.
#[utoipa::path(
    put, path = "/api/profile/picture", tag = "profile", operation_id = "give_picture",
    request_body(content = [u8], content_type = "image/webp", description = "JPEG, PNG or WebP of at most 200 KB"),
    responses(
        (status = 204),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn give(State(app): State<App>, By(resident): By<Resident>, body: RawBody) -> Answer<StatusCode> {
    let (person, details) = crate::known(&resident)?;
    let kind = kind_of(&body.bytes).ok_or_else(|| Problem::at(ProblemCode::PictureNotValid, "picture"))?;
    // A new key for every picture: until the row names it, the old one is shown.
    let key = DocumentKey::new_picture();
    app.documents.put(&key, body.bytes, kind).await?;
    // Of two given at once, one counts; the other must not stay behind.
    let unchanged = Condition::version(person.version);
    let named = vec![("details.picture", value::text(key.as_str()))];
    let transaction = Transaction::new().change(people::person(&person.id), named, unchanged, ());
    if let Err(refused) = app.db.commit(transaction).await {
        app.documents.delete(&key).await?;
        return Err(refused.into_failure().into());
    }
    if let Some(before) = details.picture.as_deref().and_then(DocumentKey::from_row) {
        app.documents.delete(&before).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Takes it away.
#[utoipa::path(delete, path = "/api/profile/picture", tag = "profile", operation_id = "remove_picture", responses((status = 204)))]
pub async fn remove(State(app): State<App>, By(resident): By<Resident>) -> Answer<StatusCode> {
    let (_, details) = crate::known(&resident)?;
    if let Some(key) = details.picture.as_deref().and_then(DocumentKey::from_row) {
        app.documents.delete(&key).await?;
        save(&app, &resident.id, vec![("details.picture", value::nothing())]).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// By what a file begins with, never by what its sender says it is.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn what_it_is_not_what_it_says() {
        assert_eq!(kind_of(b"RIFF\x10\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(kind_of(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(kind_of(b"<svg onload=alert(1)>"), None);
        assert_eq!(kind_of(b""), None);
    }
}
