use axum::extract::State;
use meent_domain::role::{Binding, Right};
use meent_domain::{Language, StaffId};
use meent_http::{Answer, App, By, Checking, Claimed, Json, ProblemBody, Staff};
use meent_store::staff::{Account, Entrance};
use meent_store::work::{Inbox, MOST_UNREAD};
use meent_store::{Refused, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    email: String,
    /// password or oidc
    kind: &'static str,
    #[schema(value_type = Vec<meent_http::schema::BindingShape>)]
    roles: Vec<Binding>,
    /// What the screens go by.
    #[schema(value_type = Vec<String>)]
    rights: Vec<Right>,
    language: String,
    second_factor: bool,
    second_factor_required: bool,
    /// Notifications not seen yet; counting stops at 50.
    unread: usize,
    practice: bool,
}

impl Me {
    async fn of(app: &App, account: &Account, unread: usize) -> Answer<Self> {
        Ok(Self {
            id: account.id.to_string(),
            name: account.name.as_str().to_owned(),
            login: account.login().map(|login| login.as_str().to_owned()),
            email: app.staff_email(account).await?,
            kind: match account.entrance {
                Entrance::Password { .. } => "password",
                Entrance::Oidc { .. } => "oidc",
            },
            roles: account.roles.iter().cloned().collect(),
            rights: account.roles.rights(),
            language: account.language.code().to_owned(),
            second_factor: account.second_factor.is_some(),
            second_factor_required: account.roles.requires_second_factor(),
            unread: unread.min(MOST_UNREAD),
            practice: app.settings.practice,
        })
    }
}

/// Who one is and what one may.
#[utoipa::path(
    get, path = "/api/staff/me", tag = "staff",
    responses((status = 200, body = Me), (status = 403, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn me(State(app): State<App>, Claimed(id): Claimed<StaffId>, check: Checking<Staff>) -> Answer<Json<Me>> {
    let inbox = Inbox::read(&app.db, &id).await?;
    let staff = check.caller().await?;
    Me::of(&app, &staff.account, inbox.unread()).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MyChange {
    /// nl, fr, de or en
    #[schema(value_type = String)]
    language: Language,
}

/// Changes one's language.
#[utoipa::path(patch, path = "/api/staff/me", tag = "staff", operation_id = "change_me", request_body = MyChange, responses((status = 200, body = Me)))]
pub async fn change(State(app): State<App>, By(staff): By<Staff>, Json(asked): Json<MyChange>) -> Answer<Json<Me>> {
    let fields = vec![("language", value::text(asked.language.code()))];
    let changed = crate::second_factor::unchanged(&staff, fields);
    let (changed, inbox) = futures::join!(app.db.commit(changed), Inbox::read(&app.db, &staff.id));
    changed.map_err(Refused::into_failure)?;
    let account = Account { language: asked.language, ..staff.account.clone() };
    Me::of(&app, &account, inbox?.unread()).await.map(Json)
}
