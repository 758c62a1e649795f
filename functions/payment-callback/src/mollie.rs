use crate::{payment, refused, settled};
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::PaymentId;
use meent_http::{Answer, App, Context, Path, ProblemBody, ProblemCode};
use meent_secrets::same;

/// Something happened to a payment. Mollie signs nothing: it is known by the address, which has a part that
/// was given to it alone. The body is not read.
#[utoipa::path(
    post, path = "/api/payments/mollie/{id}/{token}", tag = "payment-providers", operation_id = "mollie_reports",
    params(("id" = String, Path,), ("token" = String, Path,)),
    responses(
        (status = 204),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn report(
    State(app): State<App>,
    context: Context,
    Path((id, token)): Path<(String, String)>,
) -> Answer<StatusCode> {
    let wrong = || refused(ProblemCode::ReportRefused, "a report to an address that was given to nobody");
    let id = PaymentId::try_from(id).map_err(|_| wrong())?;
    let payment = payment(&app, &id).await?.ok_or_else(wrong)?;
    if !same(payment.webhook_token.as_bytes(), token.as_bytes()) {
        return Err(wrong());
    }
    settled(&app, &context, payment).await?;
    Ok(StatusCode::NO_CONTENT)
}
