//! One function's binary under the runtime interface emulator: Lambda's own loop, without a container.

use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::net::TcpListener as StdListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// What it said last, for when it goes wrong.
type Said = Arc<Mutex<VecDeque<String>>>;
const MOST_LINES: usize = 40;
/// Somebody else may take a free port before the emulator does.
const TRIES: usize = 5;

/// Ends with the test, and the function with it: without the emulator it has nobody to ask for work.
pub struct Emulator {
    address: String,
    client: reqwest::Client,
    said: Said,
    _process: Child,
}

impl Emulator {
    pub async fn start(function: &str, environment: &BTreeMap<String, String>) -> Self {
        let said = Said::default();
        for _ in 0..TRIES {
            if let Some(emulator) = Self::try_start(function, environment, &said).await {
                return emulator;
            }
        }
        panic!("{function} does not start under the emulator: {}", told(&said));
    }

    async fn try_start(function: &str, environment: &BTreeMap<String, String>, said: &Said) -> Option<Self> {
        let [address, runtime] = free_addresses();
        let mut process = Command::new(emulator())
            .args(["--runtime-interface-emulator-address", &address, "--runtime-api-address", &runtime])
            .arg(binary(function))
            .env_clear()
            .envs(environment)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the emulator can be started");
        listen(process.stdout.take().expect("its output"), said.clone());
        listen(process.stderr.take().expect("its complaints"), said.clone());
        while TcpStream::connect(&address).await.is_err() {
            if process.try_wait().expect("its state").is_some() {
                return None;
            }
            tokio::task::yield_now().await;
        }
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Some(Self { address, client, said: said.clone(), _process: process })
    }

    /// What the function makes of an event.
    pub async fn invoke(&self, event: &Value) -> Value {
        let path = "2015-03-31/functions/function/invocations";
        let request = self.client.post(format!("http://{}/{path}", self.address)).json(event);
        let answer = request.send().await.expect("the emulator answers").text().await.expect("an answer");
        serde_json::from_str(&answer).unwrap_or_else(|_| panic!("not JSON: {answer}\n{}", told(&self.said)))
    }
}

fn emulator() -> String {
    let path = std::env::var("MEENT_RIE");
    path.expect("MEENT_RIE says where the runtime interface emulator is: run these tests with `make journeys`")
}

/// `MEENT_BINARIES` names a folder of others than these tests were built with.
fn binary(function: &str) -> PathBuf {
    let ours = || {
        let test = std::env::current_exe().expect("this test has a path");
        test.ancestors().nth(2).expect("target/debug/deps").to_owned()
    };
    let folder = std::env::var_os("MEENT_BINARIES").map_or_else(ours, PathBuf::from);
    let binary = folder.join(function);
    assert!(binary.exists(), "{} is not built: run these tests with `make journeys`", binary.display());
    binary
}

fn free_addresses() -> [String; 2] {
    // Both at once, so that they differ.
    let listeners = [(); 2].map(|()| StdListener::bind("127.0.0.1:0").expect("a free port"));
    listeners.map(|listener| listener.local_addr().expect("an address").to_string())
}

fn listen(output: impl AsyncRead + Unpin + Send + 'static, said: Said) {
    tokio::spawn(async move {
        let mut lines = BufReader::new(output).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            let mut said = said.lock().expect("no panic while held");
            if said.len() == MOST_LINES {
                said.pop_front();
            }
            said.push_back(line);
        }
    });
}

fn told(said: &Said) -> String {
    said.lock().expect("no panic while held").iter().map(|line| format!("\n  {line}")).collect()
}
