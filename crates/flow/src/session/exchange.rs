//! One request and its response; where tokens are bound, with a proof beside it, and once more when the server asks for a
//! nonce.

use vestibule_protocol::{AccessToken, Method, Proving, Request, Response, SigningInput, TokenType, dpop};

use super::context::SessionContext;
use super::effect::SessionEffect;
use super::event::SessionAnswer;
use super::proof::{Proofs, Slot};
use super::request::ApiRequest;
use crate::ask::Ask;
use crate::effect::Effect;
use crate::event::{Answer, NetworkFault};

/// A request under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Exchange {
    outgoing: Outgoing,
    stage: Stage,
    tries: u8,
}

/// What is sent.
#[derive(Clone, Debug, PartialEq)]
enum Outgoing {
    /// To the authorization server.
    Server(Request),
    /// To an API, with this token.
    Api {
        request: ApiRequest,
        url: String,
        token: AccessToken,
    },
}

#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// Entropy for the proof.
    Drawing(Ask),
    /// The signature of the proof.
    Signing { ask: Ask, input: SigningInput },
    /// The response.
    Sending(Ask),
}

/// How a step of it ends.
pub(super) enum Exchanged {
    Waiting(Exchange),
    Answered(Response),
    Failed(NetworkFault),
    /// The key is gone: what is bound to it is of no use any more.
    KeyGone,
}

impl Exchange {
    /// Sends a request to the authorization server, with a proof where there are any.
    pub(super) fn with_server(
        request: Request,
        proofs: Option<&Proofs>,
        cx: &mut SessionContext,
    ) -> Exchanged {
        Self::begin(Outgoing::Server(request), proofs, cx)
    }

    /// Sends a request to an API with a token of this type; `url` is the request's, made absolute.
    pub(super) fn with_api(
        mut request: ApiRequest,
        url: String,
        (token, token_type): (AccessToken, TokenType),
        proofs: Option<&Proofs>,
        cx: &mut SessionContext,
    ) -> Exchanged {
        request
            .headers
            .retain(|(name, _)| !name.eq_ignore_ascii_case("dpop"));
        request.set_header(
            "authorization",
            format!("{} {}", token_type.as_str(), token.expose()),
        );
        let proofs = proofs.filter(|_| token_type == TokenType::Dpop);
        Self::begin(Outgoing::Api { request, url, token }, proofs, cx)
    }

    fn begin(outgoing: Outgoing, proofs: Option<&Proofs>, cx: &mut SessionContext) -> Exchanged {
        let stage = match proofs {
            None => outgoing.send(None, cx),
            Some(_) => Stage::Drawing(cx.shared().random()),
        };
        Exchanged::Waiting(Self {
            outgoing,
            stage,
            tries: 0,
        })
    }

    /// The question under way.
    pub(super) fn ask(&self) -> Ask {
        match &self.stage {
            Stage::Drawing(ask) | Stage::Signing { ask, .. } | Stage::Sending(ask) => *ask,
        }
    }

    /// Takes the answer to the question under way.
    pub(super) fn answered(
        self,
        answer: SessionAnswer,
        mut proofs: Option<&mut Proofs>,
        cx: &mut SessionContext,
    ) -> Exchanged {
        let Self {
            outgoing,
            stage,
            tries,
        } = self;
        let next = |outgoing, stage| {
            Exchanged::Waiting(Self {
                outgoing,
                stage,
                tries,
            })
        };
        match (stage, answer) {
            (Stage::Drawing(_), SessionAnswer::Did(Answer::Drawn(entropy))) => {
                let Some((name, input)) =
                    proofs.and_then(|proofs| outgoing.input(proofs, &entropy, cx.now_s()))
                else {
                    return Exchanged::KeyGone;
                };
                let signed = input.clone();
                let ask = cx.ask(|ask| SessionEffect::Sign { ask, name, input });
                next(outgoing, Stage::Signing { ask, input: signed })
            }
            (Stage::Signing { input, .. }, SessionAnswer::Signed(Some(signature))) => {
                let proof = input.signed(&signature);
                let stage = outgoing.send(Some(proof.expose()), cx);
                next(outgoing, stage)
            }
            (Stage::Signing { .. }, SessionAnswer::Signed(None)) => Exchanged::KeyGone,
            (Stage::Sending(_), SessionAnswer::Did(Answer::Http(Ok(response)))) => {
                let origin = outgoing.origin();
                if let Some(proofs) = proofs.as_deref_mut() {
                    proofs.learn(&origin, &response);
                }
                // Once, whatever the server says the second time: a nonce that is never new enough would go on for ever.
                let again = tries == 0 && dpop::wants_nonce(&response);
                if again && proofs.is_some_and(|proofs| proofs.nonce(&origin).is_some()) {
                    let stage = Stage::Drawing(cx.shared().random());
                    return Exchanged::Waiting(Self {
                        outgoing,
                        stage,
                        tries: 1,
                    });
                }
                Exchanged::Answered(response)
            }
            (Stage::Sending(_), SessionAnswer::Did(Answer::Http(Err(fault)))) => Exchanged::Failed(fault),
            (stage, _) => next(outgoing, stage),
        }
    }
}

impl Outgoing {
    fn url(&self) -> &str {
        match self {
            Self::Server(request) => &request.url,
            Self::Api { url, .. } => url,
        }
    }

    /// Whose nonces count. A path of the page's own may have characters that only the browser escapes; its origin has none.
    fn origin(&self) -> String {
        let url = self.url();
        let own = || {
            let host = url.find("://").map_or(0, |at| at + 3);
            let end = url[host..].find(['/', '?']).map_or(url.len(), |at| host + at);
            url[..end].to_owned()
        };
        dpop::origin(url).unwrap_or_else(own)
    }

    /// What the proof of this request says, and the name of the key to sign it with.
    fn input(&self, proofs: &Proofs, entropy: &[u8; 96], at_s: u64) -> Option<(String, SigningInput)> {
        let Slot::Here(key) = &proofs.key else { return None };
        let url = self.url();
        let (method, access_token) = match self {
            Self::Server(request) => (method(request.method), None),
            Self::Api { request, token, .. } => (request.method.as_str(), Some(token)),
        };
        let mut few = [0; 16];
        few.copy_from_slice(&entropy[..16]);
        let proving = Proving {
            method,
            url,
            access_token,
            nonce: proofs.nonce(&self.origin()),
            entropy: few,
            at_s,
        };
        Some((proofs.name.clone(), key.signing_input(&proving)))
    }

    fn send(&self, proof: Option<&str>, cx: &mut SessionContext) -> Stage {
        match self {
            Self::Server(request) => {
                let mut request = request.clone();
                request
                    .headers
                    .extend(proof.map(|proof| ("dpop", proof.to_owned())));
                let ask = cx.shared().next_ask();
                cx.shared().effect(Effect::Http { ask, request });
                Stage::Sending(ask)
            }
            Self::Api { request, .. } => {
                let mut request = request.clone();
                if let Some(proof) = proof {
                    request.set_header("dpop", proof.to_owned());
                }
                Stage::Sending(cx.ask(|ask| SessionEffect::Fetch { ask, request }))
            }
        }
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
    }
}
