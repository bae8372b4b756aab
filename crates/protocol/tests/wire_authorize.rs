//! The exact URL of an authorization request.

use vestibule_protocol::{AuthorizeRequest, LoginTicket, Metadata, Prompt, ResponseMode, authorize};

use crate::support::{CALLBACK, CLIENT, metadata, transaction};
use crate::wire::{CHALLENGE, NONCE, STATE};

#[test]
fn the_smallest_authorization_request_has_state_nonce_and_challenge() {
    let request = AuthorizeRequest {
        client_id: CLIENT,
        redirect_uri: CALLBACK,
        scope: "openid profile",
        ..AuthorizeRequest::default()
    };
    let expected = format!(
        "https://login.example.com/authorize?client_id=CID&response_type=code\
         &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&scope=openid+profile\
         &state={STATE}&nonce={NONCE}&code_challenge={CHALLENGE}&code_challenge_method=S256"
    );
    assert_eq!(authorize::url(&metadata(), &request, &transaction()), expected);
}

#[test]
fn every_parameter_of_an_authorization_request_goes_out_under_its_name() {
    let extra =
        [("state", "theirs"), ("ext-a", "1 2"), ("client_id", "theirs")].map(|(n, v)| (n.into(), v.into()));
    let request = AuthorizeRequest {
        client_id: CLIENT,
        redirect_uri: CALLBACK,
        response_mode: Some(ResponseMode::WebMessage),
        scope: "openid",
        audience: Some("https://api.example.com/"),
        connection: Some("google-oauth2"),
        login_ticket: Some(&LoginTicket::new("LT")),
        realm: Some("db"),
        prompt: Some(Prompt::None),
        login_hint: Some("a@b.c"),
        screen_hint: Some("signup"),
        ui_locales: Some("fr en"),
        max_age: Some(0),
        acr_values: Some("mfa"),
        organization: Some("org_1"),
        invitation: Some("inv"),
        extra: &extra,
        ..AuthorizeRequest::default()
    };
    let expected = format!(
        "https://login.example.com/authorize?tenant=t&client_id=CID&response_type=code&response_mode=web_message\
         &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&scope=openid&audience=https%3A%2F%2Fapi.example.com%2F\
         &state={STATE}&nonce={NONCE}&code_challenge={CHALLENGE}&code_challenge_method=S256\
         &connection=google-oauth2&realm=db&login_ticket=LT&prompt=none&login_hint=a%40b.c&screen_hint=signup\
         &ui_locales=fr+en&max_age=0&acr_values=mfa&organization=org_1&invitation=inv&ext-a=1+2"
    );
    let endpoint = "https://login.example.com/authorize?tenant=t".to_owned();
    let metadata = Metadata {
        authorization_endpoint: endpoint,
        ..metadata()
    };
    assert_eq!(authorize::url(&metadata, &request, &transaction()), expected);
}
