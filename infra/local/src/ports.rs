//! Where the town listens. Portal, office and simulators stand side by side, so that somebody who
//! knows one address knows all three.

use crate::StartError;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use tokio::net::TcpListener;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ports {
    /// Whatever is free.
    Any,
    /// This one and the two after it; ten further when one of the three is taken, and so on.
    From(u16),
}

/// How many blocks of ports are tried.
const TRIES: u16 = 20;
const BLOCKS_APART: u16 = 10;

pub(crate) struct Door {
    pub port: u16,
    pub listeners: Vec<TcpListener>,
}

pub(crate) struct Doors {
    pub portal: Door,
    pub office: Door,
    pub simulators: Door,
}

impl Doors {
    pub async fn open(bind: IpAddr, ports: Ports) -> Result<Self, StartError> {
        let first = match ports {
            Ports::Any => return Self::block(bind, [0, 0, 0]).await.map_err(StartError::Ports),
            Ports::From(first) => first,
        };
        for step in 0..TRIES {
            let Some(base) = first.checked_add(step * BLOCKS_APART).filter(|base| *base < u16::MAX - 2) else { break };
            match Self::block(bind, [base, base + 1, base + 2]).await {
                Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                opened => return opened.map_err(StartError::Ports),
            }
        }
        Err(StartError::Ports(ErrorKind::AddrInUse.into()))
    }

    /// The pages are for this machine's browser; containers ask the simulators alone.
    async fn block(bind: IpAddr, [portal, office, simulators]: [u16; 3]) -> io::Result<Self> {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        Ok(Self {
            portal: Door::open(here, portal).await?,
            office: Door::open(here, office).await?,
            simulators: Door::open(bind, simulators).await?,
        })
    }
}

impl Door {
    pub async fn open(bind: IpAddr, port: u16) -> io::Result<Self> {
        let mut tries = 0;
        loop {
            match Self::open_once(bind, port).await {
                // A free port that isn't free for the other family: take another.
                Err(error) if port == 0 && error.kind() == ErrorKind::AddrInUse && tries < TRIES => tries += 1,
                opened => return opened,
            }
        }
    }

    /// `localhost` is two addresses to a browser, which may try either first: were the other one
    /// somebody else's, it would show that.
    async fn open_once(bind: IpAddr, port: u16) -> io::Result<Self> {
        let first = TcpListener::bind(SocketAddr::new(bind, port)).await?;
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        if bind == IpAddr::V4(Ipv4Addr::LOCALHOST) {
            match TcpListener::bind(SocketAddr::new(Ipv6Addr::LOCALHOST.into(), port)).await {
                Ok(second) => listeners.push(second),
                Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
                // A machine without IPv6.
                Err(_) => {}
            }
        }
        Ok(Self { port, listeners })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_block_is_passed_over() {
        let localhost = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let taken = Door::open(localhost, 0).await.expect("a port");
        let doors = Doors::open(localhost, Ports::From(taken.port)).await.expect("a block");
        assert_ne!(doors.portal.port, taken.port);
        assert_eq!((doors.portal.port - taken.port) % BLOCKS_APART, 0);
        assert_eq!(doors.simulators.port, doors.portal.port + 2);
    }
}
