//! Renewing a token, one at a time in the tab and, where tabs share a session, in the browser: by the refresh token, else by
//! silent authentication.

use vestibule_protocol::{AccessToken, TokenResponse, token};

use super::account::{Account, Refresh};
use super::config::Silent;
use super::context::SessionContext;
use super::effect::SessionEffect;
use super::error::{SessionError, WhyLogin};
use super::event::{LockAnswer, Network, SessionAnswer};
use super::exchange::Exchange;
use super::features::Feature;
use super::login::Purpose;
use super::news::Ended;
use super::options::{How, LoginOptions};
use super::proof::Proofs;
use super::running::Running;
use super::wants::Want;
use crate::ask::Ask;
use crate::effect::Area;
use crate::event::NetworkFault;
use crate::login_event::LoginError;
use crate::verification::Verification;

/// How long to wait for another tab that is renewing, in seconds: longer than its request may take.
const LOCK_TIMEOUT_S: u32 = 20;

/// A token that is being renewed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Renewal {
    pub(super) audience: Option<String>,
    pub(super) scope: String,
    /// The token that an API has refused.
    pub(super) not: Option<AccessToken>,
    /// The lock that is held.
    pub(super) lock: Option<Ask>,
    pub(super) stage: RenewalStage,
}

/// What it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RenewalStage {
    /// Other tabs that are renewing.
    Locking(Ask),
    /// What they have left, and whether there is a network.
    Reading(Ask),
    /// The server's metadata, and the key where tokens are bound.
    Preparing,
    /// The token endpoint.
    Refreshing(Exchange),
    /// The verdict on the new ID token.
    Verifying {
        verification: Verification,
        response: TokenResponse,
    },
    /// Its turn at silent authentication: another login is under way.
    Turn,
    /// Silent authentication.
    Silently,
}

impl Renewal {
    /// The question under way.
    pub(super) fn ask(&self) -> Option<Ask> {
        match &self.stage {
            RenewalStage::Locking(ask) | RenewalStage::Reading(ask) => Some(*ask),
            RenewalStage::Refreshing(exchange) => Some(exchange.ask()),
            RenewalStage::Verifying { verification, .. } => verification.ask(),
            RenewalStage::Preparing | RenewalStage::Turn | RenewalStage::Silently => None,
        }
    }

    pub(super) fn waits_for_the_server(&self) -> bool {
        matches!(self.stage, RenewalStage::Preparing)
    }

    pub(super) fn is_for(&self, want: &Want) -> bool {
        self.audience == want.audience && self.scope == want.scope
    }
}

impl Running {
    pub(super) fn begin_renewal(&mut self, want: &Want, cx: &mut SessionContext) {
        let stage = if self.plan.shelf().area == Some(Area::Browser) {
            let name = self.plan.name();
            RenewalStage::Locking(cx.ask(|ask| SessionEffect::Lock {
                ask,
                name,
                timeout_s: LOCK_TIMEOUT_S,
            }))
        } else {
            self.read_before_renewal(cx)
        };
        self.directory.fetch(&self.plan, cx);
        self.renewal = Some(Renewal {
            audience: want.audience.clone(),
            scope: want.scope.clone(),
            not: want.not.clone(),
            lock: None,
            stage,
        });
    }

    fn read_before_renewal(&self, cx: &mut SessionContext) -> RenewalStage {
        let place = self.plan.shelf();
        RenewalStage::Reading(cx.ask(|ask| SessionEffect::Load { ask, shelf: place }))
    }

    /// Takes the answer to the question that the renewal waits for.
    pub(super) fn renewal_answered(&mut self, answer: SessionAnswer, cx: &mut SessionContext) {
        let Some(mut renewal) = self.renewal.take() else {
            return;
        };
        let stage = std::mem::replace(&mut renewal.stage, RenewalStage::Preparing);
        match (stage, answer) {
            (RenewalStage::Locking(ask), SessionAnswer::Locked(LockAnswer::Held)) => {
                renewal.lock = Some(ask);
                renewal.stage = self.read_before_renewal(cx);
                self.renewal = Some(renewal);
            }
            (RenewalStage::Locking(_), SessionAnswer::Locked(LockAnswer::TimedOut)) => {
                self.renewal = Some(renewal);
                self.not_renewed(SessionError::Busy, cx);
            }
            (RenewalStage::Reading(_), SessionAnswer::Loaded(loaded)) => {
                self.renewal = Some(renewal);
                // It may end the session, and this renewal with it.
                self.compare(&loaded, cx);
                self.renew_after_reading(loaded.network, cx);
            }
            (RenewalStage::Refreshing(exchange), answer) => {
                let exchanged = exchange.answered(answer, self.proofs.as_mut(), cx);
                self.renewal = Some(renewal);
                self.refreshed(exchanged, cx);
            }
            (
                RenewalStage::Verifying {
                    verification,
                    response,
                },
                SessionAnswer::Did(answer),
            ) => {
                self.renewal = Some(renewal);
                self.refresh_judged(verification.answered(&answer), response, cx);
            }
            (stage, _) => {
                renewal.stage = stage;
                self.renewal = Some(renewal);
            }
        }
    }

