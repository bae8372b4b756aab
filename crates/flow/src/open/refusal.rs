//! Failures, told to the person with a remedy, and to the app with a type. What was typed stays.

use vestibule_protocol::{Failure, Refusal, RefusalCode};

use super::{Account, Open, Screen};
use crate::built;
use crate::context::Context;
use crate::effect::Advice;
use crate::field::{Field, FieldProblem};
use crate::login_event::LoginError;
use crate::notice::{Notice, NoticeKind, Remedy};
#[cfg(feature = "sign-up")]
use crate::offer::allows_log_in;
use crate::view::{Direction, FocusPlace, Status};

impl Open {
    /// A login that the server judged and refused. What it was about, the screen knows.
    pub(super) fn fail_login(&mut self, failure: Failure, cx: &mut Context) {
        let wrong = matches!(
            &failure,
            Failure::Refused(Refusal {
                code: RefusalCode::AccessDenied
                    | RefusalCode::InvalidGrant
                    | RefusalCode::InvalidUserPassword,
                ..
            })
        );
        if !wrong {
            return self.fail_form(failure, cx);
        }
        if matches!(self.screen, Screen::Code(_)) {
            self.say_at(Field::Code, (NoticeKind::WrongCode, FieldProblem::WrongCode));
        // On the server's own page a wrong password has a code of its own: a rule or an action of the tenant said no.
        } else if !(self.is_hosted() && self.denied(&failure)) {
            self.say(NoticeKind::WrongCredentials, None);
            self.nudge(FocusPlace::Field(Field::Password));
        }
        cx.fail(failure.into());
    }

    /// A form that the server answered with a refusal or with something unusable.
    pub(super) fn fail_form(&mut self, failure: Failure, cx: &mut Context) {
        match &failure {
            Failure::Broken(_) => self.say(NoticeKind::BrokenResponse, None),
            Failure::Refused(refusal) => {
                let before = self.problems.len();
                self.refused(refusal);
                let is_marked = self.problems.len() > before;
                if !is_marked && is_the_developers(&refusal.code, self.plan.config.captcha) {
                    cx.advise(|| Advice::Form(refusal.to_string()));
                }
            }
        }
        cx.fail(failure.into());
    }

    /// Says why a rule or an action of the tenant refused a login; says whether one did.
    pub(super) fn denied(&mut self, failure: &Failure) -> bool {
        let Failure::Refused(refusal) = failure else {
            return false;
        };
        if refusal.code != RefusalCode::AccessDenied {
            return false;
        }
        let said = match &refusal.description {
            _ if names_no_service(refusal) => NoticeKind::Misconfigured,
            Some(words) => NoticeKind::Said(words.clone()),
            None => NoticeKind::Refused,
        };
        self.say(said, None);
        true
    }

    /// Any other failure.
    pub(super) fn fail(&mut self, error: LoginError, cx: &mut Context) {
        self.say(NoticeKind::of(&error), None);
        cx.fail(error);
    }

    /// Gives the form back, with this message.
    pub(super) fn say(&mut self, kind: NoticeKind, remedy: Option<Remedy>) {
        self.give_back();
        self.notice(kind, remedy);
    }

    /// Puts a message over the form.
    pub(super) fn notice(&mut self, kind: NoticeKind, remedy: Option<Remedy>) {
        self.fresh = false;
        self.answered = false;
        self.notice = Some(Notice {
            kind,
            remedy,
            at_field: false,
        });
    }

    /// Gives the form back: what was under way is over.
    pub(super) fn give_back(&mut self) {
        if std::mem::take(&mut self.answered) {
            self.notice = None;
        }
        // The account stands, whatever its first login came to: signing up again would only find the address taken.
        if built::SIGN_UP && self.account == Account::JustCreated && matches!(self.screen, Screen::SignUp) {
            self.account = Account::Unknown;
            self.memory.email.clone_into(&mut self.memory.username);
            if self.plan.config.log_in_after_sign_up && self.plan.config.allow_log_in {
                self.show(Screen::LogIn, Direction::Forward);
            } else {
                self.show(Screen::SignedUp, Direction::Forward);
                self.status = Some(Status::SignedUp);
                return;
            }
        }
        self.status = None;
    }

