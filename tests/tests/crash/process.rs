//! The town as a process of its own, which can be killed.

use serde_json::Value;
use std::net::TcpListener;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

pub struct Process {
    child: Child,
    pub portal: String,
    pub simulators: String,
}

impl Process {
    /// With the data of a folder, at the same address each time.
    pub async fn start(data: &Path, port: u16) -> Self {
        let mut child = Command::new(binary())
            .arg("--data")
            .arg(data)
            .args(["--port", &port.to_string()])
            .env("RUST_LOG", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("it can be started");
        let mut complaints = child.stderr.take().expect("its complaints");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        // The first words come when it is up.
        let is_up = |line: &str| line.contains("is up");
        while let Some(line) = lines.next_line().await.expect("text") {
            if is_up(&line) {
                let guide = std::fs::read_to_string(data.join("town.json")).expect("it says where it is");
                let guide: Value = serde_json::from_str(&guide).expect("JSON");
                let text = |value: &Value| value.as_str().expect("an address").trim_end_matches("/mail").to_owned();
                let (portal, simulators) = (text(&guide["portal"]), text(&guide["simulators"]["mail"]));
                assert!(portal.ends_with(&format!(":{port}")), "somebody else took port {port} meanwhile");
                // The rest of what it says goes nowhere, and must not be what it waits for.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                tokio::spawn(async move { tokio::io::copy(&mut complaints, &mut tokio::io::sink()).await });
                return Self { child, portal, simulators };
            }
        }
        let mut why = String::new();
        complaints.read_to_string(&mut why).await.expect("text");
        panic!("the town does not start: {why}");
    }

    /// `kill -9`, in the middle of whatever it does.
    pub fn kill(&self) {
        let id = self.child.id().expect("it runs").to_string();
        let status = std::process::Command::new("kill").args(["-9", &id]).status();
        assert!(status.is_ok_and(|status| status.success()), "it can't be killed");
    }

    pub async fn ended(mut self) {
        let status = self.child.wait().await.expect("it ends");
        assert_eq!(status.signal(), Some(9), "it ended otherwise: {status}");
    }
}

fn binary() -> PathBuf {
    let test = std::env::current_exe().expect("this test has a path");
    let binary = test.ancestors().nth(2).expect("target/debug/deps").join("meent-local");
    assert!(binary.exists(), "{} is not built: run this test with `make journeys`", binary.display());
    binary
}

/// The first of three that were free a moment ago.
pub fn free_port() -> u16 {
    for _ in 0..100 {
        let first = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = first.local_addr().expect("an address").port();
        let is_free = |port: u16| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if port < u16::MAX - 3 && is_free(port + 1) && is_free(port + 2) {
            return port;
        }
    }
    panic!("no three free ports beside each other");
}
