use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use meent_domain::StaffId;
use meent_http::{Answer, App, Cookie, read_cookie};
use meent_identity::session::{Presented, STAFF_COOKIE};

/// Ends this session, here and on the server. Asked twice, it is as well.
#[utoipa::path(post, path = "/api/staff/sign-out", tag = "staff", responses((status = 204)))]
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer<impl IntoResponse> {
    if let Some(presented) = read_cookie(&headers, STAFF_COOKIE).and_then(Presented::<StaffId>::from_cookie) {
        app.db.delete(&presented.key()).await?;
    }
    Ok((Cookie::cleared(STAFF_COOKIE), StatusCode::NO_CONTENT))
}
