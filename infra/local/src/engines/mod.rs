//! The engines that stand in for AWS: the same protocols on sockets of this machine, so that
//! functions in this process, under the runtime interface emulator or in a container reach them.

pub(crate) mod buckets;
pub(crate) mod import;
pub(crate) mod tables;

use crate::StartError;
use crate::serve::Running;
use axum::Router;
use std::net::{IpAddr, SocketAddr};
use tokio::net::TcpListener;

/// Serves an engine on a free port.
pub(crate) async fn serve(running: &mut Running, bind: IpAddr, router: Router) -> Result<u16, StartError> {
    let listener = listen(bind).await?;
    let port = listener.local_addr().map_err(StartError::Ports)?.port();
    running.serve(listener, router);
    Ok(port)
}

pub(crate) async fn listen(bind: IpAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(SocketAddr::new(bind, 0)).await.map_err(StartError::Ports)
}
