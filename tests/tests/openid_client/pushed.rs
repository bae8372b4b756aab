//! Pushed authorization requests.

use vestibule_tests::ADA;

use crate::{plays, refused};

#[test]
fn a_pushed_request_leaves_its_name_in_the_address_and_works_once() {
    let played = plays("pushed.becomesTokens");
    let facts = &played.facts;
    let parameters = facts["parameters"].as_object().expect("names with values");
    let mut names: Vec<_> = parameters.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["client_id", "request_uri"]);
    assert_eq!(facts["claims"]["email"], ADA.email);
    assert_eq!(facts["again"], 400);
    assert_eq!(played.statuses("/oauth/par"), [201]);
}

#[test]
fn a_request_that_breaks_a_rule_is_refused_when_it_is_pushed() {
    let facts = plays("pushed.refusedAtOnce").facts;
    for request in ["address", "challenge", "nested"] {
        assert_eq!(facts[request], refused("invalid_request"), "{request}");
    }
    assert_eq!(facts["responseType"], refused("unauthorized_client"));
}

#[test]
fn a_client_that_must_push_is_told_so_when_it_does_not() {
    assert_eq!(plays("pushed.required").facts["error"], "invalid_request");
}

#[test]
fn a_request_is_of_no_use_to_another_client_and_stays_good_for_its_own() {
    let facts = plays("pushed.anothers").facts;
    assert_eq!(facts["refused"], 400);
    assert_eq!(facts["claims"]["email"], ADA.email);
}
