//! The relying-party modules of the OpenID Foundation's conformance suite, each as a test under its name.

#[path = "../session_world/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "the world has more habits than the suite's provider"
)]
mod session_world;

mod basic;
mod config;
mod hybrid;
mod third_party_init;

use serde_json::{Value, json as value};
use vestibule_flow::{
    ApiRequest, Effect, LoginError, LoginOptions, Person, Resolved, SessionConfig, SessionEffect,
    SessionError, Ticket, WhyLogin, WhyNobody, Wish,
};
use vestibule_protocol::error::Mismatch;
use vestibule_protocol::{Broken, IdTokenError, SignatureQuestion};

use session_world::{Http, ISSUER, Params, World, decoded_query, json, value as param};

/// A page that has left for the provider; what happened until then is forgotten.
fn left(config: &SessionConfig) -> World {
    let mut world = World::new(config);
    world.log_in(0, LoginOptions::redirect());
    world.forget();
    world
}

/// The authorization request that the page has left with.
fn request(world: &World) -> Params {
    let url = world.tabs[0].left_for.last().expect("the tab left");
    assert!(url.starts_with(&format!("{ISSUER}authorize?")), "{url}");
    decoded_query(url)
}

/// What the suite asks of every authorization request.
fn is_proper(request: &Params, response_type: &str) {
    assert_eq!(param(request, "response_type"), Some(response_type));
    assert_eq!(param(request, "client_id"), Some("app"));
    assert_eq!(param(request, "redirect_uri"), Some(session_world::PAGE));
    assert_eq!(param(request, "code_challenge_method"), Some("S256"));
    for name in ["state", "nonce", "code_challenge"] {
        assert!(
            param(request, name).is_some_and(|word| word.len() >= 22),
            "{name}"
        );
    }
    let mut scope = param(request, "scope").expect("a scope").split(' ');
    assert!(scope.any(|word| word == "openid"));
}

/// The provider's answer comes, and somebody is logged in by it.
fn accepted(world: &mut World) {
    world.come_back(0);
    is_logged_in(world);
}

/// The code was redeemed once and without a secret, and `/userinfo` takes the token, which goes there in a header.
fn is_logged_in(world: &mut World) {
    assert_eq!(
        world.names(0).last(),
        Some(&"authenticated"),
        "{:?}",
        world.status(0).fault
    );
    assert_eq!(world.status(0).fault, None);
    let redeemed = world.server.sent_to("/oauth/token");
    assert_eq!(redeemed.len(), 1);
    assert_eq!(redeemed[0].get("client_id"), Some("app"));
    assert_eq!(redeemed[0].header("authorization"), None);
    for name in ["client_secret", "client_assertion"] {
        assert_eq!(redeemed[0].get(name), None, "a public client has none");
    }
    world.ask(0, 1);
    let token = world.token(0, 1).token;
    assert!(token.expose().starts_with("AT-"), "the token endpoint's");
    assert!(matches!(user_info(world, 2), Ok(Resolved::UserInfo(_))));
    let asked = world.server.sent_to("/userinfo");
    assert_eq!(asked.len(), 1);
    let bearer = format!("Bearer {}", token.expose());
    assert_eq!(asked[0].header("authorization"), Some(bearer.as_str()));
    assert!(!asked[0].url.contains('?'), "no token goes into a URL");
    assert!(asked[0].form.is_empty());
}

fn user_info(world: &mut World, ticket: u32) -> session_world::Outcome {
    world.wish(0, Wish::UserInfo(Ticket(ticket)));
    world.answered(0, ticket).expect("an answer").clone()
}

/// The provider's answer comes and is refused for this, after so many requests to the token endpoint.
fn refused(world: &mut World, error: &IdTokenError, redeemed: usize) {
    world.come_back(0);
    is_refused(world, Broken::IdToken(error.clone()));
    assert_eq!(world.server.sent_to("/oauth/token").len(), redeemed);
}

