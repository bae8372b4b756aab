//! The exact wire form of what a session sends beyond a login: pushed, refreshed, given back, ended.

use serde_json::json;
use vestibule_protocol::{
    AuthorizeRequest, Body, Broken, Failure, Features, IdTokenRules, Metadata, Method, NonceRule,
    RefreshToken, RefusalCode, Request, ResponseType, authorize, discovery, logout, par, revoke, token,
};
use vestibule_protocol::{IdToken, IdTokenJwt, TokenType};

use crate::support::{CALLBACK, CLIENT, issuer, log_in, metadata, metadata_json, response, transaction};
use crate::wire::{CHALLENGE, NONCE, STATE};

fn features() -> Features {
    let mut document = metadata_json();
    document["revocation_endpoint"] = json!("https://login.example.com/oauth/revoke");
    document["pushed_authorization_request_endpoint"] = json!("https://login.example.com/oauth/par");
    discovery::read_features(&response(200, document.to_string())).expect("sound metadata")
}

fn form(request: &Request) -> &str {
    assert_eq!(request.method, Method::Post);
    match request.body.as_ref().expect("a body") {
        Body::Form(text) => text,
        Body::Json(_) => panic!("JSON costs a preflight"),
    }
}

#[test]
fn a_pushed_request_is_the_same_request_in_a_form() {
    let request = AuthorizeRequest {
        client_id: CLIENT,
        redirect_uri: CALLBACK,
        response_type: ResponseType::CodeIdToken,
        scope: "openid",
        max_age: Some(60),
        ..AuthorizeRequest::default()
    };
    let pushed = par::ask(&features(), &request, &transaction()).expect("there is an endpoint");
    assert_eq!(pushed.url, "https://login.example.com/oauth/par");
    let expected = format!(
        "client_id=CID&response_type=code+id_token&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&scope=openid\
         &state={STATE}&nonce={NONCE}&code_challenge={CHALLENGE}&code_challenge_method=S256&max_age=60"
    );
    assert_eq!(form(&pushed), expected);
    assert_eq!(par::ask(&Features::default(), &request, &transaction()), None);
}

#[test]
fn the_name_of_a_pushed_request_is_all_that_goes_through_the_browser() {
    let answer = response(
        201,
        r#"{"request_uri":"urn:ietf:params:oauth:request_uri:a/b","expires_in":60}"#,
    );
    let name = par::read(&answer).expect("a name");
    assert_eq!(
        authorize::pushed_url(&metadata(), CLIENT, &name),
        "https://login.example.com/authorize?client_id=CID&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aa%2Fb"
    );
    let tenant = Metadata {
        authorization_endpoint: "https://login.example.com/authorize?tenant=t".into(),
        ..metadata()
    };
    assert!(authorize::pushed_url(&tenant, CLIENT, "urn:x").contains("?tenant=t&client_id=CID&"));
}

