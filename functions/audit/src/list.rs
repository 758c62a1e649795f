use crate::filter::{Asked, Filter};
use crate::reading;
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_http::{Answer, App, Context, Json, ProblemBody, Query};
use meent_store::audit::{Change, Line};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct AuditList {
    items: Vec<LineShown>,
    next: Option<String>,
    more: bool,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct LineShown {
    id: String,
    at: DateTime<Utc>,
    actor: ActorShown,
    #[schema(example = "staff-account.invited")]
    action: &'static str,
    subject: SubjectShown,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    changes: Vec<ChangeShown>,
    request_id: String,
}

#[derive(Serialize, ToSchema)]
struct ActorShown {
    id: String,
    name: String,
}

#[derive(Serialize, ToSchema)]
struct SubjectShown {
    kind: String,
    id: String,
    /// What it was called then.
    label: String,
}

#[derive(Serialize, ToSchema)]
struct ChangeShown {
    field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl From<Line> for LineShown {
    fn from(line: Line) -> Self {
        let shown = |Change { field, from, to }| ChangeShown { field, from, to };
        Self {
            id: line.id,
            at: line.at,
            actor: ActorShown { id: line.actor_id, name: line.actor_name },
            action: line.action.code(),
            subject: SubjectShown { kind: line.subject_kind, id: line.subject_id, label: line.subject_label },
            on_behalf_of: line.on_behalf_of,
            reason: line.reason,
            changes: line.changes.into_iter().map(shown).collect(),
            request_id: line.request_id,
        }
    }
}

/// A page of the trail.
#[utoipa::path(
    get, path = "/api/audit", tag = "audit", params(Asked),
    responses((status = 200, body = AuditList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(State(app): State<App>, context: Context, Query(asked): Query<Asked>) -> Answer<Json<AuditList>> {
    let filter = Filter::of(&asked, context.now)?;
    let page = reading::page(&app, &filter, asked.limit, asked.cursor).await?;
    Ok(Json(AuditList {
        more: page.next.is_some(),
        next: page.next.map(String::from),
        items: page.rows.into_iter().map(LineShown::from).collect(),
    }))
}
