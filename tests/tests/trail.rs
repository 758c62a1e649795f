//! The audit trail's pages join up, over months, with and without a search (P-21).

use chrono::Duration;
use meent_domain::StaffId;
use meent_store::Table;
use meent_store::audit::{Action, Line};
use meent_tests::{Browser, Stage};

/// One every twelve hours: over four months.
const LINES: i32 = 240;
const YEAR: &str = "from=2025-11-22&to=2026-11-21";

#[tokio::test]
async fn every_line_of_a_period_shows_once_and_newest_first() {
    let stage = Stage::new().await;
    let (bo, els) = (StaffId::from_random([1; 16]), StaffId::from_random([2; 16]));
    let lines: Vec<Line> = (0..LINES).map(|number| line(&stage, number, &bo, &els)).collect();
    let rows = lines.iter().map(|line| {
        let mut row = serde_json::to_value(line).expect("an object");
        (row["pk"], row["sk"]) = (line.key().pk.into(), line.key().sk.into());
        row
    });
    stage.town.import(Table::Audit, rows.collect()).expect("lines are written");
    let mut desk = stage.staff("superadmin").await;

    let all: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    let some = |keep: fn(&Line) -> bool| -> Vec<&str> {
        lines.iter().filter(|line| keep(line)).map(|line| line.id.as_str()).collect()
    };
    let blocked = some(|line| line.action == Action::StaffBlocked);
    let of_els = some(|line| line.actor_name == "Els");
    for (search, expected) in [
        (String::new(), &all),
        ("&action=staff-account.blocked".to_owned(), &blocked),
        (format!("&actor={els}"), &of_els),
        ("&actor=els".to_owned(), &of_els),
        (format!("&actor={els}&action=staff-account.changed"), &of_els),
        ("&actor=nobody".to_owned(), &vec![]),
    ] {
        for limit in [10, 25, 50] {
            let found = pages(&mut desk, &format!("{YEAR}&limit={limit}{search}")).await;
            assert_eq!(found, *expected, "{search}, {limit} a page");
        }
    }
    // A period ends where it says.
    let september = some(|line| {
        let at = line.at.to_rfc3339();
        ("2026-08-31T22:00".."2026-09-30T22:00").contains(&at.as_str())
    });
    assert_eq!(pages(&mut desk, "from=2026-09-01&to=2026-09-30&limit=25").await, september);
    assert_eq!(september.len(), 60);
}

fn line(stage: &Stage, number: i32, bo: &StaffId, els: &StaffId) -> Line {
    let at = stage.clock.now() - Duration::hours(12) * number;
    let actor = if number % 7 == 0 { (els, "Els") } else { (bo, "Bo") };
    let action = if number % 7 == 1 { Action::StaffBlocked } else { Action::StaffChanged };
    Line::about_staff(at, "a request", actor, action, (bo, "Bo"))
}

/// The ids of all pages, one after the other.
async fn pages(desk: &mut Browser, query: &str) -> Vec<String> {
    let (mut found, mut cursor) = (vec![], String::new());
    for _page in 0..100 {
        let page = desk.get(&format!("/api/audit?{query}{cursor}")).await.json(200);
        let items = page["items"].as_array().expect("lines");
        found.extend(items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return found,
        }
    }
    panic!("no last page: {query}");
}
