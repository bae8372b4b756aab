//! From an authorization response to checked tokens, for every response type: the front channel's ID token first, then the
//! code, then the token endpoint's, and both held against each other.

use vestibule_protocol::{
    AuthorizationFailure, AuthorizationResponse, Beside, Broken, FrontChannel, IdToken, IdTokenError,
    IdTokenRules, Refusal, SignatureValid, TokenResponse, id_token, token,
};

use super::attempt::{Asked, Attempt};
use super::context::SessionContext;
use super::directory::Known;
use super::event::SessionAnswer;
use super::exchange::{Exchange, Exchanged};
use super::plan::SessionPlan;
use super::proof::Proofs;
use crate::ask::Ask;
use crate::login_event::LoginError;
use crate::verification::{Verdict, Verification};

/// A login whose authorization response has come: what it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finishing {
    attempt: Attempt,
    front: FrontChannel,
    step: Step,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// The verdict on the ID token beside the code.
    Front(Verification),
    /// The tokens for the code.
    Redeeming {
        exchange: Exchange,
        vouched: Option<IdToken>,
    },
    /// The verdict on the token endpoint's ID token.
    Back {
        verification: Verification,
        vouched: Option<IdToken>,
        response: TokenResponse,
    },
}

/// A login that is finished.
pub(super) struct Finished {
    pub(super) id_token: IdToken,
    pub(super) response: TokenResponse,
    pub(super) asked: Asked,
}

/// How a step of it ends.
pub(super) enum Progress {
    Waiting(Box<Finishing>),
    Done(Box<Finished>),
    Refused(Refusal),
    Failed(LoginError),
    KeyGone,
}

/// What every step of it needs.
pub(super) struct Desk<'d> {
    pub(super) plan: &'d SessionPlan,
    pub(super) known: &'d mut Known,
    pub(super) proofs: Option<&'d mut Proofs>,
}

fn broken(error: IdTokenError) -> Progress {
    Progress::Failed(LoginError::Broken(Broken::IdToken(error)))
}

impl Finishing {
    /// Checks the response against the attempt, which is used up by this.
    pub(super) fn begin(
        response: AuthorizationResponse,
        attempt: Attempt,
        desk: Desk<'_>,
        cx: &mut SessionContext,
    ) -> Progress {
        let metadata = &desk.known.server.metadata;
        let checked = response.check_as(attempt.asked.response_type, &attempt.transaction, metadata);
        let front = match checked {
            Ok(front) => front,
            Err(AuthorizationFailure::Refused(refusal)) => return Progress::Refused(refusal),
            Err(AuthorizationFailure::Broken(error)) => {
                return Progress::Failed(LoginError::Broken(Broken::Authorization(error)));
            }
        };
        match front.id_token.as_ref().map(id_token::open) {
            None => redeem(attempt, front, None, desk, cx),
            Some(Err(error)) => broken(error),
            Some(Ok(unverified)) => {
                let verdict = Verification::begin(unverified, &mut desk.known.server, cx.shared());
                front_verdict((attempt, front), verdict, desk, cx)
            }
        }
    }

    /// The question under way.
    pub(super) fn ask(&self) -> Option<Ask> {
        match &self.step {
            Step::Front(verification) | Step::Back { verification, .. } => verification.ask(),
            Step::Redeeming { exchange, .. } => Some(exchange.ask()),
        }
    }

    /// Takes the answer to the question under way.
    pub(super) fn answered(
        self,
        answer: SessionAnswer,
        mut desk: Desk<'_>,
        cx: &mut SessionContext,
    ) -> Progress {
        let Self { attempt, front, step } = self;
        match (step, answer) {
            (Step::Front(verification), SessionAnswer::Did(answer)) => {
                front_verdict((attempt, front), verification.answered(&answer), desk, cx)
            }
            (Step::Redeeming { exchange, vouched }, answer) => {
                let exchanged = exchange.answered(answer, desk.proofs.as_deref_mut(), cx);
                redeemed((attempt, front), exchanged, vouched, &mut desk, cx)
            }
            (
                Step::Back {
                    verification,
                    vouched,
                    response,
                },
                SessionAnswer::Did(answer),
            ) => back_verdict(
                (attempt, front),
                (verification.answered(&answer), vouched, response),
                &desk,
                cx,
            ),
            (step, _) => Progress::Waiting(Box::new(Self { attempt, front, step })),
        }
    }

    /// The keys have come, or cannot be had.
    pub(super) fn keys_changed(self, desk: Desk<'_>, cx: &mut SessionContext) -> Progress {
        let Self { attempt, front, step } = self;
        match step {
            Step::Front(verification) => {
                let verdict = verification.keys_changed(&mut desk.known.server, cx.shared());
                front_verdict((attempt, front), verdict, desk, cx)
            }
            Step::Back {
                verification,
                vouched,
                response,
            } => {
                let verdict = verification.keys_changed(&mut desk.known.server, cx.shared());
                back_verdict((attempt, front), (verdict, vouched, response), &desk, cx)
            }
            step @ Step::Redeeming { .. } => Progress::Waiting(Box::new(Self { attempt, front, step })),
        }
    }
}