    fn refused(&mut self, refusal: &Refusal) {
        let reset = self.reset_remedy();
        match &refusal.code {
            RefusalCode::TooManyAttempts => self.say(NoticeKind::TooManyAttempts, reset),
            RefusalCode::TooManyRequests | RefusalCode::TooManyLogins => {
                self.say(NoticeKind::TooManyRequests(refusal.retry_after_s), None);
            }
            #[cfg(feature = "hosted")]
            RefusalCode::MfaRegistrationRequired => self.say(NoticeKind::NoSecondFactor, None),
            #[cfg(feature = "hosted")]
            RefusalCode::SessionMissing => {
                self.show(Screen::Gone, Direction::Forward);
                self.say(NoticeKind::RequestGone, None);
            }
            RefusalCode::BlockedUser => self.say(NoticeKind::Blocked, None),
            // Nobody has this password yet: the field says what is wrong with it.
            RefusalCode::PasswordLeaked if self.asks_for_a_new_password() => {
                self.mark(Field::Password, FieldProblem::PasswordLeaked);
            }
            RefusalCode::PasswordLeaked | RefusalCode::PasswordChangeRequired if reset.is_none() => {
                self.say(NoticeKind::PasswordUnusable, None);
            }
            RefusalCode::PasswordLeaked => self.say(NoticeKind::PasswordLeaked, reset),
            RefusalCode::PasswordChangeRequired => self.say(NoticeKind::PasswordChangeRequired, reset),
            RefusalCode::InvalidPassword if built::SIGN_UP => {
                let rules = refusal.password_rules();
                if !rules.is_empty() {
                    self.verdict = Some(rules);
                }
                let told = (NoticeKind::PasswordTooWeak, FieldProblem::PasswordTooWeak);
                self.say_at(Field::Password, told);
            }
            RefusalCode::InvalidSignup if built::SIGN_UP => self.say(NoticeKind::SignUpRefused, reset),
            #[cfg(feature = "sign-up")]
            RefusalCode::UserExists => {
                if allows_log_in(&self.plan.config) {
                    self.memory.email.clone_into(&mut self.memory.taken);
                    self.say(NoticeKind::AddressTaken, Some(Remedy::LogIn));
                    return self.point_at(Field::Email, FieldProblem::Taken);
                }
                self.mark(Field::Email, FieldProblem::InUse);
            }
            // Nobody has chosen it: another is made when the form is sent again.
            RefusalCode::UsernameExists if built::SIGN_UP && self.forgets_made_up_name() => {
                self.say(NoticeKind::ServerFault, None);
            }
            RefusalCode::UsernameExists if built::SIGN_UP => {
                self.say_at(Field::Username, (NoticeKind::UsernameTaken, FieldProblem::Taken));
            }
            // A server that checks what it is sent by a schema has no code of its own for an address.
            RefusalCode::InvalidRequest if self.asks_for_an_address() && speaks_of_email(refusal) => {
                self.mark(Field::Email, FieldProblem::NotAnEmail);
            }
            RefusalCode::BadEmail => self.mark(Field::Email, FieldProblem::NotAnEmail),
            RefusalCode::BadPhoneNumber if built::PASSWORDLESS => {
                self.mark(Field::Phone, FieldProblem::NotAPhone);
            }
            RefusalCode::SmsProviderError if built::PASSWORDLESS => self.say(NoticeKind::SmsNotSent, None),
            _ if names_no_service(refusal) => self.say(NoticeKind::Misconfigured, None),
            RefusalCode::AccessDenied => self.say(NoticeKind::AccessDenied, None),
            RefusalCode::InvalidCaptcha | RefusalCode::RequiresVerification => self.captcha_refused(),
            RefusalCode::ServerError | RefusalCode::TemporarilyUnavailable => {
                self.say(NoticeKind::ServerFault, None);
            }
            code => match (says_its_own(code), &refusal.description) {
                (true, Some(text)) => self.say(NoticeKind::Said(text.clone()), None),
                _ => self.say(NoticeKind::by_code(code), None),
            },
        }
    }

