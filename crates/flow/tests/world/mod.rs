//! A world for the machine: it answers every question as a good server and browser would, unless a test says otherwise.

#![expect(dead_code, reason = "each test binary uses its part of the world")]

use std::collections::VecDeque;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use vestibule_flow::{
    Answer, Ask, Config, Effect, Event, Field, Flow, Form, Intent, Keep, LoginEvent, MessageFault,
    NetworkFault, Page, Question, Reply, ScreenName, Switch, Taken, Typed, View, Visit,
};
use vestibule_protocol::{Body, Request, Response, Transaction};

pub const ISSUER: &str = "https://login.example.com/";
pub const PAGE: &str = "https://app.example.com/in";
pub const NOW_S: f64 = 1_700_000_000.0;

/// The server's answers, by path; a test replaces what it is about.
pub struct World {
    pub flow: Flow,
    pub at_s: f64,
    pub entropy: u8,
    pub events: Vec<LoginEvent>,
    pub effects: Vec<Effect>,
    pub requests: Vec<String>,
    pub kept: Vec<Keep>,
    pub left_for: Vec<String>,
    pub opened: Vec<String>,
    pub advice: Vec<String>,
    /// Where a hosted page went.
    pub visits: Vec<Visit>,
    pub held: VecDeque<Effect>,
    /// What the app was asked.
    pub asked: Vec<Question>,
    /// The connection of the last login in this browser.
    pub last: Option<String>,
    pub server: Server,
    pub claims: serde_json::Map<String, serde_json::Value>,
}

pub type Http = Result<Response, NetworkFault>;
pub type Message = Result<Vec<(String, String)>, MessageFault>;

/// How the server and the browser answer.
pub struct Server {
    pub settings: fn() -> Http,
    /// Other settings than `settings`, where a test makes them up.
    pub connections: Option<String>,
    pub discovery: fn() -> Http,
    pub jwks: fn() -> Http,
    pub co_authenticate: fn() -> Http,
    pub hosted: fn() -> Http,
    pub verify: fn() -> Http,
    pub message: fn(&Transaction) -> Message,
    pub token: Option<fn() -> Http>,
    pub sign_up: fn() -> Http,
    pub change_password: fn() -> Http,
    pub passwordless: fn() -> Http,
    pub signature_valid: bool,
    pub storage_works: bool,
    /// Whether a captcha is wanted, and which.
    pub challenge: fn() -> Http,
    /// What the app answers.
    pub app: fn(&Question) -> Reply,
    /// Questions of these kinds stay open until the test answers them.
    pub hold: fn(&Effect) -> bool,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            settings: || json(200, SETTINGS),
            connections: None,
            discovery: || json(200, DISCOVERY),
            jwks: || json(200, JWKS),
            co_authenticate: || {
                json(
                    200,
                    r#"{"login_ticket":"TICKET","co_verifier":"CV","co_id":"CI"}"#,
                )
            },
            hosted: || text(200, HOSTED_FORM),
            verify: || json(200, "{}"),
            message: |transaction| Ok(code_for(transaction)),
            token: None,
            sign_up: || {
                json(
                    200,
                    r#"{"_id":"1","email":"ada@example.com","email_verified":false}"#,
                )
            },
            change_password: || text(200, "We have sent a mail."),
            passwordless: || json(200, r#"{"_id":"1"}"#),
            signature_valid: true,
            storage_works: true,
            challenge: || json(200, r#"{"required":false}"#),
            app: |_| Reply::GoOn,
            hold: |_| false,
        }
    }
}

/// What a hosted page's right password is answered with.
pub const HOSTED_FORM: &str = r#"<form method="post" name="hiddenform" action="https://login.example.com/login/callback">
<input type="hidden" name="wa" value="wsignin1.0"><input type="hidden" name="wresult" value="TICKET"></form>"#;

/// A database that has user names.
pub const SETTINGS_WITH_NAMES: &str = r#"Auth0.setClient({"id":"app","strategies":[
 {"name":"auth0","connections":[{"name":"db","requires_username":true}]}]});"#;

