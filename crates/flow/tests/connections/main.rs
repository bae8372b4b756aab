//! Which connection a login uses, and what is on the screen: situations A, B and C of a team that comes from Lock.

#[path = "../world/mod.rs"]
mod world;

mod passwords;
mod screens;
mod companies;
mod codes;

use vestibule_flow::{Config, Field, Intent, Purpose, ScreenName, Typed, View};

use world::{World, body_of};

const SOCIAL: &str = "google-oauth2 google";
const DATABASE: &str = "auth0 db";
const COMPANY: &str = "samlp acme acme.test";
const OTHER_COMPANY: &str = "waad other other.test";
const DIRECTORY: &str = "auth0-adldap corp corp.test";
const DIRECTORY_FOR_ALL: &str = "ad staff";

fn realm(world: &World) -> String {
    let bodies = body_of(&world.effects, "/co/authenticate");
    let body: serde_json::Value = serde_json::from_str(bodies.last().expect("sent")).expect("JSON");
    body["realm"].as_str().expect("a realm").to_owned()
}

fn goes(config: Config, connections: &[&str], name: &str) -> (World, Option<String>) {
    let mut world = World::offering(config, connections);
    world.person(Intent::Typed(Field::Username, Typed::new(name)));
    world.submit(&[(Field::Username, name), (Field::Password, "secret words")]);
    let realm = (!body_of(&world.effects, "/co/authenticate").is_empty()).then(|| realm(&world));
    (world, realm)
}

/// What stands on a screen, a letter each: T the way to sign up, S social buttons, C a company's button, E an address, U a
/// user name, P a password, p one that is out of the way, F the way to a new password, B the way back, G the main button.
fn drawn(view: &View) -> String {
    let mut letters = String::new();
    let has = |to| view.switches.iter().any(|switch| switch.to == to);
    if has(ScreenName::LogIn) {
        letters.push('B');
    }
    if has(ScreenName::SignUp) {
        letters.push('T');
    }
    for button in &view.connections {
        letters.push(if button.domain.is_some() { 'C' } else { 'S' });
    }
    for field in &view.fields {
        letters.push(match (field.field, field.purpose, field.hidden) {
            (Field::Email, ..) | (_, Purpose::LoginEmail, _) => 'E',
            (Field::Username, ..) => 'U',
            (Field::Password, _, false) => 'P',
            (Field::Password, _, true) => 'p',
            _ => '?',
        });
    }
    if has(ScreenName::ForgotPassword) {
        letters.push('F');
    }
    if view.submit.is_some() {
        letters.push('G');
    }
    letters
}
