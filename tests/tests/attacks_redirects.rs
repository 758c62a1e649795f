//! Nobody is sent from our sign-in to a page that isn't ours (P-1, P-3).

use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage};

/// Ways to write an address that leads away from us, or nowhere.
const ELSEWHERE: &[&str] = &[
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%09/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example",
    "https:evil.example",
    "http://evil.example/",
    "//evil.example:80/",
    "//user@evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,evil.example",
    " //evil.example",
    "/\u{0}//evil.example",
    "evil.example",
    "//%65vil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/..\\\\evil.example",
];

#[tokio::test]
async fn after_signing_in_nobody_is_sent_elsewhere() {
    let stage = Stage::new().await;
    stage.resident(ZOE).await;
    let long = format!("/{}", "a".repeat(5_000));
    for asked in ELSEWHERE.iter().copied().chain([long.as_str()]) {
        for (citizen, cancels) in [(ZOE, false), (MARIE, false), (ZOE, true)] {
            let mut browser = stage.portal();
            let path = format!("/api/sign-in/itsme?return={}", encoded(asked));
            let departure = browser.get(&path).await.location();
            let (field, value) = if cancels { ("cancel", "yes") } else { ("citizen", citizen) };
            let back = browser.send_form(&departure, field, value).await.location();
            stays_here(&browser, &browser.window().get(&back).await.location(), asked);
        }
        let unknown = stage.portal().get(&format!("/api/sign-in/nobody?return={}", encoded(asked))).await.location();
        stays_here(&stage.portal(), &unknown, asked);

        let mut desk = stage.office();
        let path = format!("/api/staff/sign-in/uitid?return={}", encoded(asked));
        for (field, value) in [("email", "nora.peters@noorderhaven.example"), ("cancel", "yes")] {
            let departure = desk.get(&path).await.location();
            let back = desk.send_form(&departure, field, value).await.location();
            let page = desk.get(&back).await.location();
            stays_here(&desk, &page, asked);
        }
    }
}

#[tokio::test]
async fn after_signing_in_one_comes_to_the_page_one_asked_for() {
    let stage = Stage::new().await;
    stage.resident(ZOE).await;
    for page in ["/profile", "/profile?tab=email#consent", "/a%20b"] {
        let mut browser = stage.portal();
        let departure = browser.get(&format!("/api/sign-in/itsme?return={}", encoded(page))).await.location();
        let back = browser.send_form(&departure, "citizen", ZOE).await.location();
        assert_eq!(browser.get(&back).await.location(), format!("{}{page}", browser.site));
    }
}

/// The address is one of our own pages, and names none that isn't.
fn stays_here(browser: &Browser, page: &str, asked: &str) {
    assert!(page.starts_with(&format!("{}/", browser.site)), "{asked:?} led to {page}");
    assert!(page.len() < 2_000, "{asked:?} led to a long address");
    let host = &page[browser.site.len()..];
    assert!(!host.starts_with("//") && !host.starts_with("/\\"), "{asked:?} led to {page}");
    if page.contains("return=") {
        let named = reqwest::Url::parse(page).expect("an address");
        let (_, named) = named.query_pairs().find(|(name, _)| name == "return").expect("a return");
        let base = reqwest::Url::parse(&browser.site).expect("our address");
        let led = base.join(&named).expect("an address that our page would follow");
        assert_eq!(led.origin(), base.origin(), "{asked:?} stands in {page}");
        assert!(named.starts_with('/') && named.len() <= 500, "{asked:?} stands in {page}");
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
