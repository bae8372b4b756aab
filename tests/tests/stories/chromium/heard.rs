//! What somebody hears who does not see the widget, flow by flow, as it was reviewed: `tests/heard/` has it to read.

use vestibule_tests::{ADA, DIRECTORY, Fault, Person, Scene, Story, story};

use crate::steps::{STRONG, another_than, asks_for_code, enters};

/// A flow on one page, from its first screen to where it ends or leaves.
fn hears(name: &str, scene: Scene, goes: impl FnOnce(&Story, &Person)) {
    story(scene, |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.listens();
        goes(story, &person);
        person.has_heard_as_kept(name);
    });
}

/// Empty, wrong, locked out for a while, and right.
#[test]
fn logging_in() {
    hears("log-in", Scene::quickstart(), |story, ada| {
        ada.submits();
        ada.sees("[data-field=username][data-state=invalid]");
        ada.fills("username", ADA.email);
        ada.fills("password", "not the password");
        ada.submits();
        ada.notice();
        story.plays("/co/authenticate", Fault::too_many(Some(7)));
        ada.fills("password", ADA.password);
        ada.submits();
        ada.reads("[data-part=notice]", "7 seconds");
        ada.submits();
        ada.hears("authenticated");
    });
}

#[test]
fn creating_an_account() {
    hears("sign-up", Scene::quickstart(), |_, eve| {
        eve.switches_to("sign-up");
        eve.is_on("sign-up");
        eve.fills("email", "eve");
        eve.fills("password", "abc");
        eve.submits();
        eve.sees("[data-field=email][data-state=invalid]");
        eve.fills("email", ADA.email);
        eve.fills("password", STRONG);
        eve.submits();
        eve.reads("[data-part=notice]", "you may already have one");
        eve.fills("email", "eve@example.com");
        eve.submits();
        eve.hears("authenticated");
    });
}

#[test]
fn asking_for_a_new_password() {
    hears("reset", Scene::quickstart(), |_, ada| {
        ada.switches_to("forgot-password");
        ada.is_on("forgot-password");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("mail-sent");
    });
}

#[test]
fn a_code_by_mail() {
    hears("code", Scene::quickstart(), |story, ada| {
        let code = asks_for_code(story, ada, ADA.email, 0);
        enters(ada, &another_than(&code));
        ada.sees("[data-field=code][data-state=invalid]");
        enters(ada, &code);
        ada.hears("authenticated");
    });
}

/// A complete code says that it is about to go, is held back, and goes when it is told to.
#[test]
fn a_code_that_goes_off_by_itself() {
    let scene = Scene::of("hooks").with("connections", vec!["Username-Password-Authentication", "email"]);
    hears("complete-code", scene, |story, ada| {
        let code = asks_for_code(story, ada, ADA.email, 0);
        ada.fills("code", &code);
        ada.clicks("[data-part=cancel]");
        ada.submits();
        ada.hears("authenticated");
    });
}

/// A number that is none, then one in the form of its country.
#[test]
fn a_text_message() {
    let scene = Scene::of("hooks").with("connections", vec!["Username-Password-Authentication", "sms"]);
    hears("text-message", scene, |story, person| {
        person.switches_to("passwordless");
        person.is_on("passwordless");
        person.fills("phone", "12");
        person.submits();
        person.sees("[data-field=phone][data-state=invalid]");
        person.fills("phone", "+44 20 7946 0958");
        person.submits();
        person.is_on("code");
        let message = story.receives("+442079460958", 0);
        enters(person, &message.code.expect("the message carries a code"));
        person.hears("authenticated");
    });
}

/// Left out, and then another one.
#[test]
fn a_picture_to_be_copied() {
    let scene = Scene::of("captcha")
        .with_captchas()
        .with_authority("[captcha]\nlogin = 'always'");
    hears("picture", scene, |_, ada| {
        ada.sees("[data-part=picture] img");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.sees("[data-part=captcha][data-state=invalid]");
        let src = ada.runs("return document.querySelector('[data-part=picture] img').src");
        ada.clicks("[data-part=another]");
        ada.sees(&format!(
            "[data-part=picture] img:not([src='{}'])",
            src.as_str().expect("an address")
        ));
    });
}

#[test]
fn a_link_by_mail() {
    hears(
        "link",
        Scene::quickstart().with("passwordless", "link"),
        |story, ada| {
            ada.clicks("[data-part=switch][data-connection=email]");
            ada.is_on("passwordless");
            ada.fills("email", ADA.email);
            ada.submits();
            ada.is_on("link-sent");
            let mail = story.receives(ADA.email, 0);
            let waiting = ada.opens_tab(mail.links.first().expect("the mail carries a link"));
            ada.submits();
            ada.hears("authenticated");
            ada.looks_at(waiting);
            ada.hears("authenticated");
        },
    );
}

/// Closed before it was finished, and tried again.
#[test]
fn a_popup() {
    hears(
        "popup",
        Scene::quickstart().with("social", "popup"),
        |_, person| {
            person.runs("const open = window.open; window.open = () => (window.open = open, null)");
            person.chooses("google-oauth2");
            person.reads("[data-part=notice]", "blocked");
            person.chooses("google-oauth2");
            let page = person.looks_at_popup();
            person.picks_the_first_account();
            person.looks_at(page);
            person.hears("authenticated");
        },
    );
}

#[test]
fn a_companys_directory() {
    hears(
        "company",
        Scene::quickstart().with_authority(DIRECTORY),
        |_, ada| {
            ada.fills("username", "ada@corp.test");
            ada.submits();
            ada.is_on("corporate");
            ada.fills("password", "not the password");
            ada.submits();
            ada.notice();
            ada.fills("password", "winter at the office");
            ada.submits();
            ada.hears("authenticated");
        },
    );
}

/// The server is away, and comes back.
#[test]
fn a_server_that_is_away() {
    hears("unreachable", Scene::quickstart(), |story, ada| {
        story.holds("/oauth/token", Fault::HangUp);
        ada.logs_in_as(ADA.email, ADA.password);
        ada.reads("[data-part=notice]", "again");
        story.mends();
        ada.fills("password", ADA.password);
        ada.submits();
        ada.hears("authenticated");
    });
}

/// The app's own fields and its terms, left out and then filled in.
#[test]
fn fields_of_the_apps_own() {
    let scene = Scene::of("hooks")
        .with("terms_of_service", "/terms")
        .with("accept_terms", true);
    hears("own-fields", scene, |_, eve| {
        eve.switches_to("sign-up");
        eve.is_on("sign-up");
        eve.fills("email", "eve@example.com");
        eve.fills("password", STRONG);
        eve.submits();
        eve.sees("[data-field=given_name][data-state=invalid]");
        eve.fills("given_name", "Eve");
        eve.sees("select[name=plan] option[value=l]");
        eve.clicks("select[name=plan] option[value=l]");
        eve.clicks("[name=age]");
        eve.clicks("[name=terms]");
        eve.submits();
        eve.hears("authenticated");
    });
}
