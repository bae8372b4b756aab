//! `code id_token`, by each way in which it may come.

use serde_json::json;
use vestibule_tests::ADA;

use crate::plays;

#[test]
fn an_id_token_beside_the_code_belongs_to_it() {
    let facts = plays("hybrid.inTheFragment").facts;
    assert_eq!(facts["claims"]["email"], ADA.email, "{facts}");
    assert_eq!(facts["query"], "");
    let names = facts["fragment"].as_array().expect("a list of names");
    assert!(
        ["code", "id_token", "state"]
            .iter()
            .all(|name| names.contains(&json!(name))),
        "{facts}"
    );
}

#[test]
fn the_same_comes_by_a_form_and_leaves_nothing_in_the_address() {
    let facts = plays("hybrid.byForm").facts;
    assert_eq!(facts["claims"]["email"], ADA.email, "{facts}");
    assert_eq!(facts["posted"], true);
    assert_eq!((&facts["query"], &facts["fragment"]), (&json!(""), &json!([""])));
}

#[test]
fn the_id_token_vouches_for_the_state_as_well_as_for_the_code() {
    let facts = plays("hybrid.asDetachedSignature").facts;
    assert_eq!(facts["claims"]["email"], ADA.email, "{facts}");
}

#[test]
fn an_id_token_in_the_query_is_refused_and_the_refusal_comes_in_the_fragment() {
    let played = plays("hybrid.inTheQuery");
    assert_eq!(played.facts, json!({ "error": "invalid_request" }));
    let mut requests = played.seen.iter();
    let answer = requests.find(|seen| seen.path == "/authorize");
    let address = answer.and_then(|seen| seen.location.as_deref());
    assert!(
        address.is_some_and(|address| address.contains("/callback#")),
        "{address:?}"
    );
}
