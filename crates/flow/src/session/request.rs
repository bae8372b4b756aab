//! A request of the app's own to its API: data until it is sent.

/// A request to an API of the app's. `Debug` shows the method and the URL up to its query.
///
/// ```
/// use vestibule_flow::ApiRequest;
///
/// let request = ApiRequest::new("POST", "https://api.example.com/notes")
///     .json(r#"{"text":"hello"}"#);
/// assert_eq!(request.method, "POST");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ApiRequest {
    /// The HTTP method, in capitals.
    pub method: String,
    /// The URL: absolute, or a path of this page's origin.
    pub url: String,
    /// Header fields; `authorization` and `dpop` are the session's to set.
    pub headers: Vec<(String, String)>,
    /// The body, if any.
    pub body: Option<String>,
    /// Seconds after which an unanswered request counts as lost.
    pub timeout_s: u32,
    /// The access token that goes along: for which API, with which scope.
    pub token: super::TokenRequest,
}

impl ApiRequest {
    /// A request of this method.
    #[must_use]
    pub fn new(method: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            method: method.into(),
            url: url.into(),
            headers: Vec::new(),
            body: None,
            timeout_s: 30,
            token: super::TokenRequest::default(),
        }
    }

    /// A `GET`.
    #[must_use]
    pub fn get(url: impl Into<String>) -> Self {
        Self::new("GET", url)
    }

    /// Sends this JSON text.
    #[must_use]
    pub fn json(mut self, text: impl Into<String>) -> Self {
        self.headers
            .push(("content-type".into(), "application/json".into()));
        self.body = Some(text.into());
        self
    }

    /// Asks with a token for this API instead of the config's.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.token.audience = Some(audience.into());
        self
    }

    /// Asks with a token of this scope instead of the config's.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.token.scope = Some(scope.into());
        self
    }

    /// Sets a header of the session's own, in place of any that is there.
    pub(super) fn set_header(&mut self, name: &str, value: String) {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value));
    }
}

impl std::fmt::Debug for ApiRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = self.url.find(['?', '#']).unwrap_or(self.url.len());
        f.debug_struct("ApiRequest")
            .field("method", &self.method)
            .field("url", &&self.url[..end])
            .finish_non_exhaustive()
    }
}
