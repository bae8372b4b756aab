//! The widget as the server's own login page, and second factors (situation F of a team that comes from Lock).

#[path = "../world/mod.rs"]
mod world;

mod passwords;
mod second_factor;
mod request;

use vestibule_flow::{Config, NoticeKind};
use vestibule_protocol::hosted::HostedPage;

use world::{ISSUER, Server, World};

fn told(more: &str) -> Config {
    let told = format!(
        r#"{{"clientID":"app","callbackURL":"https://elsewhere.example.com/cb","auth0Tenant":"acme",
            "extraParams":{{"response_type":"code","scope":"openid","state":"waits","_csrf":"CSRF","_intstate":"waits"{more}}}}}"#
    );
    Config::hosted(
        ISSUER,
        &HostedPage::from_json(&told).expect("what a server tells its page"),
    )
}

fn hosted() -> World {
    World::new(told(""))
}

fn refusing(hosted: fn() -> world::Http) -> World {
    World::with(
        told(""),
        Server {
            hosted,
            ..Server::default()
        },
    )
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}
