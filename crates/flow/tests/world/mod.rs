//! A world for the machine: it answers every question as a good server and browser would, unless a test says otherwise.

#![expect(dead_code, reason = "each test binary uses its part of the world")]

mod server;
mod paper;
mod answers;

use std::collections::VecDeque;

use vestibule_flow::{
    Config, Effect, Event, Field, Flow, Form, Intent, Keep, LoginEvent, Page, Question, ScreenName, Switch,
    Typed, View, Visit,
};
use vestibule_protocol::Transaction;

pub use paper::*;
pub use server::*;

pub const ISSUER: &str = "https://login.example.com/";
pub const PAGE: &str = "https://app.example.com/in";
pub const NOW_S: f64 = 1_700_000_000.0;

/// The server's answers, by path; a test replaces what it is about.
pub struct World {
    pub flow: Flow,
    pub at_s: f64,
    pub entropy: u8,
    pub events: Vec<LoginEvent>,
    pub effects: Vec<Effect>,
    pub requests: Vec<String>,
    pub kept: Vec<Keep>,
    pub left_for: Vec<String>,
    pub opened: Vec<String>,
    pub advice: Vec<String>,
    /// Where a hosted page went.
    pub visits: Vec<Visit>,
    pub held: VecDeque<Effect>,
    /// What the app was asked.
    pub asked: Vec<Question>,
    /// The connection of the last login in this browser.
    pub last: Option<String>,
    pub server: Server,
    pub claims: serde_json::Map<String, serde_json::Value>,
}

pub fn page(url: &str) -> Page {
    Page {
        url: url.into(),
        origin: "https://app.example.com".into(),
        subtle_crypto: true,
        languages: vec!["en".into()],
    }
}

pub fn config() -> Config {
    Config::new(ISSUER, "app")
}

/// The transaction that the machine makes of the n-th entropy it draws.
pub fn transaction(entropy: u8) -> Transaction {
    Transaction::new([entropy; 96], 1_700_000_000)
}

impl World {
    pub fn new(config: Config) -> Self {
        Self::with(config, Server::default())
    }

    /// A client with these connections: `strategy name`, and the domains of a company's after it.
    pub fn offering(config: Config, connections: &[&str]) -> Self {
        let server = Server {
            connections: Some(settings(connections)),
            ..Server::default()
        };
        Self::with(config, server)
    }

    /// The same, where the server wants a captcha.
    pub fn offering_with(config: Config, connections: &[&str], challenge: fn() -> Http) -> Self {
        let server = Server {
            connections: Some(settings(connections)),
            challenge,
            ..Server::default()
        };
        Self::with(config, server)
    }

    pub fn with(config: Config, server: Server) -> Self {
        Self::arriving(config, server, PAGE, vec![])
    }

    pub fn returning(config: Config, server: Server, last: &str) -> Self {
        Self::begin(config, server, (PAGE, vec![]), Some(last.into()))
    }

    pub fn arriving(config: Config, server: Server, url: &str, kept: Vec<Keep>) -> Self {
        Self::begin(config, server, (url, kept), None)
    }

    fn begin(config: Config, server: Server, (url, kept): (&str, Vec<Keep>), last: Option<String>) -> Self {
        Self::start((config, page(url)), server, kept, last)
    }

    /// On a page that is different from the usual one.
    pub fn on(page: Page, config: Config) -> Self {
        Self::start((config, page), Server::default(), vec![], None)
    }

    fn start((config, page): (Config, Page), server: Server, kept: Vec<Keep>, last: Option<String>) -> Self {
        let (flow, effects) = Flow::start(config, page, NOW_S);
        let mut world = Self {
            flow,
            at_s: NOW_S,
            entropy: 0,
            events: vec![],
            effects: vec![],
            requests: vec![],
            kept,
            left_for: vec![],
            opened: vec![],
            advice: vec![],
            visits: vec![],
            held: VecDeque::new(),
            asked: vec![],
            last,
            server,
            claims: serde_json::Map::new(),
        };
        world.run(effects);
        world
    }

    pub fn view(&self) -> View {
        self.flow.view()
    }

    pub fn screen(&self) -> ScreenName {
        self.view().screen
    }

    pub fn names(&self) -> Vec<&'static str> {
        self.events.iter().map(LoginEvent::name).collect()
    }

    pub fn event(&mut self, event: Event) {
        let flow = self.flow.clone();
        let (flow, effects) = flow.step(event, self.at_s);
        self.flow = flow;
        self.run(effects);
    }

    pub fn person(&mut self, intent: Intent) {
        self.event(Event::Person(intent));
    }

    pub fn submit(&mut self, fields: &[(Field, &str)]) {
        let form = Form::new(fields.iter().map(|(field, text)| (*field, Typed::new(*text))));
        self.person(Intent::Submit(form));
    }

    pub fn log_in(&mut self) {
        self.submit(&[
            (Field::Username, "ada@example.com"),
            (Field::Password, "secret words"),
        ]);
    }

    pub fn go(&mut self, to: ScreenName) {
        let switch = self.view().switches.into_iter().find(|switch| switch.to == to);
        self.person(Intent::Go(switch.unwrap_or(Switch::to(to))));
    }

    pub fn go_passwordless(&mut self, connection: &str) {
        let of_it = |way: &Switch| way.connection.as_deref() == Some(connection);
        let way = self.view().switches.into_iter().find(of_it);
        self.person(Intent::Go(way.expect("there is a way to it")));
    }

    /// Answers what is held, in order.
    pub fn release(&mut self) {
        self.server.hold = |_| false;
        let held: Vec<Effect> = self.held.drain(..).collect();
        self.answer_all(held);
    }
}
