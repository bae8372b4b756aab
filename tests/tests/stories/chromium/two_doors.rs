//! Two widgets on one page, one inline and one modal: each answers for itself alone.

use vestibule_tests::{ADA, Audit, Key, Person, Scene, Story, story};

const CUSTOMERS: &str = "main [data-part=root]";
const STAFF: &str = "dialog [data-part=root]";
const STAFF_SUBMIT: &str = "dialog [data-part=submit]";

fn scene() -> Scene {
    Scene::of("two-doors")
}

/// Somebody before the page with the dialog still closed.
fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.sees(&format!("{CUSTOMERS}[data-screen=log-in]"));
    person
}

fn opens_the_staff_door(person: &Person) {
    person.clicks("#staff-door");
    person.sees(&format!("{STAFF}[data-screen=passwordless]"));
}

/// What was heard at a door.
fn heard_at(person: &Person, door: &str) -> Vec<String> {
    let list = person.runs(&format!(
        "return [...document.querySelectorAll('#events li[data-door={door}]')].map((li) => li.dataset.event)"
    ));
    serde_json::from_value(list).expect("a list of names")
}

/// Waits for an event at a door.
fn hears_at(person: &Person, door: &str, event: &str) {
    person.sees(&format!("#events li[data-door={door}][data-event={event}]"));
}

/// Whether the focus is in the dialog, or with the browser itself, which Tab also visits.
fn focus_is_inside(person: &Person) -> bool {
    person
        .runs("const e = document.activeElement; return e === document.body || e.closest('dialog') !== null")
        == true
}

#[test]
fn no_id_occurs_twice_and_every_reference_stays_in_its_widget() {
    story(scene(), |story| {
        let person = visitor(story);
        opens_the_staff_door(&person);
        let strays = person.runs(
            "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); \
             const doubled = ids.filter((id, at) => ids.indexOf(id) !== at); \
             const roots = [...document.querySelectorAll('[data-part=root]')]; \
             const names = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls']; \
             const led = roots.flatMap((root) => names.flatMap((name) => \
               [...root.querySelectorAll(`[${name}]`)].flatMap((e) => e.getAttribute(name).split(' ')) \
                 .filter((id) => root.querySelector(`[id='${id}']`) === null))); \
             return [roots.length, ...doubled, ...led]",
        );
        assert_eq!(strays, serde_json::json!([2]));
    });
}

#[test]
fn the_dialog_is_named_by_the_title_of_its_screen() {
    story(scene(), |story| {
        let person = visitor(story);
        opens_the_staff_door(&person);
        let [name, title] = [
            "document.querySelector('dialog').getAttribute('aria-labelledby')",
            "document.querySelector('dialog [data-part=title]').id",
        ]
        .map(|script| person.runs(&format!("return {script}")));
        assert!(title.is_string());
        assert_eq!(name, title);
    });
}

#[test]
fn a_login_at_one_door_leaves_the_other_as_it_was() {
    story(scene(), |story| {
        let ada = visitor(story);
        ada.fills_in(&format!("{CUSTOMERS} [name=username]"), "somebody else");
        opens_the_staff_door(&ada);
        ada.fills("email", ADA.email);
        ada.clicks(STAFF_SUBMIT);
        ada.is_on("code");
        let code = story
            .receives(ADA.email, 0)
            .code
            .expect("the mail carries a code");
        ada.fills("code", &code);
        ada.clicks(STAFF_SUBMIT);
        hears_at(&ada, "staff", "authenticated");
        assert_eq!(ada.claims()["aud"], "legacy");
        assert_eq!(heard_at(&ada, "customers"), ["shown"]);
        ada.sees(&format!("{CUSTOMERS}[data-screen=log-in]"));
        assert_eq!(ada.value("username"), "somebody else");

        ada.no_longer_sees("dialog");
        let staff = heard_at(&ada, "staff");
        ada.logs_in_as(ADA.email, ADA.password);
        hears_at(&ada, "customers", "authenticated");
        assert_eq!(ada.claims()["aud"], "quickstart");
        assert_eq!(heard_at(&ada, "staff"), staff);
    });
}

#[test]
fn a_redirect_from_the_dialog_comes_back_to_the_dialog() {
    story(scene(), |story| {
        let person = visitor(story);
        opens_the_staff_door(&person);
        person.chooses("acme");
        let account = person.picks_the_first_account();
        hears_at(&person, "staff", "authenticated");
        assert_eq!(person.claims()["email"], account);
        assert_eq!(person.claims()["aud"], "legacy");
        person.sees(&format!("{CUSTOMERS}[data-screen=log-in]"));
        assert_eq!(heard_at(&person, "customers"), ["shown"]);
        assert_eq!(person.address(), format!("{}callback", story.app_url()));
    });
}

#[test]
fn a_redirect_from_the_page_comes_back_to_the_page() {
    story(scene(), |story| {
        let person = visitor(story);
        person.chooses("google-oauth2");
        person.picks_the_first_account();
        hears_at(&person, "customers", "authenticated");
        assert_eq!(person.claims()["aud"], "quickstart");
        assert_eq!(heard_at(&person, "staff"), Vec::<String>::new());
        assert_eq!(person.address(), story.app_url());
    });
}

#[test]
fn escape_and_the_button_close_the_dialog_and_give_the_focus_back() {
    story(scene(), |story| {
        let person = visitor(story);
        let close: [&dyn Fn(); 2] = [&|| person.presses_key(Key::Escape), &|| {
            person.clicks("dialog [data-part=close]");
        }];
        for (times, close) in (1..).zip(close) {
            person.tabs_to("staff-door");
            person.presses_key(Key::Enter);
            person.sees(&format!("{STAFF}[data-screen=passwordless]"));
            person.has_focus_on("email");
            close();
            person.no_longer_sees("dialog");
            person.has_focus_on("staff-door");
            person.hears_times("closed", times);
        }
        assert_eq!(heard_at(&person, "customers"), ["shown"]);
    });
}

#[test]
fn the_focus_stays_inside_the_dialog_while_it_is_open() {
    story(scene(), |story| {
        let person = visitor(story);
        opens_the_staff_door(&person);
        person.has_focus_on("email");
        let mut seen = Vec::new();
        for _ in 0..16 {
            person.presses_key(Key::Tab);
            assert!(focus_is_inside(&person), "on {:?}", person.focused());
            seen.extend(person.focused());
        }
        for wanted in ["close", "acme", "email", "submit"] {
            assert!(seen.iter().any(|name| name == wanted), "{wanted} in {seen:?}");
        }
    });
}

#[test]
fn the_page_with_the_dialog_open_shuts_nobody_out() {
    story(scene(), |story| {
        let mut audit = Audit::default();
        let person = visitor(story);
        audit.of(&person, "the dialog closed");
        opens_the_staff_door(&person);
        audit.of(&person, "the dialog open");
        person.clicks(STAFF_SUBMIT);
        person.sees("dialog [name=email][aria-invalid=true]");
        audit.of(&person, "the dialog with an error");
        audit.ends();
    });
}
