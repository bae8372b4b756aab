//! Answers that went well: what is taken is what the text says, and no print of it holds a token.

use serde_json::Value;
use vestibule_protocol::{
    AccessToken, Failure, IdTokenJwt, RefreshToken, Response, TokenResponse, TokenType, co_authenticate, par,
    passwordless, sign_up, token, userinfo,
};

use crate::Verdict;
use crate::given::success;

/// The bytes are the body of an answer with status 200, whoever asked.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let response = success(bytes);
    let lax: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let taken = [
        tokens(&response, &lax, TokenType::Bearer),
        tokens(&response, &lax, TokenType::Dpop),
        ticket(&response, &lax),
        claims(&response, &lax),
        account(&response, &lax),
        pushed(&response, &lax),
    ];
    if passwordless::read(&response).is_ok() {
        assert!(lax.is_object(), "{lax}");
    }
    Verdict::taken_if(taken.contains(&true))
}

fn tokens(response: &Response, lax: &Value, kind: TokenType) -> bool {
    let read = token::read_as(response, kind);
    assert_eq!(read, token::read_as(response, kind), "read twice");
    let Some(tokens) = taken(read) else { return false };
    let word = |name: &str| lax[name].as_str();
    assert!(word("token_type").is_some_and(|word| word.eq_ignore_ascii_case(kind.as_str())));
    assert!(!tokens.access_token.expose().is_empty());
    assert_eq!(Some(tokens.access_token.expose()), word("access_token"));
    assert_eq!(tokens.id_token.as_ref().map(IdTokenJwt::expose), word("id_token"));
    assert_eq!(
        tokens.refresh_token.as_ref().map(RefreshToken::expose),
        word("refresh_token")
    );
    assert_eq!(tokens.scope.as_deref(), word("scope"));
    assert_eq!(tokens.expires_in_s.is_some(), lax["expires_in"].is_number());
    let other = TokenResponse {
        access_token: AccessToken::new("x"),
        id_token: tokens.id_token.as_ref().map(|_| IdTokenJwt::new("x")),
        refresh_token: tokens.refresh_token.as_ref().map(|_| RefreshToken::new("x")),
        ..tokens.clone()
    };
    assert_eq!(
        format!("{tokens:?}"),
        format!("{other:?}"),
        "a print that depends on the tokens"
    );
    true
}

fn ticket(response: &Response, lax: &Value) -> bool {
    let Some(ticket) = taken(co_authenticate::read(response)) else {
        return false;
    };
    assert!(!ticket.expose().is_empty());
    assert_eq!(Some(ticket.expose()), lax["login_ticket"].as_str());
    assert_eq!(format!("{ticket:?}"), "LoginTicket(..)");
    true
}

fn claims(response: &Response, lax: &Value) -> bool {
    let sub = lax["sub"].as_str().unwrap_or_default();
    assert!(
        userinfo::read(response, &format!("{sub}x")).is_err(),
        "another's claims"
    );
    let Some(claims) = taken(userinfo::read(response, sub)) else {
        return false;
    };
    assert!(!sub.is_empty(), "claims about nobody");
    let written = lax.as_object().expect("claims are an object");
    assert_eq!(claims.len(), written.len(), "{lax}");
    assert!(written.keys().all(|name| claims.contains_key(name)), "{lax}");
    true
}

fn account(response: &Response, lax: &Value) -> bool {
    let Some(account) = taken(sign_up::read(response)) else {
        return false;
    };
    assert_eq!(account.email.as_deref(), lax["email"].as_str());
    account.email.is_some()
}

/// The name of a pushed request goes into a URL of the server's.
fn pushed(response: &Response, lax: &Value) -> bool {
    let Some(name) = taken(par::read(response)) else {
        return false;
    };
    assert_eq!(Some(name.as_str()), lax["request_uri"].as_str());
    assert!(name.starts_with("urn:") || name.starts_with("https:"), "{name:?}");
    true
}

/// What was taken; what was not is the response's fault, for a server that says yes refuses nothing.
fn taken<T>(read: Result<T, Failure>) -> Option<T> {
    match read {
        Ok(taken) => Some(taken),
        Err(Failure::Broken(broken)) => {
            assert!(broken.to_string().len() < 1000, "a long story: {broken}");
            None
        }
        Err(Failure::Refused(refusal)) => panic!("a refusal in a yes: {refusal}"),
    }
}
