//! What an app's own fields refuse, and which of them cannot be.

use vestibule_flow::{
    Config, ExtraField, Field, FieldProblem, FocusPlace, Intent, OwnWords, ScreenName, Typed,
};

use crate::world::{World, body_of, config};
use crate::{fields, problem, signing_up, submit};

#[test]
fn each_field_says_what_it_lacks_and_the_first_has_the_focus() {
    let mut world = signing_up(fields());
    submit(&mut world, &[("number", "3"), ("plan", "xl")]);
    assert!(body_of(&world.effects, "/dbconnections/signup").is_empty());
    assert_eq!(problem(&world, "given_name"), Some(FieldProblem::Missing));
    let said = FieldProblem::Said(OwnWords("Choose an even number".into()));
    assert_eq!(problem(&world, "number"), Some(said));
    assert_eq!(problem(&world, "plan"), Some(FieldProblem::NotAChoice));
    assert_eq!(problem(&world, "age"), Some(FieldProblem::NotAccepted));
    assert_eq!(problem(&world, "news"), None);
    assert_eq!(
        world.view().focus.place,
        FocusPlace::Field(Field::extra("given_name"))
    );
    // What is typed now takes its problem away.
    world.person(Intent::Typed(Field::extra("plan"), Typed::new("s")));
    assert_eq!(problem(&world, "plan"), None);
}

#[test]
fn an_optional_field_that_is_empty_passes_its_rule() {
    let mut world = signing_up(fields());
    submit(&mut world, &[("given_name", "Eve"), ("plan", "s"), ("age", "on")]);
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}

#[test]
fn names_keep_to_the_lengths_of_a_profile() {
    for (name, longest) in [
        ("given_name", 150),
        ("family_name", 150),
        ("name", 300),
        ("nickname", 300),
        ("x", 500),
    ] {
        let mut world = signing_up(vec![ExtraField::text(name, "Name")]);
        submit(&mut world, &[(name, &"é".repeat(longest + 1))]);
        let limit = u32::try_from(longest).unwrap();
        assert_eq!(
            problem(&world, name),
            Some(FieldProblem::TooLong(limit)),
            "{name}"
        );
        submit(&mut world, &[(name, &"é".repeat(longest))]);
        assert_eq!(
            body_of(&world.effects, "/dbconnections/signup").len(),
            1,
            "{name}"
        );
    }
}

#[test]
fn names_that_cannot_be_are_refused_at_the_start() {
    for name in [
        "",
        "two words",
        "email",
        "password",
        "client_id",
        "user_metadata",
        "organization",
        "max_age",
        "a-b",
    ] {
        let world = World::new(Config {
            sign_up_fields: vec![ExtraField::text(name, "X")],
            ..config()
        });
        assert_eq!(world.screen(), ScreenName::Stopped, "{name}");
        assert!(world.advice[0].contains("sign_up_fields"), "{:?}", world.advice);
    }
    let twice = vec![ExtraField::text("a", "A"), ExtraField::text("a", "B")];
    assert_eq!(
        World::new(Config {
            log_in_fields: twice,
            ..config()
        })
        .screen(),
        ScreenName::Stopped
    );
    let asks_nobody = vec![ExtraField::select_asked("a", "A")];
    assert_eq!(
        World::new(Config {
            sign_up_fields: asks_nobody,
            ..config()
        })
        .screen(),
        ScreenName::Stopped
    );
}

#[test]
fn the_apps_rule_holds_for_a_tick_too() {
    let of_age = ExtraField::checkbox("adult", "I am 18 or older")
        .optional()
        .check(|value| match value {
            "true" => Ok(()),
            _ => Err("This is for adults".into()),
        });
    let mut world = signing_up(vec![of_age]);
    submit(&mut world, &[("adult", "")]);
    let said = FieldProblem::Said(OwnWords("This is for adults".into()));
    assert_eq!(problem(&world, "adult"), Some(said));
    submit(&mut world, &[("adult", "on")]);
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}
