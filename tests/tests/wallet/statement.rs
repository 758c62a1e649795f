//! W-20 to W-22: a statement of ten thousand entries, leafed through, filtered and downloaded.

use chrono::{Datelike, Duration, NaiveDate};
use lopdf::{Document, Object};
use meent_domain::calendar::local_day;
use meent_domain::{Cents, Language, PersonId};
use meent_store::ledger::EntryRow;
use meent_tests::history::History;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use reqwest::Method;
use serde_json::{Value, json};

const ENTRIES: usize = 10_000;

#[tokio::test]
async fn a_past_written_by_the_test_is_one_that_the_ledger_would_have_written() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let entries = History::of(&own_id(&phone), 500).import(&stage);
    stage.top_up(&mut phone, 500).await;
    assert_eq!(stage.balance(&mut phone).await, entries.last().expect("the newest").balance_after + 500);
    invariants::hold(&stage);
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
}

#[tokio::test]
async fn ten_thousand_entries_are_leafed_through_filtered_and_downloaded() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let entries = History::statement_of(&own_id(&phone), ENTRIES).import(&stage);
    leafed_through(&mut phone, &entries).await;
    periods(&mut phone, &entries).await;
    one_day(&mut phone, &entries).await;
    invoices(&mut phone, &entries).await;
    table(&mut phone, &entries).await;
    papers(&phone, &entries).await;
    one_more_is_too_many(&stage, &mut phone).await;
}

fn own_id(phone: &Browser) -> PersonId {
    let cookie = phone.cookies.values().next().expect("a session");
    PersonId::try_from(cookie.split('.').next().expect("an id").to_owned()).expect("an id")
}

/// Everything, in pages of 50; the count is exact to a thousand.
async fn leafed_through(phone: &mut Browser, entries: &[EntryRow]) {
    let mut left: Vec<&EntryRow> = entries.iter().collect();
    let mut path = "/api/wallet/transactions?limit=50".to_owned();
    loop {
        let list = phone.get(&path).await.json(200);
        assert_eq!((&list["count"], &list["orMore"]), (&json!(1000), &json!(true)));
        is_newest_of(&list, &mut left);
        assert_eq!(list["more"], json!(!left.is_empty()));
        let Some(next) = list["next"].as_str() else { break };
        path = format!("/api/wallet/transactions?limit=50&cursor={next}");
    }
    assert!(left.is_empty(), "{} are missing", left.len());
}

/// Until the newest: the count is exact to a thousand, and what is more is "more".
async fn periods(phone: &mut Browser, entries: &[EntryRow]) {
    let newest = local_day(entries[ENTRIES - 1].at);
    let mut counts = vec![];
    for days in [1, 4, 82, 83, 84, 85, 800] {
        let from = newest - Duration::days(days - 1);
        let expected = entries.iter().filter(|entry| local_day(entry.at) >= from).count();
        let list = phone.get(&format!("/api/wallet/transactions?from={from}&to={newest}")).await.json(200);
        assert_eq!((&list["count"], &list["orMore"]), (&json!(expected.min(1000)), &json!(expected > 1000)));
        counts.push(expected);
    }
    assert!(counts.iter().any(|count| (980..=1000).contains(count)) && counts.iter().any(|count| *count > 1000));
    for wrong in ["from=2026-11-02&to=2026-11-01", "from=1999-01-01&to=2026-01-01"] {
        let answer = phone.get(&format!("/api/wallet/transactions?{wrong}")).await;
        assert_eq!(answer.problem(400), "statement-period-not-valid");
    }
    let nothing = phone.get("/api/wallet/transactions?from=2020-01-01").await.json(200);
    assert_eq!((&nothing["count"], &nothing["items"]), (&json!(0), &json!([])));
}

