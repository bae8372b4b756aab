//! Codes and links: sent, sent again, and checked.

use vestibule_protocol::{PasswordlessTo, passwordless};

use super::job::{Login, Proof, Told};
use super::{Elsewhere, Job, Open, Screen, Sent, Then};
use crate::ask::Ask;
use crate::built;
use crate::config::PasswordlessMethod;
use crate::context::Context;
use crate::event::Intent;
use crate::field::{self, Field, FieldProblem, Form, Typed};
use crate::host::Step;
use crate::login_event::LoginEvent;
use crate::offer::Wire;
use crate::view::{Direction, Resend, Status};

/// How long a code or link takes until it can be sent again, in seconds.
const RESEND_AFTER_S: u32 = 30;

impl Open {
    pub(super) fn submit_passwordless(&mut self, wire: Wire, form: &Form, cx: &mut Context) {
        let (field, to) = match wire {
            Wire::Email => (Field::Email, field::check_email(form.get(Field::Email))),
            Wire::Sms => (Field::Phone, self.check_phone(form.get(Field::Phone))),
        };
        match wire {
            Wire::Email => form.get(field).trim().clone_into(&mut self.memory.email),
            Wire::Sms => form.get(field).trim().clone_into(&mut self.memory.phone),
        }
        if let Some(company) = self.company().cloned() {
            return self.go_to_company(company, self.memory.email.clone(), form, cx);
        }
        let mut checks = vec![(field, to.clone())];
        checks.extend(self.check_captcha(form));
        checks.extend(self.check_terms(form));
        if self.all_right(checks)
            && !self.waits_for_app(Step::SendCode, (None, form), || Intent::Submit(form.clone()), cx)
        {
            self.submitted(cx);
            self.send(wire, to.unwrap_or_default(), cx);
        }
    }

    /// Sends a code, or, where the config says so, a link, which needs a transaction to come back to. Once it is known that
    /// no login can end in this page, a code is left to the server's own pages.
    fn send(&mut self, wire: Wire, to: String, cx: &mut Context) {
        self.status = Some(Status::Sending);
        let what = match (wire, self.plan.config.passwordless) {
            (Wire::Email, PasswordlessMethod::Link) => {
                self.job = Job::Drawing {
                    ask: cx.random(),
                    then: Then::SendLink { to },
                };
                return;
            }
            // A code that is sent from here could not be used here: the server's own pages send theirs.
            _ if self.is_embedded_impossible() => {
                let elsewhere = Elsewhere {
                    connection: self.offer.wire(wire).cloned(),
                    login_hint: Some(to),
                };
                self.go_away(self.plan.config.fallback, elsewhere, cx);
                return;
            }
            (Wire::Email, PasswordlessMethod::Code) => PasswordlessTo::EmailCode(&to),
            (Wire::Sms, _) => PasswordlessTo::SmsCode(&to),
        };
        let connection = self.offer.wire(wire).map_or("", String::as_str);
        let request = passwordless::ask(
            &self.plan.issuer,
            &self.plan.config.client_id,
            connection,
            what,
            None,
            self.plan.language(),
        );
        let request = self.with_captcha(request);
        self.job = Job::Sending {
            ask: cx.http(request),
            wire,
            to,
        };
    }

    /// The app is asked first, as it was when this was sent for the first time.
    pub(super) fn resend(&mut self, cx: &mut Context) {
        if !(built::PASSWORDLESS || built::SIGN_UP) {
            return;
        }
        let screen = self.screen.clone();
        let step = match &screen {
            Screen::Code(sent) | Screen::LinkSent(sent)
                if built::PASSWORDLESS && sent.again_at_s <= cx.at_s =>
            {
                Step::SendCode
            }
            Screen::MailSent { sent, .. } if built::SIGN_UP && sent.again_at_s <= cx.at_s => {
                Step::ResetPassword
            }
            _ => return,
        };
        let sent_to = match &screen {
            Screen::Code(sent) | Screen::LinkSent(sent) if sent.wire == Wire::Sms => (Field::Phone, &sent.to),
            Screen::Code(sent) | Screen::LinkSent(sent) | Screen::MailSent { sent, .. } => {
                (Field::Email, &sent.to)
            }
            _ => return,
        };
        let form = Form::new([(sent_to.0, Typed::new(sent_to.1.clone()))]);
        self.notice = None;
        self.problems.clear();
        if self.waits_for_app(step, (None, &form), || Intent::Resend, cx) {
            return;
        }
        self.submitted(cx);
        match screen {
            Screen::Code(sent) | Screen::LinkSent(sent) => self.send(sent.wire, sent.to, cx),
            Screen::MailSent { connection, sent } => self.send_reset(connection, sent.to, cx),
            _ => {}
        }
    }

