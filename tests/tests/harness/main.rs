//! The harness against pages of its own: what it says it sees, it has seen.

mod audit;
mod authority;
mod person;
mod relay;

use std::path::Path;

use serde_json::Map;
use vestibule_tests::{
    Person, Scene,
    web::{App, Relay},
};

/// The harness's own page, with a second copy of its server in the place of the authority.
struct Stage {
    app: App,
    relay: Relay,
    /// Keeps the relay's other side alive.
    _behind: App,
}

impl Stage {
    fn set() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/form");
        let behind = App::serve(vec![folder.clone()]);
        behind.open(&behind.origin(), &Map::new());
        let relay = Relay::start(behind.port());
        let app = App::serve(vec![folder]);
        let origin = format!("http://localhost:{}", relay.port());
        let settings = Map::from_iter([("issuer".to_owned(), format!("{origin}/").into())]);
        app.open(&origin, &settings);
        Self {
            app,
            relay,
            _behind: behind,
        }
    }

    fn visitor(&self) -> Person {
        let person = Person::new(&Scene::quickstart(), "harness");
        person.opens(&format!("{}/", self.app.origin()));
        person.hears("shown");
        person
    }
}
