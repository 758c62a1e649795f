use crate::changes::changes;
use crate::list::VoucherTypes;
use crate::shape::TermsShape;
use axum::extract::State;
use meent_domain::calendar::local_day;
use meent_domain::parking::ZoneId;
use meent_domain::voucher::{Terms, VoucherType, VoucherTypeId};
use meent_http::{Answer, App, By, Context, Json, Path, Problem, ProblemBody, ProblemCode, Staff};
use meent_store::audit::{self, Action, Line, Subject};
use meent_store::catalogue::{self, Zones};
use meent_store::{Condition, Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

/// More than a town can explain; they are one row.
const MOST_TYPES: usize = 100;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoucherTypeAsked {
    /// The version of the types that was seen: a change made from an older one is refused.
    version: u64,
    #[schema(value_type = TermsShape)]
    terms: Terms,
}

/// Makes a type, or sells one there is on other terms from now on.
#[utoipa::path(
    put, path = "/api/staff/voucher-types/{type}", tag = "vouchers", operation_id = "voucher_type_change",
    params(("type" = String, Path, example = "dag")), request_body = VoucherTypeAsked,
    responses(
        (status = 200, body = VoucherTypes),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn save(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
    Json(asked): Json<VoucherTypeAsked>,
) -> Answer<Json<VoucherTypes>> {
    let id = VoucherTypeId::try_from(id).map_err(|why| Problem::invalid(why, "id"))?;
    let VoucherTypeAsked { version, terms } = asked;
    terms.check().map_err(|why| Problem::invalid_at(why.within("terms.")))?;
    let before: catalogue::VoucherTypes = staff.read_ahead(&catalogue::voucher_types())?.unwrap_or_default();
    if version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    if terms.sold && !is_open(&staff, &terms.zone, &context)? {
        return Err(Problem::at(ProblemCode::ZoneNotFound, "terms.zone"));
    }
    let was = before.types.iter().find(|known| known.id == id).map(|known| &known.terms);
    let changes = changes(was, &terms).map_err(|error| Problem::internal(error.to_string()))?;
    if changes.is_empty() {
        return Ok(Json(before.into()));
    }
    let action = if was.is_none() { Action::VoucherTypeAdded } else { Action::VoucherTypeChanged };
    let label = terms.name.nl.as_str().to_owned();
    let subject_id = format!("{}{id}", audit::VOUCHER_TYPE);
    let subject = Subject { id: &subject_id, kind: "voucher-type", label: &label };
    let actor = (&staff.id, staff.account.name.as_str());
    let line = Line::about(context.now, &context.request_id, actor, action, subject).with_changes(changes);
    let after = before.with(VoucherType { id, terms });
    if after.types.len() > MOST_TYPES {
        return Err(ProblemCode::VoucherTypesFull.into());
    }
    let key = catalogue::voucher_types();
    let change = match version {
        0 => Transaction::new().create(key, &after, ()),
        read => Transaction::new().replace(key, &after, Condition::version(read), ()),
    };
    match app.db.commit(change.create(line.key(), &line, ())).await {
        Ok(()) => Ok(Json(after.into())),
        Err(Refused::By(_)) => Err(ProblemCode::ChangedMeanwhile.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

/// Whether one can park there today or later.
fn is_open(staff: &Staff, id: &ZoneId, context: &Context) -> Answer<bool> {
    let zones: Zones = staff.read_ahead(&catalogue::zones())?.unwrap_or_default();
    let zone = zones.zones.iter().find(|zone| zone.id == *id);
    Ok(zone.is_some_and(|zone| zone.closes.is_none_or(|closes| local_day(context.now) < closes)))
}
