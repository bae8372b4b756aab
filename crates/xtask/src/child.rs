//! A server that runs beside this program and ends with it.

use std::{
    os::unix::process::CommandExt,
    process::{Child as Process, Command, ExitStatus},
    sync::mpsc,
    thread,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::failure::Failure;

/// How long a server may take to end by itself.
const GRACE: Duration = Duration::from_secs(5);

/// A running server with everything it started; dropped, all of them are stopped.
pub struct Child {
    process: Option<Process>,
    group: Pid,
}

impl Child {
    /// Starts a program in a process group of its own, so that Ctrl-C reaches it only through [`Child::stop`].
    pub fn start(command: &mut Command) -> Result<Self, Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        let process = command
            .process_group(0)
            .spawn()
            .map_err(|cause| Failure::NotStarted { program, cause })?;
        let group = Pid::from_child(&process);
        Ok(Self {
            process: Some(process),
            group,
        })
    }

    /// The standard output, once, when it was piped.
    pub fn take_output(&mut self) -> Option<std::process::ChildStdout> {
        self.process.as_mut()?.stdout.take()
    }

    /// How it ended, if it has ended.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.process.as_mut()?.try_wait().ok().flatten()
    }

    /// Asks the group to end, and ends it when it does not.
    pub fn stop(&mut self) {
        let Some(mut process) = self.process.take() else {
            return;
        };
        // An error means that the group is gone already, which is what is wanted.
        let _ = kill_process_group(self.group, Signal::TERM);
        let (tell, ended) = mpsc::channel();
        let waiting = thread::spawn(move || {
            let _ = process.wait();
            let _ = tell.send(());
        });
        if ended.recv_timeout(GRACE).is_err() {
            let _ = kill_process_group(self.group, Signal::KILL);
        }
        let _ = waiting.join();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.stop();
    }
}
