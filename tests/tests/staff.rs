//! Staff get in, manage accounts, read what was done, and are told what happened (P-3, P-4, P-20,
//! P-21, P-60).

use meent_tests::{Browser, MailFault, Stage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn a_clerk_signs_in_with_a_password_alone_and_an_admin_with_two_steps() {
    let stage = Stage::new().await;
    let mut clerk = stage.office();
    let answer = stage.give_password(&mut clerk, " Finance ", stage.password("finance")).await.json(200);
    assert_eq!(answer["next"], "home");
    let me = clerk.get("/api/staff/me").await.json(200);
    assert_eq!((&me["login"], &me["rights"]), (&json!("finance"), &json!(["finance.manage"])));

    let mut admin = stage.office();
    let answer = stage.give_password(&mut admin, "admin", stage.password("admin")).await.json(200);
    assert_eq!(answer["next"], "second-factor");
    assert_eq!(admin.get("/api/staff/me").await.problem(403), "second-factor-needed");
    let code = stage.code("admin");
    admin.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await.json(200);
    assert_eq!(
        admin.get("/api/staff/me").await.json(200)["rights"],
        json!(["staff.manage", "audit.read", "finance.manage", "parking.manage", "plate.check", "desk.use"])
    );

    assert_eq!(admin.ask(Method::POST, "/api/staff/sign-out", None).await.status, StatusCode::NO_CONTENT);
    assert!(admin.cookies.is_empty());
}

#[tokio::test]
async fn half_an_hour_of_nothing_ends_a_session() {
    let stage = Stage::new().await;
    let mut clerk = stage.staff("finance").await;
    for _ in 0..3 {
        stage.wait_minutes(20);
        clerk.get("/api/staff/me").await.json(200);
    }
    stage.wait_minutes(30);
    assert_eq!(clerk.get("/api/staff/me").await.problem(401), "session-ended");
    // Halfway it is a quarter of an hour, however busy.
    let mut admin = stage.office();
    stage.give_password(&mut admin, "admin", stage.password("admin")).await.json(200);
    for _ in 0..2 {
        stage.wait_minutes(7);
        assert_eq!(admin.get("/api/staff/me").await.problem(403), "second-factor-needed");
    }
    stage.wait_minutes(1);
    assert_eq!(admin.get("/api/staff/me").await.problem(401), "session-ended");
}

#[tokio::test]
async fn wrong_passwords_wait_longer_and_longer_and_a_right_one_forgives() {
    let stage = Stage::new().await;
    let mut clerk = stage.office();
    for _ in 0..5 {
        assert_eq!(stage.give_password(&mut clerk, "finance", "wrong").await.problem(401), "wrong-credentials");
    }
    let waiting = stage.give_password(&mut clerk, "finance", stage.password("finance")).await;
    assert_eq!(waiting.problem(429), "too-many-tries");
    assert_eq!(waiting.headers["retry-after"], "15");
    stage.clock.advance(chrono::Duration::seconds(15));
    assert_eq!(stage.give_password(&mut clerk, "finance", "wrong").await.problem(401), "wrong-credentials");
    assert_eq!(stage.give_password(&mut clerk, "finance", "wrong").await.json(429)["retryAfterSeconds"], 30);
    stage.clock.advance(chrono::Duration::seconds(30));
    stage.give_password(&mut clerk, "finance", stage.password("finance")).await.json(200);
    for _ in 0..5 {
        stage.give_password(&mut clerk, "finance", "wrong").await.problem(401);
    }
}

#[tokio::test]
async fn an_invitation_by_letter_becomes_an_account() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let account = invite(&mut admin, "els.peeters", "finance-clerk").await;
    assert_eq!((&account["state"], &account["kind"]), (&json!("invited"), &json!("password")));
    let token = token_of_letter(&stage).await;

    stage.wait_minutes(1);
    let mut els = stage.office();
    let choose =
        |token: &str, password: &str, again: &str| json!({ "token": token, "password": password, "again": again });
    let answers = [
        (choose(&token, "kort", "kort"), "password-too-short"),
        (choose(&token, "Els.Peeters2026", "Els.Peeters2026"), "password-common"),
        (choose(&token, "vier gele kanaries", "vijf gele kanaries"), "passwords-differ"),
    ];
    for (body, code) in answers {
        assert_eq!(els.post("/api/staff/activation", body).await.problem(400), code);
    }
    let right = choose(&token, "vier gele kanaries", "vier gele kanaries");
    assert_eq!(els.post("/api/staff/activation", right.clone()).await.json(200)["login"], "els.peeters");
    assert_eq!(els.post("/api/staff/activation", right).await.problem(410), "invitation-expired");
    let answer = stage.give_password(&mut els, "els.peeters", "vier gele kanaries").await.json(200);
    assert_eq!(answer["next"], "home");

    // The admin is told, and it stands in the trail.
    let bell = admin.get("/api/staff/notifications").await.json(200);
    assert_eq!((&bell["unread"], &bell["items"][0]["kind"]), (&json!(1), &json!("invitation-accepted")));
    let up_to = bell["items"][0]["id"].clone();
    admin.post("/api/staff/notifications/read", json!({ "upTo": up_to })).await;
    assert_eq!(admin.get("/api/staff/me").await.json(200)["unread"], 0);
    let trail = admin.get(&format!("/api/audit?subject={}", account["id"].as_str().expect("an id"))).await.json(200);
    let actions: Vec<&Value> = trail["items"].as_array().expect("lines").iter().map(|line| &line["action"]).collect();
    assert_eq!(actions, ["staff-account.activated", "staff-account.invited"]);
}