pub const SETTINGS: &str = r#"Auth0.setClient({"id":"app","strategies":[
 {"name":"auth0","connections":[{"name":"db","passwordPolicy":"good","showSignup":true,"showForgot":true}]},
 {"name":"google-oauth2","connections":[{"name":"google-oauth2"}]},
 {"name":"facebook","connections":[{"name":"facebook"}]},
 {"name":"samlp","connections":[{"name":"acme","domain":"acme.test","display_name":"Acme"}]},
 {"name":"email","connections":[{"name":"email"}]},
 {"name":"sms","connections":[{"name":"sms"}]}]});"#;

pub const DISCOVERY: &str = r#"{"issuer":"https://login.example.com/",
 "authorization_endpoint":"https://login.example.com/authorize","token_endpoint":"https://login.example.com/oauth/token",
 "jwks_uri":"https://login.example.com/.well-known/jwks.json","userinfo_endpoint":"https://login.example.com/userinfo",
 "response_types_supported":["code"],"subject_types_supported":["public"],
 "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"],
 "authorization_response_iss_parameter_supported":true}"#;

/// The key of RFC 7515, appendix A.2.
pub const JWKS: &str = r#"{"keys":[{"kty":"RSA","kid":"one","use":"sig","alg":"RS256","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}]}"#;

/// Settings from lines of `strategy name [domain…]`.
pub fn settings(connections: &[&str]) -> String {
    let strategies = connections.iter().map(|line| {
        let mut words = line.split_whitespace();
        let (strategy, name) = (words.next().expect("a strategy"), words.next().expect("a name"));
        let domains: Vec<_> = words.collect();
        let mut connection = serde_json::json!({ "name": name });
        if let [first, aliases @ ..] = domains.as_slice() {
            connection["domain"] = serde_json::json!(first);
            connection["domain_aliases"] = serde_json::json!(aliases);
        }
        serde_json::json!({ "name": strategy, "connections": [connection] })
    });
    let strategies: Vec<_> = strategies.collect();
    serde_json::json!({ "id": "app", "strategies": strategies }).to_string()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a world may also answer with a fault"
)]
pub fn json(status: u16, body: &str) -> Http {
    Ok(Response {
        status,
        headers: vec![("content-type".into(), "application/json".into())],
        body: body.as_bytes().to_vec(),
    })
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a world may also answer with a fault"
)]
pub fn text(status: u16, body: &str) -> Http {
    Ok(Response {
        status,
        headers: vec![("content-type".into(), "text/html".into())],
        body: body.as_bytes().to_vec(),
    })
}

pub fn code_for(transaction: &Transaction) -> Vec<(String, String)> {
    message(&[
        ("code", "CODE"),
        ("state", transaction.state().expose()),
        ("iss", ISSUER),
    ])
}

pub fn error_for(transaction: &Transaction, code: &str) -> Vec<(String, String)> {
    message(&[
        ("error", code),
        ("state", transaction.state().expose()),
        ("iss", ISSUER),
    ])
}