/// The ID token beside the code is judged before the code is sent anywhere (OpenID Connect Core §3.3.2.8).
fn front_verdict(
    (attempt, front): (Attempt, FrontChannel),
    verdict: Verdict,
    desk: Desk<'_>,
    cx: &mut SessionContext,
) -> Progress {
    let signature = match verdict {
        Verdict::Valid(signature) => signature,
        Verdict::Failed(error) => return Progress::Failed(error),
        Verdict::Waiting(verification) => {
            return Progress::Waiting(Box::new(Finishing {
                attempt,
                front,
                step: Step::Front(verification),
            }));
        }
    };
    let rules = attempt.rules(desk.plan);
    let beside = Beside {
        code: &front.code,
        access_token: front.access_token.as_ref(),
        state: attempt.transaction.state(),
    };
    let vouched = id_token::match_nonce(&signature, &rules.nonce).and_then(|nonce| {
        IdToken::trust_front_channel(signature, (front.state.clone(), nonce), beside, &rules, cx.at_s())
    });
    match vouched {
        Ok(token) => redeem(attempt, front, Some(token), desk, cx),
        Err(error) => broken(error),
    }
}

fn redeem(
    attempt: Attempt,
    mut front: FrontChannel,
    vouched: Option<IdToken>,
    mut desk: Desk<'_>,
    cx: &mut SessionContext,
) -> Progress {
    // The front channel's access token has served its purpose: nobody is given it.
    front.access_token = None;
    let metadata = &desk.known.server.metadata;
    let request = token::ask_code(metadata, desk.plan.client_id(), &front.code, &attempt.transaction);
    let exchanged = Exchange::with_server(request, desk.proofs.as_deref(), cx);
    redeemed((attempt, front), exchanged, vouched, &mut desk, cx)
}

fn redeemed(
    (attempt, front): (Attempt, FrontChannel),
    exchanged: Exchanged,
    vouched: Option<IdToken>,
    desk: &mut Desk<'_>,
    cx: &mut SessionContext,
) -> Progress {
    let response = match exchanged {
        Exchanged::Answered(response) => response,
        Exchanged::Failed(fault) => return Progress::Failed(LoginError::Network(fault)),
        Exchanged::KeyGone => return Progress::KeyGone,
        Exchanged::Waiting(exchange) => {
            return Progress::Waiting(Box::new(Finishing {
                attempt,
                front,
                step: Step::Redeeming { exchange, vouched },
            }));
        }
    };
    let mut response = match token::read_as(&response, desk.plan.token_type()) {
        Ok(response) => response,
        Err(failure) => return Progress::Failed(failure.into()),
    };
    let Some(jwt) = response.id_token.take() else {
        return Progress::Failed(LoginError::Broken(Broken::MissingMember("id_token")));
    };
    match id_token::open(&jwt) {
        Err(error) => broken(error),
        Ok(unverified) => {
            let verdict = Verification::begin(unverified, &mut desk.known.server, cx.shared());
            back_verdict((attempt, front), (verdict, vouched, response), desk, cx)
        }
    }
}

/// Only what passes all checks leaves this function.
fn back_verdict(
    (attempt, front): (Attempt, FrontChannel),
    (verdict, vouched, response): (Verdict, Option<IdToken>, TokenResponse),
    desk: &Desk<'_>,
    cx: &SessionContext,
) -> Progress {
    let signature: SignatureValid = match verdict {
        Verdict::Valid(signature) => signature,
        Verdict::Failed(error) => return Progress::Failed(error),
        Verdict::Waiting(verification) => {
            return Progress::Waiting(Box::new(Finishing {
                attempt,
                front,
                step: Step::Back {
                    verification,
                    vouched,
                    response,
                },
            }));
        }
    };
    let rules = IdTokenRules {
        access_token: Some(&response.access_token),
        ..attempt.rules(desk.plan)
    };
    let trusted = id_token::match_nonce(&signature, &rules.nonce)
        .and_then(|nonce| IdToken::trust(signature, front.state, nonce, &rules, cx.at_s()))
        .and_then(|token| {
            if let Some(vouched) = &vouched {
                token.agrees_with(vouched)?;
            }
            if !attempt.asked.acr_required.is_empty() {
                token.require_acr(&attempt.asked.acr_required)?;
            }
            Ok(token)
        });
    match trusted {
        Ok(id_token) => Progress::Done(Box::new(Finished {
            id_token,
            response,
            asked: attempt.asked,
        })),
        Err(error) => broken(error),
    }
}
