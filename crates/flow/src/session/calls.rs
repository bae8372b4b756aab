//! Requests of the app's that carry a token, and what becomes of them.

use vestibule_protocol::{AccessToken, Response, TokenType, dpop, userinfo};

use super::context::SessionContext;
use super::error::{SessionError, WhyLogin};
use super::event::{GrantedToken, Resolved, SessionAnswer, Ticket};
use super::exchange::{Exchange, Exchanged};
use super::features::Feature;
use super::proof::Proofs;
use super::request::ApiRequest;
use super::running::Running;
use super::wants::Claimant;
use crate::ask::Ask;
use crate::login_event::LoginError;

/// A request with a token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Call {
    ticket: Ticket,
    request: ApiRequest,
    to: To,
    stage: CallStage,
    tries: Tries,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum To {
    /// To an API of the app's, at this absolute URL.
    Api(String),
    /// To the server's `/userinfo`, wherever that is.
    UserInfo,
}

#[derive(Clone, Debug, PartialEq)]
enum CallStage {
    /// A token.
    Token,
    /// The server's metadata, or the key for the proof.
    Ready(GrantedToken),
    /// The response.
    Sending { exchange: Exchange, token: AccessToken },
}

/// Whether the request went out with a fresh token already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tries {
    First,
    Second,
}

impl Call {
    /// Whether it waits for what the server tells about itself.
    pub(super) fn waits_for_the_server(&self) -> bool {
        self.to == To::UserInfo && matches!(self.stage, CallStage::Ready(_))
    }
}

impl Running {
    /// A request to an API of the app's; to any other place it is not sent.
    pub(super) fn call(&mut self, ticket: Ticket, request: ApiRequest, cx: &mut SessionContext) {
        match self.target(&request.url) {
            Ok(url) => self.begin_call(ticket, request, To::Api(url)),
            Err(error) => cx.resolve(ticket, Err(error)),
        }
    }

    pub(super) fn user_info(&mut self, ticket: Ticket, cx: &mut SessionContext) {
        self.directory.fetch(&self.plan, cx);
        self.begin_call(ticket, ApiRequest::get(""), To::UserInfo);
    }

    fn begin_call(&mut self, ticket: Ticket, request: ApiRequest, to: To) {
        self.want(Claimant::Call(ticket), request.token.clone(), None);
        self.calls.push(Call {
            ticket,
            request,
            to,
            stage: CallStage::Token,
            tries: Tries::First,
        });
    }

    /// The URL made absolute, if a token may go there.
    fn target(&self, url: &str) -> Result<String, SessionError> {
        let page = &self.plan.page.origin;
        let without_fragment = url.split('#').next().unwrap_or_default();
        if url.starts_with('/') && !url.starts_with("//") && !url.contains('\\') {
            return Ok(format!("{page}{without_fragment}"));
        }
        let foreign =
            || SessionError::ForeignOrigin(url.split(['?', '#']).next().unwrap_or_default().to_owned());
        let origin = dpop::origin(without_fragment).ok_or_else(foreign)?;
        if origin == *page || self.plan.config.apis.contains(&origin) {
            return Ok(without_fragment.to_owned());
        }
        Err(SessionError::ForeignOrigin(origin))
    }

    /// The token that a request waits for is here, or there is none.
    pub(super) fn call_granted(
        &mut self,
        ticket: Ticket,
        outcome: Result<GrantedToken, SessionError>,
        cx: &mut SessionContext,
    ) {
        match outcome {
            Ok(granted) => {
                if let Some(call) = self.calls.iter_mut().find(|call| call.ticket == ticket) {
                    call.stage = CallStage::Ready(granted);
                }
            }
            Err(error) => self.end_call(ticket, Err(error), cx),
        }
    }

    /// What has not gone out yet does not go out, and what has does not go out again: the session is over, or another's.
    pub(super) fn refuse_calls(&mut self, error: &SessionError, cx: &mut SessionContext) {
        let is_sent = |call: &Call| matches!(call.stage, CallStage::Sending { .. });
        let (sent, refused): (Vec<Call>, Vec<Call>) =
            std::mem::take(&mut self.calls).into_iter().partition(is_sent);
        self.calls = sent;
        for call in &mut self.calls {
            call.tries = Tries::Second;
        }
        for call in refused {
            cx.resolve(call.ticket, Err(error.clone()));
        }
    }

    fn end_call(&mut self, ticket: Ticket, outcome: Result<Resolved, SessionError>, cx: &mut SessionContext) {
        self.calls.retain(|call| call.ticket != ticket);
        cx.resolve(ticket, outcome);
    }

