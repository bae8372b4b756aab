//! What a person does, and what it comes to.

use vestibule_protocol::PasswordRule;

use super::{Elsewhere, Embedded, Job, Memory, Open, Screen, Then};
use crate::built;
use crate::config::Away;
use crate::context::Context;
use crate::event::{Intent, Switch};
use crate::field::{self, Field, FieldProblem, Form, Typed};
use crate::flow::Stage;
use crate::host::Step;
use crate::login_event::LoginEvent;
use crate::notice::Remedy;
use crate::view::{Activity, Direction, ScreenName};

impl Open {
    pub(super) fn person(mut self: Box<Self>, intent: Intent, cx: &mut Context) -> Stage {
        self.is_done_by_hand();
        if self.calls_off_code(&intent, cx) {
            return Stage::Open(self);
        }
        match (intent, self.job.activity()) {
            (Intent::Typed(field, text), _) => self.typed(field, &text),
            (Intent::Captcha(what), Activity::Idle | Activity::InPopup) => self.captcha_happened(what, cx),
            (Intent::Country(code), _) => self.choose_country(code),
            (Intent::Left(field, text), _) => self.left(field, &text, cx),
            (Intent::Cancel, Activity::InPopup) => {
                self.give_up(cx);
                // What was pressed has gone.
                self.nudge(self.first_place());
            }
            (Intent::Close, _) => {
                self.give_up(cx);
                cx.emit(LoginEvent::Closed);
            }
            // The page is leaving, or a request is under way: a second click is not a second wish.
            (_, Activity::Working | Activity::Leaving) | (Intent::Cancel, Activity::Idle) => {}
            // Whoever turns to something else has turned away from the popup.
            (intent, Activity::InPopup) => {
                self.give_up(cx);
                return self.person(intent, cx);
            }
            (Intent::Submit(form), Activity::Idle) => self.submit(&form, cx),
            (Intent::Choose(name), Activity::Idle) => self.choose(name, cx),
            (Intent::Go(switch), Activity::Idle) => self.go(&switch),
            (Intent::Resend, Activity::Idle) => self.resend(cx),
            (Intent::Remedy, Activity::Idle) => self.remedy(cx),
        }
        Stage::Open(self)
    }

    fn typed(&mut self, field: Field, text: &Typed) {
        if matches!(field, Field::Username | Field::Email) {
            self.memory.last = Some(field);
        }
        match field {
            Field::Username if matches!(self.screen, Screen::Corporate { .. }) => {
                text.expose().clone_into(&mut self.memory.corporate);
            }
            Field::Username => text.expose().clone_into(&mut self.memory.username),
            Field::Email => text.expose().clone_into(&mut self.memory.email),
            Field::Phone => {
                self.phone.typed(text.expose());
                text.expose().clone_into(&mut self.memory.phone);
            }
            Field::Password if built::SIGN_UP && matches!(self.screen, Screen::SignUp) => {
                self.verdict = self.judge_password(text.expose());
            }
            Field::Terms => self.ticked(text.expose()),
            Field::Password | Field::Code => {}
            #[cfg(feature = "captcha")]
            Field::Captcha => {}
            Field::Extra(_) => self.extras.typed(field, text.expose()),
        }
        // A problem goes as soon as the person works on it; whether it is solved is said when the field is left.
        self.problems.retain(|(with, _)| *with != field);
    }

    fn judge_password(&self, password: &str) -> Option<Vec<PasswordRule>> {
        match (password, &self.offer.database) {
            ("", _) | (_, None) => None,
            (password, Some((_, database))) => Some(database.policy.judge(password)),
        }
    }

    /// Says what is wrong with a field that is left filled. An empty one is not wrong before it is submitted.
    fn left(&mut self, field: Field, text: &Typed, cx: &mut Context) {
        self.ask_who(field, text, cx);
        if text.expose().trim().is_empty() {
            return;
        }
        let problem = match (field, &self.screen) {
            (Field::Email, _) => field::check_email(text.expose()).err(),
            (Field::Phone, _) if built::PASSWORDLESS => self.check_phone(text.expose()).err(),
            (Field::Username, Screen::SignUp) if built::SIGN_UP => {
                self.check_new_username(text.expose()).err()
            }
            (Field::Extra(_), _) => {
                // A password manager may have filled it in without an event.
                self.extras.typed(field, text.expose());
                self.left_extra(field)
            }
            _ => None,
        };
        self.set_problem(field, problem);
    }

    pub(super) fn set_problem(&mut self, field: Field, problem: Option<FieldProblem>) {
        self.problems.retain(|(with, _)| *with != field);
        self.problems.extend(problem.map(|problem| (field, problem)));
    }

    /// Gives up what is under way. The app hears of it only if it heard of its beginning.
    fn give_up(&mut self, cx: &mut Context) {
        if let Some(ask) = self.job.ask() {
            cx.forget(ask);
        }
        let is_unheard_of = matches!(
            &self.job,
            Job::Idle
                | Job::Following { .. }
                | Job::Drawing {
                    then: Then::Follow,
                    ..
                }
        );
        if !is_unheard_of {
            cx.emit(LoginEvent::Cancelled);
        }
        self.follow_no_more();
        self.job = Job::Idle;
        self.give_back();
    }

