//! Every screen of the widget, in the quickstart, in every state that looks different.

use vestibule_tests::{ADA, Audit, Fault, Person, Scene, Story, story};

const SETTINGS: &str = "/client/quickstart.js";

/// Opens the app anew.
fn starts_over(story: &Story, person: &Person) {
    person.opens(&story.app_url());
    person.is_on("log-in");
}

#[test]
fn the_screens_before_and_after_logging_in_shut_nobody_out() {
    story(Scene::quickstart().with("social", "popup"), |story| {
        let mut audit = Audit::default();
        // First of all, while no answer is in the browser's cache.
        story.authority_stops();
        let ada = story.visitor();
        ada.is_on("stopped");
        audit.of(&ada, "stopped");
        story.authority_starts_again();

        story.plays(SETTINGS, Fault::Silence);
        ada.opens(&story.app_url());
        ada.is_on("loading");
        audit.of(&ada, "loading");

        starts_over(story, &ada);
        audit.of(&ada, "log-in");
        ada.submits();
        ada.sees("[name=password][aria-invalid=true]");
        audit.of(&ada, "log-in, both fields empty");
        ada.logs_in_as(ADA.email, "not this one");
        ada.notice();
        audit.of(&ada, "log-in, wrong password");
        ada.chooses("google-oauth2");
        let page = ada.looks_at_popup();
        ada.looks_at(page);
        ada.sees("[data-part=root][data-state=in-popup]");
        audit.of(&ada, "log-in, a popup open");
        ada.clicks("[data-part=cancel]");
        ada.sees("[data-part=root][data-state=idle]");

        ada.logs_in_as(ADA.email, ADA.password);
        ada.is_on("signed-in");
        ada.clicks("#call-api");
        ada.reads("#api", "200");
        audit.of(&ada, "signed-in");
        audit.ends();
    });
}

#[test]
fn the_screens_for_a_new_or_forgotten_password_shut_nobody_out() {
    story(Scene::quickstart(), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.is_on("log-in");
        person.switches_to("sign-up");
        person.is_on("sign-up");
        audit.of(&person, "sign-up");
        person.submits();
        person.sees("[name=password][aria-invalid=true]");
        audit.of(&person, "sign-up, every field empty");
        person.fills("email", "nobody");
        person.fills("password", "abcdefgh");
        person.submits();
        person.sees("[name=email][aria-invalid=true]");
        person.sees("[data-part=rule][data-state=kept]");
        person.sees("[data-part=rule][data-state=broken]");
        audit.of(&person, "sign-up, a weak password");
        person.clicks("[data-part=toggle-password]");
        person.sees("[data-part=toggle-password][aria-pressed=true]");
        audit.of(&person, "sign-up, the password shown");

        starts_over(story, &person);
        person.switches_to("forgot-password");
        person.is_on("forgot-password");
        audit.of(&person, "forgot-password");
        person.fills("email", "nobody");
        person.submits();
        person.sees("[name=email][aria-invalid=true]");
        audit.of(&person, "forgot-password, no address");
        person.fills("email", ADA.email);
        person.submits();
        person.is_on("mail-sent");
        audit.of(&person, "mail-sent");
        audit.ends();
    });
}

#[test]
fn the_screens_for_codes_shut_nobody_out() {
    story(Scene::quickstart(), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        for (wire, field, wrong, right) in [
            ("email", "email", "nobody", ADA.email),
            ("sms", "phone", "12", "+44 20 7946 0958"),
        ] {
            starts_over(story, &person);
            person.clicks(&format!("[data-part=switch][data-connection={wire}]"));
            person.is_on("passwordless");
            audit.of(&person, &format!("passwordless by {wire}"));
            person.fills(field, wrong);
            person.submits();
            person.sees(&format!("[name={field}][aria-invalid=true]"));
            audit.of(&person, &format!("passwordless by {wire}, no address"));
            person.fills(field, right);
            person.submits();
            person.is_on("code");
            audit.of(&person, &format!("code by {wire}"));
        }
        person.submits();
        person.sees("[name=code][aria-invalid=true]");
        audit.of(&person, "code, none typed");
        person.fills("code", "000000");
        person.submits();
        person.notice();
        audit.of(&person, "code, a wrong one");
        audit.ends();
    });
}

#[test]
fn the_screen_after_a_link_was_sent_shuts_nobody_out() {
    story(Scene::quickstart().with("passwordless", "link"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.is_on("log-in");
        person.clicks("[data-part=switch][data-connection=email]");
        person.is_on("passwordless");
        audit.of(&person, "passwordless by link");
        person.fills("email", ADA.email);
        person.submits();
        person.is_on("link-sent");
        audit.of(&person, "link-sent");
        audit.ends();
    });
}

#[test]
fn every_theme_shuts_nobody_out() {
    story(Scene::quickstart(), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        for theme in ["dusk", "contrast"] {
            starts_over(story, &person);
            person.clicks(&format!("#theme option[value={theme}]"));
            person.sees(&format!("[data-part=root][data-theme={theme}]"));
            person.logs_in_as(ADA.email, "not this one");
            person.notice();
            audit.of(&person, &format!("log-in, wrong password, {theme}"));
            person.switches_to("sign-up");
            person.is_on("sign-up");
            person.fills("password", "abcdefgh");
            person.submits();
            person.sees("[name=password][aria-invalid=true]");
            audit.of(&person, &format!("sign-up, a weak password, {theme}"));
        }
        audit.ends();
    });
}
