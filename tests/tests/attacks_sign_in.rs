//! What a forger tries on the way back from an identity provider, and what becomes of it (P-1, P-3).

use meent_store::Table;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Answer, Browser, Misbehaviour, Provider, Stage, rows};

/// What must become of a sign-in at which the provider misbehaved so.
enum Outcome {
    Page(&'static str),
    In,
}

use Misbehaviour as M;
use Outcome::{In, Page};

/// No arm for the rest: a new misbehaviour does not compile until it is judged here.
fn outcome(provider: Provider, misbehaviour: Misbehaviour) -> Outcome {
    let is_encrypted = provider == Provider::Itsme;
    let is_office = provider == Provider::Uitid;
    match misbehaviour {
        M::Down | M::Slow | M::TokenDown | M::GarbageJson => Page("provider-unavailable"),
        M::WrongState => Page("sign-in-replayed"),
        M::WrongNonce | M::MissingNonce => Page("sign-in-refused"),
        M::WrongKey | M::UnknownKid | M::AlgNone | M::Hs256Confusion | M::TamperedClaims => Page("sign-in-refused"),
        M::WrongAudience | M::WrongIssuer => Page("sign-in-refused"),
        M::Expired | M::NotYetValid | M::ClockAhead => Page("sign-in-clock"),
        M::NotEncrypted | M::EncryptedToOtherKey | M::TamperedTag | M::JweZip if is_encrypted => {
            Page("sign-in-refused")
        }
        M::NotEncrypted | M::EncryptedToOtherKey | M::TamperedTag | M::JweZip => In,
        M::NoNationalNumber | M::BadNationalNumber if is_office => In,
        M::NoNationalNumber | M::BadNationalNumber => Page("national-number-missing"),
        M::LowerAcr if is_office => In,
        M::LowerAcr => Page("sign-in-refused"),
        // itsme tells all in the ID token.
        M::OtherSubjectInUserinfo if provider == Provider::Itsme => In,
        M::OtherSubjectInUserinfo => Page("sign-in-refused"),
        // Only the first sign-in goes by the address, and this account was bound before.
        M::EmailNotVerified => In,
        M::KeyRotated => In,
    }
}

#[tokio::test]
async fn what_a_provider_says_wrongly_ends_on_a_page_that_says_so_and_signs_nobody_in() {
    let stage = Stage::new().await;
    for provider in Provider::ALL {
        for misbehaviour in M::ALL {
            // Keys are asked for again at most once a minute.
            stage.wait_minutes(2);
            let before = sessions(&stage);
            let mut browser = go(&stage, provider);
            let departure = browser.get(&departure_path(provider)).await.location();
            stage.town.simulators.misbehave(provider, *misbehaviour, None);
            let back = match misbehaviour {
                // Its login page is down as well: the person comes back when it is not.
                M::Down => {
                    stage.town.simulators.behave(provider);
                    let back = choose(&mut browser, provider, &departure).await;
                    stage.town.simulators.misbehave(provider, M::Down, None);
                    back
                }
                _ => choose(&mut browser, provider, &departure).await,
            };
            let answer = browser.get(&back).await;
            stage.town.simulators.behave(provider);
            let what = format!("{} {}", provider.name(), misbehaviour.name());
            match outcome(provider, *misbehaviour) {
                Page(code) => {
                    stays_out(&stage, &mut browser, &answer, code, &what).await;
                    assert_eq!(sessions(&stage), before, "{what} left a session");
                }
                In => is_in(&stage, &mut browser, &answer, &what).await,
            }
        }
    }
}

#[tokio::test]
async fn what_is_wrong_in_the_user_info_alone_is_wrong() {
    let stage = Stage::new().await;
    let about_tokens = M::ALL.iter().filter(|misbehaviour| misbehaviour.suits_userinfo());
    for misbehaviour in about_tokens {
        stage.wait_minutes(2);
        stage.town.simulators.misbehave_in_userinfo(Provider::Eid, *misbehaviour, None);
        let mut browser = stage.portal();
        let answer = stage.come_back(&mut browser, "eid", ZOE).await;
        stage.town.simulators.behave(Provider::Eid);
        let what = format!("eid userinfo-{}", misbehaviour.name());
        match outcome(Provider::Eid, *misbehaviour) {
            Page(code) => stays_out(&stage, &mut browser, &answer, code, &what).await,
            // Not encrypted by this provider at all.
            In => is_in(&stage, &mut browser, &answer, &what).await,
        }
    }
}

#[tokio::test]
async fn a_made_up_state_leads_nowhere() {
    let stage = Stage::new().await;
    for provider in ["itsme", "eid", "acm"] {
        let mut browser = stage.portal();
        browser.get(&format!("/api/sign-in/{provider}")).await.location();
        for query in ["code=abc&state=made-up", "code=abc", "state=", "", "code=abc&state=made-up&state=again"] {
            let answer = browser.get(&format!("/api/sign-in/{provider}/callback?{query}")).await;
            stays_out(&stage, &mut browser, &answer, "sign-in-replayed", query).await;
        }
    }
}

#[tokio::test]
async fn a_state_works_once_and_soon() {
    let stage = Stage::new().await;
    let mut browser = stage.portal();
    let back = way_back(&mut browser, "itsme", ZOE).await;
    let mut copy = browser.window();
    browser.get(&back).await.location();
    browser.get("/api/consent").await.json(200);
    // The same address with the same cookies, once more.
    let answer = copy.get(&back).await;
    stays_out(&stage, &mut copy, &answer, "sign-in-replayed", "replayed").await;

    let mut late = stage.portal();
    let back = way_back(&mut late, "itsme", ZOE).await;
    stage.wait_minutes(15);
    let answer = late.get(&back).await;
    stays_out(&stage, &mut late, &answer, "sign-in-expired", "late").await;
}

#[tokio::test]
async fn a_sign_in_ends_in_the_browser_it_began_in() {
    let stage = Stage::new().await;
    // An attacker sends a victim the end of a sign-in of their own, or takes a victim's.
    for other_began_one_too in [false, true] {
        let mut began = stage.portal();
        let back = way_back(&mut began, "itsme", ZOE).await;
        let mut other = stage.portal();
        if other_began_one_too {
            way_back(&mut other, "itsme", MARIE).await;
        }
        let answer = other.get(&back).await;
        stays_out(&stage, &mut other, &answer, "sign-in-other-browser", "another browser").await;
        // It is spent, for whoever comes next.
        let answer = began.get(&back).await;
        stays_out(&stage, &mut began, &answer, "sign-in-replayed", "spent").await;
    }
}

#[tokio::test]
async fn a_code_belongs_to_its_own_sign_in() {
    let stage = Stage::new().await;
    for provider in ["itsme", "eid", "acm"] {
        let (mut mine, mut victim) = (stage.portal(), stage.portal());
        let my_way = way_back(&mut mine, provider, MARIE).await;
        let victims_way = way_back(&mut victim, provider, ZOE).await;
        let injected = with(&my_way, "code", &part(&victims_way, "code"));
        let answer = mine.get(&injected).await;
        stays_out(&stage, &mut mine, &answer, "sign-in-refused", provider).await;
        // And a code that was used is used.
        let used = victim.get(&victims_way).await;
        assert_eq!(used.status, 303, "{provider}");
        let mut again = stage.portal();
        let fresh = way_back(&mut again, provider, MARIE).await;
        let replayed = with(&fresh, "code", &part(&victims_way, "code"));
        let answer = again.get(&replayed).await;
        stays_out(&stage, &mut again, &answer, "sign-in-refused", provider).await;
    }
}

#[tokio::test]
async fn one_provider_s_state_is_nothing_to_another_nor_to_the_other_site() {
    let stage = Stage::new().await;
    for elsewhere in ["/api/sign-in/eid/callback", "/api/sign-in/acm/callback", "/api/sign-in/uitid/callback"] {
        let mut browser = stage.portal();
        let back = way_back(&mut browser, "itsme", ZOE).await;
        let query = back.split_once('?').expect("a query").1.to_owned();
        let answer = browser.get(&format!("{elsewhere}?{query}")).await;
        let code = if elsewhere.contains("uitid") { "provider-not-known" } else { "sign-in-replayed" };
        stays_out(&stage, &mut browser, &answer, code, elsewhere).await;
    }
    let mut phone = stage.portal();
    let back = way_back(&mut phone, "itsme", ZOE).await;
    let query = back.split_once('?').expect("a query").1.to_owned();
    let mut desk = stage.office();
    desk.cookies = phone.cookies.clone();
    for (provider, code) in [("itsme", "provider-not-known"), ("uitid", "sign-in-replayed")] {
        let answer = desk.get(&format!("/api/staff/sign-in/{provider}/callback?{query}")).await;
        assert_eq!(answer.problem_page(), code);
        assert_eq!(desk.get("/api/staff/me").await.problem(401), "session-ended");
    }
}

#[tokio::test]
async fn an_error_from_a_provider_is_told_in_our_own_words() {
    let stage = Stage::new().await;
    for (error, code) in [
        ("access_denied", "sign-in-cancelled"),
        ("server_error", "provider-unavailable"),
        ("login_required", "sign-in-refused"),
        ("%3Cscript%3Ealert(1)%3C/script%3E", "sign-in-refused"),
    ] {
        let mut browser = stage.portal();
        let back = way_back(&mut browser, "eid", ZOE).await;
        let state = part(&back, "state");
        let path = format!("/api/sign-in/eid/callback?error={error}&error_description=x%3Cb%3E&state={state}");
        let answer = browser.get(&path).await;
        assert!(!answer.location().contains("script") && !answer.location().contains("%3Cb"), "{}", answer.location());
        stays_out(&stage, &mut browser, &answer, code, error).await;
    }
}

fn go(stage: &Stage, provider: Provider) -> Browser {
    if provider == Provider::Uitid { stage.office() } else { stage.portal() }
}

fn departure_path(provider: Provider) -> String {
    let office = if provider == Provider::Uitid { "staff/" } else { "" };
    format!("/api/{office}sign-in/{}", provider.name())
}

async fn choose(browser: &mut Browser, provider: Provider, departure: &str) -> String {
    let (field, value) = match provider {
        Provider::Uitid => ("email", "nora.peters@noorderhaven.example"),
        _ => ("citizen", ZOE),
    };
    browser.send_form(departure, field, value).await.location()
}

/// As far as the address that the provider sends the browser back to.
async fn way_back(browser: &mut Browser, provider: &str, citizen: &str) -> String {
    let departure = browser.get(&format!("/api/sign-in/{provider}")).await.location();
    browser.send_form(&departure, "citizen", citizen).await.location()
}

fn part(address: &str, name: &str) -> String {
    let address = reqwest::Url::parse(address).expect("an address");
    let found = address.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned());
    found.unwrap_or_else(|| panic!("no {name} in {address}"))
}

