//! What the app asks with its session: tokens, and requests that carry one.

use vestibule_protocol::{AccessToken, Response, TokenType, dpop, userinfo};

use super::context::SessionContext;
use super::error::{SessionError, WhyLogin};
use super::event::{GrantedToken, Resolved, SessionAnswer, Ticket};
use super::exchange::{Exchange, Exchanged};
use super::features::Feature;
use super::options::TokenRequest;
use super::proof::Slot;
use super::renewal::Renewal;
use super::request::ApiRequest;
use super::running::{Running, Who};
use crate::ask::Ask;
use crate::login_event::LoginError;

/// A token that somebody waits for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Want {
    claimant: Claimant,
    pub(super) audience: Option<String>,
    pub(super) scope: String,
    /// Any but this one, which an API has refused.
    pub(super) not: Option<AccessToken>,
}

/// Who waits for a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claimant {
    App(Ticket),
    Call(Ticket),
}

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

impl Running {
    pub(super) fn want_token(&mut self, ticket: Ticket, request: TokenRequest) {
        self.want(Claimant::App(ticket), request, None);
    }

    fn want(&mut self, claimant: Claimant, request: TokenRequest, not: Option<AccessToken>) {
        let login = self.plan.login();
        self.wants.push(Want {
            claimant,
            audience: request.audience.or_else(|| login.audience.clone()),
            scope: request.scope.unwrap_or_else(|| login.scope.clone()),
            not,
        });
    }

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
        if url.starts_with('/') && !url.starts_with("//") && !url.contains('\\') {
            return Ok(format!("{page}{url}"));
        }
        let foreign =
            || SessionError::ForeignOrigin(url.split(['?', '#']).next().unwrap_or_default().to_owned());
        let without_fragment = url.split('#').next().unwrap_or_default();
        let origin = dpop::origin(without_fragment).ok_or_else(foreign)?;
        if origin == *page || self.plan.config.apis.contains(&origin) {
            return Ok(without_fragment.to_owned());
        }
        Err(SessionError::ForeignOrigin(origin))
    }

    /// Gives tokens to those for whom there are any, and sees to one that is missing.
    pub(super) fn advance_wants(&mut self, cx: &mut SessionContext) {
        let why = match &self.who {
            Who::Unknown => return,
            Who::SignedIn(account) => {
                let now_s = cx.now_s();
                let mut waiting = Vec::new();
                let mut granted = Vec::new();
                for want in std::mem::take(&mut self.wants) {
                    let key = (want.audience.as_deref(), want.scope.as_str());
                    match account.fresh(key, want.not.as_ref(), now_s) {
                        Some(token) => granted.push((want.claimant, token.clone())),
                        None => waiting.push(want),
                    }
                }
                self.wants = waiting;
                for (claimant, token) in granted {
                    self.grant(claimant, Ok(token), cx);
                }
                if self.renewal.is_none()
                    && let Some(want) = self.wants.first().cloned()
                {
                    self.begin_renewal(&want, cx);
                }
                return;
            }
            Who::Nobody(super::WhyNobody::Ended(_)) => WhyLogin::Ended,
            Who::Nobody(_) => WhyLogin::Anonymous,
        };
        self.refuse_wants(&SessionError::LoginRequired(why), cx);
    }

    pub(super) fn refuse_wants(&mut self, error: &SessionError, cx: &mut SessionContext) {
        for want in std::mem::take(&mut self.wants) {
            self.grant(want.claimant, Err(error.clone()), cx);
        }
    }

    /// Tells all who wait for the token that was being renewed.
    pub(super) fn answer_wants(
        &mut self,
        renewal: &Renewal,
        outcome: &Result<GrantedToken, SessionError>,
        cx: &mut SessionContext,
    ) {
        let (told, waiting) = std::mem::take(&mut self.wants)
            .into_iter()
            .partition(|want| renewal.is_for(want));
        self.wants = waiting;
        let told: Vec<Want> = told;
        for want in told {
            self.grant(want.claimant, outcome.clone(), cx);
        }
    }

    fn grant(
        &mut self,
        claimant: Claimant,
        outcome: Result<GrantedToken, SessionError>,
        cx: &mut SessionContext,
    ) {
        match (claimant, outcome) {
            (Claimant::App(ticket), outcome) => cx.resolve(ticket, outcome.map(Resolved::AccessToken)),
            (Claimant::Call(ticket), Ok(granted)) => {
                if let Some(call) = self.calls.iter_mut().find(|call| call.ticket == ticket) {
                    call.stage = CallStage::Ready(granted);
                }
            }
            (Claimant::Call(ticket), Err(error)) => self.end_call(ticket, Err(error), cx),
        }
    }

    fn end_call(&mut self, ticket: Ticket, outcome: Result<Resolved, SessionError>, cx: &mut SessionContext) {
        self.calls.retain(|call| call.ticket != ticket);
        cx.resolve(ticket, outcome);
    }

    /// Sends what has its token, and the rest of what it needs.
    pub(super) fn advance_calls(&mut self, cx: &mut SessionContext) {
        let is_key_coming = self
            .proofs
            .as_ref()
            .is_some_and(|proofs| matches!(proofs.key, Slot::Unasked | Slot::Asked(_)));
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
            // The token may have been revoked, or this machine's clock be wrong: once more, with another.
            Exchanged::Answered(response) if response.status == 401 && call.tries == Tries::First => {
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
        let (lost, kept) = std::mem::take(&mut self.calls)
            .into_iter()
            .partition(|call| call.to == To::UserInfo && matches!(call.stage, CallStage::Ready(_)));
        self.calls = kept;
        let lost: Vec<Call> = lost;
        for call in lost {
            cx.resolve(call.ticket, Err(error.clone().into()));
        }
    }
}
