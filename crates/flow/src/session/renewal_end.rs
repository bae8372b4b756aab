//! How a renewal ends: with new tokens, with the end of the session, or with an answer that was lost.

use vestibule_protocol::{
    Broken, Failure, IdToken, IdTokenRules, NonceRule, Refusal, RefusalCode, TokenResponse, id_token, token,
};

use super::account::{Access, Refresh, ahead_s};
use super::context::SessionContext;
use super::error::SessionError;
use super::event::TabMessage;
use super::exchange::Exchanged;
use super::news::{Ended, SessionEvent};
use super::renewal::RenewalStage;
use super::running::Running;
use crate::login_event::LoginError;
use crate::verification::{Verdict, Verification};

impl Running {
    /// The token endpoint answered, or did not.
    pub(super) fn refreshed(&mut self, exchanged: Exchanged, cx: &mut SessionContext) {
        let response = match exchanged {
            Exchanged::Waiting(exchange) => {
                if let Some(renewal) = &mut self.renewal {
                    renewal.stage = RenewalStage::Refreshing(exchange);
                }
                return;
            }
            Exchanged::Answered(response) => response,
            // The request may have arrived (RFC 9700 §4.14.2): the token is not sent again.
            Exchanged::Failed(_) => return self.not_renewed(SessionError::RenewalLost, cx),
            Exchanged::KeyGone => return self.end(Ended::KeyGone, cx),
        };
        match token::read_as(&response, self.plan.token_type()) {
            Ok(response) => self.judge_refreshed(response, cx),
            Err(Failure::Refused(refusal)) => self.refresh_refused(refusal, cx),
            Err(Failure::Broken(what)) => self.refresh_broken(what, cx),
        }
    }

    fn judge_refreshed(&mut self, mut response: TokenResponse, cx: &mut SessionContext) {
        // A server need not send an ID token again (OpenID Connect Core §12.2).
        let Some(jwt) = response.id_token.take() else {
            return self.take_refreshed(response, cx);
        };
        let Some(known) = self.directory.known_mut() else {
            return;
        };
        match id_token::open(&jwt) {
            Ok(unverified) => {
                let verdict = Verification::begin(unverified, &mut known.server, cx.shared());
                self.refresh_judged(verdict, response, cx);
            }
            Err(error) => self.refresh_broken(Broken::IdToken(error), cx),
        }
    }

    pub(super) fn refresh_judged(
        &mut self,
        verdict: Verdict,
        response: TokenResponse,
        cx: &mut SessionContext,
    ) {
        let signature = match verdict {
            Verdict::Valid(signature) => signature,
            Verdict::Failed(error) => return self.not_renewed(error.into(), cx),
            Verdict::Waiting(verification) => {
                if let Some(renewal) = &mut self.renewal {
                    renewal.stage = RenewalStage::Verifying {
                        verification,
                        response,
                    };
                }
                return;
            }
        };
        let Some(account) = self.account() else { return };
        let rules = IdTokenRules {
            algorithms: &self.plan.config.algorithms,
            leeway_s: self.plan.login().leeway_s,
            access_token: Some(&response.access_token),
            ..IdTokenRules::new(&self.plan.issuer, self.plan.client_id(), NonceRule::ExpectNoNonce)
        };
        match IdToken::trust_refreshed(signature, &account.id_token, &rules, cx.at_s()) {
            Ok(id_token) => {
                let ahead_s = ahead_s(&id_token, cx.at_s());
                if let Some(account) = self.account_mut() {
                    account.ahead_s = ahead_s;
                }
                self.take_refreshed(response, cx);
            }
            Err(error) => self.refresh_broken(Broken::IdToken(error), cx),
        }
    }

