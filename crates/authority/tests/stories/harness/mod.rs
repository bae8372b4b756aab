//! A server in memory with a clock that stands still, and a browser that keeps cookies.

mod browser;
mod answer;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use axum::Router;
use vestibule_authority::chance::Chance;
use vestibule_authority::clock::TestClock;
use vestibule_authority::config::{Config, KeyAlgorithm};
use vestibule_authority::keys::{Keys, SigningKey};
use vestibule_authority::store::Store;
use vestibule_authority::{AppState, app, seed};

pub use answer::Answer;
pub use browser::Browser;

/// When every story begins, in Unix seconds.
pub const START: i64 = 1_800_000_000;

/// The app of the seeded clients.
pub const APP: &str = "http://localhost:8080";

/// One of its callbacks.
pub const CALLBACK: &str = "http://localhost:8080/callback";

/// The address of the server, and its issuer.
pub const ISSUER: &str = "http://localhost:4400/";

/// The seeded person's password.
pub const PASSWORD: &str = "correct horse battery staple";

/// The verifier of RFC 7636 appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// The challenge of RFC 7636 appendix B.
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A server.
pub struct World {
    /// What its handlers work with.
    pub state: AppState,
    /// Its clock.
    pub clock: TestClock,
    app: Router,
}

impl World {
    /// With nothing but the seeds.
    pub async fn new() -> Self {
        Self::with(seed::config()).await
    }

    /// With the seeds and what a configuration file says on top of them.
    pub async fn configured(toml: &str) -> Self {
        Self::with(Config::from_toml(toml).expect("a story's configuration is right")).await
    }

    async fn with(config: Config) -> Self {
        static KEY: OnceLock<SigningKey> = OnceLock::new();
        let key = KEY.get_or_init(|| {
            SigningKey::generate(KeyAlgorithm::Es256, &Chance::seeded(1)).expect("P-256 keys can be made")
        });
        let clock = TestClock::at(START);
        let state = AppState {
            config: Arc::new(config),
            store: Arc::new(Store::in_memory().expect("memory can be opened")),
            clock: Arc::new(clock.clone()),
            chance: Arc::new(Chance::seeded(2)),
            keys: Arc::new(Keys::of(key.clone())),
        };
        seed::plant(&state).await.expect("the seeds can be planted");
        Self {
            app: app(state.clone()),
            state,
            clock,
        }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser {
            app: self.app.clone(),
            jar: Mutex::default(),
            host: "localhost:4400",
        }
    }
}

/// Form-encodes.
pub fn form(params: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(params)
        .finish()
}

fn params(text: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}
