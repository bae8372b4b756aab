//! Lock on the authorization server's own origin, where it takes itself for the hosted login page.

use serde_json::Value;
use vestibule_tests::{ADA, Person, Story, story};

use crate::{SUBMIT, authenticated, bundle, scene, types};

/// Starts a login, and puts Lock on a page of the authority's origin as a hosted page would be built: with what the
/// request's context says. The authority's own pages have a policy under which Lock cannot live; the context is no page
/// and has none.
fn hosted(story: &Story, class: &str) -> Person {
    let person = story.visitor();
    person.hears("show");
    person.runs("leave()");
    person.arrives_at(&story.authority_origin());
    let request = person.runs("return new URLSearchParams(location.search).get('state')");
    let context = format!(
        "{}/u/login/context?state={}",
        story.authority_origin(),
        word(&request)
    );
    person.opens(&context);
    let text = person.runs("return document.body.innerText");
    let context: Value = serde_json::from_str(word(&text)).expect("the context is JSON");
    // As the hosted pages have it, so that a form says where it comes from.
    person.runs(
        "document.head.innerHTML = '<meta name=referrer content=same-origin>';
         document.body.innerHTML = '<div id=lock></div>';",
    );
    person.runs(&format!("{}\nwindow.lock = lock;", bundle::text()));
    person.runs(&format!(
        "const context = {context};
         const options = {{
           container: 'lock', avatar: null, autofocus: false, disableWarnings: true,
           languageBaseUrl: location.origin, configurationBaseUrl: location.origin,
           theme: {{ logo: 'data:,' }},
           auth: {{ redirectUrl: context.callbackURL, responseType: context.extraParams.response_type,
                   params: context.extraParams }},
         }};
         new window.lock.{class}(context.clientID, location.host, options).show();",
    ));
    person
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn it_logs_in_by_the_form_that_it_is_answered() {
    story(scene(), |story| {
        let person = hosted(story, "Auth0Lock");
        types(&person, "email", ADA.email);
        types(&person, "password", ADA.password);
        person.clicks(SUBMIT);
        assert_eq!(authenticated(&person)["email"], ADA.email);
    });
}

#[test]
fn it_asks_for_the_second_proof_that_somebody_needs() {
    let toml = "[[user]]\nemail = 'grace@example.com'\npassword = 'nanosecond'\nsecond_factor = true";
    story(scene().with_authority(toml), |story| {
        let person = hosted(story, "Auth0Lock");
        types(&person, "email", "grace@example.com");
        types(&person, "password", "nanosecond");
        person.clicks(SUBMIT);
        person.sees("[name=mfa_code]");
        let code = crate::newest_message(story, &person)["code"].clone();
        types(&person, "mfa_code", word(&code));
        person.clicks(SUBMIT);
        assert_eq!(authenticated(&person)["email"], "grace@example.com");
    });
}

#[test]
fn it_shows_the_picture_that_a_login_wants_and_sends_the_answer() {
    story(scene().with_authority("[captcha]\nlogin = 'always'"), |story| {
        let person = hosted(story, "Auth0Lock");
        types(&person, "email", ADA.email);
        types(&person, "password", ADA.password);
        person.sees("[name=captcha]");
        types(&person, "captcha", "wrong");
        person.clicks(SUBMIT);
        person.sees(".auth0-global-message-error");
        let answer = person.runs(
            "const image = getComputedStyle(document.querySelector('.auth0-lock-captcha-image')).backgroundImage;
             const picture = atob(image.match(/base64,([^\"]+)/)[1]);
             return [...picture.matchAll(/<text[^>]*>(.)<\\/text>/g)].map((match) => match[1]).join('');",
        );
        types(&person, "captcha", word(&answer));
        person.clicks(SUBMIT);
        assert_eq!(authenticated(&person)["email"], ADA.email);
    });
}

#[test]
fn it_verifies_a_code_and_goes_where_it_is_used() {
    story(scene(), |story| {
        let person = hosted(story, "Auth0LockPasswordless");
        types(&person, "email", ADA.email);
        person.clicks(SUBMIT);
        person.sees("[name=vcode]");
        let code = crate::newest_message(story, &person)["code"].clone();
        types(&person, "vcode", word(&code));
        person.clicks(SUBMIT);
        let claims = authenticated(&person);
        assert_eq!(
            (&claims["email"], &claims["email_verified"]),
            (&ADA.email.into(), &true.into())
        );
    });
}

#[test]
fn it_signs_somebody_up_and_logs_them_in() {
    story(scene(), |story| {
        let person = hosted(story, "Auth0Lock");
        person.clicks(".auth0-lock-tabs a");
        person.reads(SUBMIT, "SIGN UP");
        types(&person, "email", "grace@example.com");
        types(&person, "password", crate::STRONG);
        person.clicks(SUBMIT);
        assert_eq!(authenticated(&person)["email"], "grace@example.com");
    });
}
