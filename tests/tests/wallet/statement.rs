//! W-20 to W-22: a statement of ten thousand entries, leafed through, filtered and downloaded.

use chrono::{Datelike, Duration, NaiveDate};
use lopdf::{Document, Object};
use meent_domain::calendar::local_day;
use meent_domain::{Cents, Language, PersonId};
use meent_store::ledger::EntryRow;
use meent_tests::history::History;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage};
use reqwest::Method;
use serde_json::{Value, json};

const ENTRIES: usize = 10_000;

async fn somebody_with(entries: usize) -> (Stage, Browser, Vec<EntryRow>) {
    let stage = Stage::new().await;
    let phone = stage.resident(ZOE).await;
    let cookie = phone.cookies.values().next().expect("a session");
    let id = PersonId::try_from(cookie.split('.').next().expect("an id").to_owned()).expect("an id");
    let entries = History::of(&id, entries).import(&stage);
    (stage, phone, entries)
}

#[tokio::test]
async fn ten_thousand_entries_are_leafed_through_and_filtered() {
    let (stage, mut phone, entries) = somebody_with(ENTRIES).await;
    // What was written here is what the ledger would have written.
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    let newest = entries.last().expect("the newest");
    assert_eq!(stage.balance(&mut phone).await, newest.balance_after);

    // Everything, in pages of 50; the count is exact to a thousand.
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

    // Where the count turns, in periods that end with the newest entry.
    for (from_newest, count, or_more) in [(43, 43, false), (999, 999, false), (1000, 1000, false), (1001, 1000, true)] {
        // Twelve a day: the period is as long as the count needs, to the entry.
        let first = &entries[ENTRIES - from_newest];
        let (from, to) = (local_day(first.at), local_day(newest.at));
        let expected = entries.iter().filter(|entry| local_day(entry.at) >= from).count();
        let list = phone.get(&format!("/api/wallet/transactions?from={from}&to={to}")).await.json(200);
        let exact = expected <= 1000;
        assert_eq!((&list["count"], &list["orMore"]), (&json!(expected.min(1000)), &json!(!exact)));
        // The count of a day is no more than eleven beside the one that was meant.
        assert!(expected.abs_diff(count) <= 12 || or_more, "{expected}");
    }
    one_day(&mut phone, &entries).await;
    invoices(&mut phone, &entries).await;
    for wrong in ["from=2026-11-02&to=2026-11-01", "from=1999-01-01&to=2026-01-01"] {
        let answer = phone.get(&format!("/api/wallet/transactions?{wrong}")).await;
        assert_eq!(answer.problem(400), "period-not-valid");
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

#[tokio::test]
async fn ten_thousand_entries_are_a_table_that_others_read() {
    let (_stage, mut phone, entries) = somebody_with(ENTRIES).await;
    let answer = phone.get("/api/wallet/transactions.csv").await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"meent.csv\"");
    assert!(answer.text.starts_with('\u{feff}'), "a spreadsheet knows by it that this is UTF-8");
    let table = read(&answer.text);
    assert_eq!(table.len(), ENTRIES);
    for (line, entry) in table.iter().zip(&entries) {
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
        "period-not-valid"
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

#[tokio::test]
async fn ten_thousand_entries_are_a_paper() {
    let (stage, phone, entries) = somebody_with(ENTRIES).await;
    let paper = paper(&phone, "").await;
    // A row for each, and one of headings on each page.
    let (rows, pages) = (rows_of(&paper), paper.get_pages().len());
    assert_eq!(rows - headings_of(&paper), ENTRIES, "{rows} rows on {pages} pages");
    let newest = entries.last().expect("the newest");
    let last = text_of(&paper, pages);
    let balance = Cents(newest.balance_after).written(Language::Dutch);
    for expected in [newest.number.to_string(), balance] {
        assert!(last.contains(&expected), "{expected} is not on the last page: {last}");
    }
    assert!(text_of(&paper, 1).contains("10000"), "how many there are");
    let month = self::paper(&phone, "?from=2025-01-01&to=2025-01-31").await;
    assert_eq!(rows_of(&month) - headings_of(&month), 31 * 12);
    let day = self::paper(&phone, "?from=2025-02-14").await;
    assert_eq!(rows_of(&day) - headings_of(&day), 12);
    assert_eq!(rows_of(&self::paper(&phone, "?from=2020-01-01").await), 0);

    // One more is too long, and says so; in parts it can be had.
    stage.wait_minutes(1);
    let mut phone = phone;
    stage.top_up(&mut phone, 500).await;
    for file in ["transactions.csv", "statement.pdf"] {
        let answer = phone.get(&format!("/api/wallet/{file}")).await;
        assert_eq!(answer.problem(answer.status.as_u16()), "statement-too-long");
        assert!(answer.status.is_client_error());
        let until = local_day(newest.at - Duration::days(1));
        assert!(phone.get(&format!("/api/wallet/{file}?to={until}")).await.status.is_success());
    }
}

async fn paper(phone: &Browser, query: &str) -> Document {
    let answer = phone.raw(Method::GET, &format!("/api/wallet/statement.pdf{query}")).send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    let bytes = answer.bytes().await.expect("an answer to read");
    assert!(bytes.starts_with(b"%PDF"));
    Document::load_mem(&bytes).expect("a PDF")
}

/// What a screen reader hears as rows.
fn rows_of(paper: &Document) -> usize {
    elements(paper, b"TR")
}

/// Six headings are a row.
fn headings_of(paper: &Document) -> usize {
    elements(paper, b"TH") / 6
}

fn elements(paper: &Document, kind: &[u8]) -> usize {
    let kind_of = |object: &Object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok().map(<[u8]>::to_vec);
    paper.objects.values().filter(|object| kind_of(object).is_some_and(|found| found == kind)).count()
}

fn text_of(paper: &Document, page: usize) -> String {
    paper.extract_text(&[u32::try_from(page).expect("few pages")]).expect("text").replace('\u{a0}', " ")
}
