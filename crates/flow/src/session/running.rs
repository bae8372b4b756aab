//! A session with a config that can work: what it consists of, and which room an input goes to.

use std::rc::Rc;

use vestibule_protocol::initiate;

use super::account::Account;
use super::calls::Call;
use super::config::ThirdPartyLogin;
use super::context::SessionContext;
use super::directory::Directory;
use super::effect::SessionEffect;
use super::error::SessionError;
use super::event::{Return, SessionAnswer, SessionInput, Wish};
use super::login::{Login, Purpose};
use super::logout::Ending;
use super::news::SessionEvent;
use super::options::LoginOptions;
use super::plan::SessionPlan;
use super::proof::Proofs;
use super::renewal::Renewal;
use super::status::{Arrived, Doing, Person, SessionStatus, WhyNobody};
use super::wants::Want;
use crate::ask::Ask;
use crate::effect::Advice;
use crate::event::Answer;
use crate::login_event::LoginError;
use crate::server::Heard;

/// A session under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Running {
    pub(super) plan: Rc<SessionPlan>,
    pub(super) directory: Directory,
    /// The key and the nonces, where tokens are bound.
    pub(super) proofs: Option<Proofs>,
    pub(super) who: Who,
    pub(super) login: Option<Login>,
    pub(super) renewal: Option<Renewal>,
    pub(super) ending: Option<Ending>,
    pub(super) wants: Vec<Want>,
    pub(super) calls: Vec<Call>,
    /// What is kept is being read.
    pub(super) reading: Option<Reading>,
    pub(super) fault: Option<SessionError>,
    pub(super) arrived: Option<Arrived>,
}

/// Who is logged in, with their tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Who {
    Unknown,
    Nobody(WhyNobody),
    SignedIn(Box<Account>),
}

/// A question about what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The first one: whether somebody was logged in here before.
    First(Ask),
    /// Whether it still is what this tab believes.
    Again(Ask),
    /// The first one, put off: a login that came back with the page says in a moment who it is.
    Later,
}

impl Running {
    pub(super) fn start(plan: Rc<SessionPlan>, cx: &mut SessionContext) -> Self {
        let proofs = plan.is_bound().then(|| Proofs::new(plan.name(), cx));
        let mut running = Self {
            directory: Directory::Unasked,
            proofs,
            who: Who::Unknown,
            login: None,
            renewal: None,
            ending: None,
            wants: Vec::new(),
            calls: Vec::new(),
            reading: None,
            fault: None,
            arrived: None,
            plan,
        };
        let channel = running.plan.name();
        cx.effect(SessionEffect::Listen { channel });
        running.directory.fetch(&running.plan, cx);
        match Login::arriving(&running.plan, cx) {
            Ok(login) => running.login = login,
            Err(error) => running.fail(error.into(), cx),
        }
        running.read_first(cx);
        running.follow_third_party(cx);
        running.advance(cx);
        running
    }

    /// A link from elsewhere that begins a login, where the config follows such links.
    fn follow_third_party(&mut self, cx: &mut SessionContext) {
        if self.login.is_some() || self.plan.config.third_party_login == ThirdPartyLogin::Ignored {
            return;
        }
        let query = self.plan.page.query().unwrap_or_default();
        match initiate::read(query, &self.plan.issuer) {
            Ok(None) => {}
            Ok(Some(initiation)) => {
                let options = LoginOptions {
                    login_hint: initiation.login_hint,
                    return_to: initiation.target_link_uri,
                    ..LoginOptions::redirect()
                };
                self.begin_login(options, Purpose::Person, cx);
            }
            Err(_) => self.fail(LoginError::UnknownTransaction.into(), cx),
        }
    }

    pub(super) fn step(&mut self, input: SessionInput, cx: &mut SessionContext) {
        match input {
            SessionInput::App(wish) => self.wish(wish, cx),
            SessionInput::Answered(ask, answer) => self.answered(ask, answer, cx),
            SessionInput::Told(message) => self.told(message, cx),
            SessionInput::Resumed(how) => {
                if how == Return::FromCache {
                    self.came_back(cx);
                }
                self.look_again(cx);
            }
        }
        self.advance(cx);
    }

    fn wish(&mut self, wish: Wish, cx: &mut SessionContext) {
        match wish {
            Wish::LogIn(options) => self.begin_login(*options, Purpose::Person, cx),
            Wish::StepUp(ticket, options) => self.begin_login(*options, Purpose::StepUp(ticket), cx),
            Wish::Cancel => self.cancel_for_the_person(cx),
            Wish::Adopt(tokens) => self.adopt(*tokens, cx),
            Wish::AccessToken(ticket, request) => self.want_token(ticket, request),
            Wish::Fetch(ticket, request) => self.call(ticket, *request, cx),
            Wish::UserInfo(ticket) => self.user_info(ticket, cx),
            Wish::LogOut(how) => self.log_out(how, cx),
        }
    }

