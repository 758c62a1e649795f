use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use meent_domain::PersonId;
use meent_domain::consent::TEXT_VERSION;
use meent_domain::session::Term;
use meent_http::{App, Astray, Claims, Context, Cookie, Path, Problem, Query, ReturnQuery, read_cookie, see_other};
use meent_identity::oidc::{Checked, Surface};
use meent_identity::session::{ATTEMPT_COOKIE, Beginning, RESIDENT_COOKIE};
use meent_store::people::{self, AddressSource, KnownAddress, NumberLock};
use meent_store::{Condition, Refused, Transaction, value};

/// Where the identity provider sends the browser back to.
#[utoipa::path(
    get, path = "/api/sign-in/{provider}/callback", tag = "sign-in",
    params(("provider" = String, Path,), ("code" = Option<String>, Query,), ("state" = Option<String>, Query,), ("error" = Option<String>, Query,)),
    responses((status = 303, description = "Home, to the question of consent, or to the page that says what went wrong"))
)]
pub async fn callback(
    State(app): State<App>,
    context: Context,
    headers: HeaderMap,
    Path(provider): Path<String>,
    Query(query): Query<ReturnQuery>,
) -> Result<Response, Problem> {
    let arrived = async {
        let (checked, attempt) = app.come_back(&context, &headers, Surface::Portal, &provider, query).await?;
        let begun = begin(&app, &context, &provider, &checked).await;
        begun.map(|begun| (begun, attempt.return_to.clone())).map_err(|failed| failed.astray(&attempt.return_to))
    };
    match arrived.await {
        Ok((begun, return_to)) => {
            let mut page = app.own_page(Surface::Portal, &return_to);
            if begun.row.claims_sealed.is_some() {
                page = app.own_page(Surface::Portal, "/consent");
                if return_to != "/" {
                    page.query_pairs_mut().append_pair("return", &return_to);
                }
            }
            let session = Cookie::session(&begun.presented, Term::Resident.idle_limit());
            Ok((session, Cookie::cleared(ATTEMPT_COOKIE), see_other(&page)).into_response())
        }
        // Reloading this address, or pressing twice, finds the state used; who is signed in by the
        // first time goes home, where the session is checked.
        Err(astray) if astray.code == "sign-in-replayed" && read_cookie(&headers, RESIDENT_COOKIE).is_some() => {
            Ok(see_other(&app.own_page(Surface::Portal, "/")))
        }
        Err(astray) => Ok(app.problem_page(&context, Surface::Portal, &provider, &astray)),
    }
}

enum Failed {
    SignIn(meent_identity::oidc::Failure),
    Ours(Problem),
}

impl Failed {
    fn astray(self, return_to: &str) -> Astray {
        match self {
            Self::SignIn(failure) => Astray { code: failure.code(), return_to: return_to.to_owned() },
            Self::Ours(problem) => Astray::by(&problem, return_to),
        }
    }
}

impl<T: Into<Problem>> From<T> for Failed {
    fn from(problem: T) -> Self {
        Self::Ours(problem.into())
    }
}

#[derive(Clone, Copy)]
enum Clash {
    /// Consent was withdrawn, or the person erased, since the lock was read.
    ConsentChanged,
}

async fn begin(app: &App, context: &Context, provider: &str, checked: &Checked) -> Result<Beginning<PersonId>, Failed> {
    let citizen = checked.citizen(context.now).map_err(Failed::SignIn)?;
    let number = app.data_keys().await?.lookup("national-number", &citizen.number.digits());
    let lock: Option<NumberLock> = app.db.get(&people::number_lock(&number)).await?;
    let id = lock.as_ref().map(|lock| lock.person_id.clone());
    let id = id.unwrap_or_else(|| PersonId::from_random(meent_secrets::random_bytes()));

    if lock.is_some_and(|lock| lock.agreed_to.as_deref() == Some(TEXT_VERSION)) {
        let begun = Beginning::new(id.clone(), provider, context.device.clone(), Term::Resident, context.now);
        let mut told = vec![
            ("details.first_name", value::text(&citizen.first_name)),
            ("details.last_name", value::text(&citizen.last_name)),
        ];
        if let Some(address) = citizen.address.clone() {
            let known = KnownAddress { address, source: AddressSource::Provider };
            told.push(("details.address", value::of(&known)?));
        }
        let transaction = Transaction::new().put(begun.key(), &begun.row).change(
            people::person(&id),
            told,
            Condition::Has("details"),
            Clash::ConsentChanged,
        );
        match app.db.commit(transaction).await {
            Ok(()) => return Ok(begun),
            // Then there is something to ask after all.
            Err(Refused::By(_)) => {}
            Err(Refused::Failed(error)) => return Err(error.into()),
        }
    }
    let mut begun = Beginning::new(id, provider, context.device.clone(), Term::Halfway, context.now);
    let claims = Claims::of(&citizen, number);
    begun.row.claims_sealed = Some(app.seal_claims(&begun.key(), &claims).await?);
    app.db.put(&begun.key(), &begun.row).await?;
    Ok(begun)
}
