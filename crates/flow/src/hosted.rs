//! The widget as the login page of the authorization server itself (cargo feature `hosted`).

#[cfg(not(feature = "hosted"))]
pub(crate) use off::asked_connection;
#[cfg(not(feature = "hosted"))]
pub use off::{TheHostedPage, Visit};
#[cfg(feature = "hosted")]
pub(crate) use on::asked_connection;
#[cfg(feature = "hosted")]
pub use on::{TheHostedPage, Visit};

#[cfg(feature = "hosted")]
mod on {
    use vestibule_protocol::hosted::{HostedPage, LoginForm};

    use crate::config::{Away, Config, InitialScreen, PasswordlessMethod};
    use crate::effect::Secret;

    /// What the server has told its page, if the widget is such a page.
    pub type TheHostedPage = Option<HostedPage>;

    /// Where the page goes at the end of a login.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Visit {
        /// To a URL.
        Url(Secret),
        /// By a form of the page.
        Form(LoginForm),
    }

    impl Visit {
        /// Where to.
        #[must_use]
        pub fn url(&self) -> &str {
            match self {
                Self::Url(url) => url.expose(),
                Self::Form(form) => &form.action,
            }
        }

        /// What the form holds, if it goes by one.
        #[must_use]
        pub fn fields(&self) -> Option<&[(String, String)]> {
            match self {
                Self::Url(_) => None,
                Self::Form(form) => Some(&form.fields),
            }
        }
    }

    /// The connection that the waiting request names.
    pub(crate) fn asked_connection(config: &Config) -> Option<&str> {
        config.hosted.as_ref()?.parameter("connection")
    }

    impl Config {
        /// The config of a hosted login page: the client, the address or number to fill in and the first screen are those of the request that
        /// waits there, and the server is that of the page itself.
        ///
        /// ```
        /// use vestibule_flow::{Config, InitialScreen};
        /// use vestibule_protocol::hosted::HostedPage;
        ///
        /// let told = r#"{"clientID": "app", "callbackURL": "https://app.example.com/",
        ///     "extraParams": {"state": "waits", "screen_hint": "signup"}}"#;
        /// let page = HostedPage::from_json(told).expect("what the server tells its page");
        /// let config = Config::hosted("https://login.example.com/", &page);
        /// assert_eq!((config.client_id.as_str(), config.initial_screen), ("app", InitialScreen::SignUp));
        /// ```
        #[must_use]
        pub fn hosted(issuer: impl Into<String>, page: &HostedPage) -> Self {
            let initial_screen = match page.parameter("screen_hint") {
                Some("signup") => InitialScreen::SignUp,
                _ => InitialScreen::LogIn,
            };
            Self {
                initial_screen,
                login_hint: page.parameter("login_hint").map(str::to_owned),
                passwordless: PasswordlessMethod::Code,
                social: Away::Redirect,
                fallback: Away::Redirect,
                hosted: Some(page.clone()),
                ..Self::new(issuer, page.client_id())
            }
        }
    }
}

#[cfg(not(feature = "hosted"))]
mod off {
    use crate::config::Config;

    pub(crate) const fn asked_connection(_config: &Config) -> Option<&str> {
        None
    }

    /// None: the feature `hosted` is off.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct TheHostedPage(());

    /// Nothing ends by it: the feature `hosted` is off.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Visit {}

    impl Visit {
        /// Where to.
        #[must_use]
        pub const fn url(self) -> &'static str {
            match self {}
        }

        /// What the form holds.
        #[must_use]
        pub const fn fields(self) -> Option<&'static [(String, String)]> {
            match self {}
        }
    }
}
