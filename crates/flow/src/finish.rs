//! From an authorization response to checked tokens: state, code, token request, signature, nonce, claims.

use vestibule_protocol::{
    Algorithm, AuthorizationFailure, AuthorizationResponse, Broken, IdToken, IdTokenError, IdTokenRules,
    KeySearch, NonceRule, SignatureQuestion, StateMatched, TokenResponse, Transaction, Unverified, id_token,
    token,
};

use crate::ask::Ask;
use crate::context::Context;
use crate::effect::Effect;
use crate::event::Answer;
use crate::login_event::{LoginError, TokenSet};
use crate::plan::Plan;
use crate::server::{KeysNow, Refetch, Server};

/// A login whose code has come: what it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Finish {
    /// The token endpoint's answer.
    Exchanging {
        ask: Ask,
        transaction: Box<Transaction>,
        state: StateMatched,
    },
    /// The keys, once more or still for the first time.
    AwaitingKeys { token: Box<Unjudged>, tried: Tried },
    /// The verdict on the signature.
    Verifying {
        ask: Ask,
        token: Box<Unjudged>,
        question: SignatureQuestion,
    },
}

/// Tokens that nobody may use yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unjudged {
    response: TokenResponse,
    unverified: Unverified,
    transaction: Transaction,
    state: StateMatched,
}

/// Whether the keys were asked for anew on account of this login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tried {
    No,
    Refetched,
}

/// How a step of it ends.
pub(crate) enum Progress {
    Waiting(Finish),
    Done(Box<TokenSet>),
    /// The authorization server refused at the authorization endpoint.
    Refused(vestibule_protocol::Refusal),
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
                let request = token::ask_code(&server.metadata, &plan.config.client_id, &grant, &transaction);
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
        match self {
            Self::Exchanging { ask: ours, .. } | Self::Verifying { ask: ours, .. } => *ours == ask,
            Self::AwaitingKeys { .. } => false,
        }
    }

    /// The question under way, to be given up.
    pub(crate) fn ask(&self) -> Option<Ask> {
        match self {
            Self::Exchanging { ask, .. } | Self::Verifying { ask, .. } => Some(*ask),
            Self::AwaitingKeys { .. } => None,
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
                    Err(failure) => return Progress::Failed(failure.into()),
                };
                let Some(jwt) = response.id_token.take() else {
                    return Progress::Failed(LoginError::Broken(Broken::MissingMember("id_token")));
                };
                match id_token::open(&jwt) {
                    Err(error) => broken(error),
                    Ok(unverified) => {
                        let token = Unjudged {
                            response,
                            unverified,
                            transaction: *transaction,
                            state,
                        };
                        token.find_key(Tried::No, server, cx)
                    }
                }
            }
            (Self::Exchanging { .. }, Answer::Http(Err(fault))) => {
                Progress::Failed(LoginError::Network(fault))
            }
            (Self::Verifying { token, question, .. }, Answer::Verified(valid)) => {
                token.judge(question, valid, plan, cx)
            }
            (this, _) => Progress::Waiting(this),
        }
    }

    /// The keys have come, or cannot be had.
    pub(crate) fn keys_changed(self, server: &mut Server, cx: &mut Context) -> Progress {
        match self {
            Self::AwaitingKeys { token, tried } => token.find_key(tried, server, cx),
            other => Progress::Waiting(other),
        }
    }
}

impl Unjudged {
    fn find_key(self, tried: Tried, server: &mut Server, cx: &mut Context) -> Progress {
        let jwks = match server.keys() {
            KeysNow::Here(jwks) => jwks,
            KeysNow::OnTheirWay => {
                return Progress::Waiting(Finish::AwaitingKeys {
                    token: Box::new(self),
                    tried,
                });
            }
            KeysNow::Unavailable if tried == Tried::Refetched => {
                return Progress::Failed(server.take_fault());
            }
            KeysNow::Unavailable => return self.refetch(server, cx),
        };
        match self.unverified.find_key(jwks) {
            KeySearch::Found(question) => {
                let ask = cx.next_ask();
                cx.effect(Effect::Verify {
                    ask,
                    question: question.clone(),
                });
                Progress::Waiting(Finish::Verifying {
                    ask,
                    token: Box::new(self),
                    question,
                })
            }
            KeySearch::UnknownKid if tried == Tried::No => self.refetch(server, cx),
            KeySearch::UnknownKid => self.unknown_key(),
            KeySearch::Refused(error) => broken(error),
        }
    }

    fn refetch(self, server: &mut Server, cx: &mut Context) -> Progress {
        match server.refetch(cx) {
            Refetch::Asked => Progress::Waiting(Finish::AwaitingKeys {
                token: Box::new(self),
                tried: Tried::Refetched,
            }),
            Refetch::TooSoon => self.unknown_key(),
        }
    }

    fn unknown_key(&self) -> Progress {
        broken(IdTokenError::UnknownKid(
            self.unverified.kid().unwrap_or_default().to_owned(),
        ))
    }

    /// The checks of OpenID Connect Core 3.1.3.7, in `protocol`; only what passes all of them leaves this function.
    fn judge(self, question: SignatureQuestion, valid: bool, plan: &Plan, cx: &Context) -> Progress {
        let Self {
            response,
            transaction,
            state,
            ..
        } = self;
        let rules = IdTokenRules {
            issuer: &plan.issuer,
            client_id: &plan.config.client_id,
            algorithms: &Algorithm::DEFAULT,
            leeway_s: plan.config.leeway_s,
            max_age_s: plan.config.max_age,
            nonce: NonceRule::Expect(transaction.nonce()),
            organization: plan.config.organization.as_deref(),
            access_token: Some(&response.access_token),
            code: None,
        };
        let trusted = question.answered(valid).and_then(|signature| {
            let nonce = id_token::match_nonce(&signature, &rules.nonce)?;
            IdToken::trust(signature, state, nonce, &rules, cx.at_s)
        });
        match trusted {
            Ok(id_token) => Progress::Done(Box::new(TokenSet {
                access_token: response.access_token,
                expires_at_s: response.expires_in_s.map(|s| cx.now_s() + u64::from(s)),
                refresh_token: response.refresh_token,
                scope: response.scope.unwrap_or_else(|| plan.config.scope.clone()),
                id_token,
            })),
            Err(error) => broken(error),
        }
    }
}
