//! Logins at the server's own page: judged by the server at once, with a second factor where it wants one, and ended by leaving for
//! where the server says.

use vestibule_protocol::hosted::{self, CodeLogin, HostedPage, PasswordLogin};
use vestibule_protocol::{Failure, Issuer, Otp, RefusalCode, Request, Response, passwordless};

use super::job::{Login, Proof};
use super::{Elsewhere, Job, Open, Screen};
use crate::ask::Ask;
use crate::context::Context;
use crate::effect::{Effect, Secret};
use crate::event::Intent;
use crate::field::{Field, FieldProblem, Form};
use crate::host::Step;
use crate::hosted::Visit;
use crate::login_event::LoginEvent;
use crate::notice::NoticeKind;
use crate::view::{Direction, ScreenName, Status};

/// How long the page may take to leave, in seconds.
const LEAVE_TIMEOUT_S: u32 = 30;

/// Credentials that the server is judging.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hosting {
    ask: Ask,
    login: Login,
}

impl Hosting {
    pub(crate) const fn ask(&self) -> Ask {
        self.ask
    }
}

/// A login whose password was right, and that wants a second proof.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SecondFactor {
    login: Login,
}

impl SecondFactor {
    #[expect(clippy::unused_self, reason = "without the feature there is none to be asked")]
    pub(super) const fn screen_name(&self) -> ScreenName {
        ScreenName::SecondFactor
    }

    pub(super) fn username(&self) -> &str {
        &self.login.username
    }
}

impl Open {
    fn hosted(&self) -> Option<&HostedPage> {
        self.plan.config.hosted.as_ref()
    }

    pub(super) fn is_hosted(&self) -> bool {
        self.plan.config.hosted.is_some()
    }

    /// The state of the request that waits at the server, for its captchas.
    #[cfg_attr(not(feature = "captcha"), expect(dead_code, reason = "nothing asks for one"))]
    pub(super) fn hosted_state(&self) -> Option<&str> {
        self.hosted().map(HostedPage::state)
    }

    /// Logs in at the server's own page; gives the login back where this is none.
    pub(super) fn log_in_hosted(&mut self, login: Login, cx: &mut Context) -> Option<Login> {
        let Some(page) = self.hosted() else {
            return Some(login);
        };
        let request = request(&self.plan.issuer, page, &login, None);
        let request = self.with_captcha(request);
        self.judge(request, login, cx);
        None
    }

    fn judge(&mut self, request: Request, login: Login, cx: &mut Context) {
        self.status = Some(Status::LoggingIn);
        self.job = Job::Hosting(Hosting {
            ask: cx.http(request),
            login,
        });
    }

    /// The server has judged.
    pub(super) fn hosting_answered(&mut self, hosting: Hosting, response: &Response, cx: &mut Context) {
        let login = hosting.login;
        let Some(page) = self.hosted() else { return };
        let read = match &login.proof {
            Proof::Password { .. } => hosted::read_log_in(&self.plan.issuer, response).map(Visit::Form),
            Proof::Otp { connection, otp } => {
                let by_code = CodeLogin {
                    connection,
                    to: &login.username,
                    otp,
                };
                let url = hosted::verified_url(&self.plan.issuer, page, by_code);
                hosted::read_verify(response).map(|()| Visit::Url(Secret(url)))
            }
        };
        match read {
            Ok(visit) => self.visit(visit, login.elsewhere().connection, cx),
            // Only a password goes once more with a code beside it.
            Err(Failure::Refused(refusal))
                if refusal.code == RefusalCode::MfaRequired
                    && matches!(login.proof, Proof::Password { .. }) =>
            {
                self.give_back();
                if !matches!(self.screen, Screen::SecondFactor(_)) {
                    self.show(Screen::SecondFactor(SecondFactor { login }), Direction::Forward);
                }
            }
            Err(Failure::Refused(refusal)) if refusal.code == RefusalCode::MfaInvalidCode => {
                self.say_at(Field::Code, (NoticeKind::FieldsWrong, FieldProblem::WrongFactor));
                cx.fail(Failure::Refused(refusal).into());
            }
            Err(failure) => self.fail_login(failure, cx),
        }
    }

    pub(super) fn submit_second_factor(&mut self, asked: &SecondFactor, form: &Form, cx: &mut Context) {
        let typed = form.get(Field::Code);
        let otp = match passwordless::clean_otp(typed) {
            // It may be one that nobody sent.
            Err(_) => Err(FieldProblem::NotACode),
            Ok(otp) => Ok(otp),
        };
        let mut checks = vec![(
            Field::Code,
            otp.as_ref().map(|_| String::new()).map_err(Clone::clone),
        )];
        checks.extend(self.check_captcha(form));
        if !self.all_right(checks) {
            return;
        }
        let (Ok(otp), Some(page)) = (otp, self.hosted()) else {
            return;
        };
        let request = request(&self.plan.issuer, page, &asked.login, Some(&otp));
        if !self.waits_for_app(Step::CheckCode, (None, form), || Intent::Submit(form.clone()), cx) {
            self.submitted(cx);
            let request = self.with_captcha(request);
            self.judge(request, asked.login.clone(), cx);
        }
    }

    /// Leaves for a connection's own pages with the request that waits; says whether this is a page that has one.
    pub(super) fn leaves_hosted(&mut self, elsewhere: &Elsewhere, cx: &mut Context) -> bool {
        let Some(page) = self.hosted() else {
            return false;
        };
        let (connection, hint) = (elsewhere.connection.as_deref(), elsewhere.login_hint.as_deref());
        let url = hosted::connection_url(&self.plan.issuer, page, connection, hint);
        self.visit(Visit::Url(Secret(url)), elsewhere.connection.clone(), cx);
        true
    }

    fn visit(&mut self, visit: Visit, connection: Option<String>, cx: &mut Context) {
        cx.emit(LoginEvent::Redirecting { connection });
        cx.effect(Effect::Visit(visit));
        self.status = Some(Status::Leaving);
        self.job = Job::Leaving {
            ask: cx.next_ask(),
            wake: cx.wake(LEAVE_TIMEOUT_S),
        };
    }
}

fn request(issuer: &Issuer, page: &HostedPage, login: &Login, mfa_code: Option<&Otp>) -> Request {
    match &login.proof {
        Proof::Password { realm, password } => hosted::log_in(
            issuer,
            page,
            PasswordLogin {
                connection: realm,
                username: &login.username,
                password,
                mfa_code,
            },
        ),
        Proof::Otp { connection, otp } => hosted::verify(
            issuer,
            page,
            CodeLogin {
                connection,
                to: &login.username,
                otp,
            },
        ),
    }
}
