//! The way there: the URL of an authorization request.

use crate::discovery::Metadata;
use crate::form;
use crate::secret::LoginTicket;
use crate::transaction::Transaction;

/// An authorization request; state, nonce and code challenge come from the [`Transaction`].
///
/// Write what differs: `AuthorizeRequest { client_id, redirect_uri, scope, ..AuthorizeRequest::default() }`.
#[derive(Debug, Clone, Default)]
pub struct AuthorizeRequest<'a> {
    /// `client_id`
    pub client_id: &'a str,
    /// `redirect_uri`, exactly as registered.
    pub redirect_uri: &'a str,
    /// `response_type`
    pub response_type: ResponseType,
    /// `response_mode`, if not the response type's default.
    pub response_mode: Option<ResponseMode>,
    /// `scope`; `openid` in it asks for an ID token.
    pub scope: &'a str,
    /// `audience`, the API the access token is for.
    pub audience: Option<&'a str>,
    /// `connection`, to go straight to one provider.
    pub connection: Option<&'a str>,
    /// `login_ticket`, from a cross-origin authentication.
    pub login_ticket: Option<&'a LoginTicket>,
    /// `realm`, the connection the ticket is of.
    pub realm: Option<&'a str>,
    /// `prompt`
    pub prompt: Option<Prompt>,
    /// `login_hint`
    pub login_hint: Option<&'a str>,
    /// `screen_hint`: `signup` or `login`.
    pub screen_hint: Option<&'a str>,
    /// `ui_locales`, language tags with spaces between.
    pub ui_locales: Option<&'a str>,
    /// `max_age`, seconds since the person last typed a credential.
    pub max_age: Option<u32>,
    /// `acr_values`, with spaces between.
    pub acr_values: Option<&'a str>,
    /// `organization`
    pub organization: Option<&'a str>,
    /// `invitation`
    pub invitation: Option<&'a str>,
    /// Further parameters; one that this request sets itself is left out.
    pub extra: &'a [(String, String)],
}

/// What the answer carries (OAuth 2.0 Multiple Response Type Encoding Practices §3 and §5).
///
/// The hybrid types put part of the answer into the front channel; it comes in the fragment, and never in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ResponseType {
    /// An authorization code.
    #[default]
    Code,
    /// A code, and an ID token that vouches for it (OpenID Connect Core §3.3).
    CodeIdToken,
    /// A code and an access token, which nobody is given: for servers that insist (RFC 9700 §2.1.2 advises against it).
    CodeToken,
    /// All three, for servers that insist.
    CodeIdTokenToken,
}

impl ResponseType {
    /// The parameter's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::CodeIdToken => "code id_token",
            Self::CodeToken => "code token",
            Self::CodeIdTokenToken => "code id_token token",
        }
    }

    /// The type of this name; the order of its words does not matter (OAuth 2.0 Multiple Response Types §3).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let sorted = |text: &str| {
            let mut words: Vec<String> = text.split_ascii_whitespace().map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        [
            Self::Code,
            Self::CodeIdToken,
            Self::CodeToken,
            Self::CodeIdTokenToken,
        ]
        .into_iter()
        .find(|known| sorted(known.as_str()) == sorted(name))
    }

    /// Whether part of the answer comes in the front channel.
    #[must_use]
    pub fn is_hybrid(self) -> bool {
        self != Self::Code
    }

    /// Whether an ID token comes beside the code.
    #[must_use]
    pub fn has_id_token(self) -> bool {
        matches!(self, Self::CodeIdToken | Self::CodeIdTokenToken)
    }

    /// Whether an access token comes beside the code.
    #[must_use]
    pub fn has_access_token(self) -> bool {
        matches!(self, Self::CodeToken | Self::CodeIdTokenToken)
    }

    /// The way the answer comes when none is asked for (OAuth 2.0 Multiple Response Types §2.1 and §5).
    #[must_use]
    pub fn default_mode(self) -> ResponseMode {
        if self.is_hybrid() {
            ResponseMode::Fragment
        } else {
            ResponseMode::Query
        }
    }
}

