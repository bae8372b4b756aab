//! What the command line says.

use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use lexopt::prelude::*;
use vestibule_authority::config::{Config, ConfigError, Transport};
use vestibule_authority::seed;
use vestibule_authority::start::Data;

/// What `--help` says.
pub(crate) const HELP: &str = "\
An authorization server for development, tests and demos.

Usage: vestibule-authority [--listen ADDRESS] [--data FILE|:memory:] [--config FILE.toml] [--hosted-page DIR] [--tls]

  --listen ADDRESS   loopback address and port, 127.0.0.1:4400 when left out; port 0 takes a free one
  --data FILE        SQLite file, or :memory: (the default) for a state that is gone at the end
  --config FILE      clients, connections, users and more, on top of what is seeded
  --hosted-page DIR  a login page of your own in the place of this server's: index.html with @@config@@ in it
  --tls              https with a certificate made at start
  --help             this text
";

/// What to do.
pub(crate) enum Command {
    Help,
    Serve(Box<Options>),
}

/// How to serve.
pub(crate) struct Options {
    pub(crate) listen: SocketAddr,
    pub(crate) data: Data,
    pub(crate) config: Config,
    pub(crate) transport: Transport,
}

/// Why the command line makes no sense.
#[derive(Debug)]
pub(crate) enum CommandError {
    Argument(lexopt::Error),
    Address(String),
    Unreadable(PathBuf, std::io::Error),
    HostedPage(PathBuf, std::io::Error),
    Config(PathBuf, ConfigError),
}

/// Reads the command line, its first word being the program's name, and the file it names.
pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Command, CommandError> {
    let mut options = Options {
        listen: SocketAddr::from(([127, 0, 0, 1], 4400)),
        data: Data::Memory,
        config: seed::config(),
        transport: Transport::Http,
    };
    let mut hosted_page = None;
    let mut parser = lexopt::Parser::from_iter(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("listen") => options.listen = address(&parser.value()?.string()?)?,
            Long("data") => options.data = data(parser.value()?),
            Long("config") => options.config = config(PathBuf::from(parser.value()?))?,
            Long("hosted-page") => hosted_page = Some(PathBuf::from(parser.value()?)),
            Long("tls") => options.transport = Transport::Https,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    options.config.hosted_page = hosted_page.or(options.config.hosted_page);
    if let Some(folder) = &options.config.hosted_page {
        let page = folder.join("index.html");
        if let Err(error) = std::fs::read_to_string(&page) {
            return Err(CommandError::HostedPage(page, error));
        }
    }
    Ok(Command::Serve(Box::new(options)))
}

/// `localhost` means 127.0.0.1 here, whatever the system thinks of it.
fn address(text: &str) -> Result<SocketAddr, CommandError> {
    let number = match text.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => text.to_owned(),
    };
    number.parse().map_err(|_| CommandError::Address(text.to_owned()))
}

fn data(value: OsString) -> Data {
    if value == ":memory:" {
        Data::Memory
    } else {
        Data::File(value.into())
    }
}

fn config(path: PathBuf) -> Result<Config, CommandError> {
    match std::fs::read_to_string(&path) {
        Ok(text) => Config::from_toml(&text).map_err(|error| CommandError::Config(path, error)),
        Err(error) => Err(CommandError::Unreadable(path, error)),
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(error) => error.fmt(formatter),
            Self::Address(text) => {
                write!(
                    formatter,
                    "--listen: `{text}` is not an address and port, such as 127.0.0.1:4400"
                )
            }
            Self::Unreadable(path, error) => write!(formatter, "--config {}: {error}", path.display()),
            Self::HostedPage(path, error) => write!(formatter, "--hosted-page {}: {error}", path.display()),
            Self::Config(path, error) => write!(formatter, "--config {}: {error}", path.display()),
        }
    }
}

impl From<lexopt::Error> for CommandError {
    fn from(error: lexopt::Error) -> Self {
        Self::Argument(error)
    }
}
