//! Logging in at the server's own pages: by redirect and back, by popup, and what happens when that goes wrong.

#[path = "../world/mod.rs"]
mod world;

mod leaving;
mod back;
mod popup;
mod stopped;

use vestibule_flow::{Intent, Keep};

use world::{World, config, transaction};

/// A page that left for a provider: what it kept, and the state it went with.
fn left() -> (World, Vec<Keep>, String) {
    let mut world = World::new(config());
    world.person(Intent::Choose("google-oauth2".into()));
    let kept = world.kept.clone();
    (world, kept, transaction(1).state().expose().to_owned())
}
