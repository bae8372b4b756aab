//! Captchas: asked for when a screen shows its form, solved with it, and asked for anew after each request that had one.

use vestibule_protocol::captcha::{self, CaptchaProvider, CaptchaStep, Challenge};
use vestibule_protocol::{Failure, Request};

use super::{Job, Open, Screen};
use crate::ask::Ask;
use crate::captcha::{CaptchaIntent, CaptchaView};
use crate::context::Context;
use crate::effect::Advice;
use crate::event::Answer;
use crate::field::{Field, FieldProblem, Form, Typed};
use crate::flow::Stage;
use crate::login_event::LoginEvent;
use crate::notice::{NoticeKind, Remedy};
use crate::view::FocusPlace;

/// What is known of the captcha of this screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Captcha {
    /// The step that it was asked for.
    step: Option<CaptchaStep>,
    asked: Option<Ask>,
    challenge: Option<Challenge>,
    round: u32,
    /// What stood in the form that is being sent.
    answer: Typed,
    /// The provider's script did not come, or gave up.
    failed: bool,
    /// A request has gone out: whatever was solved for it is solved no more.
    spent: bool,
    /// The focus belongs at the next one.
    awaited: bool,
}

impl Captcha {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Another screen has come, with a place of its own for the focus.
    pub(super) const fn awaits_nothing(&mut self) {
        self.awaited = false;
    }
}

/// Asks for the captcha of the screen that stands now, once nothing is under way. The form waits for none of it.
pub(super) fn up_to_date(mut stage: Stage, cx: &mut Context) -> Stage {
    if let Stage::Open(open) = &mut stage {
        let step = open.captcha_step();
        let is_due = step != open.captcha.step || open.captcha.spent;
        if open.plan.config.captcha && is_due && matches!(open.job, Job::Idle) {
            open.ask_captcha(step, cx);
        }
    }
    stage
}

impl Open {
    fn captcha_step(&self) -> Option<CaptchaStep> {
        match &self.screen {
            Screen::LogIn if self.offer.password_realm().is_some() => Some(CaptchaStep::LogIn),
            // A code for a second factor goes with the same request, and so to the same judge.
            Screen::Corporate { .. } | Screen::SecondFactor(_) => Some(CaptchaStep::LogIn),
            Screen::SignUp => Some(CaptchaStep::SignUp),
            Screen::ForgotPassword => Some(CaptchaStep::ChangePassword),
            Screen::Passwordless(_) => Some(CaptchaStep::Passwordless),
            _ => None,
        }
    }

    fn ask_captcha(&mut self, step: Option<CaptchaStep>, cx: &mut Context) {
        if let Some(ask) = self.captcha.asked.take() {
            cx.forget(ask);
        }
        let asked = step.map(|step| cx.http(captcha::ask(&self.plan.issuer, step, self.hosted_state())));
        let before = std::mem::take(&mut self.captcha);
        self.captcha = Captcha {
            step,
            asked,
            round: before.round,
            // One that is given up for the next stays until that is there, and so does the focus in it.
            challenge: before.challenge.filter(|_| step == before.step && before.awaited),
            awaited: before.awaited,
            ..Captcha::default()
        };
    }

    /// Takes the server's answer about a captcha; says whether it was one.
    pub(super) fn heard_of_captcha(&mut self, ask: Ask, answer: &Answer, cx: &mut Context) -> bool {
        if self.captcha.asked != Some(ask) {
            return false;
        }
        self.captcha.asked = None;
        self.captcha.challenge = None;
        let is_awaited = std::mem::take(&mut self.captcha.awaited);
        let read = match answer {
            Answer::Http(Ok(response)) => captcha::read(response),
            // The form works without: if one is wanted, the server will say so.
            _ => Ok(None),
        };
        match read {
            Ok(None) => {}
            Ok(Some(challenge)) => {
                let provider = challenge.provider.as_str().to_owned();
                if let CaptchaProvider::Other(name) = &challenge.provider {
                    cx.advise(|| Advice::Captcha(name.clone()));
                    self.notice(NoticeKind::CaptchaUnsolvable, None);
                }
                self.captcha.challenge = Some(challenge);
                self.captcha.round += 1;
                if is_awaited {
                    self.nudge(FocusPlace::Field(Field::Captcha));
                }
                cx.emit(LoginEvent::CaptchaShown { provider });
            }
            Err(Failure::Refused(refusal)) => cx.advise(|| Advice::Refused(refusal.to_string())),
            Err(Failure::Broken(what)) => cx.advise(|| Advice::BrokenResponse(what.to_string())),
        }
        // Where none has come, no field says what went wrong with the last.
        if self.says(&NoticeKind::CaptchaWrong) {
            self.notice_is_at_field(self.captcha_view().is_some());
        }
        true
    }

