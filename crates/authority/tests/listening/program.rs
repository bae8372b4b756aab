//! The program: what it announces and serves, and how it stops.

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use vestibule_authority::chance::Chance;

use super::{https, send};

#[test]
fn the_program_announces_its_port_and_stops_cleanly_when_told() {
    let folder = Folder::new();
    for signal in ["-TERM", "-INT"] {
        let program = Program::start(&folder, &[]);
        let port = program.port("http");
        // A connection that is kept open must not keep the program from stopping.
        let idle = TcpStream::connect(("127.0.0.1", port)).unwrap();
        program.stop(signal);
        drop(idle);
    }
}

#[test]
fn with_tls_the_program_serves_https_under_an_https_issuer_and_no_plain_http() {
    let folder = Folder::new();
    let program = Program::start(&folder, &["--tls"]);
    let port = program.port("https");
    let request = format!(
        "GET /.well-known/openid-configuration HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    );
    let answer = https::exchange(port, &request);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:.200}");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let metadata: serde_json::Value = serde_json::from_str(body).unwrap();
    let issuer = format!("https://localhost:{port}/");
    assert_eq!(metadata["issuer"], issuer);
    for endpoint in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
        let endpoint = metadata[endpoint].as_str().unwrap();
        assert!(endpoint.starts_with(&issuer), "{endpoint}");
    }
    let plain = send(port, &request, false);
    assert!(!plain.starts_with("HTTP/1.1 200"), "{plain:.200}");
    program.stop("-TERM");
}

/// A folder of a test's own, with a configuration whose key is quickly made.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("vestibule-{}", Chance::from_entropy().hex(16)));
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("config.toml"), "key_algorithm = 'ES256'").unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A test that fails may leave it behind; it is a temporary one.
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

/// The program on a free port; dropped, it ends.
struct Program {
    process: Child,
    announced: String,
}

impl Program {
    /// Starts it and waits until it says where it listens.
    fn start(folder: &Folder, more: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_vestibule-authority"))
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(folder.0.join("data.sqlite"))
            .arg("--config")
            .arg(folder.0.join("config.toml"))
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let announced = lines.next().unwrap().unwrap();
        Self { process, announced }
    }

    /// The port that it announced under this scheme.
    fn port(&self, scheme: &str) -> u16 {
        let port = self
            .announced
            .strip_prefix(&format!("listening on {scheme}://localhost:"))
            .and_then(|rest| rest.strip_suffix('/'));
        port.unwrap_or_else(|| panic!("{}", self.announced))
            .parse()
            .unwrap()
    }

    /// Sends it a signal, after which it ends well.
    fn stop(mut self, signal: &str) {
        let told = Command::new("kill")
            .args([signal, &self.process.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
        assert!(self.process.wait().unwrap().success(), "{signal}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended, unless the test has failed.
        let _ended = self.process.kill();
    }
}
