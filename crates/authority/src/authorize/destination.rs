//! Where an answer may go. Until client and redirect URI are known to belong together, nothing is sent anywhere.

use std::fmt;

use url::Url;

use super::denied::Denied;
use crate::config::{Client, Config, ResponseType};
use crate::http::{Params, Visit};

/// A place that answers may be sent to: only [`Destination::load`] makes one.
pub(super) struct Destination<'a> {
    /// The client it belongs to.
    pub(super) client: &'a Client,
    /// One of the client's callbacks.
    pub(super) redirect_uri: &'a str,
    /// How the answer travels.
    pub(super) mode: ResponseMode,
    /// The client's `state`, returned as it came.
    pub(super) state: Option<&'a str>,
    /// The issuer to name in the answer (RFC 9207).
    pub(super) issuer: &'a str,
}

/// How an answer travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResponseMode {
    /// In the query of the redirect URI.
    Query,
    /// In its fragment.
    Fragment,
    /// By a form that posts itself (OAuth 2.0 Form Post Response Mode).
    FormPost,
    /// By `postMessage` to the page that opened or framed this one.
    WebMessage,
}

/// Why nothing can be sent to the client; said to the person on a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoDestination {
    /// `client_id` is missing or unknown.
    Client,
    /// `redirect_uri` is missing.
    Missing,
    /// `redirect_uri` is not exactly one of the client's callbacks.
    NotListed,
    /// A web message would go to an origin that the client does not list.
    OriginNotListed,
}

impl<'a> Destination<'a> {
    /// Checks client, redirect URI and, for web messages, the origin that would receive them.
    pub(super) fn load(
        config: &'a Config,
        visit: &'a Visit,
        params: &'a Params,
    ) -> Result<Self, NoDestination> {
        let client = params
            .get("client_id")
            .and_then(|id| config.client(id))
            .ok_or(NoDestination::Client)?;
        let redirect_uri = check_redirect_uri(client, params)?;
        let mode = mode_for_answers(params);
        if mode == ResponseMode::WebMessage && !client.allows_origin(&origin_of(redirect_uri)) {
            return Err(NoDestination::OriginNotListed);
        }
        Ok(Self {
            client,
            redirect_uri,
            mode,
            state: params.get("state"),
            issuer: &visit.issuer,
        })
    }

    /// The origin of the redirect URI.
    pub(super) fn origin(&self) -> String {
        origin_of(self.redirect_uri)
    }
}

impl ResponseMode {
    pub(super) fn parse(text: &str) -> Result<Self, Denied> {
        match text {
            "query" => Ok(Self::Query),
            "fragment" => Ok(Self::Fragment),
            "form_post" => Ok(Self::FormPost),
            "web_message" => Ok(Self::WebMessage),
            _ => Err(Denied::UnknownResponseMode),
        }
    }

    /// The default (OAuth 2.0 Multiple Response Types, section 5): the query only for a code alone.
    pub(super) fn default_for(response_type: ResponseType) -> Self {
        if response_type.has_token() || response_type.has_id_token() {
            Self::Fragment
        } else {
            Self::Query
        }
    }
}

/// Exact strings, no patterns (RFC 9700 section 2.1).
fn check_redirect_uri<'a>(client: &Client, params: &'a Params) -> Result<&'a str, NoDestination> {
    let given = params.get("redirect_uri").ok_or(NoDestination::Missing)?;
    if client.callbacks.iter().any(|callback| callback == given) {
        Ok(given)
    } else {
        Err(NoDestination::NotListed)
    }
}

/// How to answer, also when what is answered is that the request makes no sense: then by the fragment, which
/// servers do not log, as soon as the request spoke of tokens.
fn mode_for_answers(params: &Params) -> ResponseMode {
    let response_type = params.get("response_type").unwrap_or_default();
    let default = match ResponseType::parse(response_type) {
        Some(response_type) => ResponseMode::default_for(response_type),
        None if response_type.contains("token") => ResponseMode::Fragment,
        None => ResponseMode::Query,
    };
    match params.get("response_mode").map(ResponseMode::parse) {
        Some(Ok(ResponseMode::Query) | Err(_)) | None => default,
        Some(Ok(asked)) => asked,
    }
}

fn origin_of(uri: &str) -> String {
    Url::parse(uri)
        .map(|url| url.origin().ascii_serialization())
        .unwrap_or_default()
}

impl fmt::Display for NoDestination {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Client => "The app that sent you here is not registered (client_id).",
            Self::Missing => "The app that sent you here did not say where to return (redirect_uri).",
            Self::NotListed => {
                "The app that sent you here wants you back at an address that is not registered (redirect_uri)."
            }
            Self::OriginNotListed => {
                "The app that sent you here wants a message at an origin that is not registered (origins)."
            }
        })
    }
}
