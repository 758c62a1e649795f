//! Whom each route serves (P-20): every route of the API with everybody who could ask, for things of
//! their own and of others. `docs/RIGHTS.md` is what was found.

mod house;
mod requests;

use house::{House, Who};
use meent_domain::role::Role;
use meent_http::rights::{Audience, ROUTES};
use meent_local::FUNCTIONS;
use meent_store::web_sessions::Session;
use meent_tests::{Answer, committed};
use requests::{ANOTHERS, Outcome, SUPERADMINS, ask, things};
use std::collections::BTreeSet;

/// Where a handler refuses somebody whom the route serves: route, of whom, who, why.
const FINER: &[(&str, &str, Who, &str)] = &[
    ("PATCH /api/staff/accounts/{id}", SUPERADMINS, Who::Staff(Role::Admin), SUPERADMIN_ONLY),
    ("POST /api/staff/accounts/{id}/invitation", SUPERADMINS, Who::Staff(Role::Admin), SUPERADMIN_ONLY),
    ("GET /api/staff/second-factor", "", Who::Halfway, CODE_FIRST),
    ("PUT /api/staff/second-factor", "", Who::Halfway, CODE_FIRST),
    ("POST /api/staff/sign-in/second-factor", "", Who::WithoutFactor, "there is no code to give yet"),
];
/// Answers everybody the same: Worldline asks by it whether an address is ours.
const TELLS_NOTHING: &str = "GET /api/payments/worldline";
const SUPERADMIN_ONLY: &str = "nobody but the superadmin touches the superadmin's account";
const CODE_FIRST: &str = "who has a second factor gives its code before replacing it";

#[test]
fn every_route_stands_in_the_table_of_rights() {
    let routes = FUNCTIONS.iter().flat_map(|function| function.patterns());
    let described: BTreeSet<String> = routes.map(|(method, path)| format!("{method} {path}")).collect();
    let ruled: BTreeSet<String> = ROUTES.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    assert_eq!(ruled, described, "shared/http/src/rights.rs");
}

#[tokio::test]
async fn every_route_serves_those_it_is_for_and_nobody_else() {
    let house = House::new().await;
    let (mut rows, mut wrong, mut tried) = (vec![], vec![], 0);
    for route in ROUTES {
        let name = format!("{} {}", route.0, route.1);
        for thing in things(route.1) {
            let mut cells = vec![];
            for who in Who::all() {
                let outcome = ask(&house, who, route, thing).await;
                tried += 1;
                let finer = FINER.iter().any(|(n, t, w, _)| (*n, *t, *w) == (name.as_str(), *thing, who));
                let is_served = (serves(route.2, who) && !finer) || name == TELLS_NOTHING;
                let complaint = if is_served { served(&outcome.answer) } else { refused(&outcome) };
                wrong.extend(complaint.map(|complaint| format!("{name} {thing}, {}: {complaint}", who.heading())));
                cells.push(cell(&house, &name, thing, &outcome.answer).await);
                if !outcome.writes.is_empty() {
                    house.put_back().await;
                }
            }
            rows.push(format!("| `{name}` | {thing} | {} |\n", cells.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {tried} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    committed("docs/RIGHTS.md", &document(&rows), "rights");
}

/// What the table of rights says.
fn serves(audience: Audience, who: Who) -> bool {
    match audience {
        // Whoever can't show that they are one is answered 401, by the handler: no session says it.
        Audience::Anybody(_) => true,
        Audience::PaymentProvider | Audience::Scanner => false,
        Audience::SignedIn => matches!(who, Who::BeforeConsent | Who::Resident),
        Audience::Resident => who == Who::Resident,
        Audience::HalfwayStaff => matches!(who, Who::WithoutFactor | Who::Halfway | Who::Staff(_)),
        Audience::Staff([]) => matches!(who, Who::Staff(_)),
        Audience::Staff(roles) => matches!(who, Who::Staff(role) if roles.contains(&role)),
    }
}

fn served(answer: &Answer) -> Option<String> {
    let status = answer.status.as_u16();
    (matches!(status, 401 | 403) || status >= 500).then(|| format!("is not served: {}", answer.text))
}

/// A problem, nothing else in the answer, and nothing done.
fn refused(Outcome { answer, writes }: &Outcome) -> Option<String> {
    let status = answer.status.as_u16();
    if !matches!(status, 401 | 403) {
        return Some(format!("is served: {status} {}", answer.text));
    }
    answer.problem(status);
    let body = answer.json(status);
    let known = ["type", "status", "code", "detail", "requestId"];
    let more: Vec<&String> = body.as_object()?.keys().filter(|key| !known.contains(&key.as_str())).collect();
    if !more.is_empty() {
        return Some(format!("is told {more:?}"));
    }
    (!writes.is_empty()).then(|| format!("is refused, after {writes:?}"))
}

/// What the document says of an answer.
async fn cell(house: &House, name: &str, thing: &str, answer: &Answer) -> String {
    let status = answer.status.as_u16();
    if status >= 400 {
        return status.to_string();
    }
    if (name, thing) == ("DELETE /api/sessions/{id}", ANOTHERS) {
        let there: Option<Session> = house.app().db.get(&house.other_session).await.expect("a read");
        assert!(there.is_some(), "a resident ended another's session");
        return "no effect".to_owned();
    }
    "yes".to_owned()
}

fn document(rows: &[String]) -> String {
    let who = Who::all();
    let headings: Vec<&str> = who.iter().map(|who| who.heading()).collect();
    let finer: String = FINER
        .iter()
        .map(|(name, thing, who, why)| {
            let thing = if thing.is_empty() { String::new() } else { format!(", {thing}") };
            format!("- `{name}`{thing}, {}: {why}.\n", who.heading())
        })
        .collect();
    format!(
        "# Who may what

Written by `tests/tests/rights`, which asks every route as everybody who could, and holds the answers to
`shared/http/src/rights.rs`. After a change that is meant: `MEENT_WRITE=1 cargo test -p meent-tests --test rights`.

*yes*: served. *401*, *403*: refused, with a problem that shows nothing, and nothing was written. Any other
number: served, and answered so because of what was asked (no such thing, not to oneself, used up). *no effect*:
answered as if done, so as not to tell whether it was there. Roles that are bound to a counter or an
organisation can't be given yet.

Of the two columns before the roles, the password was right in both: *no second factor yet* is of a role that
needs one, *code not given yet* has one.

| route | of whom | {} |
|---|---|{}
{}
Finer than the table of routes:

{finer}",
        headings.join(" | "),
        "---|".repeat(headings.len()),
        rows.concat(),
    )
}
