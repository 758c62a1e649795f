//! What the functions ask of AWS: every call is noted, and can be made to fail.
//!
//! It stands where the network would, under AWS's own clients, so that neither functions nor shared
//! crates know of it. Tests learn from it what each route costs and which rights each function needs,
//! and let any call fail in any way.

mod call;
mod client;
mod fault;
mod reading;

pub use call::{Call, Service, Touch, units, waits};
pub use fault::Fault;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use client::Client;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::{Notify, watch};

/// Cheap to clone.
#[derive(Clone)]
pub struct Recorder(Arc<Inner>);

struct Inner {
    /// Whether calls are kept to be taken: they would fill the memory of a town that runs for days.
    keeps: bool,
    table_prefix: String,
    secret_prefix: String,
    moment: AtomicU64,
    state: Mutex<State>,
    work_written: Arc<Notify>,
    /// Whether the process that was to end in the middle has done so.
    gone: watch::Sender<bool>,
}

#[derive(Default)]
struct State {
    calls: Vec<Call>,
    /// How many different calls were begun since the last `take`; attempts at one call count once.
    begun: usize,
    /// The verdict on each call, so that a fault meets every attempt at it.
    verdicts: HashMap<String, (usize, Option<Fault>)>,
    injector: Option<Injector>,
    /// Requests whose process ended: it does nothing more, even when all is healed.
    ended: HashSet<u64>,
}

type Injector = Arc<dyn Fn(&Call) -> Option<Fault> + Send + Sync>;

/// A request that came through the gateway.
#[derive(Clone)]
pub(crate) struct Asking {
    pub number: u64,
    pub route: Arc<str>,
}

tokio::task_local! {
    /// Which request the task is at work for.
    pub(crate) static ASKING: Asking;
}

impl Recorder {
    pub(crate) fn new(keeps: bool, table_prefix: &str, secret_prefix: &str) -> Self {
        Self(Arc::new(Inner {
            keeps,
            table_prefix: table_prefix.to_owned(),
            secret_prefix: secret_prefix.to_owned(),
            moment: AtomicU64::new(0),
            state: Mutex::default(),
            work_written: Arc::default(),
            gone: watch::Sender::new(false),
        }))
    }

    /// The road to the engines for one function.
    pub(crate) fn client(&self, function: &'static str) -> Client {
        Client::new(self.clone(), function)
    }

    /// What was called since the last time, in the order of the answers.
    pub fn take(&self) -> Vec<Call> {
        let mut state = self.state();
        state.begun = 0;
        state.verdicts.clear();
        std::mem::take(&mut state.calls)
    }

    /// Decides about every call to come, once for all attempts at it. `Call::place` counts from the
    /// last [`take`](Self::take).
    pub fn inject(&self, decide: impl Fn(&Call) -> Option<Fault> + Send + Sync + 'static) {
        let mut state = self.state();
        state.verdicts.clear();
        state.injector = Some(Arc::new(decide));
    }

    /// Lets the call in that place fail, and what is sent again of it later.
    pub fn fail_at(&self, place: usize, fault: Fault) {
        let same = Mutex::new(None);
        self.inject(move |call| {
            let mut same = same.lock().expect("no panic while held");
            if call.place == place {
                *same = Some(call.fingerprint);
            }
            (*same == Some(call.fingerprint)).then_some(fault)
        });
    }

    /// No more faults.
    pub fn heal(&self) {
        let mut state = self.state();
        state.verdicts.clear();
        state.injector = None;
        self.0.gone.send_replace(false);
    }

    /// Waits until a process ended where [`Fault::GoneBefore`] or [`Fault::GoneAfter`] was ordered:
    /// whoever asked it hears nothing more.
    pub async fn process_ended(&self) {
        // An error would mean that this recorder is no more.
        let _ = self.0.gone.subscribe().wait_for(|gone| *gone).await;
    }

    /// Wakes when something was written that is to be delivered, as the table's stream would.
    pub(crate) fn work_written(&self) -> Arc<Notify> {
        self.0.work_written.clone()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.state.lock().expect("no panic while held")
    }

    fn tick(&self) -> u64 {
        self.0.moment.fetch_add(1, Ordering::SeqCst)
    }

    fn begin(&self, function: &'static str, request: &HttpRequest) -> Call {
        let mut call = reading::read(request, &self.0.table_prefix, &self.0.secret_prefix);
        call.function = function;
        if let Ok(asking) = ASKING.try_with(Asking::clone) {
            call.request = Some(asking.number);
            call.route = Some(asking.route);
        }
        call.began = self.tick();
        let mut state = self.state();
        if call.request.is_some_and(|request| state.ended.contains(&request)) {
            call.fault = Some(Fault::GoneBefore);
            return call;
        }
        if let Some((place, fault)) = state.verdicts.get(&call.invocation) {
            (call.place, call.fault) = (*place, *fault);
            return call;
        }
        call.place = state.begun;
        let injector = state.injector.clone();
        if self.0.keeps {
            state.begun += 1;
        }
        drop(state);
        call.fault = injector.and_then(|decide| decide(&call)).filter(|fault| fault.suits(&call));
        if self.0.keeps {
            let mut state = self.state();
            state.verdicts.insert(call.invocation.clone(), (call.place, call.fault));
            if matches!(call.fault, Some(Fault::GoneBefore | Fault::GoneAfter)) {
                state.ended.extend(call.request);
            }
        }
        call
    }

    /// A call that never comes back was carried out, or not, as was ordered.
    fn hangs(&self, call: &Call) {
        let is_ordered = self.state().verdicts.contains_key(&call.invocation);
        if is_ordered && matches!(call.fault, Some(Fault::GoneBefore | Fault::GoneAfter)) {
            self.0.gone.send_replace(true);
        }
    }

    fn end(&self, mut call: Call) {
        call.ended = self.tick();
        let writes_work = call.touches.iter().any(|touch| touch.resource == "work" && touch.writes());
        if writes_work && call.function != "on-outbox" && call.status.is_some_and(|status| status < 300) {
            self.0.work_written.notify_one();
        }
        if self.0.keeps {
            self.state().calls.push(call);
        }
    }
}
