//! A mail's link: the tab that waits for it, the tab that it opens, and browsers that know nothing of it.

mod world;

use vestibule_flow::{
    Action, Answer, Area, Ask, Away, Config, Effect, Field, Intent, LoginError, LoginEvent, NoticeKind,
    PasswordlessMethod, Remedy, ScreenName, Status,
};
use world::{PAGE, Server, World, body_of, config, transaction};

/// An app that sends links and nothing else.
fn links() -> Config {
    config()
        .connections(["email"])
        .passwordless(PasswordlessMethod::Link)
}

/// A tab that waits for the link.
fn waiting(config: Config, server: Server) -> World {
    let mut world = World::with(config, server);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(world.screen(), ScreenName::LinkSent);
    world
}

/// The watches over the links' transactions, with the keys under which these are stored.
fn watches(world: &World) -> Vec<(Ask, String)> {
    let watch = |effect: &Effect| match effect {
        Effect::Watch { ask, key } => Some((*ask, key.clone())),
        _ => None,
    };
    world.effects.iter().filter_map(watch).collect()
}

fn opened_in_another_tab(world: &mut World) {
    let (ask, _) = watches(world).pop().expect("a watch");
    world.reply(ask, Answer::Woke);
}

/// Where the link leads.
fn address(entropy: u8) -> String {
    let state = transaction(entropy).by_mail().state().expose().to_owned();
    format!("{PAGE}?code=C&state={state}&iss=https%3A%2F%2Flogin.example.com%2F")
}

fn no_session() -> Vec<(String, String)> {
    vec![
        ("error".into(), "login_required".into()),
        ("state".into(), transaction(2).state().expose().into()),
        ("iss".into(), world::ISSUER.into()),
    ]
}

#[test]
fn a_link_carries_the_transaction_and_any_tab_of_this_browser_can_finish_it() {
    let world = World::new(links());
    assert_eq!(world.view().submit.unwrap().action, Action::SendLink);
    let world = waiting(links(), Server::default());
    let sent: serde_json::Value =
        serde_json::from_str(&body_of(&world.effects, "/passwordless/start")[0]).unwrap();
    assert_eq!(sent["send"], "link");
    assert_eq!(
        sent["authParams"]["state"],
        transaction(1).by_mail().state().expose()
    );
    assert_eq!(sent["authParams"]["response_type"], "code");
    assert!(sent["authParams"]["code_challenge"].is_string());
    assert_eq!(world.kept[0].area, Area::Browser);
    assert_eq!(world.kept[0].key, watches(&world)[0].1);
    assert_eq!(
        world.names(),
        ["shown", "submitted", "link-sent", "screen-changed"]
    );

    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. }),
        ..Server::default()
    };
    let mut other_tab = World::arriving(links(), server, &address(1), world.kept);
    other_tab.entropy = 1;
    other_tab.release();
    assert_eq!(other_tab.screen(), ScreenName::SignedIn);
}

#[test]
fn a_tab_that_waits_follows_the_link_that_was_opened_in_another() {
    let mut world = waiting(links(), Server::default());
    world.server.hold = |effect| matches!(effect, Effect::WebMessage { .. });
    opened_in_another_tab(&mut world);
    assert_eq!(world.view().status, Some(Status::LoggingIn));
    let Some(Effect::WebMessage { url, .. }) = world.held.front() else {
        panic!("the server was not asked")
    };
    for part in ["prompt=none", "login_hint=ada%40example.com"] {
        assert!(url.expose().contains(part), "{part} in {}", url.expose());
    }
    assert!(!url.expose().contains("login_ticket"), "{}", url.expose());
    world.release();
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert!(matches!(
        world.events.last(),
        Some(LoginEvent::ScreenChanged { .. })
    ));
    assert!(world.names().contains(&"authenticated"));
}