    /// New tokens: kept before the lock is let go, so that the next tab finds the newest refresh token.
    fn take_refreshed(&mut self, response: TokenResponse, cx: &mut SessionContext) {
        let now_s = cx.now_s();
        let token_type = self.plan.token_type();
        let Some(key) = self
            .renewal
            .as_ref()
            .map(|renewal| (renewal.audience.clone(), renewal.scope.clone()))
        else {
            return;
        };
        let Some(account) = self.account_mut() else { return };
        account.refresh = match (response.refresh_token, account.refresh_token().cloned()) {
            (Some(token), _) | (None, Some(token)) => Refresh::Good(token),
            (None, None) => Refresh::None,
        };
        account.keep(Access::new(
            key,
            (response.access_token, token_type),
            response.scope,
            (account.server_now_s(now_s), response.expires_in_s),
        ));
        self.save(true, cx);
        self.tell_tabs(TabMessage::Renewed, cx);
        cx.emit(SessionEvent::Renewed);
        self.renewed(cx);
    }

    /// A refusal, which says what became of the refresh token.
    fn refresh_refused(&mut self, refusal: Refusal, cx: &mut SessionContext) {
        if refusal.code == RefusalCode::InvalidGrant {
            return self.end(Ended::Refused, cx);
        }
        // A server that broke down may have used the token up before.
        if refusal.status >= 500 {
            return self.renewal_takes_its_turn(cx);
        }
        if let Some(account) = self.account_mut()
            && let Some(token) = account.refresh_token().cloned()
        {
            account.refresh = Refresh::Good(token);
        }
        self.save(true, cx);
        let is_for_more = self
            .renewal
            .as_ref()
            .is_some_and(|renewal| !self.is_usual(renewal));
        let is_about_the_api = matches!(
            refusal.code,
            RefusalCode::InvalidTarget
                | RefusalCode::InvalidScope
                | RefusalCode::InvalidRequest
                | RefusalCode::AccessDenied
        );
        // A server whose refresh tokens are for one API and scope gives tokens for others at the authorization endpoint.
        if is_for_more && is_about_the_api {
            return self.renewal_takes_its_turn(cx);
        }
        self.not_renewed(LoginError::from(refusal).into(), cx);
    }

    fn refresh_broken(&mut self, what: Broken, cx: &mut SessionContext) {
        self.not_renewed(LoginError::Broken(what).into(), cx);
    }

    pub(super) fn renewal_keys_changed(&mut self, cx: &mut SessionContext) {
        let Some(renewal) = &mut self.renewal else { return };
        match std::mem::replace(&mut renewal.stage, RenewalStage::Preparing) {
            RenewalStage::Verifying {
                verification,
                response,
            } => {
                let Some(known) = self.directory.known_mut() else {
                    return;
                };
                let verdict = verification.keys_changed(&mut known.server, cx.shared());
                self.refresh_judged(verdict, response, cx);
            }
            stage => renewal.stage = stage,
        }
    }

    /// The server told nothing usable about itself.
    pub(super) fn renewal_untold(&mut self, error: &LoginError, cx: &mut SessionContext) {
        let waits = |stage: &RenewalStage| matches!(stage, RenewalStage::Preparing);
        if self.renewal.as_ref().is_some_and(|renewal| waits(&renewal.stage)) {
            self.not_renewed(error.clone().into(), cx);
        }
    }

    /// Whoever waits for this token gets it, however long it is good for.
    pub(super) fn renewed(&mut self, cx: &mut SessionContext) {
        self.unlock(cx);
        let Some(renewal) = self.renewal.take() else {
            return;
        };
        let granted = self
            .account()
            .and_then(|account| account.access.last())
            .map(|access| access.granted.clone());
        if let Some(granted) = granted {
            self.answer_wants(&renewal, &Ok(granted), cx);
        }
    }

    /// Whoever waits for this token hears why there is none.
    pub(super) fn not_renewed(&mut self, error: SessionError, cx: &mut SessionContext) {
        self.unlock(cx);
        if let Some(renewal) = self.renewal.take() {
            self.answer_wants(&renewal, &Err(error), cx);
        }
    }
}
