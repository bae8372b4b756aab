//! How a login of a session ends: with somebody logged in, refused, failed or given up.

use std::rc::Rc;

use vestibule_protocol::{Refusal, RefusalCode};

use super::account::{Access, Account, Refresh, ahead_s, id_of};
use super::attempt::Asked;
use super::context::SessionContext;
use super::error::{SessionError, WhyLogin};
use super::event::{Resolved, TabMessage};
use super::finish::{Finished, Progress};
use super::login::{Login, LoginStage, Purpose};
use super::news::{Ended, SessionEvent};
use super::options::{How, safe_path};
use super::proof::Proofs;
use super::running::{Running, Who};
use super::status::Arrived;
use crate::effect::Advice;
use crate::event::MessageFault;
use crate::login_event::LoginError;

impl Running {
    pub(super) fn login_progress(&mut self, mut login: Login, progress: Progress, cx: &mut SessionContext) {
        match progress {
            Progress::Waiting(finishing) => {
                login.stage = LoginStage::Finishing(finishing);
                self.login = Some(login);
            }
            Progress::Done(finished) => self.logged_in(&login, *finished, cx),
            Progress::Refused(refusal) => self.login_refused(&login, refusal, cx),
            Progress::Failed(error) => self.login_failed(&login, error, cx),
            Progress::KeyGone => {
                // The next login makes one of its own.
                if let Some(proofs) = &mut self.proofs {
                    proofs.forget_key();
                }
                self.login_failed(&login, LoginError::StorageRefused, cx);
            }
        }
    }

    fn logged_in(&mut self, login: &Login, finished: Finished, cx: &mut SessionContext) {
        let Finished {
            id_token,
            response,
            asked,
        } = finished;
        // What goes on for one person must not go on for another, even when that one may be logged in as well.
        let is_of_another = |account: &Account| account.is_of_another_person_than(&id_token);
        let goes_on =
            matches!(login.purpose, Purpose::Renewal | Purpose::StepUp(_)) && self.account().is_some();
        let is_for_another = match &asked.sub {
            Some(sub) => *sub != id_token.claims().sub,
            None => goes_on && self.account().is_some_and(is_of_another),
        };
        if is_for_another {
            self.end_all(Ended::AnotherPerson, cx);
            return answer_step_up(login, Err(SessionError::LoginRequired(WhyLogin::Ended)), cx);
        }
        let ahead_s = ahead_s(&id_token, cx.at_s());
        let server_now_s = cx.now_s().saturating_add_signed(ahead_s);
        let arrived = self.arrived_with(&asked);
        let is_usual = asked.audience == self.plan.login().audience;
        let access = Access::new(
            (asked.audience, asked.scope),
            (response.access_token, self.plan.token_type()),
            response.scope,
            (server_now_s, response.expires_in_s),
        );
        let mut account = match self.account() {
            Some(account) if goes_on => account.clone(),
            _ => Account {
                id: id_of(&id_token),
                id_token: Rc::new(id_token.clone()),
                refresh: Refresh::None,
                access: Vec::new(),
                jkt: None,
                ahead_s,
                saves: 0,
            },
        };
        account.id_token = Rc::new(id_token);
        // A refresh token may be good for one API only: that of a renewal for another does not take the usual one's place.
        let stays = login.purpose == Purpose::Renewal && !is_usual && account.refresh != Refresh::None;
        if let Some(token) = response.refresh_token.filter(|_| !stays) {
            account.refresh = Refresh::Good(token);
        }
        account.jkt = self.proofs.as_ref().and_then(Proofs::thumbprint);
        account.ahead_s = ahead_s;
        account.keep(access);
        self.take_account(account, goes_on, cx);
        if login.purpose == Purpose::Person {
            self.arrived = Some(arrived);
        }
        match login.purpose {
            Purpose::Renewal => {
                cx.emit(SessionEvent::Renewed);
                self.renewed(cx);
            }
            Purpose::Person | Purpose::StepUp(_) => self.tell_authenticated(cx),
            Purpose::Start => self.tell_restored(cx),
        }
        answer_step_up(login, Ok(Resolved::SteppedUp), cx);
    }

    /// What a login brings back for the app.
    pub(super) fn arrived_with(&self, asked: &Asked) -> Arrived {
        Arrived {
            // Checked once more: it lay in the storage.
            return_to: asked
                .return_to
                .as_deref()
                .and_then(|path| safe_path(path, &self.plan)),
            app_state: asked.app_state.clone(),
        }
    }

    pub(super) fn take_account(&mut self, account: Account, goes_on: bool, cx: &mut SessionContext) {
        self.fault = None;
        if goes_on {
            self.who = Who::SignedIn(Box::new(account));
        } else {
            self.replace_account(account, cx);
        }
        self.save(goes_on, cx);
        let message = if goes_on {
            TabMessage::Renewed
        } else {
            TabMessage::SignedIn
        };
        self.tell_tabs(message, cx);
    }

    pub(super) fn tell_authenticated(&self, cx: &mut SessionContext) {
        if let Some(account) = self.account() {
            cx.emit(SessionEvent::Authenticated(Rc::clone(&account.id_token)));
        }
    }

