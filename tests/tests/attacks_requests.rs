//! Requests that our own pages never send: from other sites, past the front, and misshapen
//! (P-4, P-5, P-51).

use meent_http::rights::{Audience, ROUTES};
use meent_identity::oidc::Surface;
use meent_tests::people::ZOE;
use meent_tests::{Answer, Browser, Passed, Stage, rows};
use reqwest::Method;
use reqwest::header::HeaderValue;
use serde_json::{Value, json};

/// As any id of ours looks.
const SOME_ID: &str = "00000000000000000000000000";

/// Everybody who may change something, on their own site.
struct House {
    stage: Stage,
    resident: Browser,
    superadmin: Browser,
}

impl House {
    async fn new() -> Self {
        let stage = Stage::new().await;
        let (resident, superadmin) = (stage.resident(ZOE).await, stage.staff("superadmin").await);
        Self { stage, resident, superadmin }
    }

    fn at(&mut self, surface: Surface) -> &mut Browser {
        match surface {
            Surface::Portal => &mut self.resident,
            Surface::Office => &mut self.superadmin,
        }
    }
}

#[tokio::test]
async fn no_change_comes_from_another_site() {
    let mut house = House::new().await;
    let (portal, office) = (house.resident.site.clone(), house.superadmin.site.clone());
    let before = rows::all(&house.stage);
    // No browser comes to where providers report.
    let of_browsers = ROUTES.iter().filter(|(_, _, audience)| audience.browses());
    for (method, path, audience) in of_browsers.filter(|(method, ..)| *method != Method::GET) {
        let surface = audience.surface();
        let (own, other) = if surface == Surface::Portal { (&portal, &office) } else { (&office, &portal) };
        let (suffixed, slashed) = (format!("{own}.evil.example"), format!("{own}/"));
        let (prefixed, as_query) = (format!("http://evil.example:80@{own}"), format!("https://evil.example/?{own}"));
        let origins = [
            None,
            Some("null"),
            Some(""),
            Some("https://evil.example"),
            Some(other.as_str()),
            Some("http://localhost"),
            Some(&suffixed),
            Some(&slashed),
            Some(&prefixed),
            Some(&as_query),
        ];
        for origin in origins {
            let browser = house.at(surface);
            let path = path.replace("{id}", "x").replace("{provider}", "itsme");
            let mut request = browser.raw(method.clone(), &path).json(&json!({}));
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            // Some browsers say this too; it isn't what decides.
            request = request.header("sec-fetch-site", "same-origin").header("referer", format!("{own}/"));
            let answer = browser.send_raw(request).await;
            assert_eq!(answer.problem(403), "cross-site", "{method} {path} from {origin:?}");
        }
    }
    assert_eq!(rows::all(&house.stage), before);
}

#[tokio::test]
async fn what_is_not_called_json_is_not_read() {
    let mut house = House::new().await;
    let before = rows::all(&house.stage);
    // A machine without a key is told so before what it sends is looked at.
    for (method, path, audience, _) in json_routes().into_iter().filter(|(_, _, audience, _)| audience.browses()) {
        let kinds = [
            None,
            Some("text/plain"),
            Some("application/x-www-form-urlencoded"),
            Some("multipart/form-data; boundary=x"),
            Some("text/plain; application/json"),
            Some("application/jsonp"),
        ];
        for kind in kinds {
            let browser = house.at(audience.surface());
            let mut request = browser.raw(method.clone(), &path).header("origin", &browser.site).body("{}");
            if let Some(kind) = kind {
                request = request.header("content-type", kind);
            }
            let answer = browser.send_raw(request).await;
            assert_eq!(answer.problem(415), "content-type-not-json", "{method} {path} as {kind:?}");
        }
    }
    assert_eq!(rows::all(&house.stage), before);
}

