//! The server of the world, and the app's API: good answers, unless a test says otherwise.

use std::collections::{HashMap, VecDeque};

use serde_json::{Map, Value, json};
use vestibule_flow::{ApiRequest, MessageFault, NetworkFault};
use vestibule_protocol::{Algorithm, Method, Request};

use super::endpoints::put;
use super::paper::{self, Http, Params, param, part, value};
use super::{ISSUER, jwt};

/// How the server answers in a frame or a popup.
#[derive(Clone, Copy)]
pub enum Frame {
    Answers,
    Fails(MessageFault),
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Sent {
    pub tab: usize,
    pub method: String,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub form: Params,
}

impl Sent {
    pub fn get(&self, name: &str) -> Option<&str> {
        value(&self.form, name)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        value(&self.headers, name)
    }

    pub fn proof(&self) -> Option<Value> {
        self.header("dpop").map(|proof| part(proof, 1))
    }

    fn path(&self) -> String {
        let rest = self.url.splitn(4, '/').nth(3).unwrap_or_default();
        format!("/{}", rest.split('?').next().unwrap_or_default())
    }
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one habit of a server, and a test changes one"
)]
pub struct Server {
    pub issuer: &'static str,
    pub discovery: Value,
    pub sub: &'static str,
    pub userinfo_sub: Option<&'static str>,
    /// Claims over the good ones, for the token endpoint and for the front channel; null takes one away.
    pub claims: Map<String, Value>,
    pub front_claims: Map<String, Value>,
    pub id_token_header: &'static str,
    pub ahead_s: f64,
    pub life_s: u32,
    pub scope: Option<&'static str>,
    pub token_type: Option<&'static str>,
    pub rotates: bool,
    pub gives_refresh: bool,
    pub sends_id_token_again: bool,
    /// What the authorization endpoint refuses with.
    pub refuses: Option<&'static str>,
    /// What becomes of a good authorization response on its way.
    pub twist: fn(&mut Params),
    pub frame: Frame,
    pub signature_valid: bool,
    /// Answers in place of the good ones, by path.
    pub next: HashMap<&'static str, VecDeque<Http>>,
    /// The path whose next reply is lost on its way, after all has been done for it.
    pub lost: Option<&'static str>,
    /// The nonces that proofs must carry: at the server, at the API.
    pub nonce: Option<&'static str>,
    pub api_nonce: Option<&'static str>,
    /// Access tokens that the API refuses.
    pub stale: Vec<String>,
    pub requests: Vec<Sent>,
    pub(super) grants: HashMap<String, Params>,
    pub(super) pushed: HashMap<String, Params>,
    /// Refresh tokens that are good, with the key each is bound to.
    pub(super) live: HashMap<String, Option<Value>>,
    /// Refresh tokens that came, and that no answer has said to be good still.
    doubtful: Vec<String>,
    pub(super) proofs: Vec<Value>,
    pub(super) count: u16,
}

impl Default for Server {
    fn default() -> Self {
        let at = |path: &str| format!("{ISSUER}{path}");
        Self {
            issuer: ISSUER,
            discovery: json!({
                "issuer": ISSUER, "authorization_endpoint": at("authorize"), "token_endpoint": at("oauth/token"),
                "jwks_uri": at(".well-known/jwks.json"), "userinfo_endpoint": at("userinfo"),
                "end_session_endpoint": at("oidc/logout"), "revocation_endpoint": at("oauth/revoke"),
                "pushed_authorization_request_endpoint": at("oauth/par"),
                "dpop_signing_alg_values_supported": ["ES256"], "code_challenge_methods_supported": ["S256"],
                "authorization_response_iss_parameter_supported": true,
            }),
            sub: "auth0|1",
            userinfo_sub: None,
            claims: Map::new(),
            front_claims: Map::new(),
            id_token_header: r#"{"alg":"RS256","kid":"one"}"#,
            ahead_s: 0.0,
            life_s: 3600,
            scope: None,
            token_type: None,
            rotates: true,
            gives_refresh: true,
            sends_id_token_again: true,
            refuses: None,
            twist: |_| {},
            frame: Frame::Answers,
            signature_valid: true,
            next: HashMap::new(),
            lost: None,
            nonce: None,
            api_nonce: None,
            stale: Vec::new(),
            requests: Vec::new(),
            grants: HashMap::new(),
            pushed: HashMap::new(),
            live: HashMap::new(),
            doubtful: Vec::new(),
            proofs: Vec::new(),
            count: 0,
        }
    }
}