#[tokio::test]
async fn an_account_elsewhere_is_bound_at_the_first_sign_in() {
    let stage = Stage::new().await;
    let mut nora = stage.office();
    let email = "nora.peters@noorderhaven.example";
    let first = sign_in_outside(&mut nora, email).await;
    assert_eq!(first.location(), format!("{}/", nora.site));
    // An admin, so a second factor must be set up.
    assert_eq!(nora.get("/api/staff/me").await.problem(403), "second-factor-enrolment-needed");
    let offer = nora.get("/api/staff/second-factor").await.json(200);
    assert!(offer["uri"].as_str().is_some_and(|uri| uri.starts_with("otpauth://totp/Noorderhaven:")));
    let code = stage.code_of(offer["secret"].as_str().expect("a secret"));
    nora.put("/api/staff/second-factor", json!({ "code": code })).await.json(200);
    assert_eq!(nora.get("/api/staff/me").await.json(200)["kind"], "oidc");
    // Accounts elsewhere have their password there.
    let change = json!({ "current": "x", "password": "vier gele kanaries", "again": "vier gele kanaries" });
    assert_eq!(nora.post("/api/staff/password", change).await.problem(404), "not-found");

    let mut stranger = stage.office();
    assert_eq!(sign_in_outside(&mut stranger, "stranger@elsewhere.example").await.problem_page(), "not-invited");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let stage = Stage::new().await;
    let (mut desk, mut laptop) = (stage.staff("finance").await, stage.staff("finance").await);
    stage.wait_minutes(1);
    let change =
        |current: &str| json!({ "current": current, "password": "vier gele kanaries", "again": "vier gele kanaries" });
    assert_eq!(desk.post("/api/staff/password", change("wrong")).await.problem(401), "wrong-password");
    let answer = desk.post("/api/staff/password", change(stage.password("finance"))).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text);
    desk.get("/api/staff/me").await.json(200);
    assert_eq!(laptop.get("/api/staff/me").await.problem(401), "session-ended");
    let mut anew = stage.office();
    stage.give_password(&mut anew, "finance", stage.password("finance")).await.problem(401);
    stage.give_password(&mut anew, "finance", "vier gele kanaries").await.json(200);
}

