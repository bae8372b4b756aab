//! oidc-provider from npm, certified and not ours, as the server of the unmodified redirect example: only its config differs.

use serde_json::json;
use vestibule_tests::{Guest, Person, Scene, guest};

fn scene() -> Scene {
    Scene::session("redirect")
}

/// Logs in at the server's own pages, where the person stands already: a name, any password, and consent.
fn logs_in_there(person: &Person) {
    person.fills_in("[name=login]", "ada");
    person.fills_in("[name=password]", "any will do");
    person.clicks("[type=submit]");
    // The next page asks for consent.
    person.no_longer_sees("[name=login]");
    person.clicks("[type=submit]");
}

fn logged_in(guest: &Guest) -> Person {
    let person = guest.visitor();
    person.clicks("[data-part=login-button]");
    logs_in_there(&person);
    person.hears("authenticated");
    assert_eq!(person.claims()["sub"], "ada");
    person
}

fn knows_who_it_is(person: &Person) {
    person.clicks("#user-info");
    person.reads("#api", "user info of ada");
}

/// Makes every access token that is kept look as if it had to be renewed, as time would, and begins the page anew.
fn ages_tokens(person: &Person) {
    person.runs(
        "const key = Object.keys(localStorage).find((key) => key.startsWith('vestibule.') && !key.endsWith('.word'));
         const session = JSON.parse(localStorage[key]);
         for (const token of Object.values(session.access)) token.renew_at_s = 1;
         localStorage[key] = JSON.stringify(session);",
    );
    person.reloads();
    person.hears("restored");
}

#[test]
fn discovery_and_a_code_with_pkce_end_in_a_session() {
    guest(scene(), &json!({}), |guest| {
        let person = logged_in(guest);
        assert_eq!(person.address(), guest.app_url());
        knows_who_it_is(&person);
    });
}

#[test]
fn the_hybrid_flow_ends_in_the_same() {
    let scene = scene().with("response_type", "code id_token");
    guest(scene, &json!({}), |guest| knows_who_it_is(&logged_in(guest)));
}

#[test]
fn a_pushed_request_ends_in_the_same_when_the_server_insists() {
    guest(scene(), &json!({ "par": true }), |guest| {
        knows_who_it_is(&logged_in(guest));
    });
}

#[test]
fn a_page_that_is_loaded_anew_logs_in_silently() {
    guest(scene(), &json!({}), |guest| {
        let person = logged_in(guest);
        person.reloads();
        person.hears("restored");
        knows_who_it_is(&person);
    });
}

#[test]
fn a_login_in_a_window_ends_in_the_same() {
    guest(scene(), &json!({}), |guest| {
        let person = guest.visitor();
        person.clicks("[data-part=login-button]:nth-of-type(2)");
        let page = person.looks_at_popup();
        logs_in_there(&person);
        person.looks_at(page);
        person.hears("authenticated");
        knows_who_it_is(&person);
    });
}

#[test]
fn tokens_are_bound_to_a_key_and_its_proofs_are_taken() {
    let scene = scene().with("binding", "dpop").with("storage", "browser");
    guest(scene, &json!({}), |guest| {
        let person = logged_in(guest);
        knows_who_it_is(&person);
        ages_tokens(&person);
        person.clicks("#token");
        person.reads("#api", "a DPoP token");
        person.hears("renewed");
        knows_who_it_is(&person);
    });
}

#[test]
fn refresh_tokens_rotate_and_one_that_is_used_again_ends_the_session() {
    let scene = scene().with("storage", "browser").with("silent", "never");
    guest(scene, &json!({}), |guest| {
        let person = logged_in(guest);
        person.runs("sessionStorage.old = JSON.stringify({ ...localStorage })");
        ages_tokens(&person);
        person.clicks("#token");
        person.hears("renewed");
        // Somebody puts an old copy back, as a thief would use one.
        person.runs("Object.assign(localStorage, JSON.parse(sessionStorage.old))");
        ages_tokens(&person);
        person.clicks("#token");
        person.hears("ended");
        person.reads("#api", "login_required");
    });
}

#[test]
fn a_logout_leads_over_the_server_and_back() {
    guest(scene(), &json!({}), |guest| {
        let person = logged_in(guest);
        person.clicks("#log-out");
        // The server asks whether its own session is to end as well.
        person.clicks("[name=logout][value=yes]");
        person.sees("[data-part=login-button]");
        person.clicks("[data-part=login-button]");
        person.sees("[name=login]");
    });
}
