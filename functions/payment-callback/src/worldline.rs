use crate::{payment, refused, settled};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use futures::future::try_join_all;
use meent_http::{Answer, App, Context, ProblemBody, ProblemCode, RawBody};
use meent_payments::{Refused, verification, verified};

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Worldline asks whether this address is ours, and wants its word back.
#[utoipa::path(
    get, path = "/api/payments/worldline", tag = "payment-providers", operation_id = "worldline_verifies",
    params(("X-GCS-Webhooks-Endpoint-Verification" = String, Header,)),
    responses((status = 200, content_type = "text/plain"), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn verify(headers: HeaderMap) -> Answer<impl IntoResponse> {
    let word = text(&headers, "x-gcs-webhooks-endpoint-verification").and_then(verification);
    let word = word.ok_or(ProblemCode::ReportNotValid)?.to_owned();
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], word))
}

/// Something happened to a payment.
#[utoipa::path(
    post, path = "/api/payments/worldline", tag = "payment-providers", operation_id = "worldline_reports",
    params(("X-GCS-KeyId" = String, Header,), ("X-GCS-Signature" = String, Header,)),
    request_body(content = Vec<u8>, content_type = "application/json"),
    responses(
        (status = 204),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn report(State(app): State<App>, context: Context, headers: HeaderMap, body: RawBody) -> Answer<StatusCode> {
    let (key_id, signature) = (text(&headers, "x-gcs-keyid"), text(&headers, "x-gcs-signature"));
    let events = match verified(&app.secrets, context.now, key_id, signature, &body.bytes).await {
        Ok(events) => events,
        Err(Refused::Secrets(error)) => return Err(error.into()),
        Err(why @ Refused::Unreadable) => return Err(refused(ProblemCode::ReportNotValid, &why.to_string())),
        Err(why) => return Err(refused(ProblemCode::ReportRefused, &why.to_string())),
    };
    try_join_all(events.into_iter().map(|event| async {
        let event = event;
        match payment(&app, &event.payment).await? {
            Some(payment) => settled(&app, &context, payment).await,
            // Another's, or one whose row never came to be: there is nothing to do about it.
            None => Ok(()),
        }
    }))
    .await?;
    Ok(StatusCode::NO_CONTENT)
}
