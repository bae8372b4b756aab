//! The situations of a team that comes from Lock that no other file tells (I to O); G is told with the widget.

#[path = "../world/mod.rs"]
mod world;

mod typed;
mod settings;
mod refused;
mod shown;

use vestibule_flow::{Effect, Field, FieldProblem, NoticeKind};

use world::{Server, World, config, json};

const PASSWORD: &str = "Correct-horse-9";

/// A database whose accounts have names of 3 to 8 characters.
const NAMES: &str = r#"{"id":"app","strategies":[{"name":"auth0","connections":[{"name":"db","requires_username":true,
    "validation":{"username":{"min":3,"max":8}}}]}]}"#;

fn with_settings(settings: &str) -> World {
    let server = Server {
        connections: Some(settings.to_owned()),
        ..Server::default()
    };
    World::with(config(), server)
}

fn problem(world: &World, field: Field) -> Option<FieldProblem> {
    let found = world.view().fields.into_iter().find(|view| view.field == field);
    found.and_then(|view| view.problem)
}

/// A login that the server refuses with this body.
fn refused_with(body: &serde_json::Value) -> World {
    let mut world = World::new(config());
    // The server's own answers are functions without surroundings.
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate"));
    world.log_in();
    let Some(Effect::Http { ask, .. }) = world.held.pop_front() else {
        panic!("nothing is held")
    };
    world.server.hold = |_| false;
    world.reply(ask, vestibule_flow::Answer::Http(json(401, &body.to_string())));
    world
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}
