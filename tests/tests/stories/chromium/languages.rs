//! The widget in other languages than English.

use vestibule_tests::{ADA, Fault, Person, Scene, story};

fn chooses(person: &Person, tag: &str) {
    // The driver's click on the last entry of a closed list chooses nothing.
    person.sees("#language");
    person.runs(&format!(
        "const list = document.querySelector('#language');
         list.value = '{tag}';
         list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ));
}

#[test]
fn another_language_takes_the_place_of_english_and_loses_nothing_that_is_typed() {
    story(Scene::of("languages"), |story| {
        let ada = story.visitor();
        ada.reads("[data-part=title]", "Log in");
        ada.fills("username", ADA.email);
        ada.fills("password", "not the password");
        // The region has no file of its own.
        chooses(&ada, "de-AT");
        ada.reads("[data-part=title]", "Anmelden");
        ada.sees("[data-part=root][lang=de]");
        assert_eq!(ada.value("username"), ADA.email);
        ada.submits();
        assert!(ada.notice().contains("Passwort stimmt nicht"), "{}", ada.notice());

        chooses(&ada, "ar");
        ada.sees("[data-part=root][lang=ar][dir=rtl]");
        assert_eq!(
            ada.value("username"),
            ADA.email,
            "an error does not lose it either"
        );
        ada.fills("password", ADA.password);
        ada.submits();
        ada.hears("authenticated");
    });
}

#[test]
fn counts_are_said_as_the_language_says_them() {
    story(Scene::of("languages"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        chooses(&ada, "pl");
        ada.sees("[data-part=root][lang=pl]");
        ada.clicks("[data-part=switch][data-connection=email]");
        ada.is_on("passwordless");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("code");
        ada.reads("[data-part=resend]", "s");
        ada.switches_to("passwordless");
        ada.switches_to("log-in");
        ada.switches_to("sign-up");
        ada.reads("[data-part=policy]", "znaków");
    });
}

#[test]
fn a_language_that_does_not_come_leaves_the_one_that_stands_and_holds_nobody_up() {
    story(Scene::of("languages"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.runs("document.querySelector('#language option[value=ja]').value = 'tlh'");
        chooses(&ada, "tlh");
        ada.reads("[data-part=title]", "Log in");
        // Whatever stands stays, be it English or not.
        chooses(&ada, "de-AT");
        ada.reads("[data-part=title]", "Anmelden");
        chooses(&ada, "tlh");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        ada.sees("[data-part=root][lang=de]");
    });
}

#[test]
fn a_language_that_hangs_leaves_english_and_holds_nobody_up() {
    story(Scene::of("languages"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.runs(
            "const real = fetch;
             window.asked = false;
             window.fetch = (what, ...more) => {
                 if (!String(what.url ?? what).includes('/languages/ja')) return real(what, ...more);
                 window.asked = true;
                 return new Promise(() => {});
             };",
        );
        chooses(&ada, "ja");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        assert_eq!(ada.runs("return window.asked"), true, "the file was asked for");
        ada.reads("[data-part=title]", "You’re logged in");
    });
}

#[test]
fn the_first_screen_does_not_wait_for_a_language_that_hangs() {
    story(Scene::of("languages"), |story| {
        let ada = story.person();
        ada.prepares(
            "Object.defineProperty(navigator, 'languages', { get: () => ['ja'] });
             const real = fetch;
             window.asked = false;
             window.fetch = (what, ...more) => {
                 if (!String(what.url ?? what).includes('/languages/')) return real(what, ...more);
                 window.asked = true;
                 return new Promise(() => {});
             };",
        );
        ada.opens(&story.app_url());
        ada.is_on("log-in");
        assert_eq!(ada.runs("return window.asked"), true, "the file was asked for");
        ada.reads("[data-part=title]", "Log in");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
    });
}

#[test]
fn settings_and_languages_are_waited_for_separately() {
    story(Scene::of("languages"), |story| {
        story.delays("/client/quickstart.js");
        let ada = story.visitor();
        chooses(&ada, "de-AT");
        ada.sees("[data-part=root][data-screen=loading][lang=de]");
        story.mends();
        ada.reads("[data-part=title]", "Anmelden");
        story.plays("/co/authenticate", Fault::too_many(Some(7)));
        ada.logs_in_as(ADA.email, ADA.password);
        assert!(ada.notice().contains("in 7 Sekunden"), "{}", ada.notice());
    });
}