    /// Whether what was sent can be sent again, or when.
    pub(super) fn sending_again(&self) -> Option<Resend> {
        match &self.screen {
            Screen::Code(sent) | Screen::LinkSent(sent) | Screen::MailSent { sent, .. }
                if built::PASSWORDLESS || built::SIGN_UP =>
            {
                Some(match seconds_left(sent) {
                    0 => Resend::Ready,
                    left => Resend::Wait(left),
                })
            }
            _ => None,
        }
    }

    pub(super) fn submit_code(&mut self, sent: &Sent, form: &Form, cx: &mut Context) {
        let typed = form.get(Field::Code);
        let checked = match passwordless::clean_otp(typed) {
            _ if typed.trim().is_empty() => Err(FieldProblem::Missing),
            Err(_) => Err(FieldProblem::NotACode),
            Ok(otp) => Ok(otp),
        };
        match (checked, self.offer.wire(sent.wire).cloned()) {
            (Err(problem), _) => {
                self.all_right(vec![(Field::Code, Err(problem))]);
            }
            (Ok(otp), Some(connection)) => {
                if self.waits_for_app(Step::CheckCode, (None, form), || Intent::Submit(form.clone()), cx) {
                    return;
                }
                self.submitted(cx);
                self.log_in(
                    Login {
                        username: sent.to.clone(),
                        proof: Proof::Otp { connection, otp },
                    },
                    cx,
                );
            }
            (Ok(_), None) => {}
        }
    }

    pub(super) fn sent(&mut self, wire: Wire, to: String, cx: &mut Context) {
        if self.is_told_later(|| Told::CodeSent(wire, to.clone()), cx) {
            return;
        }
        if wire == Wire::Email && self.plan.config.passwordless == PasswordlessMethod::Link {
            return self.link_sent(to, cx);
        }
        let connection = self.offer.wire(wire).cloned().unwrap_or_default();
        cx.emit(LoginEvent::CodeSent { connection });
        let sent = Sent::now(wire, to, cx);
        self.show_sent(Screen::Code(sent), Status::CodeSent);
    }

    /// Sent anew, the same screen stays, with what is typed in it.
    pub(super) fn show_sent(&mut self, screen: Screen, status: Status) {
        if std::mem::discriminant(&self.screen) == std::mem::discriminant(&screen) {
            self.screen = screen;
        } else {
            self.show(screen, Direction::Forward);
        }
        self.status = Some(status);
    }

    /// Counts down to the next sending; says whether the answer was such a tick.
    pub(super) fn tick(&mut self, ask: Ask, cx: &mut Context) -> bool {
        match &mut self.screen {
            Screen::Code(sent) | Screen::LinkSent(sent) | Screen::MailSent { sent, .. }
                if (built::PASSWORDLESS || built::SIGN_UP) && sent.wake == Some(ask) =>
            {
                sent.wake = (cx.at_s < sent.again_at_s).then(|| cx.wake(1));
                sent.seen_at_s = cx.at_s;
                true
            }
            _ => false,
        }
    }
}

impl Sent {
    pub(super) fn now(wire: Wire, to: String, cx: &mut Context) -> Self {
        let again_at_s = cx.at_s + f64::from(RESEND_AFTER_S);
        Self {
            wire,
            to,
            again_at_s,
            seen_at_s: cx.at_s,
            wake: Some(cx.wake(1)),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and a countdown is short"
)]
fn seconds_left(sent: &Sent) -> u32 {
    (sent.again_at_s - sent.seen_at_s).max(0.0).ceil() as u32
}
