//! The relay between page and authority: what passes is noted, what is asked for goes wrong.

use vestibule_tests::Fault;

use super::Stage;

#[test]
fn requests_pass_with_their_origin_and_are_noted_with_their_status() {
    let stage = Stage::set();
    let person = stage.visitor();
    person.submits();
    person.hears("submitted");
    // The answer carries no CORS header, so that the page may not read it; the relay has seen it all the same.
    assert_eq!(person.notice(), "TypeError");
    let seen = stage.relay.seen();
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!(
        (seen[0].line().as_str(), seen[0].status),
        ("GET /config.json", Some(200))
    );
    assert_eq!(seen[0].origin, Some(stage.app.origin()));
}

#[test]
fn an_answer_that_is_played_is_readable_by_the_page_and_played_once() {
    let stage = Stage::set();
    stage.relay.play("/config.json", Fault::too_many(Some(30)));
    let person = stage.visitor();
    person.submits();
    person.reads("[data-part=notice]", "429 true");
    person.submits();
    person.reads("[data-part=notice]", "TypeError");
    let statuses: Vec<_> = stage.relay.seen().iter().map(|seen| seen.status).collect();
    assert_eq!(statuses, [Some(429), Some(200)]);
}

#[test]
fn a_relay_that_hangs_up_is_a_network_failure_to_the_page() {
    let stage = Stage::set();
    stage.relay.play("/config.json", Fault::HangUp);
    let person = stage.visitor();
    person.submits();
    assert_eq!(person.notice(), "TypeError");
    assert!(stage.relay.seen().iter().any(|seen| seen.status.is_none()));
}