#[tokio::test]
async fn a_misshapen_body_is_told_so_whatever_its_shape() {
    let mut house = House::new().await;
    let mut bodies: Vec<Vec<u8>> =
        ["", " ", "{", "}", "null", "[]", "1", "\"x\"", "{\"a\":1}", "{}{}", "{},", "\u{feff}{}", "{'a':1}", "NaN"]
            .map(|text| text.as_bytes().to_vec())
            .to_vec();
    bodies.push(b"\xff\xfe".to_vec());
    bodies.push(b"{\"\xff\":1}".to_vec());
    bodies.push(b"{\0}".to_vec());
    bodies.push("[".repeat(60_000).into_bytes());
    bodies.push("{\"a\":".repeat(10_000).into_bytes());
    bodies.push(format!("{{\"{}\":1}}", "x".repeat(60_000)).into_bytes());
    bodies.push(vec![b' '; 64 * 1024 + 1]);
    bodies.push(format!("{{\"a\":\"{}\"}}", "x".repeat(3_000_000)).into_bytes());
    let values: Vec<Vec<u8>> =
        ["\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "1e400", "-1", "1.5", "99999999999999999999", "{}", "[[[[]]]]"]
            .map(|text| text.as_bytes().to_vec())
            .into_iter()
            .chain([b"\"\xff\"".to_vec(), nested(5_000), format!("\"{}\"", "x".repeat(60_000)).into_bytes()])
            .collect();
    let car = json!({ "name": "Scanwagen 1" });
    let car = house.superadmin.post("/api/staff/scanners", car).await.json(201);
    let key = car["key"].as_str().expect("a key").to_owned();
    let mut tried = 0;
    for (method, path, audience, fields) in json_routes() {
        let of_fields = fields.iter().flat_map(|field| {
            values.iter().map(move |value| [format!("{{\"{field}\":").as_bytes(), value, b"}"].concat())
        });
        for body in bodies.iter().cloned().chain(of_fields) {
            let browser = house.at(audience.surface());
            let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
            let request = browser.raw(method.clone(), &path).header("origin", &browser.site).header("meent-key", &key);
            let answer = browser.send_raw(request.header("content-type", "application/json").body(body)).await;
            refused(&answer, &format!("{method} {path} {shown}"));
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
    house.resident.get("/api/home").await.json(200);
}

#[tokio::test]
async fn an_odd_address_or_query_is_no_fault_of_ours() {
    let mut house = House::new().await;
    let long = "x".repeat(4_000);
    let segments =
        ["%00", "%FF", "%ff%fe", "a%2Fb", "%2e%2e%2f", "%25", "%F0%9F%98%80", "'%20OR%201=1", "%0d%0aX:y", &long];
    let queries = [
        "%00=%00",
        "limit=-1&cursor=%FF",
        "limit=1e9",
        "text=%00",
        "text=%FF%FE",
        "cursor=AA",
        "cursor=_____",
        "cursor=9I-_vw",
        "from=9999-99-99",
        "from=0000-00-00&to=9999-12-31",
        "from=+262142-12-30",
        "actor=%00&subject=%00",
        "action=%00",
        "code=%00&state=%00&error=%00",
        "return=%00&language=%00",
        "&&&===",
        "%",
        "a=1&a=2&a=3",
        "limit",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([format!("text={long}"), format!("cursor={long}")]);
    let queries: Vec<String> = queries.collect();
    for (method, pattern, audience) in ROUTES {
        let browser = house.at(audience.surface());
        let mut paths = vec![];
        if pattern.contains('{') {
            let (before, after) = pattern.split_once('{').expect("a placeholder");
            let after = after.split_once('}').expect("its end").1;
            paths.extend(segments.iter().map(|segment| format!("{before}{segment}{after}")));
        }
        if *method == Method::GET {
            let path = pattern.replace("{id}", "x").replace("{provider}", "itsme");
            paths.extend(queries.iter().map(|query| format!("{path}?{query}")));
        }
        for path in paths {
            let answer = browser.ask(method.clone(), &path, None).await;
            assert!(answer.status.as_u16() < 500, "{method} {path}: {}", answer.text);
            if answer.status.is_client_error() {
                refused(&answer, &path);
            }
        }
    }
}

#[tokio::test]
async fn odd_headers_are_no_fault_of_ours() {
    let mut house = House::new().await;
    let id = house.resident.cookies["__Host-resident"].split_once('.').expect("two parts").0.to_owned();
    let cookies: Vec<Vec<u8>> = vec![
        b"\xff\xfe".to_vec(),
        b"__Host-resident=\xff".to_vec(),
        b"__Host-resident".to_vec(),
        b"__Host-resident=".to_vec(),
        b"=;=;;;=".to_vec(),
        b"__Host-resident=.".to_vec(),
        b"__Host-resident=a.b.c".to_vec(),
        format!("__Host-resident={id}.{}", "x".repeat(64)).into_bytes(),
        format!("__Host-resident={id}.{}", "x".repeat(65)).into_bytes(),
        format!("__Host-resident={}.x", "I".repeat(26)).into_bytes(),
        format!("__Host-resident={}", "x".repeat(8_000)).into_bytes(),
        "a=b; ".repeat(1_500).into_bytes(),
    ];
    for cookie in cookies {
        let mut nobody = house.stage.portal();
        let shown = String::from_utf8_lossy(&cookie[..cookie.len().min(60)]).into_owned();
        let value = HeaderValue::from_bytes(&cookie).expect("a header");
        let client = reqwest::Client::new().get(format!("{}/api/home", nobody.site)).header("cookie", value);
        let answer = nobody.send_raw(client).await;
        assert_eq!(answer.problem(401), "session-ended", "{shown}");
    }
    for name in ["accept-language", "user-agent", "sec-fetch-site", "idempotency-key", "if-none-match", "meent-key"] {
        for value in [b"\xff\xfe".to_vec(), vec![b','; 4_000], b";q=\t;;".to_vec(), vec![b'x'; 8_000]] {
            let value = HeaderValue::from_bytes(&value).expect("a header");
            let request = house.resident.raw(Method::GET, "/api/home").header(name, value);
            house.resident.send_raw(request).await.json(200);
        }
    }
    let origin = HeaderValue::from_bytes(b"\xff").expect("a header");
    let request = house.resident.raw(Method::POST, "/api/sign-out").header("origin", origin);
    assert_eq!(house.resident.send_raw(request).await.problem(403), "cross-site");
    // Behind a good cookie or before it, another of the same name: the first counts, and signs nobody else in.
    let twice = format!("__Host-resident=x.y; {}", house.resident.cookies["__Host-resident"]);
    let request = reqwest::Client::new().get(format!("{}/api/home", house.resident.site)).header("cookie", twice);
    assert_eq!(house.stage.portal().send_raw(request).await.problem(401), "session-ended");
}

#[tokio::test]
async fn what_does_not_come_through_the_front_is_turned_away() {
    let stage = Stage::new().await;
    let resident = stage.resident(ZOE).await;
    let cookie = format!("__Host-resident={}", resident.cookies["__Host-resident"]);
    let right = stage.town.edge_header.clone();
    let (almost, more) = (right[1..].to_owned(), format!("{right}x"));
    for (method, path, audience) in ROUTES {
        let path = path.replace("{id}", "x").replace("{provider}", "itsme");
        let origin = match audience.surface() {
            Surface::Portal => &stage.town.addresses.portal,
            Surface::Office => &stage.town.addresses.office,
        };
        for edge in [None, Some(""), Some("wrong"), Some(&almost), Some(&more)] {
            let passed = Passed { edge, from: "192.0.2.1:1", origin, cookie: &cookie };
            let answer = stage.pass(method.clone(), &path, passed, json!({})).await;
            assert_eq!(answer.problem(403), "not-through-the-front-door", "{method} {path} {edge:?}");
        }
    }
    let passed = Passed { edge: Some(&right), from: "192.0.2.1:1", origin: "", cookie: &cookie };
    stage.pass(Method::GET, "/api/home", passed, Value::Null).await.json(200);
}

#[tokio::test]
async fn a_visitor_s_word_about_the_front_and_their_address_is_not_passed_on() {
    let stage = Stage::new().await;
    let mut clerk = stage.office();
    for number in 0..20 {
        let body = json!({ "login": format!("nobody{number}"), "password": "wrong" });
        let request = clerk.raw(Method::POST, "/api/staff/sign-in").json(&body).header("origin", &clerk.site);
        let request = request.header("cloudfront-viewer-address", format!("192.0.2.{number}:1"));
        let request = request.header("x-forwarded-for", format!("192.0.2.{number}"));
        let answer = clerk.send_raw(request.header("x-meent-edge", "made-up")).await;
        assert_eq!(answer.problem(401), "wrong-credentials", "{number}");
    }
    // All came from one address, whatever they said.
    let answer = stage.give_password(&mut clerk, "finance", stage.password("finance")).await;
    assert_eq!(answer.problem(429), "too-many-tries");
    let elsewhere = json!({ "login": "finance", "password": stage.password("finance") });
    stage.office_from("192.0.2.99", "/api/staff/sign-in", elsewhere).await.json(200);
}

fn nested(depth: usize) -> Vec<u8> {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth)).into_bytes()
}

/// A whole problem, of the asker's making.
fn refused(answer: &Answer, what: &str) {
    assert!(answer.status.is_client_error(), "{what}: {} {}", answer.status, answer.text);
    answer.problem(answer.status.as_u16());
    assert!(answer.text.len() < 1_000, "{what}: {}", answer.text);
}

/// The address of something that may exist: what is no address at all is told so before its body is read.
fn somewhere(pattern: &str) -> String {
    pattern.replace("{id}", SOME_ID).replace("{person}", SOME_ID).replace("{zone}", "centrum")
}

/// Routes that read JSON, with the names of what they read, from the contract.
fn json_routes() -> Vec<(Method, String, Audience, Vec<String>)> {
    let document: Value = serde_json::from_str(&meent_local::openapi()).expect("the contract");
    let mut found = vec![];
    for (method, pattern, audience) in ROUTES {
        let operation = &document["paths"][pattern][method.as_str().to_lowercase()];
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) else { continue };
        let schema = &document["components"]["schemas"][name];
        assert_eq!(schema["type"], "object", "{name}");
        // One that asks for nothing more than its address says has no fields.
        let fields = schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect();
        found.push((method.clone(), somewhere(pattern), *audience, fields));
    }
    assert!(found.len() >= 14, "{found:?}");
    found
}
