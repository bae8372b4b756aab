//! What an app holds of its session: how it stands, and what can be asked of it.

use std::rc::{Rc, Weak};

use vestibule_flow::{
    ApiRequest, GrantedToken, LogOut, LoginOptions, Person, Resolved, SessionError, SessionStatus,
    TokenRequest, TokenSet, Wish,
};
use vestibule_protocol::json::Object;
use vestibule_protocol::{Claims, IdToken, Response};

use super::driver::Driver;

/// A session, for those who draw by it. Cheap to clone; equal as long as the status is.
#[derive(Clone)]
pub struct SessionHandle {
    /// How the session stands.
    pub status: Rc<SessionStatus>,
    driver: Weak<Driver>,
}

impl PartialEq for SessionHandle {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.driver, &other.driver) && self.status == other.status
    }
}

impl SessionHandle {
    /// The time by the session's clock, in seconds since 1970; no time at all once the session has ended.
    pub(super) fn now_s(&self) -> f64 {
        self.driver
            .upgrade()
            .map_or(f64::INFINITY, |driver| driver.now_s())
    }

    pub(super) fn new(driver: &Rc<Driver>) -> Self {
        Self {
            status: driver.status(),
            driver: Rc::downgrade(driver),
        }
    }

    /// Whether somebody is logged in.
    #[must_use]
    pub fn is_authenticated(&self) -> bool {
        matches!(self.status.who, Person::SignedIn(_))
    }

    /// The checked claims of the person who is logged in.
    #[must_use]
    pub fn claims(&self) -> Option<&Claims> {
        self.status.id_token().map(IdToken::claims)
    }

    /// Logs somebody in. A popup needs a click: call it from the handler of one.
    pub fn log_in(&self, options: LoginOptions) {
        self.wish(Wish::LogIn(Box::new(options)));
    }

    /// Gives up the login that is under way.
    pub fn cancel(&self) {
        self.wish(Wish::Cancel);
    }

    /// Takes the tokens of a login that [`LoginWidget`](crate::LoginWidget) finished inside the page.
    pub fn adopt(&self, tokens: TokenSet) {
        self.wish(Wish::Adopt(Box::new(tokens)));
    }

    /// Logs out: here at once, then as far as `how` says.
    pub fn log_out(&self, how: LogOut) {
        self.wish(Wish::LogOut(how));
    }

    /// An access token: from memory, else by the refresh token, else by silent authentication. Many who ask at once, in this
    /// tab or in others that share the session, cost one renewal by the refresh token; what comes silently, each tab gets
    /// for itself.
    ///
    /// # Errors
    ///
    /// [`SessionError::LoginRequired`] when somebody has to log in first; the others say whose fault it is.
    pub async fn access_token(&self, request: TokenRequest) -> Result<GrantedToken, SessionError> {
        match self.ask(|ticket| Wish::AccessToken(ticket, request)).await? {
            Resolved::AccessToken(granted) => Ok(granted),
            _ => Err(SessionError::Cancelled),
        }
    }

    /// Sends a request to an API of the app's with an access token, and once more with a fresh one when the API answers 401.
    /// The token goes to this page's origin and to `apis` of the config, nowhere else, and follows no redirect.
    ///
    /// # Errors
    ///
    /// [`SessionError::ForeignOrigin`] for any other place; else as [`access_token`](Self::access_token). A status that says
    /// no is an answer, not an error.
    pub async fn fetch(&self, request: ApiRequest) -> Result<Response, SessionError> {
        match self.ask(|ticket| Wish::Fetch(ticket, Box::new(request))).await? {
            Resolved::Response(response) => Ok(response),
            _ => Err(SessionError::Cancelled),
        }
    }

    /// The claims at `/userinfo`, if they are about the person who is logged in (OpenID Connect Core, section 5.3.2).
    ///
    /// # Errors
    ///
    /// As [`access_token`](Self::access_token), and [`SessionError::Lacking`] where the server has no such place.
    pub async fn user_info(&self) -> Result<Object, SessionError> {
        match self.ask(Wish::UserInfo).await? {
            Resolved::UserInfo(claims) => Ok(claims),
            _ => Err(SessionError::Cancelled),
        }
    }

    /// Logs the person in anew as these options ask, and says how it ended. A redirect leaves the page without an answer.
    pub(super) async fn step_up(&self, options: LoginOptions) -> Result<(), SessionError> {
        self.ask(|ticket| Wish::StepUp(ticket, Box::new(options)))
            .await
            .map(drop)
    }

    fn wish(&self, wish: Wish) {
        if let Some(driver) = self.driver.upgrade() {
            driver.wish(wish);
        }
    }

    fn ask(
        &self,
        wish: impl FnOnce(vestibule_flow::Ticket) -> Wish,
    ) -> impl Future<Output = Result<Resolved, SessionError>> {
        Driver::ask(Weak::clone(&self.driver), wish)
    }
}
