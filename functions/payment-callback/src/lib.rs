//! Payment providers report here (W-14). Nothing of a report is read before it shows that it is one, and
//! then only which payment it is about; what became of that is asked of the provider.
//!
//! A report may come twice, late, out of order or never: the ledger credits once. When the provider can't be
//! asked now, the answer is an error, so that it reports again.

mod mollie;
mod worldline;

use meent_http::{Answer, App, Context, Problem, ProblemCode};
use meent_payments::{Because, settle};
use meent_store::payments::{self, Payment};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(worldline::verify, worldline::report)).routes(routes!(mollie::report))
}

async fn settled(app: &App, context: &Context, payment: Payment) -> Answer<()> {
    settle(&app.db, &app.gateways, &app.secrets, payment, None, Because::SomebodyTold, context.now).await?;
    Ok(())
}

async fn payment(app: &App, id: &meent_domain::PaymentId) -> Answer<Option<Payment>> {
    Ok(app.db.get(&payments::payment(id)).await?)
}

/// An alarm counts these: somebody tries, or a key was turned on one side alone.
fn refused(code: ProblemCode, why: &str) -> Problem {
    tracing::warn!(reports_refused = 1, why, "a payment report was refused");
    Problem::new(code)
}
