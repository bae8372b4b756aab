//! The world's answers to what is under way, one arm for each pair of job and answer.

use vestibule_protocol::{
    AuthorizationResponse, Broken, Failure, Transaction, authorize, change_password, co_authenticate,
    passwordless, sign_up,
};

use super::job::{Doubt, Login, Proof, Told};
use super::{Account, Embedded, Job, Open, Screen, Sent, Then};
use crate::ask::Ask;
use crate::built;
use crate::context::Context;
use crate::done::Done;
use crate::effect::Advice;
use crate::event::{Answer, MessageFault, NetworkFault};
use crate::finish::{Finish, Progress};
use crate::flow::Stage;
use crate::login_event::{LoginError, LoginEvent};
use crate::offer::Wire;
use crate::server::Heard;
use crate::view::Status;

impl Open {
    pub(super) fn answered(mut self: Box<Self>, ask: Ask, answer: Answer, cx: &mut Context) -> Stage {
        if self.server.hear(ask, &answer) == Heard::KeysChanged {
            return self.keys_changed(cx);
        }
        if self.tick(ask, cx) || (built::PASSWORDLESS && self.link_was_opened(ask, cx)) {
            return Stage::Open(self);
        }
        if self.code_is_due(ask, cx) || self.heard_of_captcha(ask, &answer, cx) {
            return Stage::Open(self);
        }
        if let Answer::Said(reply) = &answer
            && self.heard_aside(ask, reply)
        {
            return Stage::Open(self);
        }
        let job = match &self.job {
            Job::Finishing(finish) if finish.waits_for(ask) => self.take_job(),
            Job::Leaving { wake, .. } if *wake == ask => self.take_job(),
            job if job.ask() == Some(ask) => self.take_job(),
            _ => return Stage::Open(self),
        };
        match (job, answer) {
            (Job::Drawing { then, .. }, Answer::Drawn(entropy)) => {
                let transaction = Transaction::new(*entropy, cx.now_s());
                self.drawn(then, transaction, cx);
            }
            (
                Job::CoAuthenticating {
                    elsewhere,
                    transaction,
                    ..
                },
                Answer::Http(Ok(response)),
            ) => self.credentials_judged((elsewhere, *transaction), &response, cx),
            (Job::CoAuthenticating { elsewhere, .. }, Answer::Http(Err(NetworkFault::Unreachable))) => {
                self.probe(elsewhere, Doubt::Origin, cx);
            }
            (
                Job::Framing {
                    elsewhere,
                    transaction,
                    ..
                },
                Answer::Message(Ok(parameters)),
            ) => {
                return self.framed(elsewhere, *transaction, parameters, cx);
            }
            (Job::Framing { elsewhere, .. }, Answer::Message(Err(_))) => {
                self.probe(elsewhere, Doubt::WebOrigin, cx);
            }
            (Job::Probing { elsewhere, doubt, .. }, answer) => self.probed(elsewhere, doubt, &answer, cx),
            (Job::Popup { transaction, .. }, Answer::Message(message)) if built::POPUP => {
                return self.popup_answered(*transaction, message, cx);
            }
            (Job::Finishing(finish), answer) => {
                let progress = finish.answered(answer, (&self.plan, &mut self.server), cx);
                return self.progress(progress, cx);
            }
            (
                Job::SigningUp {
                    connection, login, ..
                },
                Answer::Http(Ok(response)),
            ) if built::SIGN_UP => match sign_up::read(&response) {
                Ok(_) => self.signed_up(connection, login, cx),
                Err(failure) => self.fail_form(failure, cx),
            },
            (
                Job::Resetting {
                    connection, email, ..
                },
                Answer::Http(Ok(response)),
            ) if built::SIGN_UP => match change_password::read(&response) {
                Ok(()) => self.reset_sent(connection, email, cx),
                Err(failure) => self.fail_form(failure, cx),
            },
            (Job::Sending { wire, to, .. }, Answer::Http(Ok(response))) if built::PASSWORDLESS => {
                match passwordless::read(&response) {
                    Ok(()) => self.sent(wire, to, cx),
                    Err(failure) => self.fail_form(failure, cx),
                }
            }
            (Job::Following { transaction, .. }, Answer::Message(message)) if built::PASSWORDLESS => {
                return self.followed(*transaction, message, cx);
            }
            (Job::Consulting(consulting), Answer::Said(reply)) => {
                return self.app_said(consulting, reply, cx);
            }
            (Job::Hosting(hosting), Answer::Http(Ok(response))) => {
                self.hosting_answered(hosting, &response, cx);
            }
            (Job::Naming(naming), Answer::Drawn(entropy)) => return self.named(naming, &entropy, cx),
            (Job::Leaving { .. }, Answer::Woke) => {
                self.give_back();
                cx.emit(LoginEvent::Cancelled);
            }
            (Job::Leaving { .. }, Answer::StorageRefused) => self.fail(LoginError::StorageRefused, cx),
            (_, Answer::Http(Err(fault))) => self.fail(LoginError::Network(fault), cx),
            // An answer of another kind than was asked for: the runner's fault, and nothing to build on.
            (job, _) => self.job = job,
        }
        Stage::Open(self)
    }

