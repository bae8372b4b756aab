//! The tokens that somebody waits for: given where there are any, renewed one after the other where there are none.

use vestibule_protocol::AccessToken;

use super::WhyNobody;
use super::context::SessionContext;
use super::error::{SessionError, WhyLogin};
use super::event::{GrantedToken, Resolved, Ticket};
use super::options::TokenRequest;
use super::renewal::Renewal;
use super::running::{Running, Who};

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
pub(super) enum Claimant {
    App(Ticket),
    Call(Ticket),
}

impl Running {
    pub(super) fn want_token(&mut self, ticket: Ticket, request: TokenRequest) {
        self.want(Claimant::App(ticket), request, None);
    }

    pub(super) fn want(&mut self, claimant: Claimant, request: TokenRequest, not: Option<AccessToken>) {
        let login = self.plan.login();
        self.wants.push(Want {
            claimant,
            audience: request.audience.or_else(|| login.audience.clone()),
            scope: request.scope.unwrap_or_else(|| login.scope.clone()),
            not,
        });
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
            Who::Nobody(WhyNobody::Ended(_)) => WhyLogin::Ended,
            Who::Nobody(_) => WhyLogin::Anonymous,
        };
        self.refuse_wants(&SessionError::LoginRequired(why), cx);
    }

    /// Whoever waits for a token, or has one and has not sent it yet, does not get on with it.
    pub(super) fn refuse_waiting(&mut self, error: &SessionError, cx: &mut SessionContext) {
        self.refuse_wants(error, cx);
        self.refuse_calls(error, cx);
    }

    fn refuse_wants(&mut self, error: &SessionError, cx: &mut SessionContext) {
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
        let (told, waiting): (Vec<Want>, Vec<Want>) = std::mem::take(&mut self.wants)
            .into_iter()
            .partition(|want| renewal.is_for(want));
        self.wants = waiting;
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
        match claimant {
            Claimant::App(ticket) => cx.resolve(ticket, outcome.map(Resolved::AccessToken)),
            Claimant::Call(ticket) => self.call_granted(ticket, outcome, cx),
        }
    }
}