pub fn message(parameters: &[(&str, &str)]) -> Vec<(String, String)> {
    parameters
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

pub fn page(url: &str) -> Page {
    Page {
        url: url.into(),
        origin: "https://app.example.com".into(),
        subtle_crypto: true,
        languages: vec!["en".into()],
    }
}

pub fn config() -> Config {
    Config::new(ISSUER, "app")
}

/// The transaction that the machine makes of the n-th entropy it draws.
pub fn transaction(entropy: u8) -> Transaction {
    Transaction::new([entropy; 96], 1_700_000_000)
}

impl World {
    pub fn new(config: Config) -> Self {
        Self::with(config, Server::default())
    }

    /// A client with these connections: `strategy name`, and the domains of a company's after it.
    pub fn offering(config: Config, connections: &[&str]) -> Self {
        let server = Server {
            connections: Some(settings(connections)),
            ..Server::default()
        };
        Self::with(config, server)
    }

    /// The same, where the server wants a captcha.
    pub fn offering_with(config: Config, connections: &[&str], challenge: fn() -> Http) -> Self {
        let server = Server {
            connections: Some(settings(connections)),
            challenge,
            ..Server::default()
        };
        Self::with(config, server)
    }

    pub fn with(config: Config, server: Server) -> Self {
        Self::arriving(config, server, PAGE, vec![])
    }

    pub fn returning(config: Config, server: Server, last: &str) -> Self {
        Self::begin(config, server, (PAGE, vec![]), Some(last.into()))
    }

    pub fn arriving(config: Config, server: Server, url: &str, kept: Vec<Keep>) -> Self {
        Self::begin(config, server, (url, kept), None)
    }

    fn begin(config: Config, server: Server, (url, kept): (&str, Vec<Keep>), last: Option<String>) -> Self {
        Self::start((config, page(url)), server, kept, last)
    }

    /// On a page that is different from the usual one.
    pub fn on(page: Page, config: Config) -> Self {
        Self::start((config, page), Server::default(), vec![], None)
    }

    fn start((config, page): (Config, Page), server: Server, kept: Vec<Keep>, last: Option<String>) -> Self {
        let (flow, effects) = Flow::start(config, page, NOW_S);
        let mut world = Self {
            flow,
            at_s: NOW_S,
            entropy: 0,
            events: vec![],
            effects: vec![],
            requests: vec![],
            kept,
            left_for: vec![],
            opened: vec![],
            advice: vec![],
            visits: vec![],
            held: VecDeque::new(),
            asked: vec![],
            last,
            server,
            claims: serde_json::Map::new(),
        };
        world.run(effects);
        world
    }

    pub fn view(&self) -> View {
        self.flow.view()
    }

    pub fn screen(&self) -> ScreenName {
        self.view().screen
    }

    pub fn names(&self) -> Vec<&'static str> {
        self.events.iter().map(LoginEvent::name).collect()
    }

    pub fn event(&mut self, event: Event) {
        let flow = self.flow.clone();
        let (flow, effects) = flow.step(event, self.at_s);
        self.flow = flow;
        self.run(effects);
    }

    pub fn person(&mut self, intent: Intent) {
        self.event(Event::Person(intent));
    }

    pub fn submit(&mut self, fields: &[(Field, &str)]) {
        let form = Form::new(fields.iter().map(|(field, text)| (*field, Typed::new(*text))));
        self.person(Intent::Submit(form));
    }

    pub fn log_in(&mut self) {
        self.submit(&[
            (Field::Username, "ada@example.com"),
            (Field::Password, "secret words"),
        ]);
    }

    pub fn go(&mut self, to: ScreenName) {
        let switch = self.view().switches.into_iter().find(|switch| switch.to == to);
        self.person(Intent::Go(switch.unwrap_or(Switch::to(to))));
    }

    pub fn go_passwordless(&mut self, connection: &str) {
        let of_it = |way: &Switch| way.connection.as_deref() == Some(connection);
        let way = self.view().switches.into_iter().find(of_it);
        self.person(Intent::Go(way.expect("there is a way to it")));
    }

    /// Answers what is held, in order.
    pub fn release(&mut self) {
        self.server.hold = |_| false;
        let held: Vec<Effect> = self.held.drain(..).collect();
        self.answer_all(held);
    }

    fn run(&mut self, effects: Vec<Effect>) {
        self.effects.extend(effects.iter().cloned());
        self.answer_all(effects);
    }

    fn answer_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if (self.server.hold)(&effect) {
                self.held.push_back(effect);
            } else {
                self.answer(effect);
            }
        }
    }

    fn answer(&mut self, effect: Effect) {
        match effect {
            Effect::Random { ask } => {
                self.entropy += 1;
                self.reply(ask, Answer::Drawn(Box::new([self.entropy; 96])));
            }
            Effect::Http { ask, request } => {
                let answer = self.http(&request);
                self.reply(ask, Answer::Http(answer));
            }
            Effect::WebMessage { ask, .. } => {
                let message = (self.server.message)(&transaction(self.entropy));
                self.reply(ask, Answer::Message(message));
            }
            Effect::Popup { ask, url, .. } => {
                self.opened.push(url.expose().to_owned());
                let message = (self.server.message)(&transaction(self.entropy));
                self.reply(ask, Answer::Message(message));
            }
            Effect::Verify { ask, .. } => {
                let valid = self.server.signature_valid;
                self.reply(ask, Answer::Verified(valid));
            }
            Effect::Leave { ask, keep, url } => {
                if self.server.storage_works {
                    self.kept.push(keep);
                    self.left_for.push(url.expose().to_owned());
                } else {
                    self.reply(ask, Answer::StorageRefused);
                }
            }
            Effect::Keep(keep) if keep.key.ends_with(".last-connection") => self.last = Some(keep.value),
            Effect::Keep(keep) => self.kept.push(keep),
            Effect::Look { ask, .. } => {
                let found = self.last.clone();
                self.reply(ask, Answer::Looked(found));
            }
            Effect::Take { ask, key } => {
                let at = self.kept.iter().position(|keep| keep.key == key.expose());
                let taken = at.map_or(Taken::Missing, |at| Taken::Found(self.kept.remove(at).value));
                self.reply(ask, Answer::Taken(taken));
            }
            Effect::Consult { ask, question } => {
                let answer = (self.server.app)(&question);
                self.asked.push(question);
                self.reply(ask, Answer::Said(answer));
            }
            Effect::Visit(visit) => self.visits.push(visit),
            Effect::Emit(event) => self.events.push(event),
            Effect::Advise(advice) => self.advice.push(advice.to_string()),
            Effect::Forget { .. } | Effect::CleanUrl(_) | Effect::Wake { .. } | Effect::Watch { .. } => {}
        }
    }

    pub fn reply(&mut self, ask: Ask, answer: Answer) {
        self.event(Event::Answered(ask, answer));
    }

    fn http(&mut self, request: &Request) -> Http {
        let path = request
            .url
            .strip_prefix("https://login.example.com")
            .unwrap_or(&request.url);
        self.requests
            .push(path.split('?').next().unwrap_or(path).to_owned());
        match path {
            "/client/app.js" | "/client/another.js" => match &self.server.connections {
                Some(connections) => json(200, connections),
                None => (self.server.settings)(),
            },
            "/.well-known/openid-configuration" => (self.server.discovery)(),
            "/.well-known/jwks.json" => (self.server.jwks)(),
            "/co/authenticate" => (self.server.co_authenticate)(),
            "/usernamepassword/login" => (self.server.hosted)(),
            "/passwordless/verify" => (self.server.verify)(),
            "/oauth/token" => self.server.token.map_or_else(|| self.tokens(), |token| token()),
            "/dbconnections/signup" => (self.server.sign_up)(),
            "/dbconnections/change_password" => (self.server.change_password)(),
            "/passwordless/start" => (self.server.passwordless)(),
            path if path.ends_with("/challenge") => (self.server.challenge)(),
            other => panic!("the machine asked for {other}"),
        }
    }

    /// Tokens for the newest transaction, with the test's own claims over the good ones.
    fn tokens(&self) -> Http {
        let mut claims = serde_json::json!({
            "iss": ISSUER, "aud": "app", "sub": "auth0|1", "iat": NOW_S, "exp": NOW_S + 3600.0,
            "nonce": transaction(self.entropy).nonce().expose(), "name": "Ada", "email": "ada@example.com",
        });
        for (name, value) in &self.claims {
            claims[name] = value.clone();
        }
        json(
            200,
            &serde_json::json!({
                "access_token": "AT", "token_type": "Bearer", "expires_in": 86400, "id_token": jwt(&claims),
            })
            .to_string(),
        )
    }
}

/// A token whose signature has the right length; whether it is valid is for the world to say.
pub fn jwt(claims: &serde_json::Value) -> String {
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256","kid":"one"}"#);
    let payload = URL_SAFE_NO_PAD.encode(claims.to_string());
    format!("{header}.{payload}.{}", URL_SAFE_NO_PAD.encode([1_u8; 256]))
}

pub fn body_of(effects: &[Effect], path: &str) -> Vec<String> {
    let of_path = |effect: &Effect| match effect {
        Effect::Http { request, .. } if request.url.ends_with(path) => match &request.body {
            Some(Body::Json(text) | Body::Form(text)) => Some(text.clone()),
            None => None,
        },
        _ => None,
    };
    effects.iter().filter_map(of_path).collect()
}
