//! The functions of the stack that answer requests. Each gets its own state, as each has its own
//! process in AWS.

use crate::access::Clients;
use crate::recorder::Recorder;
use axum::Router;
use axum::http::Method;
use meent_http::{App, Clock, Settings, finish, guarded};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

/// A function by its crate's name, and its routes.
pub struct Function {
    pub name: &'static str,
    pub routes: fn() -> OpenApiRouter<App>,
}

pub const FUNCTIONS: &[Function] = &[
    Function { name: "sign-in", routes: sign_in::router },
    Function { name: "consent", routes: consent::router },
    Function { name: "home", routes: home::router },
    Function { name: "profile", routes: profile::router },
    Function { name: "wallet", routes: wallet::router },
    Function { name: "wallet-top-up", routes: wallet_top_up::router },
    Function { name: "payment-callback", routes: payment_callback::router },
    Function { name: "invoices", routes: invoices::router },
    Function { name: "refunds", routes: refunds::router },
    Function { name: "payments", routes: payments::router },
    Function { name: "zones", routes: zones::router },
    Function { name: "voucher-types", routes: voucher_types::router },
    Function { name: "parking", routes: parking::router },
    Function { name: "plate-check", routes: plate_check::router },
    Function { name: "desk", routes: desk::router },
    Function { name: "staff-sign-in", routes: staff_sign_in::router },
    Function { name: "staff-accounts", routes: staff_accounts::router },
    Function { name: "audit", routes: audit::router },
    Function { name: "notifications", routes: notifications::router },
    Function { name: "help-desk", routes: help_desk::router },
];

impl Function {
    pub fn openapi(&self) -> OpenApi {
        (self.routes)().into_openapi()
    }

    /// Method and pattern of each route.
    pub fn patterns(&self) -> Vec<(Method, String)> {
        let mut patterns = vec![];
        for (path, item) in self.openapi().paths.paths {
            let methods = [
                (Method::GET, &item.get),
                (Method::PUT, &item.put),
                (Method::POST, &item.post),
                (Method::PATCH, &item.patch),
                (Method::DELETE, &item.delete),
            ];
            let found = methods.into_iter().filter(|(_, operation)| operation.is_some());
            patterns.extend(found.map(|(method, _)| (method, path.clone())));
        }
        patterns
    }

    /// As `meent_http::run` builds it in AWS.
    pub(crate) fn service(&self, clients: &Clients, recorder: &Recorder, settings: &Settings, clock: &Clock) -> Router {
        let app = App::new(settings.clone(), clients.aws(recorder, self.name), clock.clone());
        finish(app.clone(), guarded(app, (self.routes)()))
    }
}
