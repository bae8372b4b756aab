//! An authorization request whose answer has somewhere to go, ready to be checked.

use super::denied::Denied;
use super::destination::{Destination, ResponseMode};
use crate::config::{Client, Config, Dpop, Organization, ResponseType};
use crate::http::Params;
use crate::tokens::IdHint;

/// What the checks look at.
pub(super) struct Ask<'a> {
    pub(super) config: &'a Config,
    pub(super) destination: &'a Destination<'a>,
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    pub(super) response_type: ResponseType,
    pub(super) kind: Kind,
    /// The person that the request has in mind, by an ID token of an earlier login.
    pub(super) hint: Option<IdHint>,
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
    /// Whether `prompt` has this word.
    pub(super) fn prompts(&self, word: &str) -> bool {
        let prompt = self.params.get("prompt").unwrap_or_default();
        prompt.split(' ').any(|given| given == word)
    }

    /// Whether nobody may be asked anything, ticket or not.
    pub(super) fn is_silent(&self) -> bool {
        self.prompts("none")
    }

    /// The API that the access token is for.
    pub(super) fn audience(&self) -> Option<&'a str> {
        self.params
            .get("audience")
            .or_else(|| self.params.get("resource"))
    }

    /// The organisation that the person is to log in to.
    pub(super) fn organization(&self) -> Option<&'a Organization> {
        self.config.organization(self.params.get("organization")?)
    }

    /// The asked words that mean something here: those of `OpenID` Connect, `offline_access` where a code can bring
    /// a refresh token (Core section 11), and the API's scope for its audience.
    pub(super) fn granted_scope(&self) -> String {
        let api = self.audience().and_then(|audience| self.config.api_of(audience));
        let means_something = |word: &&str| match *word {
            "openid" | "profile" | "email" | "phone" => true,
            "offline_access" => self.response_type.has_code(),
            other => api.is_some_and(|api| api.scope == other),
        };
        let mut granted: Vec<&str> = Vec::new();
        let asked = self.params.get("scope").unwrap_or_default();
        for word in asked.split(' ').filter(means_something) {
            if !granted.contains(&word) {
                granted.push(word);
            }
        }
        granted.join(" ")
    }

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
            hint: None,
        })
    }
}

/// Known, and allowed to this client. Nothing in the front channel can be bound to a key, so a client whose tokens
/// must be gets none there.
fn check_response_type(client: &Client, params: &Params) -> Result<ResponseType, Denied> {
    let given = params.get("response_type").ok_or(Denied::NoResponseType)?;
    let response_type = ResponseType::parse(given).ok_or(Denied::UnknownResponseType)?;
    let unbound = response_type.has_token() && client.dpop == Dpop::Required;
    if client.response_types.contains(&response_type) && !unbound {
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
