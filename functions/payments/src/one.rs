use crate::shown::PaymentShown;
use axum::extract::State;
use meent_domain::PaymentId;
use meent_http::{Answer, App, Checking, Json, Path, ProblemBody, ProblemCode, Staff};
use meent_store::payments::{self, Payment};

/// One payment.
#[utoipa::path(
    get, path = "/api/staff/payments/{id}", tag = "payments", operation_id = "one", params(("id" = String, Path,)),
    responses((status = 200, body = PaymentShown), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn one(State(app): State<App>, check: Checking<Staff>, Path(id): Path<String>) -> Answer<Json<PaymentShown>> {
    let id = PaymentId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let row: Option<Payment> = app.db.get(&payments::payment(&id)).await?;
    check.caller().await?;
    Ok(Json(row.ok_or(ProblemCode::NotFound)?.into()))
}
