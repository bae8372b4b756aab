//! A world for sessions: a server, a browser with several tabs, and their answers to every question.

mod browser;
mod endpoints;
mod happen;
mod paper;
mod server;

use std::collections::VecDeque;

use vestibule_flow::{
    Answer, Ask, Config, Effect, FormPost, GrantedToken, LogOut, LoginOptions, Page, Resolved, Session,
    SessionAnswer, SessionConfig, SessionEffect, SessionError, SessionEvent, SessionInput, SessionStatus,
    Storage, Ticket, TokenRequest, Wish,
};

pub use browser::{Browser, Tab};
pub use happen::asked;
pub use paper::{Http, Params, Twist, answer, decoded_query, json, jwt, param, text, value};
pub use server::{Frame, Server};

pub const ISSUER: &str = "https://login.example.com/";
pub const ORIGIN: &str = "https://app.example.com";
pub const PAGE: &str = "https://app.example.com/in";
pub const API: &str = "https://api.example.com";
pub const NOW_S: f64 = 1_700_000_000.0;

pub type Outcome = Result<Resolved, SessionError>;

/// What is still to happen.
#[derive(Clone, Debug)]
pub enum Job {
    Do(usize, SessionEffect),
    Input(usize, SessionInput),
}

pub struct World {
    pub at_s: f64,
    pub server: Server,
    pub browser: Browser,
    pub tabs: Vec<Tab>,
    /// What waits for the test to answer it.
    pub held: VecDeque<Job>,
    pub hold: fn(&SessionEffect) -> bool,
    queue: VecDeque<Job>,
    entropy: u16,
}

/// An app with its own API, and a session that is kept there.
pub fn config(storage: Storage) -> SessionConfig {
    let login = Config::new(ISSUER, "app")
        .audience("https://api.example.com/")
        .scope("openid profile offline_access");
    SessionConfig::new(login).storage(storage).api(API)
}

pub fn page(url: &str) -> Page {
    Page {
        url: url.into(),
        origin: ORIGIN.into(),
        subtle_crypto: true,
        languages: vec!["en".into()],
    }
}

impl World {
    /// A world without a tab.
    pub fn empty() -> Self {
        Self {
            at_s: NOW_S,
            server: Server::default(),
            browser: Browser::default(),
            tabs: Vec::new(),
            held: VecDeque::new(),
            hold: |_| false,
            queue: VecDeque::new(),
            entropy: 0,
        }
    }

    /// A world with one tab.
    pub fn new(config: &SessionConfig) -> Self {
        let mut world = Self::empty();
        world.open(config);
        world
    }

    /// A world with one tab in which somebody has logged in by redirect; what happened until then is forgotten.
    pub fn signed_in(config: &SessionConfig) -> Self {
        let mut world = Self::new(config);
        world.log_in(0, LoginOptions::redirect());
        world.come_back(0);
        assert_eq!(
            world.names(0).last(),
            Some(&"authenticated"),
            "{:?}",
            world.names(0)
        );
        world.forget();
        world
    }

    /// A further tab.
    pub fn open(&mut self, config: &SessionConfig) -> usize {
        self.tabs.push(Tab::new(config.clone(), self.at_s));
        let tab = self.tabs.len() - 1;
        self.go(tab, PAGE);
        tab
    }

    /// The tab's page makes way for another of the same app: whatever it waited for is lost.
    pub fn go(&mut self, tab: usize, url: &str) {
        let is_lost = |job: &Job| matches!(job, Job::Do(of, _) | Job::Input(of, _) if *of == tab);
        self.queue.retain(|job| !is_lost(job));
        self.held.retain(|job| !is_lost(job));
        let next = self.browser.leave(tab);
        self.queue.extend(next);
        let (session, effects) = Session::start(self.tabs[tab].config.clone(), page(url), self.at_s);
        self.tabs[tab].alarms.clear();
        self.tabs[tab].session = session;
        self.queue(tab, effects);
        self.run();
    }

    /// The server answers the redirect that the tab left for.
    pub fn come_back(&mut self, tab: usize) {
        let url = self.answer_url(tab);
        self.go(tab, &url);
    }

    /// How the server answers the redirect that the tab left for, and what.
    pub fn answer(&mut self, tab: usize) -> (String, Params) {
        let to = self.tabs[tab].left_for.pop().expect("the tab left");
        self.server.authorize(&to, self.at_s)
    }

