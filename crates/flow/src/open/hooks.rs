//! The app is asked before a step is taken, and after: what waits meanwhile, and how it goes on.

use vestibule_protocol::{ClientSettings, Connection, ConnectionKind};

use super::job::{Named, Told};
use super::{Elsewhere, Job, Open, Screen};
use crate::ask::Ask;
use crate::config::Config;
use crate::context::Context;
use crate::done::Done;
use crate::effect::{Advice, Effect};
use crate::event::Intent;
use crate::field::{self, Field, FieldProblem, Form, Typed};
use crate::flow::Stage;
use crate::host::{Avatar, No, OwnWords, Question, Reply, Step};
use crate::login_event::LoginError;
use crate::notice::NoticeKind;
use crate::offer::chosen;
use crate::view::Status;

/// What is known of the app's wishes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hooked {
    /// The app has agreed to the step that is being taken just now.
    agreed: bool,
    /// What is under way was begun by the app's answer: no click of the person is being handled any more.
    answers_late: bool,
    /// The connection that the app has named for it.
    named: Option<String>,
    /// Every connection that the config leaves, those without a part on the screen too.
    connections: Vec<Connection>,
    /// Whom the last question about a picture was about, and its number.
    asked_about: (Option<Ask>, String),
    pub(super) avatar: Option<Avatar>,
}

/// What waits for the app's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Consulting {
    ask: Ask,
    then: Then,
}

