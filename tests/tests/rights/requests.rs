//! A right request to each route, so that whoever it serves is served.

use crate::house::{House, PARKED_IN_HOURS, PASSWORD, Who, picture};
use chrono::Duration;
use meent_domain::consent::TEXT_VERSION;
use meent_domain::parking::Plan;
use meent_domain::role::Role;
use meent_http::rights::Audience;
use meent_identity::oidc::Surface;
use meent_tests::desk::card;
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::people::MARIE;
use meent_tests::{Answer, Browser};
use reqwest::Method;
use serde_json::{Value, json};

/// Whose things a route with an id is asked for.
pub fn things(pattern: &str) -> &'static [&'static str] {
    match pattern {
        "/api/wallet/papers/{payment}"
        | "/api/wallet/credit-notes/{number}"
        | "/api/wallet/top-ups/{id}"
        | "/api/wallet/top-ups/{id}/outcome" => &["own", ANOTHERS],
        pattern if pattern.starts_with("/api/parking/sessions/{id}") => &["own", ANOTHERS],
        // The resident at the desk, and their session.
        pattern if pattern.starts_with("/api/staff/desk/") => &[""],
        pattern if !pattern.contains("{id}") => &[""],
        // Money has no owner among staff, nor has a scan car; a device is looked for among one's own.
        pattern if ["payments/", "refunds/", "scanners/", "devices/"].iter().any(|part| pattern.contains(part)) => {
            &[""]
        }
        "/api/sessions/{id}" => &["own", ANOTHERS],
        _ => &["own", ANOTHERS, SUPERADMINS],
    }
}

pub const ANOTHERS: &str = "another's";
pub const SUPERADMINS: &str = "the superadmin's";

enum Body {
    None,
    Json(Value),
    /// With a key of its own.
    Intention(Value),
    Picture,
}

/// What was answered, and what was written for it.
pub struct Outcome {
    pub answer: Answer,
    pub writes: Vec<String>,
}

const READS: [&str; 5] = ["GetItem", "BatchGetItem", "Query", "GetObject", "GetSecretValue"];

/// Asks, from the site that the route belongs to.
pub async fn ask(house: &House, who: Who, route: &(Method, &str, Audience), thing: &str) -> Outcome {
    let mut browser = house.enter(who).await;
    let (method, pattern, audience) = route;
    if audience.surface() == Surface::Office {
        browser.site = house.stage.town.addresses.office.clone();
    }
    let path = path(house, who, &mut browser, pattern, thing).await;
    let body = body(house, who, &mut browser, &format!("{method} {pattern}"), thing).await;
    if who == Who::Resident && *pattern == "/api/profile/picture" {
        browser.put_bytes(pattern, picture()).await;
    }
    // Whoever left, in a try before, has nothing in their wallet any more.
    if who == Who::Resident && ["/api/parking/sessions", "/api/parking/series"].contains(pattern) {
        house.stage.top_up(&mut browser, 1000).await;
    }
    house.stage.town.calls.take();
    let answer = match body {
        Body::None => browser.ask(method.clone(), &path, None).await,
        Body::Json(body) => browser.ask(method.clone(), &path, Some(body)).await,
        Body::Intention(body) => browser.intend(&path, &intention(), &body).await,
        Body::Picture => browser.put_bytes(&path, picture()).await,
    };
    let calls = house.stage.town.calls.take().into_iter().map(|call| call.operation);
    Outcome { answer, writes: calls.filter(|operation| !READS.contains(&operation.as_str())).collect() }
}

async fn path(house: &House, who: Who, browser: &mut Browser, pattern: &str, thing: &str) -> String {
    let (money, parking) = (&house.money, &house.parking);
    let id = match (pattern, thing) {
        (pattern, _) if pattern.starts_with("/api/staff/desk/") => parking.own.id.to_string(),
        (pattern, "own") if pattern.starts_with("/api/parking/") => parking.own.id.to_string(),
        (pattern, _) if pattern.starts_with("/api/parking/") => parking.anothers.id.to_string(),
        (pattern, _) if pattern.contains("/devices/") => "0".repeat(52),
        (pattern, _) if pattern.contains("/scanners/") => parking.scanner.fingerprint.clone(),
        (pattern, "own") if pattern.starts_with("/api/wallet/") => money.own.id.to_string(),
        (pattern, _) if pattern.starts_with("/api/wallet/") => money.anothers.id.to_string(),
        (pattern, _) if pattern.contains("/refunds/") => money.asked.id.to_string(),
        (pattern, _) if pattern.contains("/payments/") => money.parked.id.to_string(),
        ("/api/sessions/{id}", "own") => own_session(who, browser).await,
        ("/api/sessions/{id}", _) => house.other_session.sk.replace("SESSION#", ""),
        (_, "own") => own_account(house, who),
        (_, SUPERADMINS) => house.account(Role::Superadmin).id.to_string(),
        _ => house.colleague.id.to_string(),
    };
    let provider = if pattern.starts_with("/api/staff") { "uitid" } else { "itsme" };
    let number = match (pattern, thing) {
        ("/api/wallet/credit-notes/{number}", "own") => &money.own_note,
        ("/api/wallet/credit-notes/{number}", _) => &money.anothers_note,
        _ => money.own.paper_number.as_ref().expect("a receipt"),
    };
    let pattern = pattern.replace("{payment}", &id).replace("{number}", number).replace("{token}", "nobody");
    let pattern = pattern.replace("{zone}", parking.zones.zones[0].id.as_str());
    let pattern = pattern.replace("{type}", parking.voucher_types.types[0].id.as_str());
    let pattern = pattern.replace("{person}", parking.own.person.as_str());
    pattern.replace("{id}", &id).replace("{provider}", provider)
}

