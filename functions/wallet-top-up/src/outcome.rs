use crate::shown::{TopUpShown, shown};
use axum::extract::State;
use meent_domain::{Cents, PaymentId, PersonId};
use meent_http::{
    Answer, App, By, Checking, Claimed, Context, Json, Path, Problem, ProblemBody, ProblemCode, Resident,
};
use meent_ledger::Account;
use meent_payments::{Because, SettleError, settle};
use meent_secrets::same;
use meent_store::ledger::AccountRow;
use meent_store::payments::{self, Payment};
use serde::Deserialize;
use utoipa::ToSchema;

/// A top-up as we know it.
#[utoipa::path(
    get, path = "/api/wallet/top-ups/{id}", tag = "wallet", operation_id = "look",
    params(("id" = String, Path,)),
    responses((status = 200, body = TopUpShown), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn look(
    State(app): State<App>,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Path(id): Path<String>,
) -> Answer<Json<TopUpShown>> {
    let id = PaymentId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let (payment_key, wallet_key) = (payments::payment(&id), Account::Wallet(owner.clone()).key());
    let mut rows = app.db.get_all(&[payment_key.clone(), wallet_key.clone()]).await?;
    check.caller().await?;
    let payment = own(rows.take(&payment_key)?, &owner)?;
    let wallet: AccountRow = rows.take(&wallet_key)?.unwrap_or_default();
    Ok(Json(shown(&payment, Cents(wallet.balance), false)))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CameBack {
    /// `RETURNMAC`, if the provider gave the browser one.
    #[serde(default)]
    return_mac: Option<String>,
}

/// What became of a top-up: the provider is asked, whatever the browser says.
#[utoipa::path(
    post, path = "/api/wallet/top-ups/{id}/outcome", tag = "wallet", operation_id = "outcome",
    params(("id" = String, Path,)), request_body = CameBack,
    responses(
        (status = 200, body = TopUpShown),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn outcome(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Path(id): Path<String>,
    Json(back): Json<CameBack>,
) -> Answer<Json<TopUpShown>> {
    let id = PaymentId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let payment = own(resident.read_ahead(&payments::payment(&id))?, &resident.id)?;
    let wallet: AccountRow = resident.read_ahead(&Account::Wallet(resident.id.clone()).key())?.unwrap_or_default();
    let given = payment.checkout.as_ref().and_then(|checkout| checkout.return_mac.as_deref());
    if let (Some(given), Some(brought)) = (given, &back.return_mac)
        && !same(given.as_bytes(), brought.as_bytes())
    {
        return Err(Problem::at(ProblemCode::PaymentReturnNotValid, "returnMac"));
    }
    let balance = Cents(wallet.balance);
    let settled =
        settle(&app.db, &app.gateways, &app.secrets, payment.clone(), Some(wallet), Because::SomebodyTold, context.now);
    match settled.await {
        Ok(settled) => Ok(Json(shown(&settled.payment, settled.balance.unwrap_or(balance), true))),
        // It is not known yet, and nothing is lost: the page says so, and asks again.
        Err(SettleError::Provider(failure)) => {
            tracing::warn!(%failure, "a payment could not be looked at");
            Ok(Json(shown(&payment, balance, false)))
        }
        Err(SettleError::Store(error)) => Err(error.into()),
    }
}

/// Somebody else's is none.
fn own(payment: Option<Payment>, owner: &PersonId) -> Answer<Payment> {
    payment.filter(|payment| payment.person == *owner).ok_or_else(|| ProblemCode::NotFound.into())
}
