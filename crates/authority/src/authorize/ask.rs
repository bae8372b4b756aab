//! An authorization request whose answer has somewhere to go, ready to be checked.

use super::denied::Denied;
use super::destination::{Destination, ResponseMode};
use crate::config::{Client, Config, ResponseType};
use crate::http::Params;

/// What the checks look at.
pub(super) struct Ask<'a> {
    pub(super) config: &'a Config,
    pub(super) destination: &'a Destination<'a>,
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    pub(super) response_type: ResponseType,
    pub(super) kind: Kind,
}

/// The kinds of request, which differ in what is checked and in who may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// With a `login_ticket` from `/co/authenticate`.
    Ticket,
    /// With `prompt=none`: nobody may be asked anything.
    Silent,
    /// A person is there and may be asked.
    Visible,
}

impl<'a> Ask<'a> {
    /// Reads response type and mode, which everything else depends on.
    pub(super) fn load(
        config: &'a Config,
        destination: &'a Destination<'a>,
        params: &'a Params,
    ) -> Result<Self, Denied> {
        let client = destination.client;
        let response_type = check_response_type(client, params)?;
        check_response_mode(response_type, params)?;
        let kind = match (params.get("login_ticket"), params.get("prompt")) {
            (Some(_), _) => Kind::Ticket,
            (None, Some("none")) => Kind::Silent,
            (None, _) => Kind::Visible,
        };
        Ok(Self {
            config,
            destination,
            client,
            params,
            response_type,
            kind,
        })
    }
}

/// Known, and allowed to this client.
fn check_response_type(client: &Client, params: &Params) -> Result<ResponseType, Denied> {
    let given = params.get("response_type").ok_or(Denied::NoResponseType)?;
    let response_type = ResponseType::parse(given).ok_or(Denied::UnknownResponseType)?;
    if client.response_types.contains(&response_type) {
        Ok(response_type)
    } else {
        Err(Denied::ResponseTypeNotAllowed)
    }
}

/// Known, and never the query for tokens (OAuth 2.0 Multiple Response Types, section 3).
fn check_response_mode(response_type: ResponseType, params: &Params) -> Result<(), Denied> {
    let Some(given) = params.get("response_mode") else {
        return Ok(());
    };
    let default = ResponseMode::default_for(response_type);
    match ResponseMode::parse(given)? {
        ResponseMode::Query if default != ResponseMode::Query => Err(Denied::QueryForTokens),
        _ => Ok(()),
    }
}
