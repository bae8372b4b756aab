//! A story: everything it needs is started, it is told, and what must hold of every story is checked at its end.

use std::{
    cell::RefCell,
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use crate::{
    browser::Person,
    cast::{ADA, Authority, Message, read_outbox},
    evidence::{self, Front, Notes},
    paths, runtime,
    scene::{AppFolder, Scene, Site, Way},
    wait::until,
    web::{App, Fault, Relay, Seen},
};

/// Everything that is running for one story.
pub struct Story {
    scene: Scene,
    name: String,
    notes: Notes,
    app: App,
    relay: Relay,
    authority: RefCell<Authority>,
}

/// Sets the scene, tells the story and checks what holds of all of them: no violation of the policy, no panic on the
/// console, and no token, ticket, code or password on the console, in a page as it was left or in an address.
pub fn story(scene: Scene, tell: impl FnOnce(&Story)) {
    let story = Story::begin(scene);
    tell(&story);
    story.end();
}

impl Story {
    fn begin(scene: Scene) -> Self {
        let name = story_name();
        let app = App::serve(paths::app(&scene.app, &scene.beside));
        let folder = paths::evidence().join(&name);
        let authority = Authority::start_by(folder, &scene.authority_config(&app.origin()), scene.way);
        let relay = Relay::start(authority.port());
        let story = Self {
            name,
            app,
            relay,
            authority: RefCell::new(authority),
            notes: Notes::default(),
            scene,
        };
        let origin = story.authority_origin();
        story.app.open_to(
            &origin,
            story.scene.scripts,
            &story.scene.app_settings(&format!("{origin}/")),
        );
        story
    }

    /// Somebody with a fresh browser who has opened the app.
    pub fn visitor(&self) -> Person {
        let person = self.person();
        person.opens(&self.app_url());
        person
    }

    /// Somebody with a fresh browser.
    pub fn person(&self) -> Person {
        Person::with_notes(&self.scene, &self.name, self.notes.clone())
    }

    /// The app's address.
    pub fn app_url(&self) -> String {
        format!("{}/", self.app.origin())
    }

    /// The authority's origin as browsers know it.
    pub fn authority_origin(&self) -> String {
        let host = match self.scene.site {
            Site::Same => "localhost",
            Site::Cross => "127.0.0.1",
        };
        match self.scene.way {
            Way::Relay => format!("http://{host}:{}", self.relay.port()),
            Way::Tls => format!("https://{host}:{}", self.authority.borrow().port()),
        }
    }

    /// Every request to the authority so far, preflights left out.
    pub fn requests(&self) -> Vec<Seen> {
        self.relay
            .seen()
            .into_iter()
            .filter(|seen| seen.method != "OPTIONS")
            .collect()
    }

    /// Waits for a request to this path.
    pub fn sees_request(&self, path: &str) -> Seen {
        until(&format!("a request to {path}"), async || {
            self.requests().into_iter().rev().find(|seen| seen.path == path)
        })
    }

    /// The address that a login came back to, with its response.
    pub fn callback(&self) -> String {
        let found = self
            .app
            .addresses()
            .into_iter()
            .rev()
            .find(|address| address.contains("code="));
        let path = found.expect("a login came back");
        format!("{}{path}", self.app_url().trim_end_matches('/'))
    }

    /// Starts counting requests anew.
    pub fn forget_requests(&self) {
        self.relay.forget();
    }

    /// Plays a fault for the next request to this path.
    pub fn plays(&self, path: &str, fault: Fault) {
        self.relay.play(path, fault);
    }

    /// Plays a fault for every request to this path until [`Story::mends`].
    pub fn holds(&self, path: &str, fault: Fault) {
        self.relay.hold(path, fault);
    }

    /// Keeps the next answer to this path back until [`Story::mends`].
    pub fn delays(&self, path: &str) {
        self.relay.play(path, Fault::Late);
    }

    /// Ends all faults.
    pub fn mends(&self) {
        self.relay.mend();
    }

    /// Stops the authority; it keeps its data.
    pub fn authority_stops(&self) {
        self.authority.borrow_mut().stop();
    }

    /// Starts the authority again, with the data it had.
    pub fn authority_starts_again(&self) {
        self.authority.borrow_mut().start_again();
    }

    /// All mails and text messages, newest first.
    pub fn outbox(&self) -> Vec<Message> {
        runtime::block_on(read_outbox(&self.outbox_origin()))
    }

    /// Waits for a message to this address, and for one more than there were before when `after` says how many.
    pub fn receives(&self, to: &str, after: usize) -> Message {
        until(&format!("message {} to {to}", after + 1), async || {
            let messages = read_outbox(&self.outbox_origin()).await;
            let mut to_them: Vec<_> = messages.into_iter().filter(|message| message.to == to).collect();
            (to_them.len() > after).then(|| to_them.remove(0))
        })
    }

    /// The outbox is read past the relay, so that it is not counted as the app's doing. The host is the one that
    /// browsers use.
    fn outbox_origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.authority.borrow().port())
    }

    fn end(self) {
        let violations = self.app.violations();
        assert!(
            violations.is_empty(),
            "against the page's policy: {violations:#?}"
        );
        let mut secrets = self.relay.secrets();
        secrets.learn_password(ADA.password);
        // The outbox is read without TLS.
        if self.scene.way == Way::Relay && self.authority.borrow().is_running() {
            let codes = self.outbox().into_iter().filter_map(|message| message.code);
            codes.for_each(|code| secrets.learn_code(&code));
        }
        let front = match self.scene.app {
            AppFolder::Example(_) if self.scene.is_hybrid() => Front::Passing,
            AppFolder::Example(_) => Front::Bare,
            AppFolder::Page(_) => Front::Kept,
        };
        let mut faults = evidence::faults_left(&self.notes, &secrets, front);
        for addresses in [self.relay.addresses(), self.app.addresses()] {
            faults.extend(evidence::faults_in_addresses(&addresses, &secrets));
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

/// The test's name, and a number because a test may tell more than one story.
fn story_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = thread::current().name().unwrap_or("story").replace("::", "-");
    format!("{name}-{}-{number}", std::process::id())
}
