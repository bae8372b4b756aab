//! Captchas (situation D of a team that comes from Lock): when one is asked for, what it stops, and when there is another.

#[path = "../world/mod.rs"]
mod world;

mod wanted;
mod answers;
mod scripts;

use vestibule_flow::{Config, Field, FieldProblem, NoticeKind};

use world::{Http, Server, World, config, json};

const PICTURE: &str =
    r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#;

fn picture() -> Http {
    json(200, PICTURE)
}

fn with(challenge: fn() -> Http) -> World {
    World::with(
        Config {
            captcha: true,
            ..config()
        },
        Server {
            challenge,
            ..Server::default()
        },
    )
}

fn asked(world: &World) -> Vec<&str> {
    let challenges = world.requests.iter().filter(|path| path.ends_with("/challenge"));
    challenges.map(String::as_str).collect()
}

fn log_in(world: &mut World, answer: &str) {
    world.submit(&[
        (Field::Username, "ada@example.com"),
        (Field::Password, "secret words"),
        (Field::Captcha, answer),
    ]);
}

fn problem(world: &World) -> Option<FieldProblem> {
    world.view().captcha.expect("it is shown").problem
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}