async fn own_session(who: Who, browser: &mut Browser) -> String {
    match who {
        Who::BeforeConsent | Who::Resident => {
            let sessions = browser.get("/api/sessions").await.json(200);
            let current = sessions["items"].as_array().into_iter().flatten().find(|item| item["current"] == true);
            current.and_then(|item| item["id"].as_str()).expect("the session that asks").to_owned()
        }
        _ => "none".to_owned(),
    }
}

fn own_account(house: &House, who: Who) -> String {
    match who {
        Who::Staff(role) => house.account(role).id.to_string(),
        Who::Halfway => house.account(Role::Admin).id.to_string(),
        _ => house.colleague.id.to_string(),
    }
}

async fn body(house: &House, who: Who, browser: &mut Browser, route: &str, thing: &str) -> Body {
    if route.starts_with("GET ") {
        return Body::None;
    }
    let reason = "nagekeken";
    if let Some(body) = parking_body(house, route).or_else(|| desk_body(house, route)) {
        return body;
    }
    Body::Json(match route {
        "POST /api/wallet/top-ups" => return Body::Intention(json!({ "amountCents": 100 })),
        "POST /api/wallet/refunds" => return Body::Intention(json!({ "amountCents": 1 })),
        "POST /api/wallet/top-ups/{id}/outcome" => json!({}),
        "POST /api/payments/worldline" | "POST /api/payments/mollie/{id}/{token}" => return Body::None,
        "POST /api/staff/payments/{id}/resolution" => {
            json!({ "version": house.money.parked.version, "resolution": "close", "reason": reason })
        }
        "POST /api/staff/refunds/{id}/decision" => {
            json!({ "version": house.money.asked.version, "decision": "approve", "reason": reason })
        }
        "POST /api/sign-out" | "DELETE /api/sessions" | "DELETE /api/sessions/{id}" => return Body::None,
        "DELETE /api/profile/email" | "DELETE /api/profile/picture" => return Body::None,
        "DELETE /api/profile/devices/{id}" => return Body::None,
        "POST /api/staff/sign-out" | "DELETE /api/staff/accounts/{id}" => return Body::None,
        "POST /api/staff/accounts/{id}/invitation" => return Body::None,
        "PUT /api/profile/picture" => return Body::Picture,
        "POST /api/consent" => json!({ "decision": "no", "textVersion": TEXT_VERSION, "language": "nl" }),
        "PATCH /api/profile" | "PATCH /api/staff/me" => json!({ "language": "fr" }),
        "PUT /api/profile/email" => json!({ "address": "zoe@example.org" }),
        "POST /api/profile/email/confirmation" => json!({ "code": "042042" }),
        "POST /api/profile/devices" => {
            let key = house.stage.town.app.settings.push.public_key.clone().unwrap_or_default();
            json!(house.stage.town.simulators.push().subscribe(&key))
        }
        "POST /api/profile/erasure" => json!({ "confirm": true }),
        "POST /api/staff/sign-in" => json!({ "login": "test.finance-clerk", "password": PASSWORD }),
        "POST /api/staff/activation" => json!({ "token": "none", "password": PASSWORD, "again": PASSWORD }),
        "POST /api/staff/sign-in/second-factor" | "DELETE /api/staff/second-factor" => json!({ "code": house.code() }),
        "PUT /api/staff/second-factor" => {
            let offer = browser.get("/api/staff/second-factor").await;
            let offer: Value = serde_json::from_str(&offer.text).unwrap_or_default();
            json!({ "code": offer["secret"].as_str().map_or_else(String::new, |secret| house.stage.code_of(secret)) })
        }
        "POST /api/staff/password" => {
            json!({ "current": PASSWORD, "password": "acht oude eiken", "again": "acht oude eiken" })
        }
        "POST /api/staff/accounts" => json!({
            "kind": "oidc", "name": "Nina Nys", "email": format!("{}@test.example", who.heading().replace(' ', "")),
            "language": "nl", "roles": [{ "role": "voucher-clerk", "scope": "region" }],
        }),
        "PATCH /api/staff/accounts/{id}" => json!({ "name": "Nina Nys", "version": version(house, who, thing) }),
        "POST /api/staff/notifications/read" => json!({ "upTo": "NOTE#2026-11-21T08:00:00.000Z#x" }),
        "POST /api/staff/problem-reports" => {
            json!({ "page": "/accounts", "requestIds": [], "at": house.stage.clock.now(), "note": "" })
        }
        _ => panic!("tests/tests/rights/requests.rs doesn't say what a right request to {route} is"),
    })
}

