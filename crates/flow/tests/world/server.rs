//! The server of the world: how it and the browser answer, unless a test says otherwise.

use vestibule_flow::{Effect, Question, Reply};
use vestibule_protocol::Transaction;

use super::paper::{Http, Message, code_for, json, text};

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
