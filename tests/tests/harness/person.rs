//! A person's verbs, on a page that is known to the letter.

use vestibule_tests::wait::until;

use super::Stage;

#[test]
fn a_person_fills_a_field_and_sees_events_and_claims_of_the_page() {
    let stage = Stage::set();
    let person = stage.visitor();
    person.is_on("log-in");
    person.fills("username", "someone else");
    person.fills("username", "ada");
    person.submits();
    person.hears("submitted");
    assert_eq!(person.events(), ["shown", "submitted"]);
    assert_eq!(person.claims()["username"], "ada");
    assert_eq!(person.value("username"), "ada");
    assert_eq!(stage.app.violations(), Vec::<String>::new());
}

#[test]
fn a_violation_of_the_pages_policy_is_reported_to_the_app() {
    let stage = Stage::set();
    let person = stage.visitor();
    person.opens(&format!("{}/?violate", stage.app.origin()));
    let report = until("a report", async || stage.app.violations().pop());
    assert!(report.contains("style-src"), "{report}");
}
