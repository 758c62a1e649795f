//! Who may ask. Stands before every handler and goes by the table in `rights.rs`.
//!
//! A change waits until the check is done. A page is read *while* the session is: the handler knows
//! from the cookie whose rows to read ([`Claimed`]), and its answer is thrown away when the check
//! says no. So a page takes one wait instead of two, and forgetting the check is impossible
//! (docs/adr/0003-checked-while-reading.md).

use crate::ahead::{ahead_of_resident, ahead_of_staff};
use crate::rights::{self, Audience};
use crate::{App, Context, Cookie, Problem, ProblemCode, read_cookie};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::header::{ORIGIN, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use meent_domain::consent::Standing;
use meent_domain::session::Term;
use meent_domain::{PersonId, StaffId};
use meent_identity::session::{Owner, Presented};
use meent_secrets::fingerprint;
use meent_store::people::{self, Person};
use meent_store::staff::{self, Account, State as AccountState};
use meent_store::web_sessions::{self, Session};
use meent_store::{Batch, Counted, Key, Stored};
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

/// A resident whose session was found.
pub struct Resident {
    pub id: PersonId,
    pub session: Session,
    /// Nobody yet, for somebody who has not agreed.
    pub person: Option<Person>,
    pub presented: Presented<PersonId>,
    /// What was read with the session (`ahead.rs`).
    ahead: Mutex<Batch>,
}

/// A staff member whose session was found.
pub struct Staff {
    pub id: StaffId,
    pub session: Session,
    pub account: Account,
    pub presented: Presented<StaffId>,
    /// What was read with the session (`ahead.rs`).
    ahead: Mutex<Batch>,
}

impl Resident {
    /// A row that was read with the session; once.
    pub fn read_ahead<T: Stored>(&self, key: &Key) -> Result<Option<T>, Problem> {
        taken(&self.ahead, key)
    }
}

impl Staff {
    /// A row that was read with the session; once.
    pub fn read_ahead<T: Stored>(&self, key: &Key) -> Result<Option<T>, Problem> {
        taken(&self.ahead, key)
    }
}

fn taken<T: Stored>(ahead: &Mutex<Batch>, key: &Key) -> Result<Option<T>, Problem> {
    let mut ahead = ahead.lock().map_err(|_| Problem::internal("a panic while rows were taken"))?;
    Ok(ahead.take(key)?)
}

/// A scan car whose key was found.
pub struct Scanner {
    pub row: web_sessions::Scanner,
}

impl Scanner {
    pub const HEADER: &str = "meent-key";
    /// With five hundred plates each, more than a car sees.
    const MOST_A_MINUTE: u32 = 60;
}

#[derive(Clone)]
pub enum Caller {
    Resident(Arc<Resident>),
    Staff(Arc<Staff>),
    Scanner(Arc<Scanner>),
}

/// The check, under way or done.
type Check = Shared<BoxFuture<'static, Result<Caller, Problem>>>;

pub(crate) async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let Some(audience) = rights::audience(asked(request.method()), &path) else {
        return Problem::new(ProblemCode::NotAllowed).into_response();
    };
    let is_change = !matches!(*request.method(), Method::GET | Method::HEAD);
    // Where machines come no site is named.
    if is_change && audience.browses() && !comes_from(app.settings.origin(audience.surface()), request.headers()) {
        return Problem::new(ProblemCode::CrossSite).into_response();
    }
    let context = request.extensions().get::<Context>().cloned().expect("every request passes through `finish`");
    let check: BoxFuture<'static, Result<Caller, Problem>> = match audience {
        Audience::Anybody(_) | Audience::PaymentProvider => return next.run(request).await,
        Audience::SignedIn | Audience::Resident => match presented(request.headers()) {
            Some(presented) => {
                let ahead =
                    if is_change { ahead_of_resident(&path, request.uri().path(), &presented.owner) } else { vec![] };
                check_resident(app.clone(), presented, audience, ahead, context.now).boxed()
            }
            None => return Problem::new(ProblemCode::SessionEnded).into_response(),
        },
        Audience::HalfwayStaff | Audience::Staff(_) => match presented(request.headers()) {
            Some(presented) => {
                let ahead = ahead_of_staff(&path, request.uri().path(), &presented.owner);
                check_staff(app.clone(), presented, audience, ahead, context.now).boxed()
            }
            None => return Problem::new(ProblemCode::SessionEnded).into_response(),
        },
        Audience::Scanner => match request.headers().get(Scanner::HEADER).and_then(|value| value.to_str().ok()) {
            Some(key) => check_scanner(app.clone(), fingerprint(key), context.now).boxed(),
            None => return Problem::new(ProblemCode::KeyNotValid).into_response(),
        },
    };
    let check: Check = check.shared();
    request.extensions_mut().insert(check.clone());

    let (verdict, response) = if is_change && !reads_beside(&path) {
        match check.await {
            Ok(caller) => (Ok(caller), next.run(request).await),
            Err(problem) => return problem.into_response(),
        }
    } else {
        futures::join!(check, next.run(request))
    };
    match verdict {
        Ok(caller) => renewed(&app, &caller, context.now, response).await,
        Err(problem) => problem.into_response(),
    }
}