    fn choose(&mut self, name: String, cx: &mut Context) {
        if self
            .offer
            .buttons
            .iter()
            .any(|connection| connection.name == name)
        {
            // Who creates an account at a provider agrees to the same terms.
            if self.lacks_a_tick() {
                self.notice = None;
                self.all_right(vec![(Field::Terms, Err(FieldProblem::NotAccepted))]);
                return;
            }
            if self.waits_for_app(
                Step::LogIn,
                (Some(&name), &Form::default()),
                || Intent::Choose(name.clone()),
                cx,
            ) {
                return;
            }
            let typed = match self.screen {
                Screen::LogIn => &self.memory.username,
                _ => &self.memory.email,
            };
            let hint = Some(typed.trim().to_owned()).filter(|hint| !hint.is_empty());
            self.go_away(
                self.plan.config.social,
                Elsewhere {
                    connection: Some(name),
                    login_hint: hint,
                },
                cx,
            );
        }
    }

    fn go(&mut self, switch: &Switch) {
        // Where the app has named an address, the page goes there by itself.
        if switch.href.is_some() || !super::ways::switches(self).contains(switch) {
            return;
        }
        let back = matches!(switch.to, ScreenName::LogIn)
            || matches!(
                self.screen,
                Screen::Code(_) | Screen::LinkSent(_) | Screen::MailSent { .. } | Screen::Corporate { .. }
            );
        let screen = match switch.to {
            ScreenName::LogIn => Screen::LogIn,
            ScreenName::SignUp => Screen::SignUp,
            ScreenName::ForgotPassword => Screen::ForgotPassword,
            ScreenName::Passwordless => match self.offer.wire_by_name(switch.connection.as_deref()) {
                Some(wire) => Screen::Passwordless(wire),
                None => return,
            },
            _ => return,
        };
        self.carry(&screen);
        self.show(screen, if back { Direction::Back } else { Direction::Forward });
    }

    /// An address typed on one screen stands on the next.
    pub(super) fn carry(&mut self, to: &Screen) {
        let Memory {
            username,
            email,
            last,
            ..
        } = &mut self.memory;
        match (&self.screen, to) {
            (Screen::LogIn, _) if field::check_email(username).is_ok() => username.clone_into(email),
            (_, Screen::LogIn) if *last == Some(Field::Email) => email.clone_into(username),
            _ => {}
        }
    }

    fn remedy(&mut self, cx: &mut Context) {
        let elsewhere = self.elsewhere.clone();
        match self.notice.as_ref().and_then(|notice| notice.remedy.as_ref()) {
            Some(Remedy::Redirect) => self.go_away(Away::Redirect, elsewhere, cx),
            Some(Remedy::Popup) => self.go_away(Away::Popup, elsewhere, cx),
            Some(Remedy::ResetPassword) if self.can_reset() => {
                self.carry(&Screen::ForgotPassword);
                self.show(Screen::ForgotPassword, Direction::Forward);
            }
            #[cfg(feature = "sign-up")]
            Some(Remedy::LogIn) => {
                self.memory.taken.clone_into(&mut self.memory.username);
                self.show(Screen::LogIn, Direction::Back);
            }
            Some(Remedy::Retry) => self.retry_captcha(cx),
            // To the app's own address the page goes by itself.
            _ => {}
        }
    }

    /// Whether the password that this screen is about can be reset here.
    pub(super) fn can_reset(&self) -> bool {
        let config = &self.plan.config;
        self.offer.allows_reset(config) && config.forgot_password_link.is_none() && !self.is_a_companys()
    }

    /// The way to another password beside a refusal: here, or where the app has named an address.
    pub(super) fn reset_remedy(&self) -> Option<Remedy> {
        #[cfg(feature = "sign-up")]
        if let Some(link) = &self.plan.config.forgot_password_link {
            // The app has named it for whichever connection takes the password there.
            let is_ours =
                self.plan.config.allow_forgot_password && !matches!(self.screen, Screen::Corporate { .. });
            return is_ours.then(|| Remedy::ResetPasswordAt(link.clone()));
        }
        self.can_reset().then_some(Remedy::ResetPassword)
    }

    /// Whether the password that this screen is about is kept by a company.
    fn is_a_companys(&self) -> bool {
        self.offer.directory.is_some() || matches!(self.screen, Screen::Corporate { .. })
    }

    /// Begins a login at the server's own pages.
    pub(super) fn go_away(&mut self, how: Away, elsewhere: Elsewhere, cx: &mut Context) {
        self.fresh = false;
        // While the page leaves, a message that is being answered keeps its room.
        if (built::POPUP && how == Away::Popup) || !self.answered {
            self.notice = None;
        }
        self.elsewhere = elsewhere.clone();
        if self.leaves_hosted(&elsewhere, cx) {
            return;
        }
        self.job = Job::Drawing {
            ask: cx.random(),
            then: Then::Away(how, elsewhere),
        };
    }

    pub(super) fn is_embedded_impossible(&self) -> bool {
        self.embedded == Embedded::Impossible
    }
}
