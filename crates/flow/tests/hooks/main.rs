//! The app is asked before and after each step: nothing goes out or counts before it has agreed.

#[path = "../world/mod.rs"]
mod world;

mod asked;
mod refused;
mod named;
mod pictures;

use vestibule_flow::{Config, Field, No, NoticeKind, Question, Reply, Step};

use world::{Server, World, config};

const ADA: [(Field, &str); 2] = [
    (Field::Username, "ada@example.com"),
    (Field::Password, "secret words"),
];
const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn hooked() -> Config {
    Config {
        hooks: true,
        ..config()
    }
}

fn answering(app: fn(&Question) -> Reply) -> World {
    World::with(
        hooked(),
        Server {
            app,
            ..Server::default()
        },
    )
}

fn steps(world: &World) -> Vec<(&'static str, Step)> {
    let step = |question: &Question| match question {
        Question::Before { step, .. } => Some(("before", *step)),
        Question::After { step, .. } => Some(("after", *step)),
        _ => None,
    };
    world.asked.iter().filter_map(step).collect()
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}

/// Refuses one step at one time and agrees to all others.
fn no_before(step: Step, question: &Question) -> Reply {
    match question {
        Question::Before { step: asked, .. } if *asked == step => Reply::Refuse(No::saying("Not today")),
        _ => Reply::GoOn,
    }
}