/// Changes that read beside the check, as pages do, and write only once they have their caller: what they need
/// is too much to be read ahead by address alone. And questions that are too long for an address.
fn reads_beside(pattern: &str) -> bool {
    pattern.starts_with("/api/parking/")
        || pattern.starts_with("/api/staff/desk/")
        || pattern.starts_with("/api/enforcement/")
        || pattern == "/api/staff/plate-checks"
}

/// `HEAD` asks what `GET` asks, and gets less of the answer.
fn asked(method: &Method) -> &Method {
    if method == Method::HEAD { &Method::GET } else { method }
}

fn presented<O: Owner>(headers: &HeaderMap) -> Option<Presented<O>> {
    read_cookie(headers, O::COOKIE).and_then(Presented::from_cookie)
}

/// Browsers name the site a change comes from. None named is none of ours.
fn comes_from(site: &url::Url, headers: &HeaderMap) -> bool {
    let named = headers.get(ORIGIN).and_then(|value| value.to_str().ok());
    named.is_some_and(|origin| origin == site.origin().ascii_serialization())
}

async fn check_resident(
    app: App,
    presented: Presented<PersonId>,
    audience: Audience,
    ahead: Vec<Key>,
    now: DateTime<Utc>,
) -> Result<Caller, Problem> {
    let id = presented.owner.clone();
    let (session_key, person_key) = (presented.key(), people::person(&id));
    let mut wanted = ahead;
    wanted.extend([session_key.clone(), person_key.clone()]);
    let mut rows = app.db.get_all(&wanted).await?;
    let person: Option<Person> = rows.take(&person_key)?;
    let signed_out_before = person.as_ref().and_then(|person| person.signed_out_before);
    let session: Option<Session> = rows.take(&session_key)?;
    let session = session.filter(|session| session.lasts(now, signed_out_before)).ok_or(ProblemCode::SessionEnded)?;
    if person.as_ref().is_some_and(|person| person.erased_at.is_some()) {
        return Err(ProblemCode::SessionEnded.into());
    }
    let agreed = person.as_ref().is_some_and(|person| person.standing() == Standing::Given);
    if audience == Audience::Resident && !agreed {
        return Err(ProblemCode::ConsentNeeded.into());
    }
    Ok(Caller::Resident(Arc::new(Resident { id, session, person, presented, ahead: Mutex::new(rows) })))
}

async fn check_staff(
    app: App,
    presented: Presented<StaffId>,
    audience: Audience,
    ahead: Vec<Key>,
    now: DateTime<Utc>,
) -> Result<Caller, Problem> {
    let id = presented.owner.clone();
    let (session_key, account_key) = (presented.key(), staff::account(&id));
    let mut wanted = ahead;
    wanted.extend([session_key.clone(), account_key.clone()]);
    // Who works on their own account names the same row twice, which a batch refuses.
    wanted.sort_by(|a, b| (a.table, &a.pk, &a.sk).cmp(&(b.table, &b.pk, &b.sk)));
    wanted.dedup();
    let mut rows = app.db.get_all(&wanted).await?;
    let account: Option<Account> = rows.take(&account_key)?;
    let account = account.filter(|account| account.state == AccountState::Active).ok_or(ProblemCode::SessionEnded)?;
    let session: Option<Session> = rows.take(&session_key)?;
    let session =
        session.filter(|session| session.lasts(now, account.signed_out_before)).ok_or(ProblemCode::SessionEnded)?;
    let is_halfway = account.needs_second_factor() && !session.second_factor_passed;
    if is_halfway && Term::Halfway.has_ended(session.signed_in_at, now) {
        return Err(ProblemCode::SessionEnded.into());
    }
    match audience {
        Audience::HalfwayStaff => {}
        _ if is_halfway && account.second_factor.is_none() => {
            return Err(ProblemCode::SecondFactorEnrolmentNeeded.into());
        }
        _ if is_halfway => return Err(ProblemCode::SecondFactorNeeded.into()),
        Audience::Staff(roles) if !roles.is_empty() && !account.roles.has_any(roles) => {
            return Err(ProblemCode::NotAllowed.into());
        }
        _ => {}
    }
    Ok(Caller::Staff(Arc::new(Staff { id, session, account, presented, ahead: Mutex::new(rows) })))
}

