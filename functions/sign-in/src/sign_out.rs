use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use meent_domain::PersonId;
use meent_http::{Answer, App, ResidentGone, read_cookie};
use meent_identity::session::{Presented, RESIDENT_COOKIE};

/// Ends this session, here and on the server. Asked twice, it is as well.
#[utoipa::path(post, path = "/api/sign-out", tag = "sign-in", responses((status = 204)))]
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer<impl IntoResponse> {
    if let Some(presented) = read_cookie(&headers, RESIDENT_COOKIE).and_then(Presented::<PersonId>::from_cookie) {
        app.db.delete(&presented.key()).await?;
    }
    Ok((ResidentGone, StatusCode::NO_CONTENT))
}
