//! A mail's link: sent, and what becomes of the tab that waits for it.

use std::rc::Rc;

use vestibule_protocol::{PasswordlessTo, RefusalCode, Transaction, authorize, passwordless};

use super::away::base;
use super::{Elsewhere, Job, Open, Screen, Sent, Then};
use crate::ask::Ask;
use crate::config::Away;
use crate::context::Context;
use crate::effect::{Advice, Area, Effect};
use crate::event::MessageFault;
use crate::finish::{Finish, Progress};
use crate::flow::Stage;
use crate::login_event::{LoginEvent, TokenSet};
use crate::notice::{NoticeKind, Remedy};
use crate::offer::Wire;
use crate::view::Status;

/// The links that this tab waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Waiting {
    /// Whom they were sent to.
    to: String,
    /// A watch over the transaction of each.
    watches: Vec<Ask>,
    /// One was opened while another was being sent.
    opened: bool,
    /// Whom the session must be of that is asked for now.
    follows: Option<String>,
}

impl Open {
    /// Sends a link; its transaction waits for whichever tab the link opens.
    pub(super) fn send_link(&mut self, to: String, transaction: Transaction, cx: &mut Context) {
        let plan = Rc::clone(&self.plan);
        let transaction = self.bind(transaction.by_mail(), self.offer.email.as_deref());
        let request = base(&plan);
        let request = passwordless::ask(
            &plan.issuer,
            &plan.config.client_id,
            self.offer.email.as_deref().unwrap_or_default(),
            PasswordlessTo::EmailLink(&to),
            Some((&request, &transaction)),
            plan.language(),
        );
        let keep = self.keep(&transaction, Area::Browser);
        self.watch(&to, keep.key.clone(), cx);
        cx.effect(Effect::Keep(keep));
        let request = self.with_captcha(request);
        self.job = Job::Sending {
            ask: cx.http(request),
            wire: Wire::Email,
            to,
        };
    }

    /// Waits for this link beside those that went to the same address before; for one that went to another no longer.
    fn watch(&mut self, to: &str, key: String, cx: &mut Context) {
        if self.waiting.to != to {
            for ask in std::mem::take(&mut self.waiting).watches {
                cx.forget(ask);
            }
            to.clone_into(&mut self.waiting.to);
        }
        let ask = cx.next_ask();
        cx.effect(Effect::Watch { ask, key });
        self.waiting.watches.push(ask);
    }

    pub(super) fn link_sent(&mut self, to: String, cx: &mut Context) {
        let connection = self.offer.email.clone().unwrap_or_default();
        cx.emit(LoginEvent::LinkSent { connection });
        let sent = Sent::now(Wire::Email, to, cx);
        self.show_sent(Screen::LinkSent(sent), Status::LinkSent);
        if std::mem::take(&mut self.waiting.opened) {
            self.begin_to_follow(cx);
        }
    }

    /// Says whether the answer was that another tab took a link's transaction: then the server knows the person by now,
    /// and a tab that still waits asks it who it is.
    pub(super) fn link_was_opened(&mut self, ask: Ask, cx: &mut Context) -> bool {
        let Some(at) = self.waiting.watches.iter().position(|watch| *watch == ask) else {
            return false;
        };
        self.waiting.watches.swap_remove(at);
        match (&self.screen, &self.job) {
            (Screen::LinkSent(_), Job::Idle) => self.begin_to_follow(cx),
            (_, Job::Sending { .. }) => self.waiting.opened = true,
            _ => {}
        }
        true
    }

    fn begin_to_follow(&mut self, cx: &mut Context) {
        let to = self.waiting.to.clone();
        self.elsewhere = Elsewhere {
            connection: None,
            login_hint: Some(to.clone()),
        };
        self.waiting.follows = Some(to);
        self.notice = None;
        self.status = Some(Status::LoggingIn);
        self.job = Job::Drawing {
            ask: cx.random(),
            then: Then::Follow,
        };
    }

    /// Asks the server, in a hidden frame, who it is that opened the link.
    pub(super) fn follow(&mut self, transaction: Transaction, cx: &mut Context) {
        let (transaction, request) = self.frame_request(None, transaction, None);
        self.job = Job::Following {
            ask: self.web_message(request, cx),
            transaction: Box::new(transaction),
        };
    }

    /// The server has answered. Where the browser keeps a session from frames, this tab can only say where to go on: it
    /// does not leave by itself, since nobody may be looking at it.
    pub(super) fn followed(
        mut self: Box<Self>,
        transaction: Transaction,
        message: Result<Vec<(String, String)>, MessageFault>,
        cx: &mut Context,
    ) -> Stage {
        let page = self.plan.page.origin.clone();
        if let Ok(Ok(response)) = message.map(authorize::from_message) {
            match Finish::begin(response, transaction, (&self.plan, &self.server), cx) {
                Progress::Refused(refusal) if refusal.code != RefusalCode::LoginRequired => {
                    cx.advise(|| Advice::Refused(refusal.to_string()));
                }
                Progress::Refused(_) => {
                    let server = self.plan.issuer.origin().to_owned();
                    cx.advise(|| Advice::ThirdPartyCookies { server, page });
                }
                progress => return self.progress(progress, cx),
            }
        } else {
            cx.advise(|| Advice::NoMessage { page });
        }
        self.waiting.follows = None;
        self.say_where_the_link_was_opened();
        Stage::Open(self)
    }

    /// Whether a link was followed, and the session that was found is somebody else's; asked once, when the tokens are here.
    pub(super) fn followed_somebody_else(&mut self, tokens: &TokenSet) -> bool {
        let found = tokens.claims().email.as_deref();
        let is_another = |to: String| found.is_some_and(|email| !email.eq_ignore_ascii_case(to.trim()));
        let is_another = self.waiting.follows.take().is_some_and(is_another);
        if is_another {
            self.say_where_the_link_was_opened();
        }
        is_another
    }

    /// What comes next is no following.
    pub(super) fn follow_no_more(&mut self) {
        self.waiting.follows = None;
    }

    fn say_where_the_link_was_opened(&mut self) {
        let remedy = match self.plan.config.fallback {
            Away::Popup => Remedy::Popup,
            Away::Redirect => Remedy::Redirect,
        };
        self.say(NoticeKind::LinkOpenedElsewhere, Some(remedy));
    }
}