async fn check_scanner(app: App, fingerprint: String, now: DateTime<Utc>) -> Result<Caller, Problem> {
    let key = web_sessions::scanner(&fingerprint);
    let minute = now.timestamp().div_euclid(60);
    match app.db.counted::<web_sessions::Scanner>(&key, minute, Scanner::MOST_A_MINUTE).await? {
        Counted::Row(row) if now < row.ends_at => Ok(Caller::Scanner(Arc::new(Scanner { row }))),
        Counted::Row(_) | Counted::Missing => Err(ProblemCode::KeyNotValid.into()),
        Counted::TooOften => Err(Problem::new(ProblemCode::TooOften).retry_after(60 - now.timestamp().rem_euclid(60))),
    }
}

/// Puts off a session's end, now and then. If that fails the answer is still right, and the next
/// request tries again.
async fn renewed(app: &App, caller: &Caller, now: DateTime<Utc>, mut response: Response) -> Response {
    let (session, key, term, cookie) = match caller {
        Caller::Resident(resident) => (
            &resident.session,
            resident.presented.key(),
            if resident.session.claims_sealed.is_some() { Term::Halfway } else { Term::Resident },
            Some(Cookie::session(&resident.presented, Term::Resident.idle_limit())),
        ),
        Caller::Staff(staff) => {
            let is_halfway = staff.account.needs_second_factor() && !staff.session.second_factor_passed;
            (&staff.session, staff.presented.key(), if is_halfway { Term::Halfway } else { Term::Staff }, None)
        }
        // A key has no session to put off.
        Caller::Scanner(_) => return response,
    };
    // Whoever just signed out, or was given another session, keeps that.
    let is_changing = response.headers().contains_key(SET_COOKIE);
    if is_changing || !term.is_due_for_renewal(session.last_seen_at, now) {
        return response;
    }
    match app.db.renew_session(&key, now, now + term.idle_limit()).await {
        Ok(true) => {
            if let Some(cookie) = cookie {
                response.headers_mut().append(SET_COOKIE, cookie.header());
            }
        }
        Ok(false) => {}
        Err(error) => tracing::warn!(%error, "a session was not renewed"),
    }
    response
}

/// Whose rows to read, known from the cookie alone. The answer leaves only if the check agrees.
pub struct Claimed<O>(pub O);

impl<O: Owner, S: Send + Sync> FromRequestParts<S> for Claimed<O> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let presented: Presented<O> = presented(&parts.headers).ok_or(ProblemCode::SessionEnded)?;
        Ok(Self(presented.owner))
    }
}

/// A handler's way to its caller: `By(resident): By<Resident>`. Waits for the check.
pub struct By<T>(pub Arc<T>);

/// For pages: the caller, asked for after the page's own rows were read, so that both are one wait.
pub struct Checking<T> {
    check: Check,
    kind: PhantomData<T>,
}

/// Residents, staff and machines.
pub trait Kind: Send + Sync + Sized + 'static {
    #[doc(hidden)]
    fn of(caller: Caller) -> Option<Arc<Self>>;
}

impl Kind for Resident {
    fn of(caller: Caller) -> Option<Arc<Self>> {
        if let Caller::Resident(resident) = caller { Some(resident) } else { None }
    }
}

impl Kind for Staff {
    fn of(caller: Caller) -> Option<Arc<Self>> {
        if let Caller::Staff(staff) = caller { Some(staff) } else { None }
    }
}

impl Kind for Scanner {
    fn of(caller: Caller) -> Option<Arc<Self>> {
        if let Caller::Scanner(scanner) = caller { Some(scanner) } else { None }
    }
}

impl<T: Kind> Checking<T> {
    pub async fn caller(self) -> Result<Arc<T>, Problem> {
        T::of(self.check.await?)
            .ok_or_else(|| Problem::internal("a route asks for another caller than its audience has"))
    }
}

impl<T: Kind, S: Send + Sync> FromRequestParts<S> for Checking<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let check = parts.extensions.get::<Check>().cloned();
        let check = check.ok_or_else(|| Problem::internal("a route asks for a caller that its audience has not"))?;
        Ok(Self { check, kind: PhantomData })
    }
}

impl<T: Kind, S: Send + Sync> FromRequestParts<S> for By<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Checking::<T>::from_request_parts(parts, state).await?.caller().await.map(By)
    }
}