    pub(super) fn tell_restored(&self, cx: &mut SessionContext) {
        if let Some(account) = self.account() {
            cx.emit(SessionEvent::Restored(Rc::clone(&account.id_token)));
        }
    }

    fn login_refused(&mut self, login: &Login, refusal: Refusal, cx: &mut SessionContext) {
        let is_silent = login.options.how == How::Silent;
        let is_nobody = is_silent && refusal.code == RefusalCode::LoginRequired;
        let why = if is_nobody && self.plan.is_cross_site() {
            cx.shared().advise(|| Advice::ThirdPartyCookies {
                server: self.plan.issuer.origin().to_owned(),
                page: self.plan.page.origin.clone(),
            });
            WhyLogin::ThirdPartyCookies
        } else {
            WhyLogin::ServerAsks
        };
        // Nobody is there: that is an answer, not a failure.
        if login.purpose == Purpose::Start {
            return;
        }
        if login.purpose == Purpose::Renewal {
            self.not_renewed(SessionError::LoginRequired(why), cx);
            if is_nobody {
                self.end_unless_fresh(Ended::NothingRenews, cx);
            }
        } else if is_nobody {
            self.login_failed(login, SessionError::LoginRequired(why), cx);
        } else {
            self.login_failed(login, LoginError::from(refusal), cx);
        }
    }

    pub(super) fn login_failed(
        &mut self,
        login: &Login,
        error: impl Into<SessionError>,
        cx: &mut SessionContext,
    ) {
        let error = error.into();
        match login.purpose {
            Purpose::Person => self.fail(error, cx),
            Purpose::StepUp(ticket) => {
                self.fail(error.clone(), cx);
                cx.resolve(ticket, Err(error));
            }
            // What the server cannot do stands in the status anyway.
            Purpose::Start if matches!(error, SessionError::Lacking(_)) => {}
            Purpose::Start => self.fault = Some(error),
            Purpose::Renewal => match error {
                SessionError::Lacking(_) => {
                    self.not_renewed(SessionError::LoginRequired(WhyLogin::Ended), cx);
                    self.end_unless_fresh(Ended::NothingRenews, cx);
                }
                error => self.not_renewed(error, cx),
            },
        }
    }

    /// The frame or the popup has no message for us.
    pub(super) fn message_failed(&mut self, mut login: Login, fault: MessageFault, cx: &mut SessionContext) {
        match (fault, login.options.how) {
            (MessageFault::Closed, How::Popup) => self.login_cancelled(&login, cx),
            // The page itself can always go there.
            (MessageFault::Blocked | MessageFault::Unreachable, How::Popup) => {
                login.options.how = How::Redirect;
                self.login = Some(login);
            }
            (MessageFault::Blocked, _) => self.login_failed(&login, LoginError::PopupBlocked, cx),
            (MessageFault::Unreachable | MessageFault::Closed, _) => {
                self.login_failed(&login, LoginError::PopupUnreachable, cx);
            }
            (MessageFault::TimedOut, _) => {
                let page = self.plan.page.origin.clone();
                cx.shared().advise(|| Advice::NoMessage { page });
                self.login_failed(&login, LoginError::TimedOut, cx);
            }
        }
    }

    /// The server told nothing usable about itself.
    pub(super) fn login_untold(&mut self, error: &LoginError, cx: &mut SessionContext) {
        let waits = self.login.as_ref().is_some_and(Login::waits_for_the_server);
        if waits && let Some(login) = self.login.take() {
            self.login_failed(&login, error.clone(), cx);
        }
    }

    /// Gives up the login that is under way.
    pub(super) fn cancel_login(&mut self, cx: &mut SessionContext) {
        let Some(login) = self.login.take() else { return };
        if let Some(ask) = login.ask() {
            cx.forget(ask);
        }
        if let LoginStage::Leaving { wake, .. } = login.stage {
            cx.forget(wake);
        }
        self.login_cancelled(&login, cx);
    }

    pub(super) fn login_cancelled(&mut self, login: &Login, cx: &mut SessionContext) {
        match login.purpose {
            Purpose::Person => cx.emit(SessionEvent::Cancelled),
            Purpose::StepUp(ticket) => {
                cx.emit(SessionEvent::Cancelled);
                cx.resolve(ticket, Err(SessionError::Cancelled));
            }
            Purpose::Start => {}
            Purpose::Renewal => self.renewal_waits(),
        }
    }

    /// Gives up a login that somebody asked for; what goes on by itself goes on.
    pub(super) fn cancel_for_the_person(&mut self, cx: &mut SessionContext) {
        if self.login.as_ref().is_some_and(Login::is_for_the_person) {
            self.cancel_login(cx);
        }
    }

    /// The page came back from the back-forward cache: the redirect that left it did not happen.
    pub(super) fn came_back(&mut self, cx: &mut SessionContext) {
        let leaving = |login: &Login| matches!(login.stage, LoginStage::Leaving { .. });
        if self.login.as_ref().is_some_and(leaving) {
            self.cancel_login(cx);
        }
    }
}

fn answer_step_up(login: &Login, outcome: Result<Resolved, SessionError>, cx: &mut SessionContext) {
    if let Purpose::StepUp(ticket) = login.purpose {
        cx.resolve(ticket, outcome);
    }
}
