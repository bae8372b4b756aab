//! The server's no in every envelope, with or without a word about when to try again.

use serde_json::json;
use vestibule_protocol::{Refusal, RefusalCode, envelope};

use crate::support::response;

fn refusal(status: u16, body: &str) -> Refusal {
    envelope::refusal(&response(status, body))
}

fn check_all(cases: &[(u16, &str, RefusalCode, Option<&str>)]) {
    for (status, body, code, description) in cases {
        let refusal = refusal(*status, body);
        assert_eq!(&refusal.code, code, "{body}");
        assert_eq!(refusal.status, *status, "{body}");
        assert_eq!(refusal.description.as_deref(), *description, "{body}");
        assert_eq!(refusal.password_rules(), [], "{body}");
    }
}

#[test]
fn each_json_envelope_gives_its_code_and_its_text() {
    check_all(&[
        (
            403,
            r#"{"error":"access_denied","error_description":"Wrong email or password."}"#,
            RefusalCode::AccessDenied,
            Some("Wrong email or password."),
        ),
        (
            403,
            r#"{"error":"invalid_grant","error_uri":"https://x.example"}"#,
            RefusalCode::InvalidGrant,
            None,
        ),
        (
            400,
            r#"{"code":"invalid_signup","description":"Invalid sign up"}"#,
            RefusalCode::InvalidSignup,
            Some("Invalid sign up"),
        ),
        // What an action says to the person goes before what it says to the log.
        (
            400,
            r#"{"code":"extensibility_error","description":"Domain not allowed","friendly_message":"Use your work address."}"#,
            RefusalCode::ExtensibilityError,
            Some("Use your work address."),
        ),
        (
            400,
            r#"{"name":"BadRequestError","code":"user_exists","description":"The user already exists.","statusCode":400}"#,
            RefusalCode::UserExists,
            Some("The user already exists."),
        ),
        (
            400,
            r#"{"error":"bad.email","error_description":"error in email - email format validation failed: x"}"#,
            RefusalCode::BadEmail,
            Some("error in email - email format validation failed: x"),
        ),
        (
            400,
            r#"{"error":"bad.connection"}"#,
            RefusalCode::BadConnection,
            None,
        ),
        (
            400,
            r#"{"error":"sms_provider_error","error_description":"The 'To' number is not valid (Code: 21211)"}"#,
            RefusalCode::BadPhoneNumber,
            Some("The 'To' number is not valid (Code: 21211)"),
        ),
        (
            400,
            r#"{"error":"sms_provider_error","error_description":"Queue full (Code: 121211)"}"#,
            RefusalCode::SmsProviderError,
            Some("Queue full (Code: 121211)"),
        ),
        (
            400,
            r#"{"message":"Payload validation error","statusCode":400,"error":"Bad Request"}"#,
            RefusalCode::InvalidRequest,
            Some("Payload validation error"),
        ),
        (
            400,
            r#"{"statusCode":400,"error":"Bad Request","message":"no","code":"hook_error"}"#,
            RefusalCode::ExtensibilityError,
            Some("no"),
        ),
    ]);
}

#[test]
fn without_json_the_status_speaks_and_an_unlisted_origin_is_known_by_its_sentence() {
    check_all(&[
        (
            403,
            "Origin https://app.example.com is not allowed.",
            RefusalCode::OriginNotAllowed,
            None,
        ),
        (403, "Forbidden", RefusalCode::Other("http_403".to_owned()), None),
        (
            403,
            "<html><body>Origin</body></html>",
            RefusalCode::Other("http_403".to_owned()),
            None,
        ),
        (500, "<h1>oops</h1>", RefusalCode::ServerError, None),
        (500, "", RefusalCode::ServerError, None),
        (502, "Bad Gateway", RefusalCode::TemporarilyUnavailable, None),
        (
            503,
            r#"{"error":"temporarily_unavailable"}"#,
            RefusalCode::TemporarilyUnavailable,
            None,
        ),
        (429, "slow down", RefusalCode::TooManyRequests, None),
        (
            429,
            r#"{"error":"too_many_attempts"}"#,
            RefusalCode::TooManyAttempts,
            None,
        ),
        (404, "Not Found", RefusalCode::EndpointDisabled, None),
        (
            400,
            r#"{"error":"my_rule_says_no"}"#,
            RefusalCode::Other("my_rule_says_no".to_owned()),
            None,
        ),
        (
            400,
            r#"{"error":{"nested":true},"error_description":["x"]}"#,
            RefusalCode::InvalidRequest,
            None,
        ),
    ]);
}

#[test]
fn the_text_is_plain_bounded_and_free_of_control_characters() {
    let long =
        json!({ "error": "unauthorized", "error_description": format!("\u{7}<b>{}\u{0}", "x".repeat(900)) });
    let text = refusal(401, &long.to_string()).description.expect("a text");
    assert!(text.starts_with("<b>xxx"));
    assert_eq!(text.chars().count(), 500);
}

#[test]
fn every_code_is_read_back_as_it_is_written() {
    for word in [
        "access_denied",
        "bad.authParams",
        "a0.mfa_required",
        "mfa_required",
        "new_in_2030",
        "slow_down",
    ] {
        let code = RefusalCode::from(word);
        assert_eq!(RefusalCode::from(code.as_str()), code);
    }
    assert_eq!(
        RefusalCode::from("password_expired"),
        RefusalCode::PasswordChangeRequired
    );
    assert_eq!(
        RefusalCode::from("Access_Denied"),
        RefusalCode::Other("Access_Denied".to_owned())
    );
}
