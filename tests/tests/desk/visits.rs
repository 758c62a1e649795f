//! Nobody looks at a resident's things without a reason, and without them finding out.

use chrono::Duration;
use meent_store::Table;
use meent_tests::desk::VISITS;
use meent_tests::money::intention;
use meent_tests::parking::{moment, session};
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Stage, invariants, rows};
use reqwest::Method;
use serde_json::json;

/// A number that nobody in the town has.
const STRANGER: &str = "17073003384";

#[tokio::test]
async fn opened_with_the_card_shown_and_closed() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    phone.park(&session("own", "1ABC234", "centrum", None, stage.clock.now() + Duration::hours(2))).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping("85.07.30-033.28").await;
    let shown = clerk.get(&desk).await.json(200);
    assert_eq!(
        (&shown["firstName"], &shown["nationalNumber"], &shown["balanceCents"]),
        (&json!("Zoë"), &json!("85.07.30-***.**"), &json!(560))
    );
    assert_eq!((&shown["hasEmail"], &shown["address"]["street"]), (&json!(false), &json!("Kerkstraat")));
    assert_eq!((&shown["current"]["plateWritten"], &shown["next"]), (&json!("1-ABC-234"), &json!(null)));
    assert_eq!(shown["quota"].as_array().map(Vec::len), Some(2));
    assert!(!shown.to_string().contains(ZOE));
    let list = clerk.get(&format!("{desk}/sessions")).await.json(200);
    assert_eq!((&list["count"], &list["items"][0]["atTheDesk"]), (&json!(1), &json!(false)));

    let home = phone.get("/api/home").await.json(200);
    let (internal_id, line) = (&home["internalId"], &rows::of(&stage, Table::Audit)[0]);
    assert_eq!((&line["action"], &line["reason"]), (&json!("desk.visit"), &json!("staat aan de balie")));
    assert_eq!((&line["subject_label"], &line["on_behalf_of"]), (internal_id, internal_id));

    let held = phone.get("/api/profile/data").await.json(200)["staff"].clone();
    assert_eq!((&held[0]["action"], &held[0]["reason"]), (&json!("desk.visit"), &json!("staat aan de balie")));
    assert!(!held.to_string().contains("Fatima"), "which colleague it was is the town's to know");

    assert_eq!(clerk.ask(Method::DELETE, &format!("{desk}/visit"), None).await.status, 204);
    assert_eq!(clerk.get(&desk).await.problem(403), "desk-visit-needed");
    assert_eq!(clerk.ask(Method::DELETE, &format!("{desk}/visit"), None).await.status, 204, "closed is closed");
    invariants::hold(&stage);
}

#[tokio::test]
async fn without_a_visit_nothing_is_shown_and_nothing_is_done() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let in_an_hour = stage.clock.now() + Duration::hours(1);
    let id = phone.park(&session("own", "1ABC234", "centrum", None, in_an_hour)).await;
    let mut marie = stage.resident(MARIE).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping(ZOE).await;
    stage.wait_minutes(29);
    clerk.get(&desk).await.json(200);
    // Another clerk, another resident, and half an hour later: each is a visit of its own.
    let mut colleague = stage.staff("admin").await;
    assert_eq!(colleague.get(&desk).await.problem(403), "desk-visit-needed");
    let hers = clerk.helping(MARIE).await;
    clerk.get(&hers).await.json(200);
    clerk.ask(Method::DELETE, &format!("{hers}/visit"), None).await;
    stage.wait_minutes(1);
    let before = rows::all(&stage);
    let wanted = session("own", "2ABC345", "centrum", None, in_an_hour);
    let series = json!({ "for": "own", "plate": "2ABC345", "zone": "centrum", "weekdays": [1], "firstDay": "2026-12-01",
        "lastDay": "2026-12-12", "fromTime": "09:00", "untilTime": "11:00" });
    let until = json!({ "until": moment(in_an_hour + Duration::hours(1)) });
    for path in [&desk, &hers] {
        let session = format!("{path}/sessions/{id}");
        for page in [path.clone(), format!("{path}/sessions"), format!("{path}/summary.pdf")] {
            assert_eq!(clerk.get(&page).await.problem(403), "desk-visit-needed", "{page}");
        }
        let questions = [
            (format!("{path}/quotes"), wanted.clone()),
            (format!("{path}/series/quotes"), series.clone()),
            (format!("{session}/extension/quote"), until.clone()),
        ];
        for (page, body) in questions {
            assert_eq!(clerk.post(&page, body).await.problem(403), "desk-visit-needed", "{page}");
        }
        let changes = [
            (format!("{path}/sessions"), json!({ "session": wanted, "agreedCents": 1000 })),
            (format!("{path}/series"), json!({ "series": series, "agreedCents": 1000 })),
            (format!("{path}/top-ups"), json!({ "amountCents": 1000, "means": "cash" })),
            (format!("{path}/refunds"), json!({ "amountCents": 100 })),
            (format!("{session}/end"), json!({ "reason": "mag weg" })),
            (format!("{session}/extension"), json!({ "until": until["until"], "agreedCents": 1000 })),
        ];
        for (page, body) in changes {
            let answer = clerk.intend(&page, &intention(), &body).await;
            assert_eq!(answer.problem(403), "desk-visit-needed", "{page}");
        }
        let plate = json!({ "plate": "9XYZ999", "reason": "mistypt" });
        let answer = clerk.put(&format!("{session}/plate"), plate).await;
        assert_eq!(answer.problem(403), "desk-visit-needed");
    }
    assert_eq!(rows::all(&stage), before);
    marie.get("/api/home").await.json(200);
    invariants::hold(&stage);
}

#[tokio::test]
async fn who_is_no_resident_can_not_be_visited() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut clerk = stage.staff("vouchers").await;
    assert_eq!(clerk.visit(STRANGER).await.problem(404), "resident-unknown");
    assert_eq!(clerk.visit("85073003329").await.problem(400), "national-number-not-valid");
    let without = json!({ "nationalNumber": ZOE, "reason": " " });
    assert_eq!(clerk.post(VISITS, without).await.json(400)["field"], "reason");
    assert_eq!(clerk.get("/api/staff/desk/nobody").await.problem(404), "not-found");
    // Who withdrew is nobody's to look at; a visit under way ends with it.
    let desk = clerk.helping(ZOE).await;
    stage.decide(&mut phone, "no").await.json(200);
    assert_eq!(clerk.get(&desk).await.problem(404), "resident-unknown");
    let cash = json!({ "amountCents": 1000, "means": "cash" });
    let answer = clerk.intend(&format!("{desk}/top-ups"), &intention(), &cash).await;
    assert_eq!(answer.problem(404), "resident-unknown");
    assert_eq!(clerk.visit(ZOE).await.problem(404), "resident-unknown");
    // Those who check plates or count money have no business here.
    let mut finance = stage.staff("finance").await;
    assert_eq!(finance.visit(ZOE).await.problem(403), "not-allowed");
    invariants::hold(&stage);
}
