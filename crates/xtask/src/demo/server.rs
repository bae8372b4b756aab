//! Starts the authorization server and waits for the line in which it names its address.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use crate::{child::Child, cli::Demo, failure::Failure, say, workspace};

/// Generous: opening the database and making a signing key take well under a second.
const PATIENCE: Duration = Duration::from_secs(60);
const LISTENING: &str = "listening on ";

/// Starts the server; returns it and its address, which ends in a slash.
pub fn start(program: &Path, page: &Path, wanted: &Demo) -> Result<(Child, String), Failure> {
    let mut command = Command::new(program);
    command
        .args([
            "--listen",
            &format!("127.0.0.1:{}", wanted.authority_port),
            "--data",
            ":memory:",
            "--hosted-page",
        ])
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    if let Some(config) = config(wanted.port)? {
        command.arg("--config").arg(config);
    }
    let mut server = Child::start(&mut command)?;
    let output = server
        .take_output()
        .expect("the output was piped three lines above");
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line.starts_with(LISTENING) {
                // Once the address is known nobody listens any more.
                let _ = tell.send(());
            } else {
                say::line(&line);
            }
        }
    });
    // The sender goes away when the server ends, which ends the wait early.
    told.recv_timeout(PATIENCE).map_err(|_| Failure::NotReady {
        what: "The authorization server",
        detail: format!("it did not start to listen on port {}", wanted.authority_port),
    })?;
    Ok((server, format!("http://localhost:{}/", wanted.authority_port)))
}

/// The seeded clients know the app on port 8080; on another port they have to be told.
fn config(port: u16) -> Result<Option<PathBuf>, Failure> {
    if port == 8080 {
        return Ok(None);
    }
    let folder = workspace::target().join("demo");
    let file = folder.join("authority.toml");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    fs::write(&file, clients(port)).map_err(Failure::file(&file))?;
    Ok(Some(file))
}

/// The authority adds the usual callbacks and logout targets of an origin by itself.
fn clients(port: u16) -> String {
    ["quickstart", "legacy"]
        .map(|id| format!("[[client]]\nclient_id = \"{id}\"\norigins = [\"http://localhost:{port}\"]\n"))
        .concat()
}
