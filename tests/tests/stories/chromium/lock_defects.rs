//! What teams suffered from in Lock and cannot happen here, as far as it takes a browser to see it. The others have tests elsewhere:
//! docs/from-lock.md names them all.

use vestibule_tests::{ADA, Fault, Scene, story};

#[test]
fn ios_does_not_zoom_no_input_is_smaller_than_sixteen_pixels() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        for screen in ["log-in", "sign-up", "forgot-password"] {
            if screen != "log-in" {
                person.switches_to(screen);
            }
            person.is_on(screen);
            let smallest = person.runs(
                "const inputs = [...document.querySelectorAll('[data-part=root] input, [data-part=root] select')];
                 return Math.min(...inputs.map((input) => parseFloat(getComputedStyle(input).fontSize)))",
            );
            assert!(
                smallest.as_f64().is_some_and(|size| size >= 16.0),
                "{screen}: {smallest}"
            );
            if screen != "log-in" {
                person.switches_to("log-in");
            }
        }
    });
}

#[test]
fn in_a_container_the_widget_is_as_high_as_what_it_holds() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        let excess = person.runs(
            "const root = document.querySelector('[data-part=root]');
             const box = document.createElement('div');
             root.replaceWith(box);
             box.append(root);
             const last = [...root.querySelectorAll('*')].map((part) => part.getBoundingClientRect().bottom);
             return root.getBoundingClientRect().bottom - Math.max(...last)",
        );
        assert!(
            excess
                .as_f64()
                .is_some_and(|pixels| (0.0..=64.0).contains(&pixels)),
            "empty below the last part: {excess}"
        );
    });
}

#[test]
fn the_password_field_stays_where_it_is_for_password_managers_while_a_company_takes_over() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.runs("document.querySelector('[name=password]').dataset.kept = 'yes'");
        person.fills("password", "filled by a manager");
        person.fills("username", "ada@acme.test");
        person.reads("[data-part=status]", "acme.test");
        person.no_longer_sees("[name=password]");
        let kept = person.runs(
            "const input = document.querySelector('[name=password]');
             return [input.dataset.kept, input.value, input.type, input.autocomplete]",
        );
        assert_eq!(
            kept,
            serde_json::json!(["yes", "filled by a manager", "password", "current-password"])
        );
        person.fills("username", ADA.email);
        person.sees("[name=password][data-kept=yes]");
    });
}

#[test]
fn the_focus_is_not_lost_after_an_error() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.logs_in_as(ADA.email, "not the password");
        assert!(!person.notice().is_empty());
        person.has_focus_on("password");
        assert!(
            person.has("[role=alert] [data-part=notice]"),
            "a screen reader hears of it"
        );
    });
}

#[test]
fn settings_that_hang_do_not_keep_the_developer_or_the_person_waiting_for_ever() {
    story(Scene::quickstart(), |story| {
        story.holds("/client/quickstart.js", Fault::Silence);
        let person = story.visitor();
        person.sees("[data-part=root][data-screen=loading] [data-part=skeleton]");
        person.is_on("stopped");
        story.mends();
        person.clicks("[data-part=remedy]");
        person.is_on("log-in");
    });
}

#[test]
fn nothing_that_is_typed_goes_to_anybody_before_it_is_sent_and_to_nobody_else_then() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        story.forget_requests();
        person.fills("username", ADA.email);
        person.fills("password", ADA.password);
        person.presses_key(vestibule_tests::Key::Tab);
        assert_eq!(story.requests(), [], "no lookup of an address, no picture of it");
        person.submits();
        person.hears("authenticated");
        // The policy of the page lets nothing out to others, and a story ends without a violation of it.
        let elsewhere = person.runs(
            "const known = [location.origin, new URL(performance.getEntriesByType('resource')
                .find((entry) => entry.name.includes('/co/authenticate')).name).origin];
             return performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
                .filter((url) => url.protocol !== 'data:' && !known.includes(url.origin)).map(String)",
        );
        assert_eq!(elsewhere, serde_json::json!([]));
    });
}

#[test]
fn the_button_can_be_reached_on_a_small_screen_whatever_stands_above_it() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.switches_to("sign-up");
        person.is_on("sign-up");
        person.fills("password", "a");
        let reached = person.runs(
            "document.documentElement.style.setProperty('inline-size', '320px');
             const button = document.querySelector('[data-part=submit]');
             button.scrollIntoView({ block: 'center' });
             const at = button.getBoundingClientRect();
             const found = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
             return button === found || button.contains(found)",
        );
        assert_eq!(reached, serde_json::json!(true));
    });
}
