//! From an authorization response to checked tokens: state, code, token request, signature, nonce, claims.

use vestibule_protocol::{
    Algorithm, AuthorizationFailure, AuthorizationResponse, Broken, Failure, IdToken, IdTokenError,
    IdTokenRules, NonceRule, SignatureValid, StateMatched, TokenResponse, Transaction, id_token, token,
};

use crate::ask::Ask;
use crate::context::Context;
use crate::effect::{Area, Effect, Keep};
use crate::event::Answer;
use crate::loading::last_key;
use crate::login_event::{LoginError, TokenSet};
use crate::plan::Plan;
use crate::server::Server;
use crate::verification::{Verdict, Verification};

/// A login whose code has come: what it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Finish {
    /// The token endpoint's answer.
    Exchanging {
        ask: Ask,
        transaction: Box<Transaction>,
        state: StateMatched,
    },
    /// The verdict on the ID token's signature.
    Verifying {
        verification: Box<Verification>,
        unjudged: Box<Unjudged>,
    },
}

/// Tokens that nobody may use yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unjudged {
    response: TokenResponse,
    transaction: Transaction,
    state: StateMatched,
}

/// How a step of it ends.
pub(crate) enum Progress {
    Waiting(Finish),
    Done(Box<TokenSet>),
    /// The authorization server refused at the authorization endpoint.
    Refused(vestibule_protocol::Refusal),
    /// It refused at the token endpoint.
    NoTokens(vestibule_protocol::Refusal),
    Failed(LoginError),
}

fn broken(error: IdTokenError) -> Progress {
    Progress::Failed(LoginError::Broken(Broken::IdToken(error)))
}

impl Finish {
    /// Checks the response against the transaction, which is used up by this, and asks for the tokens.
    pub(crate) fn begin(
        response: AuthorizationResponse,
        transaction: Transaction,
        (plan, server): (&Plan, &Server),
        cx: &mut Context,
    ) -> Progress {
        match response.check(&transaction, &server.metadata) {
            Ok(grant) => {
                let request = token::ask_code(
                    &server.metadata,
                    &plan.config.client_id,
                    &grant.code,
                    &transaction,
                );
                let ask = cx.http(request);
                Progress::Waiting(Self::Exchanging {
                    ask,
                    transaction: Box::new(transaction),
                    state: grant.state,
                })
            }
            Err(AuthorizationFailure::Refused(refusal)) => Progress::Refused(refusal),
            Err(AuthorizationFailure::Broken(error)) => {
                Progress::Failed(LoginError::Broken(Broken::Authorization(error)))
            }
        }
    }

    pub(crate) fn waits_for(&self, ask: Ask) -> bool {
        self.ask() == Some(ask)
    }

    /// The question under way, to be given up.
    pub(crate) fn ask(&self) -> Option<Ask> {
        match self {
            Self::Exchanging { ask, .. } => Some(*ask),
            Self::Verifying { verification, .. } => verification.ask(),
        }
    }

    /// Takes the answer to the question under way.
    pub(crate) fn answered(
        self,
        answer: Answer,
        (plan, server): (&Plan, &mut Server),
        cx: &mut Context,
    ) -> Progress {
        match (self, answer) {
            (
                Self::Exchanging {
                    transaction, state, ..
                },
                Answer::Http(Ok(response)),
            ) => {
                let mut response = match token::read(&response) {
                    Ok(response) => response,
                    Err(Failure::Refused(refusal)) => return Progress::NoTokens(refusal),
                    Err(failure) => return Progress::Failed(failure.into()),
                };
                let Some(jwt) = response.id_token.take() else {
                    return Progress::Failed(LoginError::Broken(Broken::MissingMember("id_token")));
                };
                match id_token::open(&jwt) {
                    Err(error) => broken(error),
                    Ok(unverified) => {
                        let unjudged = Unjudged {
                            response,
                            transaction: *transaction,
                            state,
                        };
                        let verdict = Verification::begin(unverified, server, cx);
                        unjudged.heard(verdict, plan, cx)
                    }
                }
            }
            (Self::Exchanging { .. }, Answer::Http(Err(fault))) => {
                Progress::Failed(LoginError::Network(fault))
            }
            (
                Self::Verifying {
                    verification,
                    unjudged,
                },
                answer,
            ) => {
                let verdict = verification.answered(&answer);
                unjudged.heard(verdict, plan, cx)
            }
            (this @ Self::Exchanging { .. }, _) => Progress::Waiting(this),
        }
    }

    /// The keys have come, or cannot be had.
    pub(crate) fn keys_changed(self, (plan, server): (&Plan, &mut Server), cx: &mut Context) -> Progress {
        match self {
            Self::Verifying {
                verification,
                unjudged,
            } => {
                let verdict = verification.keys_changed(server, cx);
                unjudged.heard(verdict, plan, cx)
            }
            other @ Self::Exchanging { .. } => Progress::Waiting(other),
        }
    }
}

impl Unjudged {
    fn heard(self, verdict: Verdict, plan: &Plan, cx: &mut Context) -> Progress {
        match verdict {
            Verdict::Waiting(verification) => Progress::Waiting(Finish::Verifying {
                verification: Box::new(verification),
                unjudged: Box::new(self),
            }),
            Verdict::Valid(signature) => self.judge(signature, plan, cx),
            Verdict::Failed(error) => Progress::Failed(error),
        }
    }

    /// The checks of OpenID Connect Core 3.1.3.7, in `protocol`; only what passes all of them leaves this function.
    fn judge(self, signature: SignatureValid, plan: &Plan, cx: &mut Context) -> Progress {
        let Self {
            response,
            transaction,
            state,
        } = self;
        let rules = IdTokenRules {
            issuer: &plan.token_issuer,
            client_id: &plan.config.client_id,
            algorithms: &Algorithm::DEFAULT,
            half_hash: Algorithm::half_hash_of_default,
            leeway_s: plan.config.leeway_s,
            max_age_s: plan.config.max_age,
            nonce: NonceRule::Expect(transaction.nonce()),
            organization: plan.config.organization.as_deref(),
            access_token: Some(&response.access_token),
            code: None,
        };
        let trusted = id_token::match_nonce(&signature, &rules.nonce)
            .and_then(|nonce| IdToken::trust(signature, state, nonce, &rules, cx.at_s));
        if trusted.is_ok() {
            remember(transaction.connection(), plan, cx);
        }
        match trusted {
            Ok(id_token) => Progress::Done(Box::new(TokenSet {
                access_token: response.access_token,
                expires_at_s: response.expires_in_s.map(|s| cx.now_s() + u64::from(s)),
                refresh_token: response.refresh_token,
                scope: response.scope.unwrap_or_else(|| plan.config.scope.clone()),
                id_token,
                app_state: transaction.app_state().map(str::to_owned),
            })),
            Err(error) => broken(error),
        }
    }
}

/// Keeps which connection it was, for a mark on it at the next visit.
fn remember(connection: Option<&str>, plan: &Plan, cx: &mut Context) {
    if let Some(connection) = connection.filter(|_| plan.config.remember_last_login) {
        cx.effect(Effect::Keep(Keep {
            area: Area::Browser,
            key: last_key(plan),
            value: connection.to_owned(),
            at_s: cx.now_s(),
        }));
    }
}
