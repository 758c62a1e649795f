//! Many phones at one household's hours, one plate, one session, one wallet.

use crate::{all_is_well, code};
use chrono::{DateTime, Duration, Utc};
use futures::future::join_all;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage};
use serde_json::json;

/// Lives at the harbour, where visitors park for nothing.
const KAREL: &str = "79031412766";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// The same key until it is done or refused for good.
async fn booked(phone: &Browser, key: &str, body: &serde_json::Value) -> Result<serde_json::Value, String> {
    let mut window = phone.window();
    loop {
        match code(&window.intend("/api/parking/sessions", key, body).await) {
            Err(why) if why == "busy" => tokio::task::yield_now().await,
            other => return other,
        }
    }
}

/// Fifty book three hours each where there are ninety hours: thirty get them, to the last minute.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_at_the_edge_of_the_quota() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(KAREL).await;
    phone.hours_left().await;
    let mut plates: Vec<String> = (0..50).map(|number| format!("1ABC{number:03}")).collect();
    dice.shuffle(&mut plates);
    let phone_ = &phone;
    let answers = join_all(plates.iter().map(|plate| async move {
        let body = agreed(&session("visitor", plate, "haven", None, at("2026-11-21T11:00:00Z")));
        booked(phone_, &intention(), &body).await
    }))
    .await;
    let refused = answers.iter().filter(|answer| answer.is_err()).count();
    assert!(answers.iter().all(|answer| answer.is_ok() || *answer == Err("visitor-hours-used".to_owned())));
    assert_eq!(refused, 20);
    assert_eq!(phone.hours_left().await, [0, 5400]);
    all_is_well(&stage).await;
}

/// The same plate, at overlapping times, from many windows: one is booked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn overlapping_times_on_one_plate() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 50_000).await;
    let phone_ = &phone;
    let answers = join_all((0..24).map(|number: i64| async move {
        let from = at("2026-11-23T08:00:00Z") + Duration::minutes(number);
        let body = agreed(&session("own", "1ABC234", "centrum", Some(from), from + Duration::hours(1)));
        booked(phone_, &intention(), &body).await
    }))
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert!(answers.into_iter().all(|answer| answer.is_ok() || answer == Err("plate-already-booked".to_owned())));
    assert_eq!(stage.balance(&mut phone).await, 50_000 - 220);
    all_is_well(&stage).await;
}

/// Stopped and extended at once: whichever comes first, what is paid is what it lasts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopped_and_extended_at_once() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 50_000).await;
    for round in 0..8 {
        let plate = format!("1ABC{round:03}");
        let until = stage.clock.now() + Duration::hours(1);
        let id = phone.park(&session("visitor", &plate, "centrum", None, until)).await;
        stage.wait_minutes(10);
        let changes = (0..8).map(|number| {
            let mut window = phone.window();
            let (id, later) = (&id, until + Duration::minutes(10 * (number + 1)));
            async move {
                let answer =
                    if number % 2 == 0 { window.end_parking(id).await } else { window.extend_parking(id, later).await };
                if let Err(why) = code(&answer) {
                    assert!(["busy", "session-over", "not-later"].contains(&why.as_str()), "{why}");
                }
            }
        });
        join_all(changes).await;
        stage.wait_minutes(20);
    }
    all_is_well(&stage).await;
}

/// The last cents, asked back and parked at once: they go once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn booked_and_asked_back_at_once() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let phone_ = &phone;
    let until = moment(at("2026-11-21T09:00:00Z"));
    let acts = (0..16).map(|number| {
        let (mut window, until) = (phone_.window(), &until);
        async move {
            let answer = if number % 2 == 0 {
                let plate = format!("1ABC{number:03}");
                let wanted = json!({ "for": "own", "plate": plate, "zone": "centrum", "until": until });
                window.book(&wanted).await
            } else {
                window.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 300 })).await
            };
            if let Err(why) = code(&answer) {
                assert!(["busy", "balance-too-low"].contains(&why.as_str()), "{why}");
            }
        }
    });
    join_all(acts).await;
    assert!((0..220).contains(&stage.balance(&mut phone).await));
    all_is_well(&stage).await;
}
