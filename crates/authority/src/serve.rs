//! Listening: on loopback only, with limits on what a connection may send, until told to stop.

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::RustlsAcceptor;
use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;

use crate::config::Transport;
use crate::routes;
use crate::state::AppState;
use crate::tls::{self, TlsError};

/// How long a client may take to send the head of a request.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// How large the head of a request may be, in bytes.
const HEAD_SIZE: usize = 64 * 1024;

/// How long requests under way may take to end when the server stops.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Why the server does not listen.
#[derive(Debug)]
pub enum ServeError {
    /// The address can be reached from elsewhere.
    NotLoopback(SocketAddr),
    /// The system refused.
    Io(io::Error),
    /// There is no certificate.
    Tls(TlsError),
}

/// Serves until `stop` comes about, after telling `announce` the URL under which it can be reached.
pub async fn serve(
    state: AppState,
    address: SocketAddr,
    announce: impl FnOnce(&str),
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    if !address.ip().is_loopback() {
        return Err(ServeError::NotLoopback(address));
    }
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let transport = state.config.transport;
    let url = format!("{}://localhost:{port}/", transport.scheme());

    let handle = Handle::new();
    let stopper = handle.clone();
    tokio::spawn(async move {
        stop.await;
        stopper.graceful_shutdown(Some(LAST_WORDS));
    });

    let service = routes::app(state).into_make_service_with_connect_info::<SocketAddr>();
    let server = limited(axum_server::from_tcp(listener)?).handle(handle);
    // The socket has been listening since it was bound, so whoever reads this can connect.
    announce(&url);
    match transport {
        Transport::Http => server.acceptor(NoDelayAcceptor::new()).serve(service).await?,
        Transport::Https => {
            let config = tls::self_signed().map_err(ServeError::Tls)?;
            let acceptor = RustlsAcceptor::new(config).acceptor(NoDelayAcceptor::new());
            server.acceptor(acceptor).serve(service).await?;
        }
    }
    Ok(())
}

fn limited(mut server: Server<SocketAddr>) -> Server<SocketAddr> {
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(Some(HEAD_TIME))
        .max_buf_size(HEAD_SIZE);
    server.http1_only()
}

impl fmt::Display for ServeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLoopback(address) => write!(
                formatter,
                "{address} can be reached from elsewhere; this server listens on loopback only, \
                 such as 127.0.0.1:4400"
            ),
            Self::Io(error) => error.fmt(formatter),
            Self::Tls(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ServeError {}

impl From<io::Error> for ServeError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
