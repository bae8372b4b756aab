//! The authority as a process of its own, which can be stopped and started again with the same data.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
};

use rustix::process::{Pid, Signal, kill_process};

use crate::{paths, scene::Way, wait::PATIENCE};

const LISTENING: &str = "listening on ";

/// A running authority; dropped, it stops and its data go.
pub struct Authority {
    process: Option<Child>,
    port: u16,
    folder: PathBuf,
    way: Way,
}

impl Authority {
    /// Starts one on a free port with a configuration file of these words. `folder` is its own.
    pub fn start(folder: PathBuf, config: &str) -> Self {
        Self::start_by(folder, config, Way::Relay)
    }

    /// The same, reached in this way.
    pub fn start_by(folder: PathBuf, config: &str, way: Way) -> Self {
        fs::create_dir_all(&folder).expect("the target folder takes files");
        fs::write(folder.join("authority.toml"), config).expect("the target folder takes files");
        let (process, port) = launched(&folder, 0, way);
        Self {
            process: Some(process),
            port,
            folder,
            way,
        }
    }

    /// The port it listens on, the same after every start.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Whether it was started and not stopped since.
    pub fn is_running(&self) -> bool {
        self.process.is_some()
    }

    /// Ends it as a service manager would, and waits until it is gone.
    pub fn stop(&mut self) {
        let Some(mut process) = self.process.take() else {
            return;
        };
        // An error means that it has ended by itself.
        let _ = kill_process(Pid::from_child(&process), Signal::TERM);
        let status = process.wait().expect("a child of ours can be waited for");
        assert!(
            status.success() || thread::panicking(),
            "the authority did not stop cleanly: {status}"
        );
    }

    /// Starts it again where it was, with the data it had.
    pub fn start_again(&mut self) {
        self.stop();
        let (process, _) = launched(&self.folder, self.port, self.way);
        self.process = Some(process);
    }
}

impl Drop for Authority {
    fn drop(&mut self) {
        self.stop();
        // What is left behind is cleaned by `cargo clean` at the latest.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Starts the program and reads the port from the line it prints when it accepts connections.
fn launched(folder: &Path, port: u16, way: Way) -> (Child, u16) {
    let log = fs::File::options()
        .create(true)
        .append(true)
        .open(folder.join("authority.log"));
    let mut process = Command::new(paths::authority())
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args((way == Way::Tls).then_some("--tls"))
        .arg("--data")
        .arg(folder.join("authority.db"))
        .arg("--config")
        .arg(folder.join("authority.toml"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log.map_or_else(|_| Stdio::inherit(), Stdio::from))
        .spawn()
        .expect("the authority's program can be started");
    let output = process.stdout.take().expect("the output was piped");
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(port) = line.strip_prefix(LISTENING).and_then(port_of) {
                // Told once; nobody listens after that.
                let _ = tell.send(port);
            }
        }
    });
    let Ok(port) = told.recv_timeout(PATIENCE) else {
        let _ = process.kill();
        let said = fs::read_to_string(folder.join("authority.log")).unwrap_or_default();
        panic!("the authority did not start to listen: {said}")
    };
    (process, port)
}

fn port_of(address: &str) -> Option<u16> {
    let (_, port) = address.trim_end_matches('/').rsplit_once(':')?;
    port.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_of;

    #[test]
    fn the_port_is_read_with_and_without_a_slash_after_it() {
        assert_eq!(port_of("localhost:4400/"), Some(4400));
        assert_eq!(port_of("127.0.0.1:4400"), Some(4400));
        assert_eq!(port_of("localhost"), None);
    }
}