/// How the answer comes (OAuth 2.0 Multiple Response Type Encoding Practices §2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseMode {
    /// In the redirect URI's query.
    Query,
    /// In the redirect URI's fragment.
    Fragment,
    /// By a message to the window that asked.
    WebMessage,
    /// By a form post, which only a server can read.
    FormPost,
}

impl ResponseMode {
    /// The parameter's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::Fragment => "fragment",
            Self::WebMessage => "web_message",
            Self::FormPost => "form_post",
        }
    }

    /// The mode of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Query, Self::Fragment, Self::WebMessage, Self::FormPost]
            .into_iter()
            .find(|mode| mode.as_str() == name)
    }
}

/// What the server may show (OpenID Connect Core §3.1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Nothing: answer at once, or with an error.
    None,
    /// The log-in, even with a session.
    Login,
    /// The consent.
    Consent,
    /// The choice of an account.
    SelectAccount,
}

impl Prompt {
    /// The parameter's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Login => "login",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
        }
    }
}

/// The URL a browser goes to.
#[must_use]
pub fn url(metadata: &Metadata, request: &AuthorizeRequest<'_>, transaction: &Transaction) -> String {
    let endpoint = &metadata.authorization_endpoint;
    let separator = if endpoint.as_bytes().contains(&b'?') {
        '&'
    } else {
        '?'
    };
    let mut pairs = vec![("client_id", request.client_id.to_owned())];
    pairs.extend(parameters(request, transaction));
    format!("{endpoint}{separator}{}", form::encode(&pairs))
}

/// The URL of a request that was pushed before (RFC 9126 §4): nothing else of it goes through the browser.
#[must_use]
pub fn pushed_url(metadata: &Metadata, client_id: &str, request_uri: &str) -> String {
    let endpoint = &metadata.authorization_endpoint;
    let separator = if endpoint.as_bytes().contains(&b'?') {
        '&'
    } else {
        '?'
    };
    let pairs = [("client_id", client_id), ("request_uri", request_uri)];
    format!("{endpoint}{separator}{}", form::encode(&pairs))
}

/// All parameters but `client_id`.
pub(crate) fn parameters<'r>(
    request: &AuthorizeRequest<'r>,
    transaction: &Transaction,
) -> Vec<(&'r str, String)> {
    let max_age = request.max_age.map(|seconds| seconds.to_string());
    let challenge = transaction.challenge();
    let own = [
        ("response_type", Some(request.response_type.as_str())),
        ("response_mode", request.response_mode.map(ResponseMode::as_str)),
        ("redirect_uri", Some(request.redirect_uri)),
        ("scope", Some(request.scope).filter(|scope| !scope.is_empty())),
        ("audience", request.audience),
        ("state", Some(transaction.state().expose())),
        ("nonce", Some(transaction.nonce().expose())),
        ("code_challenge", Some(challenge.as_str())),
        ("code_challenge_method", Some("S256")),
        ("connection", request.connection),
        ("realm", request.realm),
        ("login_ticket", request.login_ticket.map(LoginTicket::expose)),
        ("prompt", request.prompt.map(Prompt::as_str)),
        ("login_hint", request.login_hint),
        ("screen_hint", request.screen_hint),
        ("ui_locales", request.ui_locales),
        ("max_age", max_age.as_deref()),
        ("acr_values", request.acr_values),
        ("organization", request.organization),
        ("invitation", request.invitation),
    ];
    let is_own =
        |name: &str| name == "client_id" || own.iter().any(|(own, value)| *own == name && value.is_some());
    let extra = request.extra.iter().filter(|(name, _)| !is_own(name));
    own.iter()
        .filter_map(|(name, value)| Some((*name, (*value)?.to_owned())))
        .chain(extra.map(|(name, value)| (name.as_str(), value.clone())))
        .collect()
}
