//! Logins at the server's own pages: by redirect, by popup, and as the way on when embedding fails.

use std::rc::Rc;

use vestibule_protocol::{AuthorizeRequest, LoginTicket, Prompt, ResponseMode, Transaction, authorize};

use super::{Elsewhere, Embedded, Job, Open};
use crate::ask::Ask;
use crate::built;
use crate::config::Away;
use crate::context::Context;
use crate::effect::{Advice, Area, Effect, Keep, Secret};
use crate::event::MessageFault;
use crate::loading::key;
use crate::login_event::{LoginError, LoginEvent};
use crate::notice::{NoticeKind, Remedy};
use crate::plan::Plan;
use crate::view::Status;

/// How long a hidden frame may take, in seconds.
const FRAME_TIMEOUT_S: u32 = 20;

/// How long a page may take to leave, in seconds, before its controls are given back: the person may have stopped it.
const LEAVE_TIMEOUT_S: u32 = 30;

impl Open {
    /// The authorization request that turns a ticket, or the session at the server, into a code, for a hidden frame.
    pub(super) fn frame_request(
        &self,
        realm: Option<&str>,
        transaction: Transaction,
        login_ticket: Option<&LoginTicket>,
    ) -> (Transaction, String) {
        let plan = Rc::clone(&self.plan);
        let transaction = self
            .bind(transaction, realm)
            .with_response_mode(ResponseMode::WebMessage);
        let extra = plan.extra(realm);
        let extra = self.with_parameters(&extra);
        let request = AuthorizeRequest {
            extra: &extra,
            response_mode: Some(ResponseMode::WebMessage),
            prompt: Some(Prompt::None),
            login_ticket,
            login_hint: self
                .elsewhere
                .login_hint
                .as_deref()
                .filter(|_| login_ticket.is_none()),
            realm,
            ..base(&plan)
        };
        let url = authorize::url(&self.server.metadata, &request, &transaction);
        (transaction, url)
    }

    pub(super) fn web_message(&self, url: String, cx: &mut Context) -> Ask {
        let ask = cx.next_ask();
        cx.effect(Effect::WebMessage {
            ask,
            url: Secret(url),
            origin: self.server.metadata.authorization_origin(),
            timeout_s: FRAME_TIMEOUT_S,
        });
        ask
    }

    /// Leaves for the server's own pages.
    pub(super) fn leave(
        &mut self,
        how: Away,
        elsewhere: Elsewhere,
        transaction: Transaction,
        cx: &mut Context,
    ) {
        let plan = Rc::clone(&self.plan);
        let mode = match how {
            Away::Popup if built::POPUP => ResponseMode::WebMessage,
            Away::Redirect | Away::Popup => ResponseMode::Query,
        };
        let transaction = self
            .bind(transaction, elsewhere.connection.as_deref())
            .with_response_mode(mode);
        let connection = elsewhere
            .connection
            .as_deref()
            .filter(|name| self.offer.has_step(name));
        let mut extra = plan.extra(connection);
        if built::POPUP && how == Away::Popup && extra.iter().all(|(name, _)| name != "display") {
            extra.push(("display".to_owned(), "popup".to_owned()));
        }
        let extra = self.with_parameters(&extra);
        let request = AuthorizeRequest {
            connection,
            login_hint: elsewhere.login_hint.as_deref(),
            response_mode: Some(mode).filter(|mode| *mode != ResponseMode::Query),
            extra: &extra,
            ..base(&plan)
        };
        let url = Secret(authorize::url(&self.server.metadata, &request, &transaction));
        let ask = cx.next_ask();
        match how {
            Away::Popup if built::POPUP => {
                cx.emit(LoginEvent::PopupOpened {
                    connection: elsewhere.connection.clone(),
                });
                let origin = self.server.metadata.authorization_origin();
                let size = plan.config.popup_size;
                cx.effect(Effect::Popup {
                    ask,
                    url,
                    origin,
                    size,
                });
                self.status = Some(Status::WaitingForPopup);
                self.job = Job::Popup {
                    ask,
                    connection: elsewhere.connection,
                    transaction: Box::new(transaction),
                };
            }
            Away::Redirect | Away::Popup => {
                cx.emit(LoginEvent::Redirecting {
                    connection: elsewhere.connection,
                });
                let keep = self.keep(&transaction, Area::Tab);
                cx.effect(Effect::Leave { ask, keep, url });
                self.status = Some(Status::Leaving);
                let wake = cx.wake(LEAVE_TIMEOUT_S);
                self.job = Job::Leaving { ask, wake };
            }
        }
    }