#[test]
fn a_tab_that_cannot_follow_says_where_to_go_on_and_stays_where_it_is() {
    let cases = [(Away::Redirect, Remedy::Redirect), (Away::Popup, Remedy::Popup)];
    for (fallback, remedy) in cases {
        let mut world = waiting(links().fallback(fallback), Server::default());
        world.server.message = |_| Ok(no_session());
        opened_in_another_tab(&mut world);
        let notice = world.view().notice.expect("a message");
        assert_eq!(notice.kind, NoticeKind::LinkOpenedElsewhere);
        assert_eq!(notice.remedy, Some(remedy));
        assert_eq!(world.screen(), ScreenName::LinkSent);
        assert!(world.left_for.is_empty(), "it left though nobody clicked");

        world.server.message = Server::default().message;
        world.person(Intent::Remedy);
        let gone = [&world.left_for[..], &world.opened[..]].concat();
        assert!(gone[0].contains("login_hint=ada%40example.com"), "{gone:?}");
    }
}

#[test]
fn a_tab_that_waits_no_more_does_not_follow() {
    let mut world = waiting(links(), Server::default());
    world.go(ScreenName::Passwordless);
    let before = world.effects.len();
    opened_in_another_tab(&mut world);
    assert_eq!(world.screen(), ScreenName::Passwordless);
    assert_eq!(world.effects.len(), before);
}

#[test]
fn every_link_that_was_sent_to_the_address_is_waited_for_and_none_to_another() {
    let mut world = waiting(links(), Server::default());
    world.at_s += 30.0;
    world.person(Intent::Resend);
    let both = watches(&world);
    let keys: Vec<_> = world.kept.iter().map(|keep| keep.key.clone()).collect();
    assert_eq!(both.iter().map(|(_, key)| key.clone()).collect::<Vec<_>>(), keys);

    world.go(ScreenName::Passwordless);
    world.submit(&[(Field::Email, "bob@example.com")]);
    for (old, _) in both {
        assert!(world.effects.contains(&Effect::Forget { ask: old }));
        let before = world.effects.len();
        world.reply(old, Answer::Woke);
        assert_eq!(
            world.effects.len(),
            before,
            "the link of another address is followed"
        );
    }
    assert_eq!(world.screen(), ScreenName::LinkSent);
}

#[test]
fn a_link_that_is_opened_while_another_is_being_sent_is_followed_after_that() {
    let mut world = waiting(links(), Server::default());
    world.at_s += 30.0;
    world.server.hold = |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/passwordless/start"));
    world.person(Intent::Resend);
    let (first, _) = watches(&world)[0];
    world.reply(first, Answer::Woke);
    assert_eq!(world.screen(), ScreenName::LinkSent);
    world.release();
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn a_session_of_somebody_else_is_not_taken_for_that_of_the_link() {
    let mut world = waiting(links(), Server::default());
    world.claims.insert("email".into(), "eve@example.com".into());
    opened_in_another_tab(&mut world);
    assert_eq!(world.screen(), ScreenName::LinkSent);
    assert!(!world.names().contains(&"authenticated"), "{:?}", world.names());
    assert_eq!(
        world.view().notice.expect("a message").kind,
        NoticeKind::LinkOpenedElsewhere
    );
}

#[test]
fn to_be_closed_while_it_follows_gives_up_nothing_that_the_app_has_heard_of() {
    let mut world = waiting(links(), Server::default());
    world.server.hold = |effect| matches!(effect, Effect::WebMessage { .. });
    opened_in_another_tab(&mut world);
    world.person(Intent::Close);
    assert_eq!(world.names().last(), Some(&"closed"));
    assert!(!world.names().contains(&"cancelled"));
}

#[test]
fn a_link_in_a_browser_that_knows_nothing_of_it_is_told_so_where_another_can_be_asked_for() {
    let world = World::arriving(config(), Server::default(), &address(1), vec![]);
    assert_eq!(world.events[0], LoginEvent::Failed(LoginError::LinkFromElsewhere));
    assert_eq!(world.screen(), ScreenName::Passwordless);
    assert_eq!(
        world.view().notice.expect("a message").kind,
        NoticeKind::LinkFromElsewhere
    );
    assert!(!world.requests.contains(&"/oauth/token".to_owned()));
}

#[test]
fn a_link_that_is_too_old_is_not_taken_for_another_browsers() {
    let world = waiting(links(), Server::default());
    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. }),
        ..Server::default()
    };
    let mut late = World::arriving(links(), server, &address(1), world.kept);
    late.at_s += 1801.0;
    late.release();
    assert_eq!(late.events[0], LoginEvent::Failed(LoginError::UnknownTransaction));
}
