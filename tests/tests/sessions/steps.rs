//! Steps that the stories of sessions share.

use vestibule_tests::{ADA, Person, Story};

/// Logs Ada in at the server's own page, where the person stands already, and waits for the app to hear of it.
pub fn logs_in_there(person: &Person) {
    person.fills("username", ADA.email);
    person.fills("password", ADA.password);
    person.submits();
    person.hears("authenticated");
    assert_eq!(person.claims()["email"], ADA.email);
}

/// Opens the app and logs Ada in by the first button.
pub fn logged_in(story: &Story) -> Person {
    let person = story.visitor();
    person.clicks("[data-part=login-button]");
    logs_in_there(&person);
    person
}

/// Makes every access token that is kept look as if it had to be renewed, as time would.
pub fn ages_tokens(person: &Person) {
    person.runs(
        "const key = Object.keys(localStorage).find((key) => key.startsWith('vestibule.') && !key.endsWith('.word'));
         const session = JSON.parse(localStorage[key]);
         for (const token of Object.values(session.access)) token.renew_at_s = 1;
         localStorage[key] = JSON.stringify(session);",
    );
}

/// How often the token endpoint was asked.
pub fn token_requests(story: &Story) -> usize {
    story
        .requests()
        .iter()
        .filter(|seen| seen.path == "/oauth/token")
        .count()
}
