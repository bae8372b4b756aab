//! A widget that cannot begin: it stops, says why, and begins again where that can help.

use vestibule_flow::{Field, Intent, NoticeKind, Remedy, ScreenName};

use crate::world::{Server, World, config, text};

#[test]
fn a_server_that_tells_nothing_usable_stops_the_widget_until_a_retry() {
    type Http = Result<vestibule_protocol::Response, vestibule_flow::NetworkFault>;
    let dead: fn() -> Http = || Err(vestibule_flow::NetworkFault::Unreachable);
    let hotel: fn() -> Http = || text(200, "<html>");
    let faults = [
        (
            Server {
                settings: dead,
                ..Server::default()
            },
            NoticeKind::Unreachable,
        ),
        (
            Server {
                discovery: dead,
                ..Server::default()
            },
            NoticeKind::Unreachable,
        ),
        (
            Server {
                settings: hotel,
                ..Server::default()
            },
            NoticeKind::BrokenResponse,
        ),
        (
            Server {
                discovery: hotel,
                ..Server::default()
            },
            NoticeKind::BrokenResponse,
        ),
    ];
    for (server, kind) in faults {
        let mut world = World::with(config(), server);
        let notice = world.view().notice.unwrap();
        assert_eq!(
            (world.screen(), &notice.kind, notice.remedy),
            (ScreenName::Stopped, &kind, Some(Remedy::Retry))
        );
        assert_eq!(world.names(), ["failed", "screen-changed"]);
        world.server = Server::default();
        world.person(Intent::Remedy);
        assert_eq!(world.screen(), ScreenName::LogIn);
        world.submit(&[(Field::Username, "ada@example.com"), (Field::Password, "x")]);
        assert_eq!(world.screen(), ScreenName::SignedIn);
    }
}

#[test]
fn a_config_that_cannot_work_stops_at_once_and_tells_the_developer() {
    let world = World::new(vestibule_flow::Config::new("ftp://x", "app"));
    assert_eq!(world.screen(), ScreenName::Stopped);
    assert!(world.requests.is_empty());
    assert!(world.advice[0].contains("`issuer`"), "{}", world.advice[0]);
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Misconfigured);
}
