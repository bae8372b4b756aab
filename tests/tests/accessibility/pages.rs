//! Every page that the development authorization server draws itself, without script.

use vestibule_tests::{ADA, Audit, Person, Scene, Story, story};

const STRONG: &str = "Vast-Ocean-42-Lanterns";

/// An authorization request as an app would send it; `more` is put after it.
fn asks_for_authorization(story: &Story, person: &Person, more: &str) {
    let app = story.app_url();
    let callback: String = form_urlencoded::byte_serialize(app.as_bytes()).collect();
    person.opens(&format!(
        "{}/authorize?client_id=quickstart&response_type=code&redirect_uri={callback}&scope=openid&state=s&nonce=n\
         &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256{more}",
        story.authority_origin()
    ));
}

#[test]
fn the_pages_to_log_in_and_to_sign_up_shut_nobody_out() {
    story(Scene::quickstart().with_plain_pages(), |story| {
        let mut audit = Audit::default();
        let person = story.person();
        asks_for_authorization(story, &person, "");
        person.sees("[name=username]");
        audit.of(&person, "the log-in page");
        person.fills("username", ADA.email);
        person.fills("password", "not this one");
        person.submits();
        person.notice();
        audit.of(&person, "the log-in page, wrong password");

        person.switches_to("sign-up");
        person.sees("[name=email]");
        audit.of(&person, "the sign-up page");
        person.fills("email", "weak@example.com");
        person.fills("password", "abc");
        person.submits();
        person.sees("[name=password][aria-invalid=true]");
        audit.of(&person, "the sign-up page, a weak password");

        for provider in ["google-oauth2", "facebook", "acme"] {
            asks_for_authorization(story, &person, &format!("&connection={provider}"));
            person.sees("[data-part=account]");
            audit.of(&person, &format!("the page of {provider}"));
        }
        asks_for_authorization(story, &person, "&client_id=quickstart");
        person.sees("[data-part=notice]");
        audit.of(&person, "the error page");
        audit.ends();
    });
}

#[test]
fn the_pages_for_codes_shut_nobody_out() {
    story(Scene::quickstart().with_plain_pages(), |story| {
        let mut audit = Audit::default();
        let person = story.person();
        for (connection, field, wrong, right) in [
            ("email", "email", "nobody@example", ADA.email),
            ("sms", "phone", "020 7946 0958", "+44 20 7946 0958"),
        ] {
            asks_for_authorization(story, &person, &format!("&connection={connection}"));
            person.sees(&format!("[name={field}]"));
            audit.of(&person, &format!("the page for a code by {connection}"));
            person.fills(field, wrong);
            person.submits();
            person.sees(&format!("[name={field}][aria-invalid=true]"));
            audit.of(
                &person,
                &format!("the page for a code by {connection}, no address"),
            );
            person.fills(field, right);
            person.submits();
            person.sees("[name=code]");
            audit.of(&person, &format!("the page that takes a code by {connection}"));
            person.fills("code", "no code");
            person.submits();
            person.sees("[name=code][aria-invalid=true]");
            audit.of(
                &person,
                &format!("the page that takes a code by {connection}, a wrong one"),
            );
        }
        audit.ends();
    });
}

#[test]
fn the_pages_behind_mails_shut_nobody_out() {
    story(Scene::quickstart().with("passwordless", "link"), |story| {
        let mut audit = Audit::default();
        let person = story.person();
        let outbox = format!("{}/dev/outbox", story.authority_origin());
        person.opens(&outbox);
        audit.of(&person, "the empty outbox");

        person.opens(&format!("{}/u/forgot-password", story.authority_origin()));
        person.sees("[name=email]");
        audit.of(&person, "the page for a forgotten password");
        person.fills("email", ADA.email);
        person.submits();
        person.no_longer_sees("[name=email]");
        audit.of(&person, "a mail is on its way");

        let mail = story.receives(ADA.email, 0);
        person.opens(mail.links.first().expect("the mail carries a link"));
        person.sees("[name=password]");
        audit.of(&person, "the page for a new password");
        person.fills("password", "abc");
        person.submits();
        person.sees("[name=password][aria-invalid=true]");
        audit.of(&person, "the page for a new password, a weak one");
        person.fills("password", STRONG);
        person.submits();
        person.no_longer_sees("[name=password]");
        audit.of(&person, "the password is changed");

        person.opens(&story.app_url());
        person.is_on("log-in");
        person.clicks("[data-part=switch][data-connection=email]");
        person.fills("email", ADA.email);
        person.submits();
        person.is_on("link-sent");
        let mail = story.receives(ADA.email, 1);
        person.opens(&outbox);
        person.sees("[data-part=message]");
        audit.of(&person, "the outbox");
        person.opens(mail.links.first().expect("the mail carries a link"));
        person.sees("[data-part=submit]");
        audit.of(&person, "the page behind a link");
        audit.ends();
    });
}
