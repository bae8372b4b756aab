//! What the authorization server has told about itself, asked for when it is first needed and again after a failure.

use std::rc::Rc;

use vestibule_protocol::{Features, discovery};

use super::context::SessionContext;
use super::features::{self, Feature, Lacking};
use super::plan::SessionPlan;
use crate::ask::Ask;
use crate::event::{Answer, NetworkFault};
use crate::login_event::LoginError;
use crate::server::Server;

/// The server's endpoints, keys and features.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Directory {
    Unasked,
    Asked(Ask),
    Here(Box<Known>),
}

/// A server that has told.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    pub(super) server: Server,
    pub(super) features: Features,
    pub(super) lacking: Rc<[Lacking]>,
}

impl Directory {
    /// Asks unless the answer is here or on its way.
    pub(super) fn fetch(&mut self, plan: &SessionPlan, cx: &mut SessionContext) {
        if *self == Self::Unasked {
            *self = Self::Asked(cx.shared().http(discovery::ask(&plan.issuer)));
        }
    }

    /// Takes the answer, if it is to this question; a failure is given back, and the next who needs it asks again.
    pub(super) fn hear(
        &mut self,
        ask: Ask,
        answer: &Answer,
        plan: &SessionPlan,
        cx: &mut SessionContext,
    ) -> Option<Result<(), LoginError>> {
        if *self != Self::Asked(ask) {
            return None;
        }
        *self = Self::Unasked;
        Some(match answer {
            Answer::Http(Ok(response)) => discovery::read(response, &plan.issuer)
                .and_then(|metadata| Ok((metadata, discovery::read_features(response)?)))
                .map(|(metadata, features)| {
                    let response_type = plan.config.response_type;
                    let lacking = Feature::ALL
                        .into_iter()
                        .filter_map(|feature| {
                            features::check(feature, response_type, (&metadata, &features)).err()
                        })
                        .collect();
                    *self = Self::Here(Box::new(Known {
                        server: Server::new(metadata, cx.shared()),
                        features,
                        lacking,
                    }));
                })
                .map_err(LoginError::from),
            Answer::Http(Err(fault)) => Err(LoginError::Network(*fault)),
            _ => Err(LoginError::Network(NetworkFault::Unreachable)),
        })
    }

    pub(super) fn known(&self) -> Option<&Known> {
        match self {
            Self::Here(known) => Some(known),
            Self::Unasked | Self::Asked(_) => None,
        }
    }

    pub(super) fn known_mut(&mut self) -> Option<&mut Known> {
        match self {
            Self::Here(known) => Some(known),
            Self::Unasked | Self::Asked(_) => None,
        }
    }
}

impl Known {
    /// Whether the server can do it.
    pub(super) fn can(&self, feature: Feature) -> Result<(), Lacking> {
        match self.lacking.iter().find(|lacking| lacking.feature == feature) {
            Some(lacking) => Err(lacking.clone()),
            None => Ok(()),
        }
    }
}
