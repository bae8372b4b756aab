//! A mail's link: sent, and what becomes of the tab that waits for it.

use std::rc::Rc;

use vestibule_protocol::{MAIL_MARK, PasswordlessTo, Transaction, authorize, passwordless};

use super::away::base;
use super::{Elsewhere, Job, Open, Screen, Sent, Then};
use crate::ask::Ask;
use crate::config::Away;
use crate::context::Context;
use crate::effect::{Area, Effect};
use crate::event::MessageFault;
use crate::finish::{Finish, Progress};
use crate::flow::Stage;
use crate::loading::key;
use crate::login_event::LoginEvent;
use crate::notice::{NoticeKind, Remedy};
use crate::offer::Wire;
use crate::view::Status;

impl Open {
    /// Sends a link; its transaction waits for whichever tab the link opens.
    pub(super) fn send_link(&mut self, to: String, transaction: Transaction, cx: &mut Context) {
        let plan = Rc::clone(&self.plan);
        let transaction = self.bind(transaction.by_mail(), self.offer.email.as_deref());
        let request = base(&plan);
        let language = plan.page.languages.first().map(String::as_str);
        let request = passwordless::ask(
            &plan.issuer,
            &plan.config.client_id,
            PasswordlessTo::EmailLink(&to),
            Some((&request, &transaction)),
            language,
        );
        cx.effect(Effect::Keep(self.keep(&transaction, Area::Browser)));
        let request = self.with_captcha(request);
        self.job = Job::Sending {
            ask: cx.http(request),
            wire: Wire::Email,
            to,
        };
    }

    pub(super) fn link_sent(&mut self, to: String, cx: &mut Context) {
        let connection = self.offer.email.clone().unwrap_or_default();
        cx.emit(LoginEvent::LinkSent { connection });
        if self.watch.is_none() {
            let ask = cx.next_ask();
            let prefix = key(&self.plan, MAIL_MARK);
            cx.effect(Effect::Watch { ask, prefix });
            self.watch = Some(ask);
        }
        let sent = Sent::now(Wire::Email, to, cx);
        self.show_sent(Screen::LinkSent(sent), Status::LinkSent);
    }

    /// Says whether the answer was that another tab took a link's transaction: then the server knows the person by now,
    /// and a tab that still waits asks it who it is.
    pub(super) fn link_was_opened(&mut self, ask: Ask, cx: &mut Context) -> bool {
        if self.watch != Some(ask) {
            return false;
        }
        self.watch = None;
        if let Screen::LinkSent(sent) = &self.screen
            && matches!(self.job, Job::Idle)
        {
            self.elsewhere = Elsewhere {
                connection: None,
                login_hint: Some(sent.to.clone()),
            };
            self.notice = None;
            self.status = Some(Status::LoggingIn);
            self.job = Job::Drawing {
                ask: cx.random(),
                then: Then::Follow,
            };
        }
        true
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
        if let Ok(Ok(response)) = message.map(authorize::from_message) {
            match Finish::begin(response, transaction, (&self.plan, &self.server), cx) {
                Progress::Refused(_) => {}
                progress => return self.progress(progress, cx),
            }
        }
        let remedy = match self.plan.config.fallback {
            Away::Popup => Remedy::Popup,
            Away::Redirect => Remedy::Redirect,
        };
        self.say(NoticeKind::LinkOpenedElsewhere, Some(remedy));
        Stage::Open(self)
    }
}