fn with(address: &str, name: &str, value: &str) -> String {
    address.replace(&format!("{name}={}", part(address, name)), &format!("{name}={value}"))
}

/// On the page for that, and not signed in.
async fn stays_out(stage: &Stage, browser: &mut Browser, answer: &Answer, code: &str, what: &str) {
    assert_eq!(answer.problem_page(), code, "{what}");
    let session = browser.cookies.keys().find(|name| !name.contains("attempt"));
    assert_eq!(session, None, "{what}");
    let is_office = browser.site == stage.town.addresses.office;
    let path = if is_office { "/api/staff/me" } else { "/api/consent" };
    assert_eq!(browser.get(path).await.problem(401), "session-ended", "{what}");
}

fn sessions(stage: &Stage) -> usize {
    let all = rows::of(stage, Table::WebSessions);
    all.iter().filter(|row| rows::text(row, "sk").starts_with("SESSION#")).count()
}

async fn is_in(stage: &Stage, browser: &mut Browser, answer: &Answer, what: &str) {
    assert!(!answer.location().contains("/sign-in/problem"), "{what}: {}", answer.location());
    if browser.site == stage.town.addresses.office {
        // In, as far as the second factor.
        let code = browser.get("/api/staff/me").await.problem(403);
        assert_eq!(code, "second-factor-enrolment-needed", "{what}");
    } else {
        browser.get("/api/consent").await.json(200);
    }
}
