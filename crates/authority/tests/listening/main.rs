//! The listener on a real socket: what it announces, refuses and survives, and how it stops.

#[cfg(unix)]
mod https;
#[cfg(unix)]
mod program;

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;
use vestibule_authority::chance::Chance;
use vestibule_authority::clock::SystemClock;
use vestibule_authority::config::Config;
use vestibule_authority::serve::{ServeError, serve};
use vestibule_authority::start::{Data, start};

/// How long a test waits for an answer before it fails.
const PATIENCE: Option<Duration> = Some(Duration::from_secs(20));

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn malformed_and_oversized_requests_are_refused_and_the_server_goes_on() {
    let (port, stop, served) = serving().await;
    let long = "x".repeat(1_000_000);
    let cases = [
        ("a request line of a megabyte", format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n")),
        ("a megabyte of headers", format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n")),
        ("many headers", format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(5000))),
        ("HTTP/0.9", "GET /\r\n".to_owned()),
        ("no host", "GET / HTTP/1.1\r\n\r\n".to_owned()),
        (
            "a length beside chunks",
            "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\
             Content-Type: application/json\r\n\r\nzz\r\n\r\n"
                .to_owned(),
        ),
        (
            "two lengths",
            "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                .to_owned(),
        ),
        ("NUL in the path", "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned()),
    ];
    for (what, request) in cases {
        let answer = exchange(port, request, true).await;
        let refused =
            answer.is_empty() || answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.0 4");
        assert!(refused, "{what}: {answer:.200}");
    }
    let good = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let answer = exchange(port, good.to_owned(), false).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:.200}");
    stop.send(()).unwrap();
    served.await.unwrap().unwrap();
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let state = state().await;
        let address: SocketAddr = address.parse().unwrap();
        let refused = serve(state, address, |_| {}, std::future::pending()).await;
        assert!(matches!(refused, Err(ServeError::NotLoopback(_))), "{address}");
    }
}

#[test]
fn a_command_line_that_makes_no_sense_is_refused_with_its_reason() {
    for (args, reason) in [
        (&["--listen", "4400"][..], "--listen"),
        (&["--listen", "0.0.0.0:0"], "loopback"),
        (&["--config", "/nowhere.toml"], "/nowhere.toml"),
        (&["--port", "1"], "--port"),
        (&["--data", "/nowhere/at/all.sqlite"], "database"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_vestibule-authority"))
            .args(args)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && said.contains(reason),
            "{args:?}: {said}"
        );
    }
}

async fn state() -> vestibule_authority::AppState {
    let config = Config::from_toml("key_algorithm = 'ES256'").unwrap();
    start(config, &Data::Memory, Arc::new(SystemClock), Chance::seeded(3))
        .await
        .unwrap()
}

/// A server on a free port, the way to stop it, and what it ended with.
async fn serving() -> (
    u16,
    oneshot::Sender<()>,
    tokio::task::JoinHandle<Result<(), ServeError>>,
) {
    let (stop, stopped) = oneshot::channel();
    let (tell, told) = oneshot::channel();
    let state = state().await;
    let served = tokio::spawn(serve(
        state,
        SocketAddr::from(([127, 0, 0, 1], 0)),
        move |url| tell.send(url.to_owned()).unwrap(),
        async {
            // A test that fails drops the sender, which stops the server too.
            let _told_or_dropped = stopped.await;
        },
    ));
    let url = told.await.unwrap();
    let port = url
        .rsplit(':')
        .next()
        .unwrap()
        .trim_end_matches('/')
        .parse()
        .unwrap();
    (port, stop, served)
}

async fn exchange(port: u16, request: String, end: bool) -> String {
    let work = move || send(port, &request, end);
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// Sends bytes and reads until the server closes. What breaks off in between counts as closed.
///
/// `end` says after the bytes that no more will come, which a server may take for a client that went away.
fn send(port: u16, request: &str, end: bool) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(PATIENCE).unwrap();
    let mut answer = Vec::new();
    if stream.write_all(request.as_bytes()).is_ok() && end {
        let _closed = stream.shutdown(std::net::Shutdown::Write);
    }
    let _until = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}
