//! The options of a config, one by one: each changes what it says it changes.

#[path = "../world/mod.rs"]
mod world;

mod shown;
mod requests;

use vestibule_flow::{Field, ScreenName};

use world::World;

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn to(world: &World) -> Vec<ScreenName> {
    world.view().switches.iter().map(|switch| switch.to).collect()
}
