//! The driver's process, one for each browser: two of the three drivers take no more than one session.

use std::{
    net::TcpListener,
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
};

use rustix::process::{Pid, Signal, geteuid, kill_process_group};

use super::{engine::Engine, fonts};
use crate::wait::until;

/// A running driver; dropped, it and its browser end.
pub struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts the engine's driver and waits until it takes sessions.
    pub fn start(engine: Engine) -> Self {
        let [port, spare] = free_ports();
        let (program, arguments) = engine.driver(port, spare);
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        if engine == Engine::Chromium {
            command.env("FONTCONFIG_FILE", fonts::settings());
        }
        if engine == Engine::WebKit && geteuid().is_root() {
            // Its sandbox does not start for root; the pages are our own.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{program} could not be started: {error}"));
        let driver = Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
        };
        let status = format!("{}/status", driver.url);
        until(&format!("{program} ready for a session"), async || {
            let answer = reqwest::get(&status).await.ok()?;
            answer.status().is_success().then_some(())
        });
        driver
    }

    /// Where it takes commands.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whatever the session left running goes with the group.
        let _ = kill_process_group(Pid::from_child(&self.process), Signal::KILL);
        let _ = self.process.wait();
    }
}

/// Two ports that were free a moment ago; drivers cannot choose for themselves and tell.
fn free_ports() -> [u16; 2] {
    let sockets = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").expect("loopback has a free port"));
    sockets.map(|socket| socket.local_addr().expect("a bound socket has an address").port())
}