#[tokio::test]
async fn changes_of_an_account_are_audited_with_what_they_were() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let account = invite(&mut admin, "els.peeters", "finance-clerk").await;
    let path = format!("/api/staff/accounts/{}", account["id"].as_str().expect("an id"));
    let roles = json!([{ "role": "voucher-clerk", "scope": "region" }]);
    let changed = admin.patch(&path, json!({ "version": 1, "roles": roles, "name": "Els P." })).await.json(200);
    assert_eq!((&changed["version"], &changed["roles"]), (&json!(2), &roles));
    // From an older version it is refused, and nothing changes.
    let stale = admin.patch(&path, json!({ "version": 1, "name": "Iemand" })).await;
    assert_eq!(stale.problem(409), "changed-meanwhile");
    assert_eq!(admin.get(&path).await.json(200)["name"], "Els P.");

    let trail = admin.get("/api/audit?action=staff-account.changed&actor=maes").await.json(200);
    let changes = &trail["items"][0]["changes"];
    assert_eq!(changes[0], json!({ "field": "name", "from": "Els Peeters", "to": "Els P." }));
    assert_eq!(changes[1], json!({ "field": "roles", "from": "finance-clerk", "to": "voucher-clerk" }));
    let csv = admin.get("/api/audit.csv?action=staff-account.changed").await;
    assert!(csv.text.starts_with("\u{feff}Tijdstip;Wie;Wat;"), "{}", csv.text);
    assert!(csv.text.contains("21/11/2026 09:00:30;An Maes;Account gewijzigd;Els P.;"), "{}", csv.text);

    assert_eq!(admin.ask(Method::DELETE, &path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(admin.get(&path).await.problem(404), "not-found");
    // Login and address are free again.
    invite(&mut admin, "els.peeters", "finance-clerk").await;
}

#[tokio::test]
async fn a_block_ends_sessions_and_letters_for_good() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let mut clerk = stage.staff("finance").await;
    let id = clerk.get("/api/staff/me").await.json(200)["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/staff/accounts/{id}");
    stage.wait_minutes(1);
    let version = admin.get(&path).await.json(200)["version"].clone();
    let blocked = admin.patch(&path, json!({ "version": version, "state": "blocked" })).await.json(200);
    assert_eq!(clerk.get("/api/staff/me").await.problem(401), "session-ended");
    stage.give_password(&mut stage.office(), "finance", stage.password("finance")).await.problem(401);
    assert_eq!(admin.post(&format!("{path}/invitation"), json!({})).await.problem(409), "no-invitation-to-send");

    let open = json!({ "version": blocked["version"], "state": "active" });
    assert_eq!(admin.patch(&path, open).await.json(200)["state"], "active");
    // The old session stays ended; the password is the old one.
    assert_eq!(clerk.get("/api/staff/me").await.problem(401), "session-ended");
    stage.give_password(&mut stage.office(), "finance", stage.password("finance")).await.json(200);

    let els = invite(&mut admin, "els.peeters", "finance-clerk").await;
    let token = token_of_letter(&stage).await;
    let path = format!("/api/staff/accounts/{}", els["id"].as_str().expect("an id"));
    admin.patch(&path, json!({ "version": 1, "state": "blocked" })).await.json(200);
    let choice = json!({ "token": token, "password": "vier gele kanaries", "again": "vier gele kanaries" });
    assert_eq!(stage.office().post("/api/staff/activation", choice).await.problem(410), "invitation-expired");
    // Unblocked, somebody who never chose a password is invited still.
    let open = json!({ "version": 2, "state": "active" });
    assert_eq!(admin.patch(&path, open).await.json(200)["state"], "invited");
}