/// One failure is told, nobody is logged in, nothing is kept, and no token comes out or goes anywhere.
fn is_refused(world: &mut World, error: Broken) {
    assert_eq!(world.names(0), ["failed"]);
    assert_eq!(
        world.status(0).fault,
        Some(SessionError::Login(LoginError::Broken(error)))
    );
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    assert!(world.browser.shelf.is_empty());
    let nobody = SessionError::LoginRequired(WhyLogin::Anonymous);
    world.ask(0, 1);
    assert_eq!(world.error(0, 1), nobody);
    assert_eq!(user_info(world, 2), Err(nobody));
    assert!(world.server.sent_to("/userinfo").is_empty());
}

/// The questions about signatures that the browser was asked.
fn judged(world: &World) -> Vec<&SignatureQuestion> {
    let effects = world.tabs[0].effects.iter();
    effects
        .filter_map(|effect| match effect {
            SessionEffect::Do(Effect::Verify { question, .. }) => Some(question),
            _ => None,
        })
        .collect()
}

/// The provider's key set, with what is made of its one key.
fn keys(world: &mut World, change: fn(&Value) -> Vec<Value>) -> Http {
    let ask = ApiRequest::get(format!("{ISSUER}.well-known/jwks.json"));
    let at_s = world.at_s;
    let own = world.server.fetch(0, &ask, at_s).expect("keys");
    world.server.requests.pop();
    let mut set: Value = serde_json::from_slice(&own.body).expect("JSON");
    set["keys"] = change(&set["keys"][0]).into();
    json(200, &set)
}

/// One key that has no name.
fn one_nameless(key: &Value) -> Vec<Value> {
    let mut key = key.clone();
    key.as_object_mut().expect("a key").remove("kid");
    vec![key]
}

/// Two keys of the same kind that have no name.
fn two_nameless(key: &Value) -> Vec<Value> {
    let mut keys = one_nameless(key);
    keys.push(other(&keys[0]));
    keys
}

/// The key has made way for another of another name.
fn rotated(old: &Value) -> Vec<Value> {
    let mut new = other(old);
    new["kid"] = value!("new");
    vec![new]
}

fn other(key: &Value) -> Value {
    let mut other = key.clone();
    let modulus = key["n"]
        .as_str()
        .expect("a modulus")
        .replacen("ofgW", OTHER_MODULUS, 1);
    other["n"] = value!(modulus);
    other
}

/// How the modulus of the other key begins.
const OTHER_MODULUS: &str = "ofgX";

fn mismatch(expected: &str, got: &str) -> Mismatch {
    Mismatch {
        expected: expected.into(),
        got: got.into(),
    }
}

/// What each plan spoils in an ID token's claims, by the module's name, and what the refusal is.
fn spoilt(module: &str) -> (&'static str, Value, IdTokenError) {
    let another_issuer = format!("{ISSUER}1");
    match module {
        "invalid-iss" => (
            "iss",
            value!(another_issuer),
            IdTokenError::Issuer(mismatch(ISSUER, &another_issuer)),
        ),
        "missing-sub" => ("sub", Value::Null, IdTokenError::Missing("sub")),
        "invalid-aud" => (
            "aud",
            value!("app1"),
            IdTokenError::Audience(mismatch("app", "app1")),
        ),
        "missing-aud" => ("aud", Value::Null, IdTokenError::Missing("aud")),
        "missing-iat" => ("iat", Value::Null, IdTokenError::Missing("iat")),
        "nonce-invalid" => ("nonce", value!("another"), IdTokenError::NonceMismatch),
        "invalid-chash" => ("c_hash", value!("AAAAAAAAAAAAAAAAAAAAAA"), IdTokenError::CodeHash),
        "missing-chash" => ("c_hash", Value::Null, IdTokenError::Missing("c_hash")),
        "invalid-athash" => (
            "at_hash",
            value!("AAAAAAAAAAAAAAAAAAAAAA"),
            IdTokenError::AccessTokenHash,
        ),
        "missing-athash" => ("at_hash", Value::Null, IdTokenError::Missing("at_hash")),
        other => panic!("no such module: {other}"),
    }
}
