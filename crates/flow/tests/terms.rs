//! The terms of an app: on which screens they stand, and the tick that accepts them.

mod world;

use vestibule_flow::{
    Accept, Config, Field, FieldProblem, FocusPlace, InitialScreen, Intent, ScreenName, Typed,
};
use world::{World, body_of, config};

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn with_terms(accept: bool) -> Config {
    Config {
        accept_terms: accept,
        ..config().terms("https://example.com/terms", "/privacy")
    }
}

#[test]
fn situation_h_terms_are_shown_where_an_account_may_come_of_it_and_nowhere_else() {
    assert_eq!(
        World::new(config().initial_screen(InitialScreen::SignUp))
            .view()
            .terms,
        None
    );
    let mut world = World::new(with_terms(false));
    assert_eq!(world.view().terms, None, "not on log-in");
    world.go_passwordless("email");
    assert!(world.view().terms.is_some());
    world.go(ScreenName::LogIn);
    world.go(ScreenName::SignUp);
    let terms = world.view().terms.expect("on sign-up");
    assert_eq!(
        terms.terms_of_service.as_deref(),
        Some("https://example.com/terms")
    );
    assert_eq!(terms.privacy_policy.as_deref(), Some("/privacy"));
    assert_eq!(terms.accept, Accept::Silently);
    world.submit(&NEW);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_h_a_tick_that_is_asked_for_has_to_be_set() {
    let mut world = World::new(with_terms(true).initial_screen(InitialScreen::SignUp));
    world.submit(&NEW);
    assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Terms));
    let not_accepted = |world: &World| match world.view().terms.map(|terms| terms.accept) {
        Some(Accept::ByTick { problem, .. }) => problem,
        other => panic!("{other:?}"),
    };
    assert_eq!(not_accepted(&world), Some(FieldProblem::NotAccepted));
    world.person(Intent::Typed(Field::Terms, Typed::new("on")));
    assert_eq!(not_accepted(&world), None);
    world.person(Intent::Typed(Field::Terms, Typed::new("")));
    world.submit(&NEW);
    assert!(
        body_of(&world.effects, "/dbconnections/signup").is_empty(),
        "taken away again"
    );
    let accepted = [NEW[0], NEW[1], (Field::Terms, "on")];
    world.submit(&accepted);
    assert_eq!(world.screen(), ScreenName::SignedIn);

    let mut world = World::new(with_terms(true));
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "eve@example.com")]);
    assert_eq!(not_accepted(&world), Some(FieldProblem::NotAccepted));
}

#[test]
fn situation_h_an_account_at_a_provider_takes_the_tick_too_and_a_login_does_not() {
    let mut world = World::new(with_terms(true).initial_screen(InitialScreen::SignUp));
    world.person(Intent::Choose("google-oauth2".into()));
    assert!(world.left_for.is_empty());
    assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Terms));
    world.person(Intent::Typed(Field::Terms, Typed::new("on")));
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(world.left_for.len(), 1);

    let mut world = World::new(with_terms(true));
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(world.left_for.len(), 1);
}

#[test]
fn situation_h_where_providers_alone_are_offered_an_account_may_come_of_each() {
    let providers = |accept| with_terms(accept).connections(["google-oauth2", "facebook"]);
    let mut world = World::new(providers(false));
    assert_eq!(
        world.view().terms.map(|terms| terms.accept),
        Some(Accept::Silently)
    );
    world.person(Intent::Choose("facebook".into()));
    assert_eq!(world.left_for.len(), 1);

    let mut world = World::new(providers(true));
    world.person(Intent::Choose("facebook".into()));
    assert!(world.left_for.is_empty());
    assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Terms));
    world.person(Intent::Typed(Field::Terms, Typed::new("on")));
    world.person(Intent::Choose("facebook".into()));
    assert_eq!(world.left_for.len(), 1);
}

#[test]
fn situation_h_whoever_comes_by_a_company_agrees_where_the_terms_stand() {
    for connections in [
        ["auth0 db", "samlp acme acme.test"],
        ["auth0 db", "ad acme acme.test"],
    ] {
        let mut world = World::offering(
            with_terms(true).initial_screen(InitialScreen::SignUp),
            &connections,
        );
        let ada = (Field::Email, "ada@acme.test");
        world.submit(&[ada]);
        assert_eq!((world.screen(), world.left_for.len()), (ScreenName::SignUp, 0));
        assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Terms));
        world.submit(&[ada, (Field::Terms, "on")]);
        assert!(world.left_for.len() == 1 || world.screen() == ScreenName::Corporate);
    }
}

#[test]
fn situation_h_a_tick_stays_set_while_somebody_looks_elsewhere() {
    let mut world = World::offering(with_terms(true), &["auth0 db", "ad corp corp.test"]);
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::Terms, Typed::new("on")));
    world.go(ScreenName::LogIn);
    world.submit(&[(Field::Username, "ada@corp.test")]);
    world.go(ScreenName::LogIn);
    world.person(Intent::Typed(Field::Username, Typed::new("")));
    world.go(ScreenName::SignUp);
    let accept = world.view().terms.map(|terms| terms.accept);
    assert!(
        matches!(accept, Some(Accept::ByTick { initial: true, .. })),
        "{accept:?}"
    );
}
