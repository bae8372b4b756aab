//! The waiting authorization request behind a hosted page, with the client that made it.

use axum::http::StatusCode;
use axum::response::Response;
use maud::Markup;
use url::Url;

use crate::authorize::{self, Waiting};
use crate::config::{Client, Connection, ConnectionKind};
use crate::http::{Params, Visit};
use crate::pages::{self, FormTargets, PageError};
use crate::state::AppState;

/// A waiting request and its client.
pub(super) struct Asked<'a> {
    pub(super) waiting: Waiting,
    pub(super) client: &'a Client,
    state: &'a AppState,
}

impl<'a> Asked<'a> {
    /// The request that the `state` parameter of a hosted page names.
    pub(super) fn load(state: &'a AppState, visit: &Visit, params: &Params) -> Result<Self, PageError> {
        let id = params.get("state").ok_or(PageError::RequestGone)?;
        let waiting = authorize::waiting(state, visit, id)?.ok_or(PageError::RequestGone)?;
        Self::of(state, waiting)
    }

    /// This request.
    pub(super) fn of(state: &'a AppState, waiting: Waiting) -> Result<Self, PageError> {
        let client = state
            .config
            .client(&waiting.client_id)
            .ok_or(PageError::RequestGone)?;
        Ok(Self {
            waiting,
            client,
            state,
        })
    }

    /// The client's first database connection, or the one that the request names.
    pub(super) fn database(&self) -> Option<&'a Connection> {
        let named = self.waiting.parameters.get("connection");
        let databases = || {
            self.connections()
                .filter(|connection| connection.database().is_some())
        };
        databases()
            .find(|connection| Some(connection.name.as_str()) == named)
            .or_else(|| databases().next())
    }

    /// Where a password that goes with `login` is held against: the directory or database that the request names, the
    /// directory that the domain of a mail address belongs to, the first database, or the first directory.
    pub(super) fn password_connection(&self, login: &str) -> Option<&'a Connection> {
        let named = self.waiting.parameters.get("connection");
        let takers = || {
            self.connections()
                .filter(|connection| connection.takes_password())
        };
        let domain = crate::address::domain(login);
        let of_domain = |connection: &&Connection| {
            let domains = connection.domains();
            domain.as_ref().is_some_and(|domain| domains.contains(domain))
        };
        takers()
            .find(|connection| Some(connection.name.as_str()) == named)
            .or_else(|| takers().find(of_domain))
            .or_else(|| self.database())
            .or_else(|| takers().next())
    }

    /// The connection with codes that the request names, when it names one.
    pub(super) fn passwordless(&self) -> Option<&'a Connection> {
        let named = self.waiting.parameters.get("connection")?;
        self.connections().find(|connection| {
            connection.name == named && matches!(connection.kind, ConnectionKind::Email | ConnectionKind::Sms)
        })
    }

    /// The client's connections that lead to a provider.
    pub(super) fn providers(&self) -> impl Iterator<Item = &'a Connection> {
        self.connections()
            .filter(|connection| connection.leads_to_provider())
    }

    /// The client's connections that lead into the organisation of the request.
    fn connections(&self) -> impl Iterator<Item = &'a Connection> {
        let config = &self.state.config;
        let asked = self.waiting.parameters.get("organization");
        let organization = asked.and_then(|asked| config.organization(asked));
        config
            .connections_for(self.client)
            .filter(move |connection| organization.is_none_or(|organization| organization.takes(connection)))
    }

    /// The provider connection with this name.
    pub(super) fn provider(&self, name: &str) -> Option<&'a Connection> {
        self.providers().find(|connection| connection.name == name)
    }

    /// The enterprise connection that the domain of a mail address belongs to.
    pub(super) fn enterprise_of(&self, login: &str) -> Option<&'a Connection> {
        let domain = crate::address::domain(login)?;
        self.providers()
            .find(|connection| connection.domains().contains(&domain))
    }

    /// A hosted page of this request.
    pub(super) fn link(&self, path: &str, more: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("state", &self.waiting.id);
        query.extend_pairs(more);
        format!("{path}?{}", query.finish())
    }

    /// The origin of the client's callback.
    pub(super) fn callback_origin(&self) -> Option<String> {
        let callback = Url::parse(self.waiting.parameters.get("redirect_uri")?).ok()?;
        Some(callback.origin().ascii_serialization())
    }

    /// Answers a page whose forms may end at the client's callback.
    pub(super) fn page(&self, status: StatusCode, markup: &Markup) -> Response {
        let origin = self.callback_origin();
        let targets = origin.as_deref().map_or(FormTargets::Own, FormTargets::OwnAnd);
        pages::page(status, targets, markup)
    }
}
