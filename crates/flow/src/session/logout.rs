//! Logging out: here first and at once, then at the server as far as it can be reached.

use std::rc::Rc;

use vestibule_protocol::{IdToken, RefreshToken, discovery, logout, revoke};

use super::context::SessionContext;
use super::effect::SessionEffect;
use super::event::SessionAnswer;
use super::features::Feature;
use super::news::SessionEvent;
use super::options::LogOut;
use super::running::Running;
use super::status::WhyNobody;
use crate::ask::Ask;
use crate::effect::Secret;
use crate::event::Answer;
use crate::login_event::LoginError;

/// What is left to do at the server after a logout.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ending {
    how: LogOut,
    id_token: Option<Rc<IdToken>>,
    refresh_token: Option<RefreshToken>,
    step: Step,
}

/// What it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The server's metadata.
    Metadata,
    /// The answer to the revocation.
    Revoking(Ask),
    /// Whether the server is there at all: the revocation had no response, by its fault or by a refusal of CORS.
    Probing(Ask),
}

impl Ending {
    /// The question under way.
    pub(super) fn ask(&self) -> Option<Ask> {
        match self.step {
            Step::Metadata => None,
            Step::Revoking(ask) | Step::Probing(ask) => Some(ask),
        }
    }

    /// Takes over what a logout before it has still to do; where nobody had logged in in between, it does as much at the
    /// server as either was to.
    fn in_place_of(self, before: Self, was_signed_in: bool) -> Self {
        Self {
            how: match self.how {
                LogOut::Local if !was_signed_in => before.how,
                how => how,
            },
            id_token: self.id_token.or(before.id_token),
            refresh_token: self.refresh_token.or(before.refresh_token),
            step: before.step,
        }
    }
}

impl Running {
    pub(super) fn log_out(&mut self, how: LogOut, cx: &mut SessionContext) {
        let id_token = self.id_token();
        let refresh_token = self
            .account()
            .and_then(|account| account.refresh_token().cloned());
        let was_signed_in = self.account().is_some();
        self.forget_account(WhyNobody::SignedOut, cx);
        self.fault = None;
        self.erase(cx);
        cx.emit(SessionEvent::SignedOut);
        let before = self.ending.take();
        if before.is_none() && how == LogOut::Local && refresh_token.is_none() {
            return;
        }
        self.directory.fetch(&self.plan, cx);
        let ending = Ending {
            how,
            id_token,
            refresh_token,
            step: Step::Metadata,
        };
        self.ending = Some(match before {
            None => ending,
            Some(before) => ending.in_place_of(before, was_signed_in),
        });
    }

    /// Goes on with a logout that waited for the server's metadata.
    pub(super) fn advance_ending(&mut self, cx: &mut SessionContext) {
        let Some(known) = self.directory.known() else {
            return;
        };
        let Some(ending) = self
            .ending
            .as_mut()
            .filter(|ending| ending.step == Step::Metadata)
        else {
            return;
        };
        let request = ending
            .refresh_token
            .take()
            .and_then(|token| revoke::ask(&known.features, self.plan.client_id(), &token));
        match request {
            Some(request) => ending.step = Step::Revoking(cx.shared().http(request)),
            None => self.leave_server(cx),
        }
    }

    pub(super) fn ending_answered(&mut self, answer: &SessionAnswer, cx: &mut SessionContext) {
        let SessionAnswer::Did(Answer::Http(answer)) = answer else {
            return;
        };
        let Some(ending) = &mut self.ending else { return };
        match (answer, ending.step) {
            // Whatever it says to the refresh token, its session is still to be ended.
            (Ok(_), Step::Revoking(_)) => {
                ending.step = Step::Metadata;
                self.advance_ending(cx);
            }
            (Err(_), Step::Revoking(_)) if ending.how != LogOut::Local => {
                let request = discovery::ask(&self.plan.issuer).past_caches();
                ending.step = Step::Probing(cx.shared().http(request));
            }
            // It is there: the page can go where its scripts may not ask.
            (Ok(_), Step::Probing(_)) => self.leave_server(cx),
            // The page stays: there is nothing to go to.
            (Err(fault), _) => {
                self.ending = None;
                self.fail(LoginError::Network(*fault).into(), cx);
            }
            (Ok(_), Step::Metadata) => {}
        }
    }

    fn leave_server(&mut self, cx: &mut SessionContext) {
        let (Some(known), Some(ending)) = (self.directory.known(), self.ending.take()) else {
            return;
        };
        let plan = &self.plan;
        let root = format!("{}/", plan.page.origin);
        let back = plan.config.post_logout_redirect_uri.as_deref().unwrap_or(&root);
        let auth0 = |federated| logout::url(&plan.issuer, plan.client_id(), Some(back), federated);
        let url = match ending.how {
            LogOut::Local => None,
            LogOut::Auth0 => Some(auth0(false)),
            LogOut::Auth0Federated => Some(auth0(true)),
            LogOut::Provider => match known.can(Feature::EndSession) {
                Ok(()) => logout::end_session_url(
                    &known.server.metadata,
                    plan.client_id(),
                    ending.id_token.as_deref(),
                    Some(back),
                ),
                Err(lacking) => return self.fail(lacking.into(), cx),
            },
        };
        if let Some(url) = url {
            cx.effect(SessionEffect::Navigate(Secret(url)));
        }
    }

    /// The server told nothing usable about itself: the session here is over all the same.
    pub(super) fn ending_untold(&mut self, error: &LoginError, cx: &mut SessionContext) {
        if self.ending.take().is_some() {
            self.fail(error.clone().into(), cx);
        }
    }

    /// Somebody logs in again before the logout is through at the server: the old refresh token is given back all the same,
    /// but the page stays.
    pub(super) fn give_up_ending(&mut self) {
        if let Some(ending) = &mut self.ending {
            ending.how = LogOut::Local;
        }
    }
}
