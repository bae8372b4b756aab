//! The command line of the authorization server.

mod command;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use command::{Command, CommandError, Options};
use vestibule_authority::chance::Chance;
use vestibule_authority::clock::SystemClock;
use vestibule_authority::config::{Config, Transport};
use vestibule_authority::serve::{ServeError, serve};
use vestibule_authority::start::{StartError, start};

#[tokio::main]
async fn main() -> ExitCode {
    match command::read(std::env::args_os()) {
        Ok(Command::Help) => {
            print!("{}", command::HELP);
            ExitCode::SUCCESS
        }
        Ok(Command::Serve(options)) => match run(*options).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error),
        },
        Err(error) => fail(&Error::Command(error)),
    }
}

/// Why the program fails.
#[derive(Debug)]
enum Error {
    Command(CommandError),
    Start(StartError),
    Serve(ServeError),
}

async fn run(options: Options) -> Result<(), Error> {
    let mut config = options.config;
    config.transport = options.transport;
    tell_about_surprises(&config);
    let state = start(
        config,
        &options.data,
        Arc::new(SystemClock),
        Chance::from_entropy(),
    )
    .await
    .map_err(Error::Start)?;
    serve(state, options.listen, announce, asked_to_stop())
        .await
        .map_err(Error::Serve)
}

/// The line that scripts wait for.
fn announce(url: &str) {
    println!("listening on {url}");
    // A closed pipe is the reader's business; the server goes on.
    let _flushed = std::io::stdout().flush();
}

/// Settings that nobody should meet by surprise.
fn tell_about_surprises(config: &Config) {
    if config.reveal_user_exists {
        eprintln!("note: reveal_user_exists tells anyone which addresses have an account");
    }
    if config.hosted_page.is_none() {
        eprintln!("note: the login page has no script; --hosted-page DIR puts the widget there");
    }
    if config.transport == Transport::Https {
        eprintln!("note: the certificate is self-signed; browsers will ask whether to trust it");
    }
}

/// SIGTERM or Ctrl-C. Both are listened for from the call on, not from the first poll: whoever reads that the server
/// is there may stop it in the same moment.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let signals = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = signals else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn asked_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

fn fail(error: &Error) -> ExitCode {
    match error {
        Error::Command(error) => eprintln!("{error}\n\n{}", command::HELP),
        Error::Start(error) => eprintln!("{error}"),
        Error::Serve(error) => eprintln!("{error}"),
    }
    ExitCode::FAILURE
}
