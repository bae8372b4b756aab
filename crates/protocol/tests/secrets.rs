//! No secret shows in `Debug` or `Display`.

use std::fmt::Debug;

use serde_json::json;
use vestibule_protocol::{
    AccessToken, AuthorizeRequest, LoginTicket, Otp, Password, Proof, ProofKey, Proving, RefreshToken,
    ResponseMode, ResponseType, SignUp, authorize, co_authenticate, id_token, passwordless, sign_up, token,
};

use crate::support::{
    CALLBACK, CLIENT, claims, header, issuer, keys, metadata, response, sign, transaction, verify,
};

/// What is secret in everything shown here.
const SECRET: &str = "hunter2";

fn shown(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

#[test]
fn requests_and_responses_show_no_secret() {
    let password = Password::new(SECRET);
    let ticket = LoginTicket::new(SECRET);
    let attempt = transaction();
    let request = AuthorizeRequest {
        login_ticket: Some(&ticket),
        redirect_uri: CALLBACK,
        ..Default::default()
    };
    let sign = SignUp {
        client_id: CLIENT,
        connection: "db",
        email: "a@b.c",
        username: None,
        password: &password,
        root: &[],
        user_metadata: &[],
    };
    let co = co_authenticate::ask_password(&issuer(), CLIENT, "db", "a@b.c", &password);
    let mut navigation = co.clone();
    navigation.url = authorize::url(&metadata(), &request, &attempt);
    let answer = json!({ "token_type": "Bearer", "access_token": SECRET, "id_token": SECRET, "refresh_token": SECRET });
    let answer = response(200, answer.to_string());
    for text in [
        shown(&password),
        shown(&request),
        shown(&sign),
        shown(&co),
        shown(&co.body),
        shown(&navigation),
        shown(&sign_up::ask(&issuer(), &sign)),
        shown(&co_authenticate::ask_otp(
            &issuer(),
            CLIENT,
            "sms",
            "+1",
            &Otp::new(SECRET),
        )),
        shown(&answer),
        shown(&token::read(&answer).expect("tokens")),
        shown(&passwordless::clean_otp("123456").map(|otp| format!("{otp:?}").contains("1234"))),
        shown(&authorize::from_query(&format!("code={SECRET}&state={SECRET}"))),
    ] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[test]
fn a_transaction_and_its_grant_show_no_secret() {
    let attempt = transaction();
    let stored: serde_json::Value = serde_json::from_str(&attempt.to_stored()).expect("JSON");
    let query = format!("code={SECRET}&state={}", attempt.state().expose());
    let grant = authorize::from_query(&query)
        .expect("sound")
        .expect("a response")
        .check(&attempt, &metadata());
    let text = shown(&attempt) + &shown(&grant.expect("a code"));
    assert!(!text.contains(SECRET));
    for name in ["state", "nonce", "verifier"] {
        assert!(!text.contains(stored[name].as_str().expect("a text")), "{name}");
    }
}

#[test]
fn an_id_token_shows_nothing_of_a_person_but_the_subject() {
    let token = sign(&header().to_string(), &claims().to_string());
    let unverified = id_token::open(&token).expect("sound");
    let valid = verify(&token, &keys()).expect("signed");
    for text in [
        shown(&unverified),
        shown(&unverified.find_key(&keys())),
        shown(&valid),
        shown(&token),
    ] {
        for secret in [
            token.expose(),
            "ada@example.com",
            "Ada",
            transaction().nonce().expose(),
        ] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}

#[test]
fn an_error_about_a_secret_does_not_repeat_it() {
    let other = json!({ "nonce": SECRET }).to_string();
    let valid = verify(&sign(&header().to_string(), &other), &keys()).expect("signed");
    let attempt = transaction();
    let rule = vestibule_protocol::NonceRule::Expect(attempt.nonce());
    let error = id_token::match_nonce(&valid, &rule).expect_err("another nonce");
    let state = authorize::from_query(&format!("code=c&state={SECRET}"))
        .expect("sound")
        .expect("a response");
    let state = state.check(&attempt, &metadata()).expect_err("another state");
    for text in [error.to_string(), shown(&error), state.to_string(), shown(&state)] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[test]
fn what_a_session_holds_shows_no_secret() {
    let attempt = transaction().with_response_mode(ResponseMode::Fragment);
    let fragment = format!(
        "code={SECRET}&id_token={SECRET}&access_token={SECRET}&state={}",
        attempt.state().expose()
    );
    let response = authorize::from_fragment(&fragment)
        .expect("sound")
        .expect("a response");
    let front = response
        .clone()
        .check_as(ResponseType::CodeIdTokenToken, &attempt, &metadata())
        .expect("a code");
    let access_token = AccessToken::new(SECRET);
    let proving = Proving {
        method: "GET",
        url: "https://api.example.com/",
        access_token: Some(&access_token),
        nonce: None,
        entropy: [7; 16],
        at_s: 1,
    };
    let input = ProofKey::new(&[1; 32], &[2; 32]).signing_input(&proving);
    let octets = String::from_utf8(input.as_bytes().to_vec()).expect("ASCII");
    let refresh = token::ask_refresh(&metadata(), CLIENT, &RefreshToken::new(SECRET), (None, None));
    for text in [
        shown(&response),
        shown(&front),
        shown(&access_token),
        shown(&proving),
        shown(&input),
        shown(&input.clone().signed(SECRET.as_bytes())),
        shown(&Proof::new(SECRET)),
        shown(&refresh),
        shown(&refresh.body),
    ] {
        assert!(!text.contains(SECRET) && !text.contains(&octets), "{text}");
    }
}
