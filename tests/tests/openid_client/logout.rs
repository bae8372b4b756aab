//! RP-initiated logout.

use serde_json::{Value, json};

use crate::{APP, plays};

fn gone() -> Value {
    json!({ "error": "login_required" })
}

#[test]
fn whoever_shows_the_id_token_is_logged_out_at_once_and_comes_back_with_the_state() {
    let facts = plays("logout.withHint").facts;
    let state = facts["state"].as_str().expect("the state is text");
    assert_eq!(facts["address"], format!("{APP}/?state={state}"));
    assert_eq!(facts["session"], gone());
}

#[test]
fn the_name_of_the_session_is_as_good_as_the_id_token() {
    let facts = plays("logout.bySessionName").facts;
    assert_eq!(facts["address"], format!("{APP}/"));
    assert_eq!(facts["session"], gone());
}

#[test]
fn without_a_sign_of_the_person_the_person_is_asked() {
    let facts = plays("logout.withQuestion").facts;
    assert_eq!(facts["stayed"]["error"], "not refused");
    assert_eq!(facts["address"], format!("{APP}/"));
    assert_eq!(facts["session"], gone());
}

#[test]
fn an_address_that_is_not_registered_is_refused_and_the_session_goes_on() {
    let facts = plays("logout.elsewhere").facts;
    assert_eq!(facts["status"], 400);
    assert_eq!(facts["session"]["error"], "not refused");
}
