//! What a story starts from: which app, how the authority is set up, how strict the browser is.

use serde_json::{Map, Value, json};

use crate::paths;

/// Where the authority is, seen from the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// On the same site, as with a custom domain: `localhost` and `localhost`.
    Same,
    /// On another site: `localhost` and `127.0.0.1`.
    Cross,
}

/// What the browser does with third-party cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookies {
    /// It keeps and sends them.
    Allowed,
    /// It blocks them, as most do.
    Blocked,
}

/// How browsers reach the authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By http and through the relay.
    Relay,
    /// By https and directly, for a client that knows nothing else. The relay sees nothing then, and the app, which is
    /// served by http, is on another site.
    Tls,
}

/// Where the app's files are.
#[derive(Debug, Clone)]
pub(crate) enum AppFolder {
    /// A built example.
    Example(String),
    /// A page of the tests' own.
    Page(String),
}

/// A file beside the app's own; its whole folder is served.
#[derive(Debug, Clone)]
pub(crate) enum Beside {
    /// From an npm package: package and path in it.
    Npm(String, String),
    /// What was built for the page: path in the target folder.
    Built(String),
}

/// The start of a story.
#[derive(Debug, Clone)]
pub struct Scene {
    pub(crate) app: AppFolder,
    pub(crate) beside: Vec<Beside>,
    pub(crate) site: Site,
    pub(crate) way: Way,
    pub(crate) cookies: Cookies,
    pub(crate) settings: Map<String, Value>,
    pub(crate) authority: String,
    pub(crate) scripts: Scripts,
    login_page: LoginPage,
    api: Api,
}

/// Whose scripts the page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// The app's own.
    Own,
    /// Those of captchas too, which the authority plays.
    Captchas,
}

/// What the authority's own login page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LoginPage {
    /// The example `hosted`: the widget.
    Widget,
    /// The server's pages without script.
    Plain,
}

/// Where an app's API is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Api {
    /// Where the example itself knows it to be.
    Named,
    /// At the authority, whose origin is known only when it runs.
    Authoritys,
}

impl Scene {
    /// The quickstart, same-site, third-party cookies blocked, everything else as it comes.
    pub fn quickstart() -> Self {
        Self::of("quickstart")
    }

    /// Another example.
    pub fn of(example: &str) -> Self {
        Self::with_app(AppFolder::Example(example.to_owned()))
    }

    /// An example that keeps a session. Its API is the authority's.
    pub fn session(example: &str) -> Self {
        Self {
            api: Api::Authoritys,
            ..Self::of(example)
        }
    }

    /// A page of the tests' own, from `tests/pages`.
    pub fn page(name: &str) -> Self {
        Self::with_app(AppFolder::Page(name.to_owned()))
    }

    /// Puts a file of an npm package beside the page.
    #[must_use]
    pub fn with_npm(mut self, package: &str, file: &str) -> Self {
        self.beside.push(Beside::Npm(package.to_owned(), file.to_owned()));
        self
    }

    /// Puts a file that was built into the target folder beside the page.
    #[must_use]
    pub fn with_built(mut self, file: &str) -> Self {
        self.beside.push(Beside::Built(file.to_owned()));
        self
    }

    fn with_app(app: AppFolder) -> Self {
        Self {
            app,
            beside: Vec::new(),
            site: Site::Same,
            way: Way::Relay,
            cookies: Cookies::Blocked,
            settings: Map::new(),
            authority: String::new(),
            scripts: Scripts::Own,
            login_page: LoginPage::Widget,
            api: Api::Named,
        }
    }

    /// Puts the authority there.
    #[must_use]
    pub fn on(mut self, site: Site) -> Self {
        self.site = site;
        self
    }

    /// Serves the authority by https, past the relay, and lets the page have the styles inline that Lock writes.
    #[must_use]
    pub fn over_tls(mut self) -> Self {
        self.way = Way::Tls;
        self
    }

    /// Lets the page take the scripts of captchas.
    #[must_use]
    pub fn with_captchas(mut self) -> Self {
        self.scripts = Scripts::Captchas;
        self
    }

    /// What the browser does with third-party cookies.
    #[must_use]
    pub fn with_cookies(mut self, cookies: Cookies) -> Self {
        self.cookies = cookies;
        self
    }

    /// A setting in the app's config.json.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.settings.insert(name.to_owned(), value.into());
        self
    }

    /// Whether the app asks for tokens beside the code.
    pub(crate) fn is_hybrid(&self) -> bool {
        let response_type = self.settings.get("response_type").and_then(Value::as_str);
        response_type.is_some_and(|name| name.contains("token"))
    }

    /// Lets the authority show its pages without script, as it does where nothing else is built.
    #[must_use]
    pub fn with_plain_pages(mut self) -> Self {
        self.login_page = LoginPage::Plain;
        self
    }

    /// More lines for the authority's configuration file; keys before tables.
    #[must_use]
    pub fn with_authority(mut self, toml: &str) -> Self {
        self.authority.push_str(toml);
        self.authority.push('\n');
        self
    }

    /// The authority's whole configuration file: the app's origin is known only now.
    pub(crate) fn authority_config(&self, app: &str) -> String {
        let clients = ["quickstart", "legacy", "strict"]
            .map(|client| format!("[[client]]\nclient_id = \"{client}\"\norigins = [\"{app}\"]\n"));
        let page = match self.login_page {
            LoginPage::Widget => format!(
                "hosted_page = {:?}\n",
                paths::example("hosted").display().to_string()
            ),
            LoginPage::Plain => String::new(),
        };
        format!("{page}{}\n{}", self.authority, clients.join("\n"))
    }

    /// The app's settings: the issuer is known only now.
    pub(crate) fn app_settings(&self, issuer: &str) -> Map<String, Value> {
        let mut settings = self.settings.clone();
        settings.insert("issuer".to_owned(), json!(issuer));
        if self.api == Api::Authoritys {
            settings.insert("apis".to_owned(), json!([issuer.trim_end_matches('/')]));
        }
        settings
    }
}