#[test]
fn what_is_no_name_of_a_pushed_request_is_refused() {
    for (body, broken) in [
        ("{}", Broken::MissingMember("request_uri")),
        (r#"{"request_uri":""}"#, Broken::WrongType("request_uri")),
        (r#"{"request_uri":7}"#, Broken::WrongType("request_uri")),
        (
            r#"{"request_uri":"javascript:alert(1)"}"#,
            Broken::WrongType("request_uri"),
        ),
        (
            r#"{"request_uri":"http://login.example.com/x"}"#,
            Broken::WrongType("request_uri"),
        ),
        ("<html>", Broken::Html),
    ] {
        assert_eq!(
            par::read(&response(201, body)),
            Err(Failure::Broken(broken)),
            "{body}"
        );
    }
    match par::read(&response(401, r#"{"error":"invalid_client"}"#)) {
        Err(Failure::Refused(refusal)) => assert_eq!(refusal.code, RefusalCode::InvalidClient),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_refresh_names_another_api_where_one_is_wanted() {
    let refresh = RefreshToken::new("RT");
    let audience = Some("https://api.example.com/");
    let request = token::ask_refresh(
        &metadata(),
        CLIENT,
        &refresh,
        (audience.map(|api| ("audience", api)), Some("openid read:x")),
    );
    assert_eq!(request.url, "https://login.example.com/oauth/token");
    assert_eq!(
        form(&request),
        "grant_type=refresh_token&client_id=CID&refresh_token=RT&audience=https%3A%2F%2Fapi.example.com%2F&scope=openid+read%3Ax"
    );
}

#[test]
fn a_refresh_token_is_given_back_as_what_it_is() {
    let refresh = RefreshToken::new("R+T");
    let request = revoke::ask(&features(), CLIENT, &refresh).expect("there is an endpoint");
    assert_eq!(request.url, "https://login.example.com/oauth/revoke");
    assert_eq!(
        form(&request),
        "token=R%2BT&token_type_hint=refresh_token&client_id=CID"
    );
    assert_eq!(revoke::ask(&Features::default(), CLIENT, &refresh), None);
    assert_eq!(revoke::read(&response(200, "")), Ok(()));
    assert!(revoke::read(&response(503, "")).is_err());
}

#[test]
fn the_standard_logout_names_client_person_and_the_way_back() {
    let none = Metadata {
        end_session_endpoint: None,
        ..metadata()
    };
    assert_eq!(logout::end_session_url(&none, CLIENT, None, None), None);
    let there = |endpoint: &str| Metadata {
        end_session_endpoint: Some(endpoint.into()),
        ..metadata()
    };
    let plain = there("https://login.example.com/oidc/logout");
    assert_eq!(
        logout::end_session_url(&plain, CLIENT, None, None).as_deref(),
        Some("https://login.example.com/oidc/logout?client_id=CID")
    );
    let token = log_in::trust(&log_in::sound()).expect("a sound token");
    let tenant = there("https://login.example.com/logout?tenant=t");
    let url = logout::end_session_url(
        &tenant,
        CLIENT,
        Some(&token),
        Some("https://app.example.com/?a=b"),
    );
    let expected = format!(
        "https://login.example.com/logout?tenant=t&client_id=CID&id_token_hint={}&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2F%3Fa%3Db",
        token.raw().expose()
    );
    assert_eq!(url, Some(expected));
}

#[test]
fn e57_a_token_has_the_type_that_was_asked_for() {
    let read = |token_type: &str, asked| {
        let body = format!(r#"{{"access_token":"A","token_type":"{token_type}"}}"#);
        token::read_as(&response(200, body), asked).map(|tokens| tokens.access_token.expose().to_owned())
    };
    for (token_type, asked, is_taken) in [
        ("Bearer", TokenType::Bearer, true),
        ("bearer", TokenType::Bearer, true),
        ("DPoP", TokenType::Bearer, false),
        ("MAC", TokenType::Bearer, false),
        ("DPoP", TokenType::Dpop, true),
        ("dpop", TokenType::Dpop, true),
        ("Bearer", TokenType::Dpop, false),
    ] {
        let expected = if is_taken {
            Ok("A".to_owned())
        } else {
            Err(Failure::Broken(Broken::TokenType(token_type.into())))
        };
        assert_eq!(read(token_type, asked), expected, "{token_type} {asked:?}");
    }
}

#[test]
fn a_remembered_id_token_is_read_without_its_signature_and_its_times() {
    let (issuer, sound) = (issuer(), log_in::sound());
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::ExpectNoNonce);
    let again = IdToken::remembered(&sound, &rules).expect("it was trusted once");
    assert_eq!(again, log_in::trust(&sound).expect("a sound token"));
    for (name, value) in [("exp", json!(1)), ("iat", json!(1)), ("nonce", json!("old"))] {
        assert!(
            IdToken::remembered(&log_in::with(name, value), &rules).is_ok(),
            "{name}"
        );
    }
    for (name, value) in [
        ("iss", json!("https://evil.example/")),
        ("aud", json!("other")),
        ("aud", json!(["CID", "other"])),
        ("azp", json!("other")),
        ("sub", serde_json::Value::Null),
        ("exp", json!("soon")),
    ] {
        assert!(
            IdToken::remembered(&log_in::with(name, value), &rules).is_err(),
            "{name}"
        );
    }
    for text in ["", "a.b", "a.b.c", "no token"] {
        assert!(
            IdToken::remembered(&IdTokenJwt::new(text), &rules).is_err(),
            "{text}"
        );
    }
}