    /// The captcha, unless the form only leads to a company's own pages or to the form of its directory, which has one of its own.
    pub(super) fn captcha_view(&self) -> Option<CaptchaView> {
        let challenge = self.captcha.challenge.as_ref();
        let challenge = challenge.filter(|_| self.plan.config.captcha)?;
        let leaves = self.company().is_some();
        let problem = self.problems.iter().find(|(field, _)| *field == Field::Captcha);
        let is_known = !matches!(challenge.provider, CaptchaProvider::Other(_));
        (!leaves && is_known).then(|| CaptchaView {
            challenge: challenge.clone(),
            round: self.captcha.round,
            problem: problem.map(|(_, what)| what.clone()),
        })
    }

    /// What is wrong with the answer of a form, where one is asked for.
    pub(super) fn check_captcha(&mut self, form: &Form) -> Option<(Field, Result<String, FieldProblem>)> {
        self.captcha.answer = Typed::new(form.get(Field::Captcha).trim());
        let is_missing = self.captcha_view().is_some() && self.captcha.answer.expose().is_empty();
        if is_missing && self.captcha.failed {
            self.notice(NoticeKind::CaptchaFailed, Some(Remedy::Retry));
        }
        is_missing.then_some((Field::Captcha, Err(FieldProblem::Missing)))
    }

    /// Puts the answer into a request that goes out. From then on it is used up.
    pub(super) fn with_captcha(&mut self, request: Request) -> Request {
        self.captcha.spent = true;
        let answer = std::mem::take(&mut self.captcha.answer);
        if answer.expose().is_empty() {
            return request;
        }
        captcha::with_answer(request, answer.expose())
    }

    pub(super) fn captcha_happened(&mut self, what: CaptchaIntent, cx: &mut Context) {
        match what {
            CaptchaIntent::Another => {
                self.set_problem(Field::Captcha, None);
                self.captcha.awaited = true;
                self.ask_captcha(self.captcha_step(), cx);
            }
            CaptchaIntent::Failed => {
                self.captcha.failed = true;
                self.notice(NoticeKind::CaptchaFailed, Some(Remedy::Retry));
            }
            CaptchaIntent::Unknown => {
                let name = self
                    .captcha
                    .challenge
                    .as_ref()
                    .map(|challenge| challenge.provider.as_str());
                cx.advise(|| Advice::Captcha(name.unwrap_or_default().to_owned()));
                self.notice(NoticeKind::CaptchaUnsolvable, None);
            }
        }
    }

    /// The server says that the answer was wrong, or that there was none.
    pub(super) fn captcha_refused(&mut self) {
        self.goes_back_to_the_form();
        if !self.plan.config.captcha {
            return self.say(NoticeKind::CaptchaUnsolvable, None);
        }
        let stands = self.captcha.challenge.is_some();
        self.captcha.awaited = true;
        self.say_at(
            Field::Captcha,
            (NoticeKind::CaptchaWrong, FieldProblem::WrongCaptcha),
        );
        self.notice_is_at_field(stands);
    }

    /// Tries again, where a captcha has failed.
    pub(super) fn retry_captcha(&mut self, cx: &mut Context) {
        self.notice = None;
        self.captcha.awaited = true;
        self.ask_captcha(self.captcha_step(), cx);
    }
}
