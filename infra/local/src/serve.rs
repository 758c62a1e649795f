//! What runs in the background, and how it ends.

use crate::ports::Door;
use axum::Router;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Pages that are open in a browser keep their connections; nobody waits longer than this for them.
const PATIENCE: Duration = Duration::from_secs(2);

pub(crate) struct Running {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Running {
    pub fn new() -> Self {
        Self { stop: watch::Sender::new(false), tasks: JoinSet::new() }
    }

    /// Ends when the town stops.
    pub fn stopped(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut stop = self.stop.subscribe();
        async move {
            // An error means that nobody is left to say stop.
            let _ = stop.wait_for(|stop| *stop).await;
        }
    }

    pub fn spawn(&mut self, task: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(task);
    }

    pub fn serve_door(&mut self, door: Door, router: &Router) {
        for listener in door.listeners {
            self.serve(listener, router.clone());
        }
    }

    pub fn serve(&mut self, listener: TcpListener, router: Router) {
        let stopped = self.stopped();
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        self.spawn(async move {
            if let Err(error) = axum::serve(listener, service).with_graceful_shutdown(stopped).await {
                tracing::error!(%error, "a listener ended");
            }
        });
    }

    pub async fn stop(mut self) {
        // Nobody may be listening any more.
        let _ = self.stop.send(true);
        let all_done = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(PATIENCE, all_done).await.is_err() {
            self.tasks.shutdown().await;
        }
    }
}
