//! Wire formats of a hosted page.

use super::*;
use crate::refusal::RefusalCode;

fn issuer() -> Issuer {
    Issuer::parse("https://login.example.com/").unwrap()
}

fn page() -> HostedPage {
    HostedPage::from_json(
        r#"{"clientID":"app","clientName":"App","callbackURL":"https://app.example.com/cb","auth0Tenant":"acme","dict":null,
            "extraParams":{"protocol":"oauth2","response_type":"code","scope":"openid email","nonce":"n","login_hint":"ada",
            "connection":"google-oauth2","prompt":"login","state":"waits","_csrf":"token","_intstate":"deprecated","max_age":300,"deep":{}}}"#,
    )
    .unwrap()
}

fn body(request: &Request) -> String {
    assert_eq!(request.credentials, Credentials::Include);
    request.body.as_ref().unwrap().expose().to_owned()
}

#[test]
fn a_password_goes_with_what_the_page_was_given() {
    let password = Password::new(" pass ");
    let otp = Otp::new("123456");
    let mut login = PasswordLogin {
        connection: "Users",
        username: " ada ",
        password: &password,
        mfa_code: None,
    };
    let request = log_in(&issuer(), &page(), login);
    assert_eq!(request.url, "https://login.example.com/usernamepassword/login");
    assert_eq!(
        body(&request),
        r#"{"client_id":"app","redirect_uri":"https://app.example.com/cb","protocol":"oauth2","response_type":"code","scope":"openid email","nonce":"n","state":"waits","_csrf":"token","_intstate":"deprecated","max_age":"300","tenant":"acme","connection":"Users","username":"ada","password":" pass "}"#
    );
    login.mfa_code = Some(&otp);
    assert!(body(&log_in(&issuer(), &page(), login)).ends_with(r#","mfa_code":"123456"}"#));
}

fn answered(status: u16, html: &str) -> Result<LoginForm, Failure> {
    read_log_in(
        &issuer(),
        &Response {
            status,
            headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
            body: html.as_bytes().to_vec(),
        },
    )
}

#[test]
fn the_form_of_a_right_password_is_read() {
    let form = answered(
        200,
        r#"<form method="post" name="hiddenform" action="https://login.example.com/login/callback">
    <input type="hidden" name="wa" value="wsignin1.0">
    <input type='hidden' name='wresult' value='eyJ.&amp;.x' />
    <input type="hidden" name="wctx" value="{&#34;strategy&#34;:&quot;auth0&quot;,&#x22;a&#x22;:1}">
    <noscript><p>Script is disabled. Click Submit to continue.</p><input type="submit" value="Submit"></noscript>
</form>"#,
    )
    .unwrap();
    let expected = [
        ("wa", "wsignin1.0"),
        ("wresult", "eyJ.&.x"),
        ("wctx", r#"{"strategy":"auth0","a":1}"#),
    ];
    let fields = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(form.fields, fields);
    assert!(!format!("{form:?}").contains("eyJ"));
}

#[test]
fn an_answer_that_is_no_such_form_is_broken() {
    const INPUT: &str = r#"<input type="hidden" name="wa" value="x">"#;
    let to = |action: &str| format!(r#"<form method="post" action="{action}">{INPUT}</form>"#);
    for html in [
        String::new(),
        "Welcome".into(),
        "<".into(),
        "<form".into(),
        r#"<form method="post" action="https://login.example.com/login/callback">"#.into(),
        to("https://login.example.com.evil.example/login/callback"),
        to("https://evil.example/login/callback"),
        to("//evil.example/login/callback"),
        to("javascript:alert(1)"),
        to("https://login.example.com/login/callback?next=https://evil.example"),
        to("https://login.example.com/login/callback").replace("post", "get"),
        to("https://login.example.com/login/callback").replace("value=\"x\"", "value=\"&bogus;\""),
        to("https://login.example.com/login/callback").replace("value=\"x\"", "value=\"x"),
        to("https://login.example.com/login/callback").repeat(2),
    ] {
        assert!(matches!(answered(200, &html), Err(Failure::Broken(_))), "{html}");
    }
}

#[test]
fn a_refusal_has_its_code() {
    let refused = |body: &str| match answered(401, body) {
        Err(Failure::Refused(refusal)) => refusal.code,
        other => panic!("{other:?}"),
    };
    for (body, code) in [
        (
            r#"{"name":"MfaError","code":"a0.mfa_required","description":"A code is on its way.","statusCode":401}"#,
            RefusalCode::MfaRequired,
        ),
        (
            r#"{"code":"a0.mfa_registration_required"}"#,
            RefusalCode::MfaRegistrationRequired,
        ),
        (r#"{"code":"a0.mfa_invalid_code"}"#, RefusalCode::MfaInvalidCode),
        (
            r#"{"code":"invalid_user_password","description":"Wrong email or password."}"#,
            RefusalCode::InvalidUserPassword,
        ),
    ] {
        assert_eq!(refused(body), code, "{body}");
    }
}

#[test]
fn a_code_is_verified_and_taken_along() {
    let otp = Otp::new("123456");
    let by_mail = CodeLogin {
        connection: "email",
        to: "ada@example.com",
        otp: &otp,
    };
    let request = verify(&issuer(), &page(), by_mail);
    assert_eq!(request.url, "https://login.example.com/passwordless/verify");
    assert_eq!(
        body(&request),
        r#"{"connection":"email","verification_code":"123456","email":"ada@example.com","client_id":"app"}"#
    );
    let url = verified_url(&issuer(), &page(), by_mail);
    assert!(
        url.starts_with(
            "https://login.example.com/passwordless/verify_redirect?connection=email&verification_code=123456&email=ada%40example.com&client_id=app"
        ),
        "{url}"
    );
    assert!(url.contains("&_csrf=token&_intstate=deprecated"), "{url}");
    let by_text = CodeLogin {
        connection: "sms",
        to: "+15550100",
        otp: &otp,
    };
    assert!(body(&verify(&issuer(), &page(), by_text)).contains(r#""phone_number":"+15550100""#));
}

#[test]
fn a_chosen_connection_goes_before_the_one_that_was_asked_for() {
    let url = connection_url(&issuer(), &page(), Some("acme"), Some("ada@acme.test"));
    assert!(
        url.starts_with("https://login.example.com/authorize?connection=acme&login_hint=ada%40acme.test&"),
        "{url}"
    );
    assert_eq!(url.matches("connection=").count(), 1);
    assert!(url.contains("&state=waits&"), "{url}");
}

#[test]
fn a_page_reads_what_the_server_has_written_into_it() {
    // {"clientID":"app","callbackURL":"https://a/","extraParams":{"state":"ü"}}
    let written = "\n eyJjbGllbnRJRCI6ImFwcCIsImNhbGxiYWNrVVJMIjoiaHR0cHM6Ly9hLyIsImV4dHJhUGFyYW1zIjp7InN0YXRlIjoiw7wifX0= ";
    assert_eq!(HostedPage::from_page(written).unwrap().state(), "ü");
    for written in ["", "@@config@@", "e30=", "////"] {
        assert!(HostedPage::from_page(written).is_err(), "{written}");
    }
}

#[test]
fn a_page_without_its_request_is_refused_and_debug_shows_no_token() {
    for config in [
        "",
        "[]",
        "{}",
        r#"{"clientID":"app","callbackURL":"https://a/"}"#,
        r#"{"clientID":"app","callbackURL":"https://a/","extraParams":{}}"#,
        r#"{"clientID":"app","callbackURL":"https://a/","extraParams":{"state":["7"]}}"#,
    ] {
        assert!(HostedPage::from_json(config).is_err(), "{config}");
    }
    assert!(!format!("{:?}", page()).contains("token"));
}
