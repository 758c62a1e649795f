//! How long things take, against how long the least of it takes: ratios of one run, since seconds say
//! more of the machine than of us. Then the same of money, with a million entries in the ledger.

mod ledger;
mod parking;

use meent_store::Key;
use meent_store::people::{self, Person};
use meent_tests::{Stage, people::ZOE};
use std::io::Write as _;
use std::time::{Duration, Instant};

const TIMES: usize = 300;

#[tokio::main]
async fn main() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let key = key_of_somebody(&stage, &mut phone).await;
    let bare = median(async || {
        stage.town.app.db.get::<Person>(&key).await.expect("an answer").expect("somebody");
    })
    .await;
    let mut lines = vec![];
    for path in ["/.well-known/jwks.json", "/api/home", "/api/profile", "/api/sessions", "/api/profile/data"] {
        let mut window = phone.window();
        let took = median(async || {
            window.get(path).await;
        })
        .await;
        lines.push(format!("GET {path:<24} {:>6.1} × a bare read of a row", ratio(took, bare)));
    }
    say(&lines.join("\n"));
    parking::measure().await;
    ledger::measure(&stage, &mut phone).await;
}

fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").expect("room to write");
}

async fn key_of_somebody(stage: &Stage, phone: &mut meent_tests::Browser) -> Key {
    phone.get("/api/home").await.json(200);
    let owner = phone.cookies["__Host-resident"].split('.').next().expect("an id").to_owned();
    let id = owner.try_into().expect("a person's id");
    stage.town.calls.take();
    people::person(&id)
}

async fn median(mut job: impl AsyncFnMut()) -> Duration {
    let mut took = vec![];
    for _ in 0..TIMES {
        let began = Instant::now();
        job().await;
        took.push(began.elapsed());
    }
    took.sort();
    took[TIMES / 2]
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