impl Consulting {
    pub(crate) const fn ask(&self) -> Ask {
        self.ask
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Then {
    /// What the person did, to be done now.
    Do(Intent),
    /// What was done at the server, to be told now.
    Tell(Told),
}

impl Hooked {
    pub(super) fn new(settings: &ClientSettings, config: &Config) -> Self {
        let connections = chosen(settings, &config.connections);
        Self {
            agreed: false,
            answers_late: false,
            named: None,
            connections: if config.hooks {
                connections.into_iter().cloned().collect()
            } else {
                Vec::new()
            },
            asked_about: (None, String::new()),
            avatar: None,
        }
    }
}

impl Open {
    /// Goes on with the connections of a new config.
    #[cfg(feature = "live-config")]
    pub(super) fn hooks_follow(&mut self, settings: &ClientSettings) {
        self.hooked.connections = Hooked::new(settings, &self.plan.config).connections;
    }

    /// Whether the step has to wait for the app's word; it is taken up again when that comes.
    pub(super) fn waits_for_app(
        &mut self,
        step: Step,
        (connection, form): (Option<&str>, &Form),
        intent: impl FnOnce() -> Intent,
        cx: &mut Context,
    ) -> bool {
        if !self.plan.config.hooks || std::mem::take(&mut self.hooked.agreed) {
            return false;
        }
        self.hooked.named = None;
        self.status = Some(match step {
            Step::LogIn | Step::CheckCode => Status::LoggingIn,
            Step::SignUp => Status::SigningUp,
            Step::ResetPassword | Step::SendCode => Status::Sending,
        });
        let question = Question::Before {
            step,
            connection: connection.map(str::to_owned),
            values: form.open_values(),
        };
        self.consult(question, Then::Do(intent()), cx);
        true
    }

    /// Whether what was done has to wait for the app's word before it is told.
    pub(super) fn is_told_later(&mut self, told: impl FnOnce() -> Told, cx: &mut Context) -> bool {
        if !self.plan.config.hooks || std::mem::take(&mut self.hooked.agreed) {
            return false;
        }
        let told = told();
        let (step, tokens) = match &told {
            Told::LoggedIn(tokens) => (Step::LogIn, Some(tokens.clone())),
            Told::SignedUp(..) => (Step::SignUp, None),
            Told::ResetSent(..) => (Step::ResetPassword, None),
            Told::CodeSent(..) => (Step::SendCode, None),
        };
        self.consult(Question::After { step, tokens }, Then::Tell(told), cx);
        true
    }

    fn consult(&mut self, question: Question, then: Then, cx: &mut Context) {
        let ask = cx.next_ask();
        cx.effect(Effect::Consult { ask, question });
        self.job = Job::Consulting(Consulting { ask, then });
    }

    pub(super) fn app_said(
        mut self: Box<Self>,
        consulting: Consulting,
        reply: Reply,
        cx: &mut Context,
    ) -> Stage {
        match (reply, consulting.then) {
            (Reply::Refuse(no), then) => {
                if matches!(then, Then::Tell(Told::LoggedIn(_))) {
                    self.leave_arrival();
                }
                self.app_refused(no, cx);
                Stage::Open(self)
            }
            (reply, Then::Do(intent)) => {
                if let Reply::Use(connection) = reply {
                    self.hooked.named = Some(connection);
                }
                self.hooked.agreed = true;
                let mut stage = self.person(intent, cx);
                if let Stage::Open(open) = &mut stage {
                    open.hooked.agreed = false;
                    open.hooked.answers_late = true;
                    open.hooked.named = None;
                }
                stage
            }
            (_, Then::Tell(told)) => {
                self.hooked.agreed = true;
                match told {
                    Told::LoggedIn(tokens) => return Done::with(tokens, cx),
                    Told::SignedUp(connection, login) => self.signed_up(connection, login, cx),
                    Told::ResetSent(connection, email) => self.reset_sent(connection, email, cx),
                    Told::CodeSent(wire, to) => self.sent(wire, to, cx),
                }
                self.hooked.agreed = false;
                Stage::Open(self)
            }
        }
    }

    fn app_refused(&mut self, no: No, cx: &mut Context) {
        let has_message = no.message.is_some();
        // Of something that was to be sent once more, the fields stand on the screen before.
        if !no.fields.is_empty() && !no.fields.iter().any(|(field, _)| self.draws(*field)) {
            self.goes_back_to_the_form();
        }
        self.say(no.message.map_or(NoticeKind::FieldsWrong, NoticeKind::Said), None);
        let mut marks = false;
        // Backwards, so that the first of them has the focus in the end.
        for (field, words) in no.fields.into_iter().rev() {
            if self.draws(field) {
                self.point_at(field, FieldProblem::Said(OwnWords(words)));
                marks = true;
            } else if !has_message {
                self.notice(NoticeKind::Said(words), None);
            }
        }
        if self.says(&NoticeKind::FieldsWrong) {
            self.notice_is_at_field(marks);
        }
        cx.fail(LoginError::RefusedByApp);
    }

    /// A person does something, or the app has let them.
    pub(super) const fn is_done_by_hand(&mut self) {
        self.hooked.answers_late = false;
    }

    /// Whether the person's click was over when a window was asked for.
    pub(super) const fn has_kept_waiting(&self) -> bool {
        self.hooked.answers_late
    }

    /// Whether the app has not been asked yet about what is being done.
    pub(super) fn app_is_to_be_asked(&self) -> bool {
        self.plan.config.hooks && !self.hooked.agreed
    }

    /// The connection that the app has named for this login goes before all others.
    pub(super) fn named_by_app(&mut self, address: &str, cx: &mut Context) -> Named {
        let Some(name) = self.hooked.named.take() else {
            return Named::None;
        };
        let found = self.hooked.connections.iter().find(|one| one.name == name);
        match found.map(|one| &one.kind) {
            Some(ConnectionKind::Database(_) | ConnectionKind::Directory) => Named::Realm(name),
            Some(ConnectionKind::Social | ConnectionKind::Enterprise) => {
                let elsewhere = Elsewhere {
                    connection: Some(name),
                    login_hint: Some(address.to_owned()),
                };
                self.submitted(cx);
                self.go_away(self.plan.config.social, elsewhere, cx);
                Named::Away
            }
            _ => {
                cx.advise(|| Advice::Config(format!(
                    "the app named the connection `{name}`, which takes no password here and has no pages: going on without it."
                )));
                Named::None
            }
        }
    }

    /// The database that the app has named for this account or this new password.
    pub(super) fn database_by_app(&mut self, cx: &mut Context) -> Option<String> {
        let name = self.hooked.named.take()?;
        let is_it = |one: &Connection| one.name == name && matches!(one.kind, ConnectionKind::Database(_));
        let is_there = self.hooked.connections.iter().any(is_it);
        if !is_there {
            cx.advise(|| {
                Advice::Config(format!(
                    "the app named the connection `{name}`, which is no database here: going on without it."
                ))
            });
        }
        is_there.then_some(name)
    }

    /// Somebody has said who they are: the app may know a picture.
    pub(super) fn ask_who(&mut self, field: Field, text: &Typed, cx: &mut Context) {
        let who = text.expose().trim();
        let names_somebody = match field {
            Field::Username => !who.is_empty(),
            Field::Email => field::check_email(who).is_ok(),
            _ => false,
        };
        if !self.plan.config.hooks || !names_somebody || self.hooked.asked_about.1 == who {
            return;
        }
        let ask = cx.next_ask();
        self.hooked.avatar = None;
        self.hooked.asked_about = (Some(ask), who.to_owned());
        let question = Question::Avatar(Typed::new(who));
        cx.effect(Effect::Consult { ask, question });
    }

    /// Takes an answer that nothing waits for; says whether it was one.
    pub(super) fn heard_aside(&mut self, ask: Ask, reply: &Reply) -> bool {
        if self.hooked.asked_about.0 == Some(ask) {
            self.hooked.asked_about.0 = None;
            if let Reply::Avatar(avatar) = reply {
                let is_picture = ["https://", "data:image/"]
                    .iter()
                    .any(|start| avatar.image.starts_with(start));
                self.hooked.avatar = is_picture.then(|| avatar.clone());
            }
            return true;
        }
        self.extras.heard(ask, reply)
    }

    /// The picture above the form, on the screens that ask who it is.
    pub(super) fn avatar(&self) -> Option<Avatar> {
        let typed = match &self.screen {
            Screen::LogIn => &self.memory.username,
            Screen::SignUp | Screen::ForgotPassword | Screen::Passwordless(_) => &self.memory.email,
            _ => return None,
        };
        self.hooked
            .avatar
            .clone()
            .filter(|_| typed.trim() == self.hooked.asked_about.1)
    }
}