    /// Where the server sends the tab; a form it hands to the host's server, which hands it to the page.
    pub fn answer_url(&mut self, tab: usize) -> String {
        let (mode, params) = self.answer(tab);
        let text = vestibule_protocol::form::encode(&params);
        match mode.as_str() {
            "query" => format!("{PAGE}?{text}"),
            "fragment" => format!("{PAGE}#{text}"),
            "form_post" => {
                self.tabs[tab].config.form_post = Some(FormPost::new(text));
                PAGE.to_owned()
            }
            other => panic!("no redirect answers by {other}"),
        }
    }

    pub fn input(&mut self, tab: usize, input: SessionInput) {
        let (session, effects) = self.tabs[tab].session.clone().step(input, self.at_s);
        self.tabs[tab].session = session;
        self.queue(tab, effects);
        self.run();
    }

    pub fn wish(&mut self, tab: usize, wish: Wish) {
        self.input(tab, SessionInput::App(wish));
    }

    pub fn log_in(&mut self, tab: usize, options: LoginOptions) {
        self.wish(tab, Wish::LogIn(Box::new(options)));
    }

    pub fn log_out(&mut self, tab: usize, how: LogOut) {
        self.wish(tab, Wish::LogOut(how));
    }

    /// Asks for the config's token.
    pub fn ask(&mut self, tab: usize, ticket: u32) {
        self.wish(tab, Wish::AccessToken(Ticket(ticket), TokenRequest::default()));
    }

    /// The one answer to this question, if it has come.
    pub fn answered(&self, tab: usize, ticket: u32) -> Option<&Outcome> {
        let mut all = self.tabs[tab]
            .answers
            .iter()
            .filter(|(of, _)| *of == Ticket(ticket));
        let answer = all.next().map(|(_, outcome)| outcome);
        assert!(all.next().is_none(), "question {ticket} was answered twice");
        answer
    }

    pub fn error(&self, tab: usize, ticket: u32) -> SessionError {
        self.answered(tab, ticket)
            .expect("an answer")
            .clone()
            .expect_err("a refusal")
    }

    pub fn token(&self, tab: usize, ticket: u32) -> GrantedToken {
        match self.answered(tab, ticket).expect("an answer").clone() {
            Ok(Resolved::AccessToken(granted)) => granted,
            other => panic!("no token but {other:?}"),
        }
    }

    pub fn status(&self, tab: usize) -> SessionStatus {
        self.tabs[tab].session.status()
    }

    pub fn names(&self, tab: usize) -> Vec<&'static str> {
        self.tabs[tab].events.iter().map(SessionEvent::name).collect()
    }

    pub fn later(&mut self, seconds: f64) {
        self.at_s += seconds;
    }

    /// Forgets what has happened so far.
    pub fn forget(&mut self) {
        self.server.requests.clear();
        for tab in &mut self.tabs {
            tab.events.clear();
            tab.effects.clear();
        }
    }

    /// The alarms of this tab go off.
    pub fn ring(&mut self, tab: usize) {
        for ask in std::mem::take(&mut self.tabs[tab].alarms) {
            self.reply(tab, ask, SessionAnswer::Did(Answer::Woke));
        }
    }

    /// Lets happen what was held, in order, and all that comes of it.
    pub fn release(&mut self) {
        self.hold = |_| false;
        while let Some(job) = self.held.pop_front() {
            self.queue.push_back(job);
        }
        self.run();
    }

    /// Answers the oldest question that is held.
    pub fn reply_to_held(&mut self, answer: SessionAnswer) {
        match self.held.pop_front() {
            Some(Job::Do(tab, effect)) => {
                let ask = asked(&effect).expect("a question");
                self.reply(tab, ask, answer);
            }
            other => panic!("no question but {other:?}"),
        }
    }

    pub fn reply(&mut self, tab: usize, ask: Ask, answer: SessionAnswer) {
        self.input(tab, SessionInput::Answered(ask, answer));
    }

    /// Answers this question, held or not, and lets happen what comes of it.
    pub fn happen_now(&mut self, tab: usize, effect: SessionEffect) {
        self.happen(tab, effect);
        self.run();
    }

    fn queue(&mut self, tab: usize, effects: Vec<SessionEffect>) {
        self.tabs[tab].effects.extend(effects.iter().cloned());
        self.queue
            .extend(effects.into_iter().map(|effect| Job::Do(tab, effect)));
    }

    fn run(&mut self) {
        while let Some(job) = self.queue.pop_front() {
            match job {
                Job::Do(tab, effect) if (self.hold)(&effect) => self.held.push_back(Job::Do(tab, effect)),
                Job::Do(tab, effect) => self.happen(tab, effect),
                Job::Input(tab, input) => self.input(tab, input),
            }
        }
    }
}

pub fn is_request_to(effect: &SessionEffect, path: &str) -> bool {
    matches!(effect, SessionEffect::Do(Effect::Http { request, .. }) if request.url.ends_with(path))
}
