//! Fields of the app's own: what they ask, what they refuse, and where their values go.

#[path = "../world/mod.rs"]
mod world;

mod sent;
mod rules;
mod choices;
mod filled_in;
mod user_names;

use vestibule_flow::{Choice, Config, ExtraField, Field, FieldProblem, ScreenName};

use world::{World, config};

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn is_even(text: &str) -> Result<(), String> {
    let even = text.parse::<u32>().is_ok_and(|number| number % 2 == 0);
    if even {
        Ok(())
    } else {
        Err("Choose an even number".into())
    }
}

fn fields() -> Vec<ExtraField> {
    let plans = [Choice::new("s", "Small"), Choice::new("l", "Large")];
    vec![
        ExtraField::text("given_name", "First name").at_root(),
        ExtraField::text("number", "Lucky number")
            .check(is_even)
            .optional(),
        ExtraField::select("plan", "Plan", plans),
        ExtraField::checkbox("news", "Send me news").optional(),
        ExtraField::checkbox("age", "I am of age"),
        ExtraField::hidden("source", "landing"),
    ]
}

fn signing_up(fields: Vec<ExtraField>) -> World {
    let mut world = World::new(Config {
        sign_up_fields: fields,
        hooks: true,
        ..config()
    });
    world.go(ScreenName::SignUp);
    world
}

fn submit(world: &mut World, extras: &[(&'static str, &str)]) {
    let extras = extras.iter().map(|(name, text)| (Field::extra(name), *text));
    let form: Vec<(Field, &str)> = NEW.into_iter().chain(extras).collect();
    world.submit(&form);
}

fn problem(world: &World, name: &'static str) -> Option<FieldProblem> {
    let view = world.view();
    let found = view.extras.iter().find(|extra| extra.field == Field::extra(name));
    found.expect("it is drawn").problem.clone()
}