    pub(super) fn signed_up(&mut self, connection: String, login: Login, cx: &mut Context) {
        // It stands from here on, whatever the app says of it.
        self.account = Account::JustCreated;
        if self.is_told_later(|| Told::SignedUp(connection.clone(), login.clone()), cx) {
            return;
        }
        cx.emit(LoginEvent::SignedUp { connection });
        match self.embedded {
            _ if !self.plan.config.log_in_after_sign_up => self.give_back(),
            Embedded::Untried => self.log_in(login, cx),
            Embedded::Impossible => self.go_on_elsewhere(login.elsewhere(), cx),
        }
    }

    pub(super) fn reset_sent(&mut self, connection: String, email: String, cx: &mut Context) {
        if self.is_told_later(|| Told::ResetSent(connection.clone(), email.clone()), cx) {
            return;
        }
        cx.emit(LoginEvent::PasswordResetRequested {
            connection: connection.clone(),
        });
        let sent = Sent::now(Wire::Email, email, cx);
        self.show_sent(Screen::MailSent { connection, sent }, Status::MailSent);
    }

    fn take_job(&mut self) -> Job {
        std::mem::replace(&mut self.job, Job::Idle)
    }

    /// The entropy has come.
    fn drawn(&mut self, then: Then, transaction: Transaction, cx: &mut Context) {
        match then {
            Then::Embedded(login) => {
                let (issuer, client_id) = (&self.plan.issuer, &self.plan.config.client_id);
                let request = match &login.proof {
                    Proof::Password { realm, password } => {
                        co_authenticate::ask_password(issuer, client_id, realm, &login.username, password)
                    }
                    Proof::Otp { connection, otp } => {
                        co_authenticate::ask_otp(issuer, client_id, connection, &login.username, otp)
                    }
                };
                let request = self.with_captcha(request);
                self.job = Job::CoAuthenticating {
                    ask: cx.http(request),
                    elsewhere: login.elsewhere(),
                    transaction: Box::new(transaction),
                };
            }
            Then::Away(how, elsewhere) => self.leave(how, elsewhere, transaction, cx),
            Then::SendLink { to } if built::PASSWORDLESS => self.send_link(to, transaction, cx),
            Then::Follow if built::PASSWORDLESS => self.follow(transaction, cx),
            Then::SendLink { .. } | Then::Follow => {}
        }
    }

    fn popup_answered(
        mut self: Box<Self>,
        transaction: Transaction,
        message: Result<Vec<(String, String)>, MessageFault>,
        cx: &mut Context,
    ) -> Stage {
        match message.map(authorize::from_message) {
            Ok(Ok(response)) => {
                let progress = Finish::begin(response, transaction, (&self.plan, &self.server), cx);
                return self.progress(progress, cx);
            }
            Ok(Err(error)) => self.fail(LoginError::Broken(Broken::Authorization(error)), cx),
            Err(fault) => self.popup_failed(fault, cx),
        }
        Stage::Open(self)
    }

    /// A redirect came back with its transaction: what is left is done behind the loading screen.
    pub(super) fn finish_arrival(
        self: Box<Self>,
        response: AuthorizationResponse,
        transaction: Transaction,
        cx: &mut Context,
    ) -> Stage {
        let progress = Finish::begin(response, transaction, (&self.plan, &self.server), cx);
        self.progress(progress, cx)
    }

    fn keys_changed(mut self: Box<Self>, cx: &mut Context) -> Stage {
        match self.take_job() {
            Job::Finishing(finish) => {
                let progress = finish.keys_changed((&self.plan, &mut self.server), cx);
                self.progress(progress, cx)
            }
            job => {
                self.job = job;
                Stage::Open(self)
            }
        }
    }

    pub(super) fn progress(mut self: Box<Self>, progress: Progress, cx: &mut Context) -> Stage {
        match progress {
            Progress::Done(tokens) if built::PASSWORDLESS && self.followed_somebody_else(&tokens) => {}
            Progress::Done(tokens) => {
                if !self.is_told_later(|| Told::LoggedIn(tokens.clone()), cx) {
                    return Done::with(tokens, cx);
                }
            }
            Progress::Waiting(finish) => {
                self.status = Some(Status::LoggingIn);
                self.job = Job::Finishing(finish);
            }
            Progress::Refused(refusal) => {
                cx.advise(|| Advice::Refused(refusal.to_string()));
                self.leave_arrival();
                self.follow_no_more();
                self.fail_form(Failure::Refused(refusal), cx);
            }
            Progress::NoTokens(refusal) => {
                self.leave_arrival();
                self.follow_no_more();
                self.fail_form(Failure::Refused(refusal), cx);
            }
            Progress::Failed(error) => {
                self.leave_arrival();
                self.follow_no_more();
                self.fail(error, cx);
            }
        }
        Stage::Open(self)
    }

    /// A login that came back and failed leaves a form to begin again.
    pub(super) fn leave_arrival(&mut self) {
        if matches!(self.screen, Screen::Arriving) {
            self.show_first();
        }
    }
}
