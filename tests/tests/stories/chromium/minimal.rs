//! An app with passwords and social connections alone.

use vestibule_tests::{ADA, Scene, story};

#[test]
fn what_is_not_built_in_is_not_offered_and_the_rest_works() {
    story(Scene::of("minimal"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.sees("[data-part=connection][data-connection=google-oauth2]");
        assert!(!ada.has("[data-part=switch]"), "no sign-up, no reset, no codes");
        ada.logs_in_as(ADA.email, "not this one");
        ada.notice();
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}

#[test]
fn a_social_login_goes_by_redirect() {
    story(Scene::of("minimal"), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("google-oauth2");
        person.picks_the_first_account();
        person.hears("authenticated");
    });
}

/// What only some apps use, by a word that stands in their program or its glue and nowhere else.
const PARTS: [&str; 6] = [
    "challenges.cloudflare.com",
    "hcaptcha",
    "/recaptcha/",
    "arkose",
    "DisplayNames",
    "salesforce",
];

/// Those of the words that are in what the page loads.
fn carried(example: &str) -> Vec<String> {
    let mut carried = Vec::new();
    story(Scene::of(example), |story| {
        let person = story.visitor();
        person.sees("[data-part=root]");
        let words = serde_json::json!(PARTS);
        let found = person.runs(&format!(
            "const built = [...document.querySelectorAll('link[href*=\"{example}\"]')].map((link) => link.href);
             return Promise.all(built.map(async (file) => {{
                 const bytes = await (await fetch(file)).arrayBuffer();
                 return new TextDecoder('latin1').decode(bytes);
             }})).then((texts) => [texts.join('').length, {words}.filter((word) => texts.some((text) => text.includes(word)))])"
        ));
        assert!(
            found[0].as_u64().is_some_and(|length| length > 200_000),
            "the program was read: {found}"
        );
        let words = found[1].as_array().expect("a list").iter();
        carried = words
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect();
    });
    carried
}

#[test]
fn what_an_app_does_not_use_is_not_in_its_page() {
    assert_eq!(carried("minimal"), [""; 0]);
    assert_eq!(carried("quickstart"), [""; 0]);
    let captcha = carried("captcha");
    assert!(
        captcha.contains(&"hcaptcha".to_owned()),
        "an app that uses it has it: {captcha:?}"
    );
}