/// Days begin at midnight here, in summer and in winter and when the clock is turned.
async fn one_day(phone: &mut Browser, entries: &[EntryRow]) {
    for day in ["2025-02-14", "2025-07-21", "2025-03-30", "2025-10-26", "2024-12-31"] {
        let day: NaiveDate = day.parse().expect("a day");
        let of_day: Vec<&EntryRow> = entries.iter().filter(|entry| local_day(entry.at) == day).collect();
        assert!((11..=13).contains(&of_day.len()), "{}", of_day.len());
        let list = phone.get(&format!("/api/wallet/transactions?from={day}&limit=25")).await.json(200);
        assert_eq!(
            (&list["count"], &list["orMore"], &list["more"]),
            (&json!(of_day.len()), &json!(false), &json!(false))
        );
        let mut left = of_day;
        is_newest_of(&list, &mut left);
        assert!(left.is_empty());
    }
}

async fn invoices(phone: &mut Browser, entries: &[EntryRow]) {
    let invoiced: Vec<&EntryRow> = entries.iter().filter(|entry| entry.invoice_of.is_some()).collect();
    let list = phone.get("/api/wallet/transactions?invoice=true&limit=50").await.json(200);
    assert_eq!((&list["count"], &list["orMore"]), (&json!(1000), &json!(true)));
    is_newest_of(&list, &mut invoiced.clone());
    let (from, to): (NaiveDate, NaiveDate) =
        ("2025-01-01".parse().expect("a day"), "2025-01-31".parse().expect("a day"));
    let of_month: Vec<&EntryRow> =
        invoiced.into_iter().filter(|entry| (from..=to).contains(&local_day(entry.at))).collect();
    let path = format!("/api/wallet/transactions?invoice=true&from={from}&to={to}&limit=50");
    let list = phone.get(&path).await.json(200);
    assert_eq!((&list["count"], &list["orMore"]), (&json!(of_month.len()), &json!(false)));
    let mut left = of_month;
    is_newest_of(&list, &mut left);
    let next = list["next"].as_str().expect("more than a page");
    is_newest_of(&phone.get(&format!("{path}&cursor={next}")).await.json(200), &mut left);
    assert!(left.is_empty());
}

/// The page has the newest of those that are left, which are then fewer.
fn is_newest_of(list: &Value, left: &mut Vec<&EntryRow>) {
    for item in list["items"].as_array().expect("a list") {
        let entry = left.pop().expect("no more than there are");
        let shown = [&item["number"], &item["amountCents"], &item["balanceAfterCents"], &item["invoice"]];
        let expected =
            [json!(entry.number), json!(entry.amount), json!(entry.balance_after), json!(entry.invoice_of.is_some())];
        assert_eq!(shown, expected.each_ref());
    }
}

/// As a table that others read (W-21).
async fn table(phone: &mut Browser, entries: &[EntryRow]) {
    let answer = phone.get("/api/wallet/transactions.csv").await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"meent.csv\"");
    assert!(answer.text.starts_with('\u{feff}'), "a spreadsheet knows by it that this is UTF-8");
    let table = read(&answer.text);
    assert_eq!(table.len(), ENTRIES);
    for (line, entry) in table.iter().zip(entries) {
        assert_eq!((line.number, line.day), (entry.number, local_day(entry.at)));
        assert_eq!((line.amount, line.balance), (entry.amount, entry.balance_after));
    }
    // At midnight of a summer's night it is the day before still, elsewhere.
    assert_eq!((table[0].day.to_string().as_str(), table[0].time.as_str()), ("2024-08-01", "02:15:30"));
    let of_day = phone.get("/api/wallet/transactions.csv?from=2025-02-14&to=2025-02-14").await;
    assert_eq!(read(&of_day.text).len(), 12);
    let invoiced = phone.get("/api/wallet/transactions.csv?invoice=true&from=2025-01-01&to=2025-01-31").await;
    let expected = entries.iter().filter(|entry| entry.invoice_of.is_some());
    let of_month = |entry: &&EntryRow| (local_day(entry.at).year(), local_day(entry.at).month()) == (2025, 1);
    assert_eq!(read(&invoiced.text).len(), expected.filter(of_month).count());
    assert_eq!(phone.get("/api/wallet/transactions.csv?from=2020-01-01").await.text.lines().count(), 1);
    assert_eq!(
        phone.get("/api/wallet/transactions.csv?from=2020-01-02&to=2020-01-01").await.problem(400),
        "statement-period-not-valid"
    );
}

