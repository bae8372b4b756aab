//! Waits until a server really answers.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::mpsc,
    time::Duration,
};

use crate::{child::Child, failure::Failure};

/// How often a server is looked at.
pub const GLANCE: Duration = Duration::from_millis(200);

/// How the wait ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Ready,
    Interrupted,
}

/// Refuses a port that is in use, with the flag that chooses another.
pub fn is_free(port: u16, flag: &str) -> Result<(), Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|cause| {
            Failure::Usage(format!(
                "Port {port} cannot be used ({cause}): end the program that has it, or choose another with `{flag}`."
            ))
        })
}

/// Waits until the app's page comes; the first build in front of it can take minutes.
pub fn app(server: &mut Child, port: u16, interrupted: &mpsc::Receiver<()>) -> Result<Outcome, Failure> {
    loop {
        if answers(port) {
            return Ok(Outcome::Ready);
        }
        if let Some(status) = server.ended() {
            let detail = format!("Trunk ended ({status}); what it said stands above");
            return Err(Failure::NotReady {
                what: "The app",
                detail,
            });
        }
        if interrupted.recv_timeout(GLANCE).is_ok() {
            return Ok(Outcome::Interrupted);
        }
    }
}

/// Whether the page of the app is there.
fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let Ok(mut stream) = TcpStream::connect_timeout(&address, GLANCE) else {
        return false;
    };
    let asked = stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .and_then(|()| write!(stream, "GET / HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n"));
    let mut answer = [0; 12];
    asked.is_ok() && stream.read_exact(&mut answer).is_ok() && answer.ends_with(b" 200")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_refused_with_the_flag_for_another() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        let port = taken.local_addr().expect("it is bound").port();
        let refused = is_free(port, "--port").expect_err("it is taken").to_string();
        assert!(
            refused.contains(&port.to_string()) && refused.contains("`--port`"),
            "{refused}"
        );
        drop(taken);
        assert!(is_free(port, "--port").is_ok());
    }
}
