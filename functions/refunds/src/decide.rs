use crate::by_hand::ByHand;
use crate::shown::RefundShown;
use axum::extract::State;
use meent_domain::RefundId;
use meent_domain::company::Line as Sentence;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::RefundState;
use meent_http::{Answer, App, By, Context, Json, Path, Problem, ProblemBody, ProblemCode, Staff};
use meent_ledger::{Account, Actor, NotDone, Posting, Request, System, Transfer};
use meent_store::audit::{Action, Line, Subject};
use meent_store::payments::{self, Refund};
use meent_store::people::person;
use meent_store::work::{Job, Task};
use meent_store::{Condition, Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// The version that was seen: a decision about an older one is refused.
    version: u64,
    decision: Decided,
    /// For the resident to read, and for the trail; needed unless it is approved.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    reason: Option<Sentence>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Decided {
    /// It goes back through the provider.
    Approve,
    /// It goes back into the wallet.
    Refuse,
    /// One that is stuck is sent once more.
    TryAgain,
    /// One that is stuck was paid by hand, by bank transfer.
    PaidByHand,
}

/// Approves or refuses a refund; sends one again that is stuck, or says that it was paid by hand.
#[utoipa::path(
    post, path = "/api/staff/refunds/{id}/decision", tag = "refunds", operation_id = "decide",
    params(("id" = String, Path,)), request_body = Decision,
    responses(
        (status = 200, body = RefundShown),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn decide(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
    Json(asked): Json<Decision>,
) -> Answer<Json<RefundShown>> {
    let id = RefundId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let before: Refund = staff.read_ahead(&payments::refund(&id))?.ok_or(ProblemCode::NotFound)?;
    if asked.version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    let (from, to, action) = match asked.decision {
        Decided::Approve => (RefundState::Asked, RefundState::Approved, Action::RefundApproved),
        Decided::Refuse => (RefundState::Asked, RefundState::Refused, Action::RefundRefused),
        Decided::TryAgain => (RefundState::Stuck, RefundState::Sending, Action::RefundTriedAgain),
        Decided::PaidByHand => (RefundState::Stuck, RefundState::Paid, Action::RefundPaidByHand),
    };
    if before.state != from {
        return Err(ProblemCode::RefundNotWaiting.into());
    }
    let reason = asked.reason.as_ref().map(|reason| reason.as_str().to_owned());
    if reason.is_none() && matches!(asked.decision, Decided::Refuse | Decided::PaidByHand) {
        return Err(Problem::at(ProblemCode::FieldRequired, "reason"));
    }
    let mut after =
        Refund { state: to, attention: None, version: before.version + 1, reason: reason.clone(), ..before.clone() };
    let by_hand = match asked.decision {
        Decided::PaidByHand => ByHand::of(&app, &before, context.now).await?,
        _ => ByHand::default(),
    };
    after.parts.extend(by_hand.parts.iter().cloned());
    if asked.decision == Decided::TryAgain {
        // What was released may be asked of the same payments again.
        after.parts.retain(|part| part.state != payments::PartState::Released);
        after.tries += 1;
    }
    let subject = Subject { id: before.id.as_str(), kind: "refund", label: &before.person.internal_id() };
    let actor = (&staff.id, staff.account.name.as_str());
    let mut line = Line::about(context.now, &context.request_id, actor, action, subject);
    line.reason = reason;
    let unchanged = Condition::version(before.version);
    let change = Transaction::new().replace(before.key(), &after, unchanged, Why::Changed).create(
        line.key(),
        &line,
        Why::Changed,
    );
    match asked.decision {
        Decided::Approve | Decided::TryAgain => {
            let job = Job::new(Task::Refund(before.id.clone()), context.now);
            app.db.commit(change.put(job.key(), &job)).await.map_err(changed)?;
        }
        Decided::Refuse => {
            let transfer = taken_back(&before, &staff, &context);
            // A wallet that nobody can reach any more is no place for money.
            let change = change.check(person(&before.person), Condition::Has("details"), Why::Gone);
            meent_ledger::commit(&app.db, &transfer, None, change).await.map_err(not_moved)?;
        }
        Decided::PaidByHand => {
            let transfer = by_hand.transfer(&before, &staff, &context);
            let change = by_hand.notes.iter().fold(change, |change, job| change.put(job.key(), job));
            meent_ledger::commit(&app.db, &transfer, Some(by_hand.read), change).await.map_err(not_moved)?;
        }
    }
    Ok(Json(after.into()))
}

/// What was set aside goes back into the wallet.
fn taken_back(refund: &Refund, staff: &Staff, context: &Context) -> Transfer {
    let left = refund.left().0;
    let wallet = Posting::new(Account::Wallet(refund.person.clone()), left);
    let aside = Posting::new(Account::System(System::Refunds), -left);
    let request = Request::new(&Actor::Town, "refund-refused", refund.id.as_str(), "");
    let (actor, about) = (Actor::Staff(staff.id.clone()), About::Refund { refund: refund.id.clone() });
    let transfer = Transfer::new(request, actor, Kind::RefundRefused, about, context.now, [wallet, aside]);
    transfer.reversing(refund.transfer.clone())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Somebody else decided.
    Changed,
    /// The resident has left.
    Gone,
}

fn changed(refused: Refused<Why>) -> Problem {
    match refused {
        Refused::By(_) => ProblemCode::ChangedMeanwhile.into(),
        Refused::Failed(error) => error.into(),
    }
}

fn not_moved(error: NotDone<Why>) -> Problem {
    match error {
        NotDone::Failed(error) => error.into(),
        NotDone::By(reasons) if !reasons.contains(&Why::Changed) => ProblemCode::RefundOfSomebodyGone.into(),
        _ => ProblemCode::ChangedMeanwhile.into(),
    }
}