struct Line {
    number: u64,
    day: NaiveDate,
    time: String,
    amount: i64,
    balance: i64,
}

/// As somebody else's reader has it.
fn read(text: &str) -> Vec<Line> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("headings").len(), 6);
    let lines = reader.records().map(|record| {
        let record = record.expect("a row of as many cells as the headings");
        for cell in &record {
            // Nothing but an amount begins as a formula would, and that is a number.
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!is_formula || cents(cell).is_some(), "{cell}");
        }
        assert_eq!(record[2].len(), "14:05:09".len());
        Line {
            number: record[0].parse().expect("a number"),
            day: NaiveDate::parse_from_str(&record[1], "%d/%m/%Y").expect("days first"),
            time: record[2].to_owned(),
            amount: cents(&record[4]).expect("an amount"),
            balance: cents(&record[5]).expect("an amount"),
        }
    });
    lines.collect()
}

/// `-1250,05`, without a sign for thousands.
fn cents(cell: &str) -> Option<i64> {
    let (euros, cents) = cell.split_once(',')?;
    let is_negative = euros.starts_with('-');
    let whole: i64 = euros.trim_start_matches('-').parse().ok()?;
    let part: i64 = (cents.len() == 2).then(|| cents.parse().ok())??;
    Some(if is_negative { -(whole * 100 + part) } else { whole * 100 + part })
}

async fn papers(phone: &Browser, entries: &[EntryRow]) {
    let whole = paper(phone, "").await;
    let (newest, pages) = (entries.last().expect("the newest"), whole.get_pages().len());
    assert_eq!(rows_of(&whole), ENTRIES, "on {pages} pages");
    let last = text_of(&whole, pages);
    let balance = Cents(newest.balance_after).written(Language::Dutch).replace('\u{a0}', " ");
    for expected in [newest.number.to_string(), balance] {
        assert!(last.contains(&expected), "{expected} is not on the last page: {last}");
    }
    assert!(text_of(&whole, 1).contains("10000"), "how many there are");
    let month = paper(phone, "?from=2025-01-01&to=2025-01-31").await;
    assert_eq!(rows_of(&month), 31 * 12);
    assert_eq!(rows_of(&paper(phone, "?from=2020-01-01").await), 0);
}

/// A file has ten thousand; what is more can be had in parts.
async fn one_more_is_too_many(stage: &Stage, phone: &mut Browser) {
    stage.top_up(phone, 500).await;
    for file in ["transactions.csv", "statement.pdf"] {
        let answer = phone.get(&format!("/api/wallet/{file}")).await;
        assert_eq!(answer.problem(400), "statement-too-long");
    }
    assert_eq!(phone.get("/api/wallet/transactions.csv?to=2024-08-31").await.status.as_u16(), 200);
}

async fn paper(phone: &Browser, query: &str) -> Document {
    let answer = phone.raw(Method::GET, &format!("/api/wallet/statement.pdf{query}")).send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    let bytes = answer.bytes().await.expect("an answer to read");
    assert!(bytes.starts_with(b"%PDF"));
    Document::load_mem(&bytes).expect("a PDF")
}

/// Rows of six cells, as a screen reader hears them; headings are none.
fn rows_of(paper: &Document) -> usize {
    let is = |object: &Object, kind: &[u8]| {
        let found = object.as_dict().and_then(|element| element.get(b"S")).and_then(Object::as_name);
        found.is_ok_and(|found| found == kind)
    };
    let is_row_of_cells = |object: &&Object| {
        let kids = object.as_dict().and_then(|row| row.get(b"K")).and_then(Object::as_array);
        is(object, b"TR")
            && kids.is_ok_and(|kids| {
                let cell = |kid: &Object| kid.as_reference().and_then(|id| paper.get_object(id));
                kids.len() == 6 && kids.iter().all(|kid| cell(kid).is_ok_and(|cell| is(cell, b"TD")))
            })
    };
    paper.objects.values().filter(is_row_of_cells).count()
}

fn text_of(paper: &Document, page: usize) -> String {
    paper.extract_text(&[u32::try_from(page).expect("few pages")]).expect("text").replace('\u{a0}', " ")
}
