//! `cargo xtask demo`: an example and the authorization server, side by side, until Ctrl-C.

mod app;
mod ready;
mod server;

use std::sync::mpsc;

use crate::{authority, child::Child, cli::Demo, failure::Failure, say, tools, trunk};

/// Shown at the end of the set-up; the authorization server seeds this account.
const SEEDED: (&str, &str) = ("ada@example.com", "correct horse battery staple");

/// The example that the authority shows as its login page.
const HOSTED: &str = "hosted";

/// Builds, starts, tells the addresses and waits for Ctrl-C.
pub fn run(wanted: &Demo) -> Result<(), Failure> {
    crate::workspace::example_page(&wanted.example)?;
    if wanted.example == HOSTED {
        return Err(Failure::Usage(
            "The example `hosted` is a page of the authorization server. `--example redirect` has an app that leads there."
                .to_owned(),
        ));
    }
    // Before minutes of building, and before somebody else's page is taken for ours.
    ready::is_free(wanted.port, "--port")?;
    ready::is_free(wanted.authority_port, "--authority-port")?;
    tools::for_apps(wanted.profile)?;
    trunk::fetch()?;
    let program = authority::build()?;
    let page = trunk::build(HOSTED, wanted.profile)?;

    let (tell, interrupted) = mpsc::channel();
    ctrlc::set_handler(move || {
        // After the first one nobody listens any more, and nobody needs to.
        let _ = tell.send(());
    })
    .map_err(|error| Failure::NotReady {
        what: "Ctrl-C",
        detail: error.to_string(),
    })?;

    say::doing(&format!(
        "Starting the authorization server on port {}",
        wanted.authority_port
    ));
    let (mut server, authority) = server::start(&program, &page, wanted)?;
    say::doing(&format!(
        "Building and serving {} on port {}",
        wanted.example, wanted.port
    ));
    let mut app = app::start(wanted, &authority)?;
    if ready::app(&mut app, wanted.port, &interrupted)? == ready::Outcome::Interrupted {
        return Ok(());
    }
    announce(wanted, &authority);
    let ended = until_interrupted(
        &mut [("The app's server", &mut app), ("The authority", &mut server)],
        &interrupted,
    );
    say::doing("Stopping both");
    ended
}

fn announce(wanted: &Demo, authority: &str) {
    say::line("");
    say::line(&format!(
        "  the app                   http://localhost:{}/",
        wanted.port
    ));
    say::line(&format!("  the authorization server  {authority}"));
    say::line(&format!("  its mails and messages    {authority}dev/outbox"));
    say::line(&format!(
        "  log in with               {} / {}",
        SEEDED.0, SEEDED.1
    ));
    say::line("");
    say::line("  Ctrl-C stops both. Accounts made here are forgotten then.");
    say::line("");
}

/// Waits for Ctrl-C, or for one of the servers to end, which it should not.
fn until_interrupted(
    servers: &mut [(&'static str, &mut Child)],
    interrupted: &mpsc::Receiver<()>,
) -> Result<(), Failure> {
    while interrupted.recv_timeout(ready::GLANCE).is_err() {
        for (what, server) in &mut *servers {
            if let Some(status) = server.ended() {
                return Err(Failure::NotReady {
                    what,
                    detail: format!("it ended by itself ({status})"),
                });
            }
        }
    }
    Ok(())
}
