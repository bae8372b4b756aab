//! A form is submitted: its fields are judged, and what is right goes out.

use vestibule_protocol::{Password, SignUp, change_password, sign_up};

use super::job::{Login, Named, Proof};
use super::{Job, Open, Screen, Then};
use crate::built;
use crate::context::Context;
use crate::event::Intent;
use crate::field::{self, Field, FieldProblem, Form};
use crate::host::Step;
use crate::login_event::LoginEvent;
use crate::notice::{Notice, NoticeKind};
use crate::view::{FocusPlace, Status};

type Checked = Result<String, FieldProblem>;

/// Whether there is a form beside that of the log-in: without, a screen is not copied to look at it.
const HAS_MORE_FORMS: bool =
    built::SIGN_UP || built::PASSWORDLESS || built::ENTERPRISE || cfg!(feature = "hosted");

impl Open {
    pub(super) fn submit(&mut self, form: &Form, cx: &mut Context) {
        self.fresh = false;
        self.answered = true;
        self.status = None;
        self.problems.clear();
        if matches!(self.screen, Screen::LogIn) {
            return self.submit_log_in(form, cx);
        }
        if !HAS_MORE_FORMS {
            return;
        }
        match self.screen.clone() {
            Screen::SignUp if built::SIGN_UP => self.submit_sign_up(form, cx),
            Screen::ForgotPassword if built::SIGN_UP => self.submit_forgot(form, cx),
            Screen::Passwordless(wire) if built::PASSWORDLESS => self.submit_passwordless(wire, form, cx),
            Screen::Code(sent) if built::PASSWORDLESS => self.submit_code(&sent, form, cx),
            Screen::SecondFactor(asked) => self.submit_second_factor(&asked, form, cx),
            Screen::Corporate { connection, .. } if built::ENTERPRISE => {
                self.submit_corporate(connection, form, cx);
            }
            _ => {}
        }
    }

    fn submit_log_in(&mut self, form: &Form, cx: &mut Context) {
        let username = form.get(Field::Username).trim().to_owned();
        self.memory.username.clone_from(&username);
        match self.named_by_app(&username, cx) {
            // The form may ask for nothing but an address.
            Named::Realm(realm) if self.offer.password_realm().is_none() => {
                return self.ask_at(realm, &username);
            }
            Named::Realm(realm) => return self.submit_password(realm, username, form, cx),
            Named::Away => return,
            Named::None => {}
        }
        if let Some(company) = self.company_of(&username).cloned() {
            return self.go_to_company(company, username, form, cx);
        }
        let Some(realm) = self.offer.password_realm().cloned() else {
            return self.unknown_company(&username, form, cx);
        };
        self.submit_password(realm, username, form, cx);
    }

    /// A user name and a password, for whichever connection takes them.
    pub(super) fn submit_password(&mut self, realm: String, username: String, form: &Form, cx: &mut Context) {
        let password = form.get(Field::Password);
        // The app may know a directory for what is no address.
        let is_judged = !self.app_is_to_be_asked() && self.offer.is_database(&realm);
        let who = if is_judged && super::draw::asks_for_an_address(self) {
            field::check_email(&username)
        } else {
            field::check_present(&username)
        };
        let mut checks = vec![(Field::Username, who), (Field::Password, present(password))];
        checks.extend(self.check_extras(form));
        checks.extend(self.check_captcha(form));
        if self.all_right(checks)
            && !self.waits_for_app(Step::LogIn, (None, form), || Intent::Submit(form.clone()), cx)
        {
            self.submitted(cx);
            let proof = Proof::Password {
                realm,
                password: Password::new(password),
            };
            self.log_in(Login { username, proof }, cx);
        }
    }

