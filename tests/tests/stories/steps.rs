//! Steps that several stories share.

use vestibule_tests::{ADA, Person, Story};

/// A password that every policy takes.
pub const STRONG: &str = "Vast-Ocean-42-Lanterns";

/// Chooses the e-mail way, asks for a code and returns it from the outbox. `had` is how many mails were there.
pub fn asks_for_code(story: &Story, person: &Person, email: &str, had: usize) -> String {
    person.is_on("log-in");
    person.clicks("[data-part=switch][data-connection=email]");
    person.is_on("passwordless");
    person.fills("email", email);
    person.submits();
    person.is_on("code");
    story.receives(email, had).code.expect("the mail carries a code")
}

/// Types a code and sends it.
pub fn enters(person: &Person, code: &str) {
    person.fills("code", code);
    person.submits();
}

/// A code that is not this one.
pub fn another_than(code: &str) -> String {
    let last = code
        .chars()
        .last()
        .and_then(|digit| digit.to_digit(10))
        .expect("codes are digits");
    format!("{}{}", &code[..code.len() - 1], (last + 1) % 10)
}

/// Ada is logged in, and the tokens work at the API.
pub fn is_ada(person: &Person) {
    person.hears("authenticated");
    assert_eq!(person.claims()["email"], ADA.email);
    api_answers(person);
}

/// The example API takes the access token, and it is this person's.
pub fn api_answers(person: &Person) {
    let claims = person.claims();
    let sub = claims["sub"].as_str().expect("an ID token names its subject");
    person.clicks("#call-api");
    person.reads("#api", sub);
    assert!(person.text("#api").starts_with("200"), "{}", person.text("#api"));
}
