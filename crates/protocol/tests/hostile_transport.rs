//! Hostile cases A: transports and envelopes.

use serde_json::json;
use vestibule_protocol::{
    AccessToken, Broken, Failure, RefusalCode, change_password, co_authenticate, discovery, jwks,
    passwordless, sign_up, token, userinfo,
};

use crate::support::{issuer, response, response_with};

/// What each `read` says to a body that is no sound JSON object.
fn read_all(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<Failure> {
    let mut response = response_with(status, headers, "");
    response.body = body.to_vec();
    let failures = [
        token::read(&response).err(),
        co_authenticate::read(&response).err(),
        sign_up::read(&response).err(),
        passwordless::read(&response).err(),
        jwks::read(&response).err(),
        discovery::read(&response, &issuer()).err(),
        userinfo::read(&response, "s").err(),
    ];
    failures
        .into_iter()
        .map(|failure| failure.expect("hostile"))
        .collect()
}

#[test]
fn a_success_that_is_no_sound_object_is_broken_at_every_endpoint() {
    let deep = format!("{}1{}", "{\"a\":".repeat(33), "}".repeat(33));
    let cases: [(&str, Vec<u8>, Broken); 17] = [
        (
            "A1 a captive portal's page",
            b"<!doctype html><html>".to_vec(),
            Broken::Html,
        ),
        ("A2 nothing", Vec::new(), Broken::NotJson),
        ("A3 an array", b"[]".to_vec(), Broken::NotAnObject),
        ("A3 a string", b"\"ok\"".to_vec(), Broken::NotAnObject),
        ("A3 null", b"null".to_vec(), Broken::NotAnObject),
        (
            "A4 a truncated object",
            b"{\"access_token\":\"a".to_vec(),
            Broken::NotJson,
        ),
        ("A4 an object and more", b"{} {}".to_vec(), Broken::NotJson),
        (
            "A5 a member twice",
            b"{\"access_token\":\"a\",\"access_token\":\"b\"}".to_vec(),
            Broken::DuplicateMember("access_token".to_owned()),
        ),
        (
            "A5 a member twice, inside",
            b"{\"a\":[{\"b\":1,\"b\":1}]}".to_vec(),
            Broken::DuplicateMember("b".to_owned()),
        ),
        (
            "A5 a member twice, escaped",
            br#"{"ab":1,"\u0061b":2}"#.to_vec(),
            Broken::DuplicateMember("ab".to_owned()),
        ),
        ("A6 not UTF-8", b"{\"a\":\"\xff\"}".to_vec(), Broken::NotUtf8),
        (
            "A6 a byte order mark",
            b"\xef\xbb\xbf{}".to_vec(),
            Broken::NotJson,
        ),
        (
            "A6 a lone surrogate",
            br#"{"a":"\ud800"}"#.to_vec(),
            Broken::NotJson,
        ),
        (
            "a number beyond a double",
            b"{\"a\":1e400}".to_vec(),
            Broken::NotJson,
        ),
        ("NaN", b"{\"a\":NaN}".to_vec(), Broken::NotJson),
        ("too deep", deep.into_bytes(), Broken::TooDeep),
        ("too large", vec![b' '; 300 * 1024], Broken::TooLarge),
    ];
    for (name, body, expected) in cases {
        for failure in read_all(200, &[], &body) {
            assert_eq!(failure, Failure::Broken(expected.clone()), "{name}");
        }
    }
}

#[test]
fn a7_json_as_plain_text_is_taken_and_json_as_html_is_not() {
    let body = json!({ "login_ticket": "LT" }).to_string();
    for kind in [
        "text/plain",
        "application/json; charset=utf-8",
        "application/problem+json",
    ] {
        let response = response_with(200, &[("content-type", kind)], &body);
        assert_eq!(co_authenticate::read(&response).expect(kind).expose(), "LT");
    }
    for kind in ["text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml"] {
        for failure in read_all(200, &[("Content-Type", kind)], body.as_bytes()) {
            assert_eq!(failure, Failure::Broken(Broken::Html), "{kind}");
        }
    }
}

#[test]
fn a9_and_a11_other_statuses_are_refusals_whatever_the_body() {
    let cases: [(u16, &[u8], RefusalCode); 6] = [
        (
            403,
            b"Origin https://app.example.com is not allowed.",
            RefusalCode::OriginNotAllowed,
        ),
        (500, b"\xff\xfe", RefusalCode::ServerError),
        (503, b"<html>", RefusalCode::TemporarilyUnavailable),
        (302, b"", RefusalCode::Other("http_302".to_owned())),
        (
            400,
            b"{\"error\":\"invalid_request\",\"error\":\"access_denied\"}",
            RefusalCode::InvalidRequest,
        ),
        (
            401,
            b"{\"error\":\"password_leaked\"}",
            RefusalCode::PasswordLeaked,
        ),
    ];
    for (status, body, code) in cases {
        for failure in read_all(status, &[], body) {
            assert!(
                matches!(&failure, Failure::Refused(refusal) if refusal.code == code),
                "{status}: {failure}"
            );
        }
    }
}

#[test]
fn g80_a_change_of_password_is_judged_by_its_status_alone() {
    let page = response_with(
        200,
        &[("content-type", "text/html")],
        "We've just sent you an email…",
    );
    assert_eq!(change_password::read(&page), Ok(()));
    let refused = change_password::read(&response(429, "")).expect_err("a rate limit");
    assert!(matches!(refused, Failure::Refused(refusal) if refusal.code == RefusalCode::TooManyRequests));
}

#[test]
fn e57_to_e59_the_token_response_is_taken_in_one_form_only() {
    let sound = json!({ "access_token": "AT", "token_type": "bearer" });
    let read = |name: &str, value: serde_json::Value| {
        let mut json = sound.clone();
        json[name] = value;
        token::read(&response(200, json.to_string()))
    };
    let broken = |failure: Broken| Err(Failure::Broken(failure));
    let tokens = read("expires_in", json!(3600.9)).expect("sound");
    assert_eq!(tokens.access_token, AccessToken::new("AT"));
    assert_eq!(tokens.expires_in_s, Some(3600));
    assert_eq!(tokens.id_token, None);
    assert_eq!(
        read("expires_in", json!(1e12)).expect("sound").expires_in_s,
        Some(u32::MAX)
    );
    assert_eq!(read("expires_in", json!(null)).expect("sound").expires_in_s, None);
    assert_eq!(
        read("scope", json!("")).expect("sound").scope.as_deref(),
        Some("")
    );
    assert_eq!(
        read("expires_in", json!("3600")),
        broken(Broken::WrongType("expires_in"))
    );
    assert_eq!(
        read("expires_in", json!(-1)),
        broken(Broken::WrongType("expires_in"))
    );
    assert_eq!(read("scope", json!(["a"])), broken(Broken::WrongType("scope")));
    assert_eq!(
        read("token_type", json!("DPoP")),
        broken(Broken::TokenType("DPoP".to_owned()))
    );
    assert_eq!(
        read("token_type", json!("MAC")),
        broken(Broken::TokenType("MAC".to_owned()))
    );
    assert_eq!(
        read("token_type", json!(null)),
        broken(Broken::MissingMember("token_type"))
    );
    for name in ["access_token", "id_token", "refresh_token", "token_type"] {
        assert_eq!(read(name, json!("")), broken(Broken::WrongType(name)), "{name}");
        assert_eq!(
            read(name, json!(["a"])),
            broken(Broken::WrongType(name)),
            "{name}"
        );
    }
    assert_eq!(
        read("access_token", json!(null)),
        broken(Broken::MissingMember("access_token"))
    );
}

#[test]
fn a_ticket_is_a_non_empty_text_and_its_companions_are_passed_over() {
    let read = |body: &str| co_authenticate::read(&response(200, body));
    let ticket = read(r#"{"login_ticket":"LT","co_verifier":"CV","co_id":"CI"}"#).expect("a ticket");
    assert_eq!(ticket.expose(), "LT");
    assert_eq!(
        read(r#"{"login_ticket":""}"#),
        Err(Broken::WrongType("login_ticket").into())
    );
    assert_eq!(
        read(r#"{"co_id":"CI"}"#),
        Err(Broken::MissingMember("login_ticket").into())
    );
}

#[test]
fn b36_userinfo_about_another_subject_or_as_a_jwt_is_refused() {
    let read = |body: &str| userinfo::read(&response(200, body), "auth0|1");
    assert_eq!(
        read(r#"{"sub":"auth0|1","email":"a@b.c"}"#)
            .expect("sound")
            .get("email")
            .and_then(|email| email.as_str()),
        Some("a@b.c")
    );
    assert_eq!(read(r#"{"sub":"auth0|2"}"#), Err(Broken::SubjectMismatch.into()));
    assert_eq!(
        read(r#"{"sub":["auth0|1"]}"#),
        Err(Broken::WrongType("sub").into())
    );
    assert_eq!(read("{}"), Err(Broken::MissingMember("sub").into()));
    assert_eq!(read("eyJhbGciOiJSUzI1NiJ9.e30.c2ln"), Err(Broken::NotJson.into()));
}