    fn renew_after_reading(&mut self, network: Network, cx: &mut SessionContext) {
        let now_s = cx.now_s();
        let Some(renewal) = &self.renewal else { return };
        let key = (renewal.audience.as_deref(), renewal.scope.as_str());
        let is_here = self
            .account()
            .is_some_and(|account| account.fresh(key, renewal.not.as_ref(), now_s).is_some());
        if is_here {
            // Another tab was quicker; whoever waits finds the token in its place.
            self.drop_renewal(cx);
        } else if network == Network::Offline {
            // Nothing was sent, so nothing is lost.
            let error = LoginError::Network(NetworkFault::Unreachable);
            self.not_renewed(error.into(), cx);
        }
    }

    /// Goes on with a renewal that waited for the server's metadata, the key, or its turn.
    pub(super) fn advance_renewal(&mut self, cx: &mut SessionContext) {
        match self.renewal.as_ref().map(|renewal| &renewal.stage) {
            Some(RenewalStage::Preparing) => self.refresh(cx),
            Some(RenewalStage::Turn) if self.login.is_none() => self.renew_silently(cx),
            _ => {}
        }
    }

    /// Sends the refresh token. From here until the answer it counts as lost, in the storage too: a tab that ends in between
    /// leaves no other that would send it again.
    fn refresh(&mut self, cx: &mut SessionContext) {
        let is_key_coming = self.proofs.as_ref().is_some_and(Proofs::is_key_coming);
        let (Some(known), false) = (self.directory.known(), is_key_coming) else {
            return;
        };
        let can = known.can(Feature::Refresh).is_ok();
        let (Some(account), Some(renewal)) = (self.account(), &self.renewal) else {
            return;
        };
        let token = match &account.refresh {
            Refresh::Good(token) if can => token.clone(),
            _ => return self.renewal_takes_its_turn(cx),
        };
        let wanted = if self.is_usual(renewal) {
            (None, None)
        } else {
            let name = self.plan.config.api_parameter.as_str();
            let api = renewal.audience.as_deref().map(|api| (name, api));
            (api, Some(renewal.scope.as_str()))
        };
        let request = token::ask_refresh(&known.server.metadata, self.plan.client_id(), &token, wanted);
        if let Some(account) = self.account_mut() {
            account.doubt_refresh_token();
        }
        self.save(true, cx);
        let exchanged = Exchange::with_server(request, self.proofs.as_ref(), cx);
        self.refreshed(exchanged, cx);
    }

    /// Whether it is for the token that the login asked for.
    pub(super) fn is_usual(&self, renewal: &Renewal) -> bool {
        let login = self.plan.login();
        renewal.audience == login.audience && renewal.scope == login.scope
    }

    /// Nothing is left but silent authentication, for which no other tab need wait.
    pub(super) fn renewal_takes_its_turn(&mut self, cx: &mut SessionContext) {
        self.unlock(cx);
        self.renewal_waits();
        self.advance_renewal(cx);
    }

    pub(super) fn renewal_waits(&mut self) {
        if let Some(renewal) = &mut self.renewal {
            renewal.stage = RenewalStage::Turn;
        }
    }

    fn renew_silently(&mut self, cx: &mut SessionContext) {
        if self.plan.config.silent == Silent::Never {
            self.not_renewed(SessionError::LoginRequired(WhyLogin::Ended), cx);
            return self.end_unless_fresh(Ended::NothingRenews, cx);
        }
        let organization = self.account().and_then(Account::organization);
        let Some(renewal) = &mut self.renewal else { return };
        renewal.stage = RenewalStage::Silently;
        let options = LoginOptions {
            how: How::Silent,
            organization,
            audience: renewal.audience.clone(),
            scope: Some(renewal.scope.clone()),
            ..LoginOptions::default()
        };
        self.begin_login(options, Purpose::Renewal, cx);
        self.advance_login(cx);
    }

    pub(super) fn unlock(&mut self, cx: &mut SessionContext) {
        if let Some(ask) = self.renewal.as_mut().and_then(|renewal| renewal.lock.take()) {
            cx.effect(SessionEffect::Unlock { ask });
        }
    }

    /// Gives up the renewal that is under way; whoever waits for it goes on waiting.
    pub(super) fn drop_renewal(&mut self, cx: &mut SessionContext) {
        self.unlock(cx);
        let Some(renewal) = self.renewal.take() else {
            return;
        };
        match renewal.stage {
            // A lock that is still waited for is let go of by the same number.
            RenewalStage::Locking(ask) => cx.effect(SessionEffect::Unlock { ask }),
            _ => {
                if let Some(ask) = renewal.ask() {
                    cx.forget(ask);
                }
            }
        }
    }
}