#[tokio::test]
async fn what_nobody_may_do_to_themselves_or_the_superadmin() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let list = admin.get("/api/staff/accounts?role=superadmin").await.json(200);
    let superadmin = format!("/api/staff/accounts/{}", list["items"][0]["id"].as_str().expect("an id"));
    let change = json!({ "version": list["items"][0]["version"], "name": "Iemand Anders" });
    assert_eq!(admin.patch(&superadmin, change).await.problem(403), "superadmin-only");
    assert_eq!(admin.post(&format!("{superadmin}/invitation"), json!({})).await.problem(403), "superadmin-only");
    assert_eq!(admin.ask(Method::DELETE, &superadmin, None).await.problem(409), "superadmin-stays");

    let me = admin.get("/api/staff/me").await.json(200);
    let own = format!("/api/staff/accounts/{}", me["id"].as_str().expect("an id"));
    let version = admin.get(&own).await.json(200)["version"].clone();
    let block = json!({ "version": version, "state": "blocked" });
    assert_eq!(admin.patch(&own, block).await.problem(409), "not-oneself");
    assert_eq!(admin.ask(Method::DELETE, &own, None).await.problem(409), "not-oneself");
    let second = json!({ "kind": "oidc", "name": "Twee", "email": "twee@noorderhaven.example", "language": "nl",
        "roles": [{ "role": "superadmin", "scope": "region" }] });
    assert_eq!(admin.post("/api/staff/accounts", second).await.problem(409), "superadmin-exists");
}

#[tokio::test]
async fn what_is_wrong_with_an_invitation_is_named() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let base = json!({ "kind": "password", "name": "Els", "email": "els@noorderhaven.example", "login": "els.p",
        "language": "nl", "roles": [{ "role": "finance-clerk", "scope": "region" }] });
    let with = |field: &str, value: Value| {
        let mut body = base.clone();
        body[field] = value;
        body
    };
    for (body, status, code, field) in [
        (with("email", json!("els")), 400, "email-not-valid", "email"),
        (with("login", json!("e")), 400, "login-not-valid", "login"),
        (with("login", Value::Null), 400, "field-required", "login"),
        (with("roles", json!([])), 400, "roles-required", "roles"),
        (with("roles", json!([{ "role": "counter-worker", "scope": "region" }])), 400, "role-needs-a-place", "roles"),
        (with("roles", json!([{ "role": "king", "scope": "region" }])), 400, "field-not-valid", "roles[0].role"),
        (with("language", json!("es")), 400, "field-not-valid", "language"),
        (with("login", json!("admin")), 409, "login-taken", "login"),
        (with("email", json!("Admin@noorderhaven.example")), 409, "email-taken", "email"),
    ] {
        let answer = admin.post("/api/staff/accounts", body).await;
        assert_eq!((answer.problem(status), answer.json(status)["field"].as_str()), (code.to_owned(), Some(field)));
    }
}

#[tokio::test]
async fn the_list_filters_and_pages_by_name() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    for number in 0..23 {
        invite(&mut admin, &format!("collega.{number:02}"), "finance-clerk").await;
    }
    let (mut names, mut cursor) = (vec![], String::new());
    for _page in 0..10 {
        let page = admin.get(&format!("/api/staff/accounts?limit=10&cursor={cursor}")).await.json(200);
        names.extend(
            page["items"].as_array().expect("items").iter().map(|item| item["name"].as_str().map(str::to_lowercase)),
        );
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(names.len(), 8 + 23);
    assert!(names.is_sorted());
    let found = |list: Value| list["items"].as_array().map(Vec::len);
    assert_eq!(found(admin.get("/api/staff/accounts?text=amrani").await.json(200)), Some(1));
    assert_eq!(found(admin.get("/api/staff/accounts?text=COLLEGA.07").await.json(200)), Some(1));
    assert_eq!(found(admin.get("/api/staff/accounts?text=Collega.07@noorderhaven.example").await.json(200)), Some(1));
    assert_eq!(found(admin.get("/api/staff/accounts?state=blocked").await.json(200)), Some(1));
    assert_eq!(found(admin.get("/api/staff/accounts?role=voucher-clerk&state=active").await.json(200)), Some(1));
    assert_eq!(admin.get("/api/staff/accounts?limit=11").await.problem(400), "page-size-not-valid");
    assert_eq!(admin.get("/api/staff/accounts?cursor=!!").await.problem(400), "cursor-not-valid");
}