    /// Each room is asked whether the answer is to a question of its own.
    fn answered(&mut self, ask: Ask, answer: SessionAnswer, cx: &mut SessionContext) {
        match &answer {
            SessionAnswer::Did(answer) => {
                if self.directory_answered(ask, answer, cx) {
                    return;
                }
            }
            SessionAnswer::Key(key) => {
                if let Some(proofs) = &mut self.proofs {
                    proofs.hear(ask, key.as_ref());
                }
                return;
            }
            SessionAnswer::Loaded(loaded) => {
                let reading = self.reading;
                match reading {
                    Some(Reading::First(ours)) if ours == ask => return self.first_read(loaded, cx),
                    Some(Reading::Again(ours)) if ours == ask => return self.read_again(loaded, cx),
                    _ => {}
                }
            }
            SessionAnswer::Signed(_) | SessionAnswer::Locked(_) => {}
        }
        if self.login.as_ref().and_then(Login::ask) == Some(ask)
            || self
                .login
                .as_ref()
                .is_some_and(|login| login.is_leaving_until(ask))
        {
            self.login_answered(ask, answer, cx);
        } else if self.renewal.as_ref().and_then(Renewal::ask) == Some(ask) {
            self.renewal_answered(answer, cx);
        } else if self.ending.as_ref().and_then(Ending::ask) == Some(ask) {
            self.ending_answered(&answer, cx);
        } else {
            self.call_answered(ask, answer, cx);
        }
    }

    /// What the server says of itself: its metadata, or its keys.
    fn directory_answered(&mut self, ask: Ask, answer: &Answer, cx: &mut SessionContext) -> bool {
        if let Some(heard) = self.directory.hear(ask, answer, &self.plan, cx) {
            if let Err(error) = heard {
                self.server_untold(&error, cx);
            }
            return true;
        }
        let Some(known) = self.directory.known_mut() else {
            return false;
        };
        if known.server.hear(ask, answer) == Heard::NotOurs {
            return false;
        }
        self.login_keys_changed(cx);
        self.renewal_keys_changed(cx);
        true
    }

    /// The server told nothing usable: whoever waits for it hears so, and the next to need it asks again.
    fn server_untold(&mut self, error: &LoginError, cx: &mut SessionContext) {
        self.login_untold(error, cx);
        self.renewal_untold(error, cx);
        self.ending_untold(error, cx);
        self.calls_untold(error, cx);
    }

    /// Lets everything go on that waited for something that is here now.
    fn advance(&mut self, cx: &mut SessionContext) {
        self.check_key(cx);
        self.advance_login(cx);
        self.settle(cx);
        self.advance_ending(cx);
        self.advance_renewal(cx);
        self.advance_wants(cx);
        self.advance_calls(cx);
        self.ask_the_server_again(cx);
    }

    /// Whoever came to wait for what the server tells about itself after it had failed to tell: it is asked once more.
    fn ask_the_server_again(&mut self, cx: &mut SessionContext) {
        let waits = self.login.as_ref().is_some_and(Login::waits_for_the_server)
            || self.renewal.as_ref().is_some_and(Renewal::waits_for_the_server)
            || self.ending.as_ref().is_some_and(|ending| ending.ask().is_none())
            || self.calls.iter().any(Call::waits_for_the_server);
        if waits {
            self.directory.fetch(&self.plan, cx);
        }
    }

    pub(super) fn account(&self) -> Option<&Account> {
        match &self.who {
            Who::SignedIn(account) => Some(account),
            Who::Unknown | Who::Nobody(_) => None,
        }
    }

    pub(super) fn account_mut(&mut self) -> Option<&mut Account> {
        match &mut self.who {
            Who::SignedIn(account) => Some(account),
            Who::Unknown | Who::Nobody(_) => None,
        }
    }

    /// Tells the app of a failure, and the developer when a response is to blame.
    pub(super) fn fail(&mut self, error: SessionError, cx: &mut SessionContext) {
        match &error {
            SessionError::Login(LoginError::Broken(what)) => {
                cx.shared().advise(|| Advice::BrokenResponse(what.to_string()));
            }
            // What a person decides is no fault.
            SessionError::Cancelled | SessionError::LoginRequired(_) => {}
            other => cx.shared().advise(|| Advice::Config(other.to_string())),
        }
        self.fault = Some(error.clone());
        cx.emit(SessionEvent::Failed(error));
    }

    pub(super) fn status(&self) -> SessionStatus {
        SessionStatus {
            who: match &self.who {
                Who::Unknown => Person::Unknown,
                Who::Nobody(why) => Person::Nobody(*why),
                Who::SignedIn(account) => Person::SignedIn(Rc::clone(&account.id_token)),
            },
            doing: match (&self.login, &self.ending) {
                (Some(login), _) if login.is_for_the_person() => login.doing(),
                (_, Some(_)) if self.account().is_none() => Doing::LoggingOut,
                _ => Doing::Nothing,
            },
            fault: self.fault.clone(),
            arrived: self.arrived.clone(),
            ahead_s: self.account().map_or(0, |account| account.ahead_s),
            lacking: match self.directory.known() {
                Some(known) => Rc::clone(&known.lacking),
                None => Rc::from([]),
            },
        }
    }
}