    /// Embedded login does not work here: say so once, and go on elsewhere with what was typed.
    pub(super) fn fall_back(&mut self, elsewhere: Elsewhere, advice: Advice, cx: &mut Context) {
        self.embedded = Embedded::Impossible;
        self.fall_back_once(elsewhere, advice, cx);
    }

    /// This login needs the server's own pages; the next may not.
    pub(super) fn fall_back_once(&mut self, elsewhere: Elsewhere, advice: Advice, cx: &mut Context) {
        cx.advise(|| advice);
        self.go_on_elsewhere(elsewhere, cx);
    }

    /// Goes on at the server's own pages, though no click is being handled: a browser blocks popups that none asked for.
    pub(super) fn go_on_elsewhere(&mut self, elsewhere: Elsewhere, cx: &mut Context) {
        match self.plan.config.fallback {
            Away::Popup if built::POPUP => {
                self.elsewhere = elsewhere;
                self.say(NoticeKind::ContinueElsewhere, Some(Remedy::Popup));
                cx.emit(LoginEvent::Cancelled);
            }
            Away::Redirect | Away::Popup => self.go_away(Away::Redirect, elsewhere, cx),
        }
    }

    pub(super) fn popup_failed(&mut self, fault: MessageFault, cx: &mut Context) {
        let (kind, error) = match fault {
            MessageFault::Closed => {
                self.say(NoticeKind::PopupClosed, None);
                return cx.emit(LoginEvent::Cancelled);
            }
            // Of a click of its own there will be one.
            MessageFault::Blocked if self.has_kept_waiting() => {
                self.say(NoticeKind::ContinueElsewhere, Some(Remedy::Popup));
                return cx.emit(LoginEvent::Cancelled);
            }
            MessageFault::Blocked => (NoticeKind::PopupBlocked, LoginError::PopupBlocked),
            MessageFault::Unreachable => (NoticeKind::PopupUnreachable, LoginError::PopupUnreachable),
            MessageFault::TimedOut => (NoticeKind::TimedOut, LoginError::TimedOut),
        };
        self.say(kind, Some(Remedy::Redirect));
        cx.fail(error);
    }

    pub(super) fn bind(&self, transaction: Transaction, connection: Option<&str>) -> Transaction {
        let transaction = transaction
            .with_issuer(self.plan.token_issuer.as_str())
            .with_redirect_uri(&self.plan.redirect_uri);
        let transaction = match &self.plan.config.app_state {
            Some(app_state) => transaction.with_app_state(app_state),
            None => transaction,
        };
        match connection {
            Some(connection) => transaction.with_connection(connection),
            None => transaction,
        }
    }

    pub(super) fn keep(&self, transaction: &Transaction, area: Area) -> Keep {
        Keep {
            area,
            key: key(&self.plan, transaction.state().expose()),
            value: transaction.to_stored(),
            at_s: transaction.started_at_s(),
        }
    }
}

/// What every authorization request of this widget carries.
pub(super) fn base(plan: &Plan) -> AuthorizeRequest<'_> {
    AuthorizeRequest {
        client_id: &plan.config.client_id,
        redirect_uri: &plan.redirect_uri,
        scope: &plan.config.scope,
        audience: plan.config.audience.as_deref(),
        max_age: plan.config.max_age,
        organization: plan.config.organization.as_deref(),
        ui_locales: plan.ui_locales.as_deref(),
        extra: &plan.config.authorization_parameters,
        ..AuthorizeRequest::default()
    }
}