/// The same of what is about parking.
fn parking_body(house: &House, route: &str) -> Option<Body> {
    let from = house.stage.clock.now() + Duration::hours(PARKED_IN_HOURS);
    let half_an_hour = |minutes: i64| moment(from + Duration::minutes(minutes));
    let wanted = session("own", "2ABC345", "strand", Some(from), from + Duration::minutes(30));
    let later = || house.stage.clock.now().date_naive() + Duration::days(1);
    let series = json!({
        "for": "own", "plate": "3ABC456", "zone": "strand", "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "firstDay": later(), "lastDay": later(), "fromTime": "12:00", "untilTime": "12:30",
    });
    let zones = &house.parking.zones;
    let question = || json!({ "zone": "strand", "plates": [{ "plate": "1ABC234" }] });
    let [extended, agreed_cents] = [json!(half_an_hour(90)), json!(5000)];
    Some(match route {
        "POST /api/parking/quotes" => Body::Json(wanted),
        "POST /api/parking/sessions" => Body::Intention(agreed(&wanted)),
        "POST /api/parking/series/quotes" => Body::Json(series),
        "POST /api/parking/series" => Body::Intention(json!({ "series": series, "agreedCents": agreed_cents })),
        "POST /api/parking/sessions/{id}/end" => Body::Intention(json!({})),
        "POST /api/parking/sessions/{id}/extension/quote" => Body::Json(json!({ "until": extended })),
        "POST /api/parking/sessions/{id}/extension" => {
            Body::Intention(json!({ "until": extended, "agreedCents": agreed_cents }))
        }
        "PUT /api/parking/sessions/{id}/plate" => Body::Json(json!({ "plate": "1ABC243" })),
        "PUT /api/parking/plates" => Body::Json(json!({ "plate": "1ABC234", "name": "oma" })),
        "POST /api/parking/plates/forgotten" => Body::Json(json!({ "plate": "9ABC999" })),
        "PUT /api/staff/zones" => {
            let plans: Vec<Plan> = zones.zones.iter().map(Plan::from).collect();
            Body::Json(json!({ "version": zones.version, "zones": plans }))
        }
        "PUT /api/staff/zones/{zone}" => {
            let plan = Plan::from(&zones.zones[0]);
            let name = json!({ "nl": "Kern", "fr": "Centre", "de": "Zentrum", "en": "Centre" });
            Body::Json(json!({ "version": zones.version, "name": name, "rules": plan.rules }))
        }
        "PUT /api/staff/voucher-types/{type}" => {
            let types = &house.parking.voucher_types;
            Body::Json(json!({ "version": types.version, "terms": types.types[0].terms }))
        }
        "POST /api/staff/zone-previews" => {
            Body::Json(json!({ "for": "own", "zone": "strand", "from": half_an_hour(0), "until": half_an_hour(30) }))
        }
        "POST /api/staff/plate-checks"
        | "POST /api/enforcement/plate-checks"
        | "POST /api/enforcement/assigned-rights" => Body::Json(question()),
        "POST /api/staff/scanners" => Body::Json(json!({ "name": "Scanwagen" })),
        "DELETE /api/staff/scanners/{id}" => Body::None,
        _ => return None,
    })
}

/// What a clerk asks for the resident at the desk: what the resident would, with a reason where one is needed.
fn desk_body(house: &House, route: &str) -> Option<Body> {
    let reason = "staat aan de balie";
    Some(match route {
        "POST /api/staff/desk/visits" => Body::Json(json!({ "nationalNumber": MARIE, "reason": reason })),
        "POST /api/staff/desk/residents" => Body::Json(card("55011904463")),
        "DELETE /api/staff/desk/{person}/visit" => Body::None,
        "POST /api/staff/desk/{person}/top-ups" => Body::Intention(json!({ "amountCents": 100, "means": "cash" })),
        "POST /api/staff/desk/{person}/refunds" => Body::Intention(json!({ "amountCents": 100 })),
        "POST /api/staff/desk/{person}/sessions/{id}/end" => Body::Intention(json!({ "reason": reason })),
        "PUT /api/staff/desk/{person}/sessions/{id}/plate" => {
            Body::Json(json!({ "plate": "1ABC243", "reason": reason }))
        }
        _ => return parking_body(house, &route.replace("/api/staff/desk/{person}", "/api/parking")),
    })
}

fn version(house: &House, who: Who, thing: &str) -> u64 {
    match (thing, who) {
        ("own", Who::Staff(role)) => house.account(role).version,
        (SUPERADMINS, _) => house.account(Role::Superadmin).version,
        _ => house.colleague.version,
    }
}
