use crate::shown::PaymentShown;
use axum::extract::State;
use meent_domain::PaymentId;
use meent_domain::company::Line as Sentence;
use meent_domain::payment::PaymentState;
use meent_http::{Answer, App, By, Context, Json, Path, Problem, ProblemBody, ProblemCode, Staff};
use meent_store::audit::{Action, Line, Subject};
use meent_store::payments::{self, Payment};
use meent_store::{Condition, Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Resolution {
    /// The version that was seen: a decision about an older one is refused.
    version: u64,
    resolution: Resolved,
    /// Why, for the trail.
    #[schema(value_type = String)]
    reason: Sentence,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Resolved {
    /// What came is credited, though it is not what was ordered.
    Credit,
    /// It was settled outside the wallet: paid back at the provider, say.
    Close,
}

/// Decides about a payment that was set aside (W-16).
#[utoipa::path(
    post, path = "/api/staff/payments/{id}/resolution", tag = "payments", operation_id = "resolve",
    params(("id" = String, Path,)), request_body = Resolution,
    responses(
        (status = 200, body = PaymentShown),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn resolve(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
    Json(asked): Json<Resolution>,
) -> Answer<Json<PaymentShown>> {
    let id = PaymentId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let before: Payment = staff.read_ahead(&payments::payment(&id))?.ok_or(ProblemCode::NotFound)?;
    if asked.version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    if before.state != PaymentState::Parked {
        return Err(ProblemCode::PaymentNotParked.into());
    }
    // Euros can be credited; of other money nobody here knows what it is worth.
    let in_euros = before.received.as_ref().is_some_and(|received| received.currency == "EUR" && received.cents.0 > 0);
    if asked.resolution == Resolved::Credit && !in_euros {
        return Err(Problem::at(ProblemCode::FieldNotValid, "resolution"));
    }
    let action = match asked.resolution {
        Resolved::Credit => Action::PaymentCredited,
        Resolved::Close => Action::PaymentClosed,
    };
    let reference = before.id.reference();
    let subject = Subject { id: before.id.as_str(), kind: "payment", label: &reference };
    let actor = (&staff.id, staff.account.name.as_str());
    let mut line = Line::about(context.now, &context.request_id, actor, action, subject);
    line.reason = Some(asked.reason.as_str().to_owned());
    let trail = Transaction::new().create(line.key(), &line, ());
    let after = match asked.resolution {
        Resolved::Credit => {
            let settled = meent_payments::resolve(&app.db, before, &staff.id, trail, context.now).await?;
            if settled.payment.state != PaymentState::ParkedCredited {
                return Err(ProblemCode::PaymentNotParked.into());
            }
            settled.payment
        }
        Resolved::Close => {
            let unchanged = Condition::version(before.version);
            let version = before.version + 1;
            let after = Payment { state: PaymentState::ParkedClosed, attention: None, version, ..before };
            match app.db.commit(trail.replace(after.key(), &after, unchanged, ())).await {
                Ok(()) => after,
                Err(Refused::By(_)) => return Err(ProblemCode::ChangedMeanwhile.into()),
                Err(Refused::Failed(error)) => return Err(error.into()),
            }
        }
    };
    Ok(Json(after.into()))
}