    fn asks_for_a_new_password(&self) -> bool {
        built::SIGN_UP && matches!(self.screen, Screen::SignUp) && self.account != Account::JustCreated
    }

    fn asks_for_an_address(&self) -> bool {
        let asks = matches!(self.screen, Screen::SignUp | Screen::ForgotPassword);
        built::SIGN_UP && asks && self.account != Account::JustCreated
    }

    /// What was sent once more is refused on a screen that has no form for it: the one before has.
    pub(super) fn goes_back_to_the_form(&mut self) {
        match &self.screen {
            Screen::Code(sent) | Screen::LinkSent(sent) if built::PASSWORDLESS => {
                let wire = sent.wire;
                self.show(Screen::Passwordless(wire), Direction::Back);
            }
            Screen::MailSent { .. } if built::SIGN_UP => {
                self.show(Screen::ForgotPassword, Direction::Back);
            }
            _ => {}
        }
    }

    fn mark(&mut self, field: Field, problem: FieldProblem) {
        self.goes_back_to_the_form();
        self.say_at(field, (NoticeKind::FieldsWrong, problem));
    }

    /// Whether a field stands on this screen.
    #[cfg(feature = "hooks")]
    pub(super) fn draws(&self, field: Field) -> bool {
        match field {
            Field::Terms => self.terms().is_some(),
            #[cfg(feature = "captcha")]
            Field::Captcha => self.captcha_view().is_some(),
            #[cfg(feature = "fields")]
            Field::Extra(_) => self.extra_views().iter().any(|extra| extra.field == field),
            field => super::draw::has(self, field),
        }
    }

    /// Says at a field what the message says too.
    pub(super) fn say_at(&mut self, field: Field, (kind, problem): (NoticeKind, FieldProblem)) {
        self.say(kind, None);
        self.point_at(field, problem);
        self.notice_is_at_field(true);
    }

    /// Whether this is what the message says.
    #[cfg(any(feature = "captcha", feature = "hooks"))]
    pub(super) fn says(&self, kind: &NoticeKind) -> bool {
        self.notice.as_ref().is_some_and(|notice| notice.kind == *kind)
    }

    pub(super) fn notice_is_at_field(&mut self, at_field: bool) {
        if let Some(notice) = &mut self.notice {
            notice.at_field = at_field;
        }
    }

    pub(super) fn point_at(&mut self, field: Field, problem: FieldProblem) {
        self.set_problem(field, Some(problem));
        self.nudge(FocusPlace::Field(field));
    }
}

/// Refusals that nothing mends that a person could type: the client, its connection or the app is set up otherwise.
fn is_the_developers(code: &RefusalCode, has_captcha: bool) -> bool {
    match code {
        RefusalCode::InvalidCaptcha | RefusalCode::RequiresVerification => !has_captcha,
        RefusalCode::InvalidRequest
        | RefusalCode::InvalidClient
        | RefusalCode::UnauthorizedClient
        | RefusalCode::EndpointDisabled
        | RefusalCode::BadTenant
        | RefusalCode::BadClientId
        | RefusalCode::BadConnection
        | RefusalCode::BadAuthParams
        | RefusalCode::Other(_) => true,
        _ => false,
    }
}

fn speaks_of_email(refusal: &Refusal) -> bool {
    let text = refusal.description.as_deref().unwrap_or_default();
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("email"))
}

/// Whether the audience of the config is none that the server knows: it says so in words only (Auth0, `/authorize`).
fn names_no_service(refusal: &Refusal) -> bool {
    let text = refusal.description.as_deref().unwrap_or_default();
    refusal.code == RefusalCode::AccessDenied && text.starts_with("Service not found")
}

/// Codes under which a rule or an action of the tenant speaks to the person in its own words.
fn says_its_own(code: &RefusalCode) -> bool {
    matches!(code, RefusalCode::Unauthorized | RefusalCode::ExtensibilityError)
}