    /// Sends what has its token, and the rest of what it needs.
    pub(super) fn advance_calls(&mut self, cx: &mut SessionContext) {
        let is_key_coming = self.proofs.as_ref().is_some_and(Proofs::is_key_coming);
        for mut call in std::mem::take(&mut self.calls) {
            let granted = match std::mem::replace(&mut call.stage, CallStage::Token) {
                CallStage::Ready(granted) => granted,
                stage => {
                    call.stage = stage;
                    self.calls.push(call);
                    continue;
                }
            };
            let is_waiting = (is_key_coming && granted.token_type == TokenType::Dpop)
                || (call.to == To::UserInfo && self.directory.known().is_none());
            if is_waiting {
                call.stage = CallStage::Ready(granted);
                self.calls.push(call);
                continue;
            }
            self.send(call, granted, cx);
        }
    }

    fn send(&mut self, mut call: Call, granted: GrantedToken, cx: &mut SessionContext) {
        let url = match &call.to {
            To::Api(url) => url.clone(),
            To::UserInfo => {
                let endpoint = self.directory.known().map(|known| {
                    known.can(Feature::UserInfo)?;
                    Ok(known
                        .server
                        .metadata
                        .userinfo_endpoint
                        .clone()
                        .unwrap_or_default())
                });
                match endpoint {
                    Some(Ok(endpoint)) => endpoint,
                    Some(Err(lacking)) => {
                        return cx.resolve(call.ticket, Err(SessionError::Lacking(lacking)));
                    }
                    None => return,
                }
            }
        };
        call.request.url.clone_from(&url);
        let token = granted.token.clone();
        let exchanged = Exchange::with_api(
            call.request.clone(),
            url,
            (granted.token, granted.token_type),
            self.proofs.as_ref(),
            cx,
        );
        self.call_exchanged(call, exchanged, token, cx);
    }

    /// Takes the answer to a request, if it is to one of these.
    pub(super) fn call_answered(&mut self, ask: Ask, answer: SessionAnswer, cx: &mut SessionContext) {
        let waits =
            |call: &Call| matches!(&call.stage, CallStage::Sending { exchange, .. } if exchange.ask() == ask);
        let Some(at) = self.calls.iter().position(waits) else {
            return;
        };
        let mut call = self.calls.remove(at);
        if let CallStage::Sending { exchange, token } = std::mem::replace(&mut call.stage, CallStage::Token) {
            let exchanged = exchange.answered(answer, self.proofs.as_mut(), cx);
            self.call_exchanged(call, exchanged, token, cx);
        }
    }

    fn call_exchanged(
        &mut self,
        mut call: Call,
        exchanged: Exchanged,
        token: AccessToken,
        cx: &mut SessionContext,
    ) {
        match exchanged {
            Exchanged::Waiting(exchange) => {
                call.stage = CallStage::Sending { exchange, token };
                self.calls.push(call);
            }
            // The token may have been revoked, or this machine's clock be wrong: once more, with another. A server that is
            // never content with a nonce says nothing against the token.
            Exchanged::Answered(response)
                if response.status == 401 && call.tries == Tries::First && !dpop::wants_nonce(&response) =>
            {
                call.tries = Tries::Second;
                let (ticket, wanted) = (call.ticket, call.request.token.clone());
                self.calls.push(call);
                self.want(Claimant::Call(ticket), wanted, Some(token));
            }
            Exchanged::Answered(response) => {
                let outcome = self.read_answer(&call, response);
                cx.resolve(call.ticket, outcome);
            }
            Exchanged::Failed(fault) => {
                cx.resolve(call.ticket, Err(LoginError::Network(fault).into()));
            }
            Exchanged::KeyGone => {
                cx.resolve(call.ticket, Err(SessionError::LoginRequired(WhyLogin::Ended)));
                self.end(super::Ended::KeyGone, cx);
            }
        }
    }

    fn read_answer(&self, call: &Call, response: Response) -> Result<Resolved, SessionError> {
        if call.to != To::UserInfo {
            return Ok(Resolved::Response(response));
        }
        let account = self
            .account()
            .ok_or(SessionError::LoginRequired(WhyLogin::Anonymous))?;
        userinfo::read(&response, &account.id_token.claims().sub)
            .map(Resolved::UserInfo)
            .map_err(|failure| LoginError::from(failure).into())
    }

    /// The server told nothing usable about itself: where `/userinfo` is, nobody knows.
    pub(super) fn calls_untold(&mut self, error: &LoginError, cx: &mut SessionContext) {
        let (lost, kept): (Vec<Call>, Vec<Call>) = std::mem::take(&mut self.calls)
            .into_iter()
            .partition(Call::waits_for_the_server);
        self.calls = kept;
        for call in lost {
            cx.resolve(call.ticket, Err(error.clone().into()));
        }
    }
}