impl Server {
    /// Answers the next request to this path with this.
    pub fn instead(&mut self, path: &'static str, answer: Http) {
        self.next.entry(path).or_default().push_back(answer);
    }

    pub fn sent_to(&self, path: &str) -> Vec<&Sent> {
        self.requests.iter().filter(|sent| sent.path() == path).collect()
    }

    pub fn refreshes(&self) -> Vec<&Sent> {
        let all = self.requests.iter();
        all.filter(|sent| sent.get("grant_type") == Some("refresh_token"))
            .collect()
    }

    /// The authorization endpoint: how it answers, and what.
    pub fn authorize(&mut self, url: &str, at_s: f64) -> (String, Params) {
        let query = paper::decoded_query(url);
        let asked = match value(&query, "request_uri") {
            Some(name) => self.pushed.remove(name).expect("a request that was pushed, once"),
            None => query,
        };
        let kind = value(&asked, "response_type")
            .expect("a response type")
            .to_owned();
        let usual = if kind == "code" { "query" } else { "fragment" };
        let mode = value(&asked, "response_mode").unwrap_or(usual).to_owned();
        let state = value(&asked, "state").expect("a state").to_owned();
        let mut params = vec![param("state", state.as_str())];
        if let Some(code) = self.refuses {
            params.extend([param("error", code), param("iss", self.issuer)]);
            return (mode, params);
        }
        self.count += 1;
        let code = format!("CODE-{}", self.count);
        params.push(param("code", code.as_str()));
        let front_token = kind.contains(" token").then(|| format!("FRONT-{}", self.count));
        if let Some(token) = &front_token {
            params.extend([
                param("access_token", token.as_str()),
                param("token_type", "Bearer"),
            ]);
        }
        if kind.contains("id_token") {
            let hash = |word: &str| json!(Algorithm::Rs256.half_hash(word));
            let mut claims = self.claims_for(&asked, at_s);
            claims["c_hash"] = hash(&code);
            claims["s_hash"] = hash(&state);
            if let Some(token) = &front_token {
                claims["at_hash"] = hash(token);
            }
            put(&mut claims, &self.front_claims);
            params.push(param("id_token", jwt(&claims, self.count)));
        } else {
            params.push(param("iss", self.issuer));
        }
        self.grants.insert(code, asked);
        (self.twist)(&mut params);
        (mode, params)
    }

    pub fn message(&mut self, url: &str, at_s: f64) -> Result<Params, MessageFault> {
        match self.frame {
            Frame::Fails(fault) => Err(fault),
            Frame::Answers => {
                let (mode, params) = self.authorize(url, at_s);
                assert_eq!(mode, "web_message");
                Ok(params)
            }
        }
    }

    pub fn http(&mut self, tab: usize, request: &Request, at_s: f64) -> Http {
        let sent = Sent {
            tab,
            method: if request.method == Method::Get {
                "GET"
            } else {
                "POST"
            }
            .to_owned(),
            url: request.url.clone(),
            headers: request
                .headers
                .iter()
                .map(|(name, value)| param(name, value))
                .collect(),
            form: request
                .body
                .as_ref()
                .map_or_else(Params::new, |body| paper::decoded(body.expose())),
        };
        self.answer(&sent, at_s)
    }

    pub fn fetch(&mut self, tab: usize, request: &ApiRequest, at_s: f64) -> Http {
        let sent = Sent {
            tab,
            method: request.method.clone(),
            url: request.url.clone(),
            headers: request.headers.clone(),
            form: Params::new(),
        };
        self.answer(&sent, at_s)
    }

    fn answer(&mut self, sent: &Sent, at_s: f64) -> Http {
        let path = sent.path();
        self.requests.push(sent.clone());
        let good = match self.next.get_mut(path.as_str()).and_then(VecDeque::pop_front) {
            Some(other) => other,
            None => self.good_answer(&path, sent, at_s),
        };
        let reply = match self.lost.take_if(|lost| *lost == path) {
            Some(_) => Err(NetworkFault::TimedOut),
            None => good,
        };
        if let Some(token) = sent.get("refresh_token") {
            self.count_refresh(token, &reply);
        }
        reply
    }

    /// A refresh token comes once, unless an answer left it good.
    pub fn count_refresh(&mut self, token: &str, reply: &Http) {
        assert!(
            !self.doubtful.iter().any(|known| known == token),
            "{token} came twice"
        );
        let is_good = match reply {
            Ok(response) => {
                (400..500).contains(&response.status) || (response.status == 200 && !self.rotates)
            }
            Err(_) => false,
        };
        if !is_good {
            self.doubtful.push(token.to_owned());
        }
    }
}
