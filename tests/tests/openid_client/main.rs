//! openid-client from npm, unmodified, against the authority: a certified client on a server finds no rule broken.

mod api;
mod code;
mod dpop;
mod hybrid;
mod logout;
mod pushed;
mod refresh;
mod revocation;

use std::{env, thread};

use serde_json::{Value, json};
use vestibule_tests::{
    ADA, Seen,
    cast::{Authority, peer},
    web::Relay,
};

/// The app of the seeded clients. Nobody is there: what is sent to it is read from its address.
const APP: &str = "http://localhost:8080";

/// What came of a scenario.
struct Played {
    /// What the script has found out.
    facts: Value,
    /// The requests to the authority, in their order.
    seen: Vec<Seen>,
    issuer: String,
}

impl Played {
    /// The statuses of the answers to requests to this path.
    fn statuses(&self, path: &str) -> Vec<u16> {
        let requests = self.seen.iter().filter(|seen| seen.path == path);
        requests.filter_map(|seen| seen.status).collect()
    }
}

/// Plays a scenario of `tests/peers/openid-client` against an authority of its own.
fn plays(scenario: &str) -> Played {
    plays_with(scenario, &json!({}), "")
}

/// The same, with more to tell the script and with lines for the authority's configuration file.
fn plays_with(scenario: &str, more: &Value, config: &str) -> Played {
    let story = thread::current().name().unwrap_or(scenario).replace("::", "-");
    let folder = env::temp_dir().join(format!("vestibule-peer-{}-{story}", std::process::id()));
    let authority = Authority::start(folder, config);
    let relay = Relay::start(authority.port());
    // By number, since older versions of Node.js take the first address of `localhost` and no other.
    let issuer = format!("http://127.0.0.1:{}/", relay.port());
    let mut told = json!({
        "scenario": scenario,
        "issuer": issuer,
        "callback": format!("{APP}/callback"),
        "home": format!("{APP}/"),
        "username": ADA.email,
        "password": ADA.password,
        "libraries": {
            "openidClient": peer::library("openid-client", "build/index.js"),
            "oauth4webapi": peer::library("oauth4webapi", "build/index.js"),
        },
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        told[name] = value.clone();
    }
    Played {
        facts: peer::play("openid-client", &told),
        seen: relay.seen(),
        issuer,
    }
}

/// How a request for tokens is refused.
fn refused(error: &str) -> Value {
    json!({ "status": 400, "error": error })
}
