//! What each route costs: calls, waits, capacity units. `docs/COST.md` is what was measured.

mod growth;

use meent_http::rights::ROUTES;
use meent_tests::tour::{ALIKE, OUTBOX, SCHEDULE, Stop, Tour};
use meent_tests::{Call, Service, committed, units, waits};
use std::collections::BTreeMap;

const PUT_OFF: &str = "and the session put off";
const NEW_BROWSER: &str = "in a browser that does not know the household yet";

/// Where more waits are allowed than a page's one and a change's two: route, when, how many, why.
const MORE: &[(&str, &str, usize, &str)] = &[
    ("GET /api/home", PUT_OFF, 2, "once in three days, by the guard, after the answer is known"),
    ("GET /api/staff/me", PUT_OFF, 2, "once in three minutes, by the guard, after the answer is known"),
    ("POST /api/consent", "yes in two places at once", 4, "the second learns of the first by being refused"),
    (
        "GET /api/wallet/transactions",
        "with balance asked back",
        2,
        "which credit notes there are say the refunds on the page",
    ),
    ("POST /api/wallet/refunds", "the same again", 3, "the second learns of the first by being refused"),
    ("POST /api/staff/payments/{id}/resolution", "credited", 3, "whose wallet it is says the payment"),
    ("POST /api/staff/refunds/{id}/decision", "refused", 3, "whose wallet it is says the refund"),
    ("POST /api/staff/refunds/{id}/decision", "paid by hand", 3, "what was done before is looked for first"),
    ("POST /api/staff/password", "", 3, "the password stands apart from the account, under the user name"),
    ("POST /api/staff/password", "a wrong one", 3, "the same"),
    ("GET /api/parking", NEW_BROWSER, 2, "whose hours they are stands with the person; a cookie remembers it"),
    ("POST /api/parking/sessions", NEW_BROWSER, 3, "the same"),
    ("POST /api/parking/sessions", "the same again", 3, "the second learns of the first by being refused"),
    (
        "POST /api/staff/desk/visits",
        "",
        3,
        "the number on the card leads to the person, and they say whether they agree",
    ),
    ("POST /api/staff/desk/residents", "who withdrew before", 3, "the same"),
    (
        "GET /api/staff/desk/{person}",
        NEW_BROWSER,
        2,
        "whose hours they are stands with the person; a cookie remembers it",
    ),
    ("POST /api/staff/desk/{person}/sessions", "the same again", 3, "the second learns of the first by being refused"),
    ("POST /api/staff/desk/{person}/top-ups", "the same again", 3, "the same"),
    ("POST /api/staff/desk/{person}/refunds", "the same again", 3, "the same"),
    ("GET /api/audit", "of a year", 2, "months without a line are gone through three at a time, six at most"),
];

#[tokio::test]
async fn every_route_costs_what_is_written_down() {
    let tour = Tour::walk().await;
    let scans = tour.calls().filter(|call| call.operation.contains("Scan"));
    assert!(scans.into_iter().all(|call| call.function == SCHEDULE), "a route scans a table");
    let told = tour.stops.iter().filter(|stop| stop.when.is_some_and(|when| when != ALIKE));
    let mut stops: Vec<&Stop> = told.collect();
    stops.sort_by_key(|stop| {
        ROUTES.iter().position(|route| stop.route == format!("{} {}", route.0, route.1)).unwrap_or(usize::MAX)
    });
    for stop in &stops {
        let (found, most) = (waits(tables(stop)), most_waits(stop));
        assert!(found <= most, "{} {:?} waits {found} times on DynamoDB, and may {most}", stop.route, stop.when);
    }
    committed("docs/COST.md", &document(&stops), "cost");
}

fn tables(stop: &Stop) -> impl Iterator<Item = &Call> {
    stop.calls.iter().filter(|call| call.service == Service::DynamoDb)
}

fn most_waits(stop: &Stop) -> usize {
    let when = stop.when.unwrap_or_default();
    if let Some((.., most, _)) = MORE.iter().find(|(route, w, ..)| (*route, *w) == (stop.route.as_str(), when)) {
        return *most;
    }
    match stop.route.as_str() {
        // What it does for one letter; nobody waits for it.
        OUTBOX | SCHEDULE => usize::MAX,
        // Here a provider is asked.
        route if route.ends_with("/callback") || route.contains("/api/payments/") => 3,
        "POST /api/wallet/top-ups" | "POST /api/wallet/top-ups/{id}/outcome" => 3,
        route if route.starts_with("GET ") => 1,
        _ => 2,
    }
}

fn document(stops: &[&Stop]) -> String {
    let rows: String = stops.iter().map(|stop| row(stop)).collect();
    let more: String = MORE
        .iter()
        .map(|(route, when, most, why)| {
            let when = if when.is_empty() { String::new() } else { format!(", {when}") };
            format!("- `{route}`{when}: {most} waits. {}.\n", capitalised(why))
        })
        .collect();
    format!(
        "# What a request costs

Written by `tests/tests/cost`, which walks past every route (`tests/src/tour`) and counts what it calls. After a
change that is meant: `MEENT_WRITE=1 cargo test -p meent-tests --test cost`.

*Waits* is how often a request waits on DynamoDB: calls that run beside each other are one wait. A page may wait
once, a change twice, a return from a provider three times; where it is more, the reason stands below. *Read* and
*written* are DynamoDB's capacity units; a transaction counts each row double. *Besides* are calls to other
services. Secrets are read once by each running function and are not counted. No route scans a table, and the same
test finds that lists cost the same with ten thousand rows as with sixty.

| route | when | waits | calls | read | written | besides |
|---|---|---|---|---|---|---|
{rows}
More waits than usual:

{more}"
    )
}

fn row(stop: &Stop) -> String {
    let reads = |call: &&Call| matches!(call.operation.as_str(), "GetItem" | "BatchGetItem" | "Query" | "Scan");
    let mut besides: BTreeMap<&str, usize> = BTreeMap::new();
    // A call that is tried again is one call.
    for call in stop.calls.iter().filter(|call| call.attempt == 1) {
        match call.service {
            Service::S3 => *besides.entry("S3").or_default() += 1,
            Service::Ses => *besides.entry("SES").or_default() += 1,
            Service::DynamoDb | Service::SecretsManager => {}
        }
    }
    let besides: Vec<String> = besides.iter().map(|(service, times)| format!("{service} {times}")).collect();
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} |\n",
        stop.route,
        stop.when.unwrap_or_default(),
        waits(tables(stop)),
        tables(stop).count(),
        // A sum of nothing is minus nothing.
        0.0 + units(tables(stop).filter(reads)),
        0.0 + units(tables(stop).filter(|call| !reads(call))),
        besides.join(", "),
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