    fn submit_sign_up(&mut self, form: &Form, cx: &mut Context) {
        let Some((realm, database)) = self.offer.database.clone() else {
            return;
        };
        form.get(Field::Email).trim().clone_into(&mut self.memory.email);
        if let Some(company) = self.offer.realm_of(&self.memory.email).cloned() {
            return self.go_to_company(company, self.memory.email.clone(), form, cx);
        }
        let realm = self.database_by_app(cx).unwrap_or(realm);
        let email = field::check_email(form.get(Field::Email));
        let password = form.get(Field::Password);
        let mut checks = vec![(Field::Email, email.clone())];
        let asks_name = database.requires_username && !self.plan.config.generate_username;
        if asks_name {
            form.get(Field::Username)
                .trim()
                .clone_into(&mut self.memory.username);
            checks.push((
                Field::Username,
                self.check_new_username(form.get(Field::Username)),
            ));
        }
        checks.push((Field::Password, present(password)));
        checks.extend(self.check_extras(form));
        checks.extend(self.check_captcha(form));
        checks.extend(self.check_terms(form));
        if self.all_right(checks)
            && !self.waits_for_name(form, cx)
            && !self.waits_for_app(Step::SignUp, (None, form), || Intent::Submit(form.clone()), cx)
        {
            self.submitted(cx);
            self.status = Some(Status::SigningUp);
            let email = email.unwrap_or_default();
            let username = match (database.requires_username, asks_name) {
                (true, true) => Some(form.get(Field::Username).trim().to_owned()),
                (true, false) => Some(self.memory.generated.clone()),
                (false, _) => None,
            };
            let account = self.account();
            let password = Password::new(password);
            let request = sign_up::ask(
                &self.plan.issuer,
                &SignUp {
                    client_id: &self.plan.config.client_id,
                    connection: &realm,
                    email: &email,
                    username: username.as_deref(),
                    password: &password,
                    root: &account.root,
                    user_metadata: &account.user_metadata,
                },
            );
            let request = self.with_captcha(request);
            let login = Login {
                username: email,
                proof: Proof::Password {
                    realm: realm.clone(),
                    password,
                },
            };
            self.job = Job::SigningUp {
                ask: cx.http(request),
                connection: realm,
                login,
            };
        }
    }

    pub(super) fn check_new_username(&self, text: &str) -> Checked {
        field::check_username(text, self.username_length())
    }

    pub(super) fn username_length(&self) -> (u32, u32) {
        let database = self.offer.database.as_ref();
        database.map_or((1, 128), |(_, database)| database.username_length)
    }

    fn submit_forgot(&mut self, form: &Form, cx: &mut Context) {
        let Some((connection, _)) = self.offer.database.clone() else {
            return;
        };
        let connection = self.database_by_app(cx).unwrap_or(connection);
        form.get(Field::Email).trim().clone_into(&mut self.memory.email);
        let email = match self.offer.realm_of(&self.memory.email) {
            // What is changed here would not be what the company asks for.
            Some(_) => Err(FieldProblem::CompanyAddress),
            None => field::check_email(form.get(Field::Email)),
        };
        let mut checks = vec![(Field::Email, email.clone())];
        checks.extend(self.check_captcha(form));
        if self.all_right(checks)
            && !self.waits_for_app(
                Step::ResetPassword,
                (None, form),
                || Intent::Submit(form.clone()),
                cx,
            )
        {
            self.submitted(cx);
            self.send_reset(connection, email.unwrap_or_default(), cx);
        }
    }

    pub(super) fn send_reset(&mut self, connection: String, email: String, cx: &mut Context) {
        self.status = Some(Status::Sending);
        let request = change_password::ask(
            &self.plan.issuer,
            &self.plan.config.client_id,
            &connection,
            &email,
        );
        let request = self.with_captcha(request);
        self.job = Job::Resetting {
            ask: cx.http(request),
            connection,
            email,
        };
    }

    /// Logs in inside the page, or at the server's own pages once it is known that the page cannot.
    pub(super) fn log_in(&mut self, login: Login, cx: &mut Context) {
        let Some(login) = self.log_in_hosted(login, cx) else {
            return;
        };
        self.status = Some(Status::LoggingIn);
        if self.is_embedded_impossible() {
            self.go_away(self.plan.config.fallback, login.elsewhere(), cx);
        } else {
            self.job = Job::Drawing {
                ask: cx.random(),
                then: Then::Embedded(login),
            };
        }
    }

    pub(super) fn submitted(&self, cx: &mut Context) {
        cx.emit(LoginEvent::Submitted {
            screen: self.screen_name(),
        });
    }

    /// Notes every problem and sends the focus to the first.
    pub(super) fn all_right(&mut self, checks: Vec<(Field, Checked)>) -> bool {
        let problems = checks
            .into_iter()
            .filter_map(|(field, checked)| Some((field, checked.err()?)));
        self.problems = problems.collect();
        let Some((first, _)) = self.problems.first() else {
            return true;
        };
        if std::mem::take(&mut self.answered) {
            self.notice = None;
        }
        // One that offers a way out goes before.
        self.notice.get_or_insert(Notice {
            kind: NoticeKind::FieldsWrong,
            remedy: None,
            at_field: true,
        });
        self.nudge(FocusPlace::Field(*first));
        false
    }
}

/// A password is taken as it stands, blanks and all (NIST SP 800-63B, 3.1.1.2).
fn present(password: &str) -> Checked {
    match password {
        "" => Err(FieldProblem::Missing),
        _ => Ok(String::new()),
    }
}
