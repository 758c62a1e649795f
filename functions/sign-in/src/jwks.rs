use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use meent_http::{Answer, App, Json};
use meent_identity::oidc::our_public_keys;

/// Our public keys: providers check our assertions and encrypt tokens with them.
#[utoipa::path(
    get, path = "/.well-known/jwks.json", tag = "sign-in",
    responses((status = 200, description = "A JSON Web Key Set", body = Object))
)]
pub async fn jwks(State(app): State<App>) -> Answer<impl IntoResponse> {
    // Read again, at most once a minute: a new key must be known before it is used.
    let keys = app.secrets.identity_again(app.now()).await?;
    // itsme wants an answer within a second; five minutes is short enough to change a key by.
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Json(our_public_keys(&keys))))
}