#[tokio::test]
async fn a_letter_that_can_not_be_delivered_is_told() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    stage.town.simulators.misbehave_mail(Some(MailFault::Rejected), None);
    invite(&mut admin, "els.peeters", "finance-clerk").await;
    assert_eq!(stage.town.deliver().await.expect("tried").given_up, 1);
    let bell = admin.get("/api/staff/notifications").await.json(200);
    assert_eq!(bell["items"][0]["kind"], "mail-undelivered");
    assert_eq!(bell["items"][0]["params"]["mail"], "staff-invitation");
}

#[tokio::test]
async fn a_problem_reaches_the_help_desk_without_a_name() {
    let stage = Stage::new().await;
    let mut clerk = stage.staff("vouchers").await;
    let report = json!({ "page": "/accounts", "requestIds": ["abc123"], "at": stage.clock.now(), "note": "Het scherm blijft leeg." });
    assert_eq!(clerk.post("/api/staff/problem-reports", report).await.status, StatusCode::ACCEPTED);
    stage.town.deliver().await.expect("delivered");
    let letter = stage.town.simulators.mails().into_iter().next().expect("a letter");
    let text = letter.text.unwrap_or_default();
    assert!(text.contains("abc123") && text.contains("voucher-clerk") && text.contains("blijft leeg"), "{text}");
    assert!(!text.contains("Fatima") && !text.contains("vouchers@"), "{text}");
    for (field, value) in [
        ("page", json!("/x?nr=85073003328")),
        ("at", json!("+262142-12-31T23:30:00Z")),
        ("note", json!("x".repeat(1001))),
    ] {
        let mut report = json!({ "page": "/accounts", "requestIds": [], "at": stage.clock.now() });
        report[field] = value;
        let answer = clerk.post("/api/staff/problem-reports", report).await;
        assert_eq!(answer.json(400)["field"], field);
    }
}

#[tokio::test]
async fn a_town_begins_with_one_superadmin() {
    let stage = Stage::new().await;
    let new = || {
        first_superadmin::New::checked("Een Ander", "een.ander@noorderhaven.example", "een.ander", "nl").expect("valid")
    };
    let keys = stage.town.app.data_keys().await.expect("keys");
    let again = first_superadmin::invite(&stage.town.app.db, &keys, new(), stage.clock.now()).await;
    assert!(matches!(again, Err(first_superadmin::Not::Taken)));
}

async fn invite(admin: &mut Browser, login: &str, role: &str) -> Value {
    let body = json!({
        "kind": "password", "name": "Els Peeters", "email": format!("{login}@noorderhaven.example"), "login": login,
        "language": "nl", "roles": [{ "role": role, "scope": "region" }],
    });
    admin.post("/api/staff/accounts", body).await.json(201)
}

async fn token_of_letter(stage: &Stage) -> String {
    stage.town.deliver().await.expect("delivered");
    let letter = stage.town.simulators.mails().into_iter().next().expect("a letter");
    let text = letter.text.unwrap_or_default();
    let link = text.lines().find(|line| line.contains("/activate#")).unwrap_or_else(|| panic!("no link: {text}"));
    link.split_once('#').expect("a token").1.trim().to_owned()
}

async fn sign_in_outside(browser: &mut Browser, email: &str) -> meent_tests::Answer {
    let departure = browser.get("/api/staff/sign-in/uitid").await;
    let back = browser.send_form(&departure.location(), "email", email).await;
    browser.get(&back.location()).await
}
