//! One thing that somebody does, with every call it makes failing in every way (P-51).
//!
//! For each call and each kind of fault: it is done, the same is sent again as a page would, and then
//! everything must be as if it had been done once, or not at all and said so. Exhaustive: the number
//! of points is printed, and a new call is a new point by itself.

use crate::{Answer, Call, Fault, Service, Stage, invariants};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Mutex;

/// What somebody does in one request.
#[allow(async_fn_in_trait, reason = "for tests, which await it where they are")]
pub trait Deed {
    /// Who does it, and what they hold.
    type Scene;
    const NAME: &'static str;
    /// Nobody asks for it: a schedule or a stream wakes it.
    const IN_THE_BACKGROUND: bool = false;

    /// Everything before, for people of its own: `number` is another each time.
    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene;

    /// The request. Sent again, it is this once more.
    async fn act(&self, stage: &Stage, scene: &mut Self::Scene) -> Answer;

    /// What must be so after all, whatever happened on the way.
    async fn check(&self, stage: &Stage, scene: &mut Self::Scene, tried: &Tried);
}

/// What a run in the background comes to, as an answer: done, or to be done again.
pub fn run<T>(result: Result<T, meent_http::Problem>) -> Answer {
    let (status, text) = match &result {
        Ok(_) => (200, "{}".to_owned()),
        Err(problem) => {
            let (status, code) = (problem.code.status().as_u16(), problem.code.code());
            let detail = "what is due is tried again by itself";
            let body = serde_json::json!({ "type": format!("/problems/{code}"), "status": status, "code": code,
                "detail": detail, "requestId": "none" });
            (status, body.to_string())
        }
    };
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("content-type", reqwest::header::HeaderValue::from_static("application/problem+json"));
    headers.insert("x-request-id", reqwest::header::HeaderValue::from_static("none"));
    Answer { status: reqwest::StatusCode::from_u16(status).expect("a status"), headers, text }
}

/// What became of the request.
pub struct Tried {
    /// None when the process that answered ended.
    pub first: Option<Answer>,
    pub again: Answer,
}

impl Tried {
    /// The codes of what was answered, or `ok`; for a sentence about a failure.
    pub fn told(&self) -> String {
        let first = self.first.as_ref().map_or_else(|| "nothing".to_owned(), told);
        format!("{first}, then {}", told(&self.again))
    }

    /// The second answer is the right one, or one of these.
    pub fn ends_in(&self, expected: u16, honest: &[&str]) {
        let is_honest = honest.contains(&told(&self.again).as_str());
        assert!(self.again.status.as_u16() == expected || is_honest, "{}: {}", self.told(), self.again.text);
    }
}

/// The code of a problem, also of one that a page tells.
pub fn told(answer: &Answer) -> String {
    let location = answer.headers.get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some((_, rest)) = location.split_once("/sign-in/problem?code=") {
        return rest.split('&').next().unwrap_or_default().to_owned();
    }
    if answer.status.is_success() || answer.status.is_redirection() {
        return "ok".to_owned();
    }
    answer.problem(answer.status.as_u16())
}

/// Where a fault strikes.
struct Point {
    place: usize,
    call: Call,
    fault: Fault,
    /// In a process that has just begun, and reads its secrets first.
    is_cold: bool,
}

/// Functions whose front door was tried.
static NEW_TO: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());

/// Tries every point. Answers how many there were.
pub async fn sweep<D: Deed>(deed: &D) -> usize {
    let stage = Stage::new().await;
    let mut number = 0;
    let function = rehearse(&stage, deed, &mut number, None).await.first().map_or("", |call| call.function);
    let warm = rehearse(&stage, deed, &mut number, None).await;
    let cold = rehearse(&stage, deed, &mut number, Some(function)).await;
    let reads_secret = |call: &Call| call.service == Service::SecretsManager;
    // The front door reads its secret before anything of a route is reached: once for each function.
    let is_new = NEW_TO.lock().expect("no panic while held").insert(function);
    let cold = cold.into_iter().filter(|call| reads_secret(call) && (is_new || call.touches[0].resource != "edge"));
    let cold = cold.map(|call| (call, true));
    let mut points = vec![];
    for (call, is_cold) in warm.into_iter().map(|call| (call, false)).chain(cold) {
        for fault in Fault::ALL.into_iter().filter(|fault| fault.suits(&call)) {
            points.push(Point { place: call.place, call: call.clone(), fault, is_cold });
        }
    }
    for point in &points {
        number += 1;
        strike(&stage, deed, number, function, point).await;
    }
    println(&format!("{}: {} points", D::NAME, points.len()));
    points.len()
}

/// All goes well: which calls there are.
async fn rehearse<D: Deed>(stage: &Stage, deed: &D, number: &mut usize, cold: Option<&str>) -> Vec<Call> {
    *number += 1;
    let mut scene = deed.set_up(stage, *number).await;
    if let Some(function) = cold.filter(|_| !D::IN_THE_BACKGROUND) {
        stage.town.restart(function);
    }
    stage.town.calls.take();
    let first = deed.act(stage, &mut scene).await;
    let mut calls = stage.town.calls.take();
    calls.retain(|call| call.request.is_some() != D::IN_THE_BACKGROUND);
    calls.sort_by_key(|call| call.place);
    assert!(told(&first) == "ok", "{} without any fault: {}", D::NAME, first.text);
    let again = deed.act(stage, &mut scene).await;
    sound(&again, false);
    let tried = Tried { first: Some(first), again };
    deed.check(stage, &mut scene, &tried).await;
    invariants::hold(stage);
    calls
}

async fn strike<D: Deed>(stage: &Stage, deed: &D, number: usize, function: &'static str, point: &Point) {
    let Point { place, call, fault, is_cold } = point;
    let mut what = format!("{}: {fault:?} at call {place}, {}", D::NAME, call.operation);
    let _ = write!(what, " of {:?}{}", call.service, if *is_cold { " in a new process" } else { "" });
    let mut scene = deed.set_up(stage, number).await;
    // Shown when something below fails, and only then.
    let shown = OnPanic(what);
    if *is_cold {
        stage.town.restart(function);
    }
    stage.town.calls.take();
    stage.town.calls.fail_at(*place, *fault);
    let first = tokio::select! {
        biased;
        answer = deed.act(stage, &mut scene) => Some(answer),
        () = stage.town.calls.process_ended() => None,
    };
    let was_met = first.is_none() || stage.town.calls.take().iter().any(|call| call.fault == Some(*fault));
    stage.town.calls.heal();
    assert!(was_met, "no call was met");
    match &first {
        Some(answer) => sound(answer, true),
        None if D::IN_THE_BACKGROUND => {}
        None => stage.town.restart(function),
    }
    let again = deed.act(stage, &mut scene).await;
    sound(&again, false);
    let tried = Tried { first, again };
    deed.check(stage, &mut scene, &tried).await;
    invariants::hold(stage);
    drop(shown);
}

/// No mistake of ours; and "try again" only while something is out of order.
fn sound(answer: &Answer, is_out_of_order: bool) {
    let status = answer.status.as_u16();
    let asks_for_patience = is_out_of_order && status == 503 && answer.problem(503) == "try-again";
    assert!(status < 500 || asks_for_patience, "{status}: {}", answer.text);
    assert!(is_out_of_order || !["try-again", "busy"].contains(&told(answer).as_str()), "{}", answer.text);
}

struct OnPanic(String);

impl Drop for OnPanic {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println(&format!("→ {}", self.0));
        }
    }
}

fn println(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}
