//! Closing the widget gives up what is under way.

use vestibule_flow::{Effect, Intent};

use crate::world::{Server, World, config};

#[test]
fn closing_gives_up_what_is_under_way() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    world.person(Intent::Close);
    world.release();
    assert_eq!(world.names(), ["shown", "submitted", "cancelled", "closed"]);
}

#[test]
fn a_widget_can_be_closed_while_it_loads() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { .. }),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.person(Intent::Close);
    assert_eq!(world.names(), ["closed"]);
}

#[test]
fn closing_while_the_keys_are_waited_for_is_told() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("jwks.json")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    world.person(Intent::Close);
    assert_eq!(world.names(), ["shown", "submitted", "cancelled", "closed"]);
}
