//! Silent authentication: at the start, and when nothing else renews; never in a loop.

use vestibule_flow::{
    Ended, How, LoginError, LoginOptions, MessageFault, Person, SessionConfig, SessionError, Silent, Storage,
    WhyLogin, WhyNobody, Word,
};
use vestibule_protocol::RefusalCode;

use crate::session_world::{Frame, ISSUER, PAGE, World, config};

/// The same app, with a server of another site.
fn cross_site() -> World {
    let mut world = World::empty();
    let text = world
        .server
        .discovery
        .to_string()
        .replace(ISSUER, "https://login.example.org/");
    world.server.discovery = serde_json::from_str(&text).expect("JSON");
    world.server.issuer = "https://login.example.org/";
    world
}

fn cross_site_config() -> SessionConfig {
    let mut config = config(Storage::Memory);
    config.login.issuer = "https://login.example.org/".into();
    config
}

fn silent() -> LoginOptions {
    LoginOptions {
        how: How::Silent,
        ..LoginOptions::default()
    }
}

#[test]
fn the_start_asks_silently_where_the_config_and_the_past_say_so() {
    for (when, word, asks) in [
        (Silent::WhenKnown, Word::Nothing, false),
        (Silent::WhenKnown, Word::SignedOut, false),
        (Silent::WhenKnown, Word::SignedIn, true),
        (Silent::Always, Word::Nothing, true),
        (Silent::Always, Word::SignedOut, true),
        (Silent::Never, Word::SignedIn, false),
    ] {
        let mut world = World::empty();
        world.browser.word = word;
        world.open(&config(Storage::Memory).silent(when));
        let names: &[&str] = if asks { &["restored"] } else { &[] };
        assert_eq!(world.names(0), names, "{when:?} {word:?}");
    }
}

#[test]
fn nobody_at_the_server_is_an_answer_and_no_failure() {
    for code in ["login_required", "consent_required", "interaction_required"] {
        let mut world = World::empty();
        world.browser.word = Word::SignedIn;
        world.server.refuses = Some(code);
        world.open(&config(Storage::Memory));
        assert_eq!(world.names(0), Vec::<&str>::new());
        let status = world.status(0);
        assert_eq!(
            (status.who, status.fault),
            (Person::Nobody(WhyNobody::NotYet), None)
        );
        world.ask(0, 1);
        assert_eq!(
            world.error(0, 1),
            SessionError::LoginRequired(WhyLogin::Anonymous)
        );
    }
}

#[test]
fn who_asks_while_the_start_is_under_way_waits_for_its_end() {
    let mut world = World::empty();
    world.browser.word = Word::SignedIn;
    world.hold = |_| true;
    world.open(&config(Storage::Memory));
    world.ask(0, 1);
    assert_eq!(world.answered(0, 1), None);
    world.release();
    world.token(0, 1);
}

#[test]
fn a_frame_that_says_nothing_ends_the_wait_and_the_developer_hears_why() {
    let mut world = World::empty();
    world.browser.word = Word::SignedIn;
    world.server.frame = Frame::Fails(MessageFault::TimedOut);
    world.open(&config(Storage::Memory));
    assert_eq!(world.names(0), Vec::<&str>::new());
    assert_eq!(
        world.status(0).fault,
        Some(SessionError::Login(LoginError::TimedOut))
    );
    assert_eq!(world.tabs[0].advice.len(), 1);
    world.ask(0, 1);
    assert_eq!(
        world.error(0, 1),
        SessionError::LoginRequired(WhyLogin::Anonymous)
    );
}

/// Somebody whose token has run out and who has no refresh token.
fn without_refresh_token(mut world: World, config: &SessionConfig) -> World {
    world.server.gives_refresh = false;
    world.open(config);
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    world.later(4000.0);
    world.forget();
    world
}

#[test]
fn nobody_at_the_server_ends_a_session_that_nothing_else_renews() {
    let mut world = without_refresh_token(World::empty(), &config(Storage::Memory));
    world.server.refuses = Some("login_required");
    for ticket in 1..3 {
        world.ask(0, ticket);
    }
    assert_eq!(
        world.error(0, 1),
        SessionError::LoginRequired(WhyLogin::ServerAsks)
    );
    assert_eq!(world.error(0, 2), SessionError::LoginRequired(WhyLogin::Ended));
    assert_eq!(world.names(0), ["ended"]);
    assert_eq!(
        world.status(0).who,
        Person::Nobody(WhyNobody::Ended(Ended::NothingRenews))
    );
    assert!(world.tabs[0].left_for.is_empty(), "c50: no redirect by itself");
}

#[test]
fn tabs_that_share_no_storage_end_each_for_itself_when_nothing_renews() {
    for (storage, others_stay) in [
        (Storage::Memory, true),
        (Storage::Tab, true),
        (Storage::Browser, false),
    ] {
        let config = config(storage);
        let mut world = without_refresh_token(World::empty(), &config);
        world.open(&config);
        assert!(matches!(world.status(1).who, Person::SignedIn(_)), "{storage:?}");
        world.server.refuses = Some("login_required");
        world.ask(0, 1);
        assert_eq!(world.names(0), ["ended"]);
        let stays = matches!(world.status(1).who, Person::SignedIn(_));
        assert_eq!(stays, others_stay, "{storage:?}");
    }
}

#[test]
fn nobody_at_a_server_of_another_site_may_be_the_cookies_fault() {
    let mut world = without_refresh_token(cross_site(), &cross_site_config());
    world.server.refuses = Some("login_required");
    world.ask(0, 1);
    assert_eq!(
        world.error(0, 1),
        SessionError::LoginRequired(WhyLogin::ThirdPartyCookies)
    );
    assert!(world.tabs[0].advice[0].contains("third-party cookies"));
    world.log_in(0, silent());
    let why = SessionError::LoginRequired(WhyLogin::ThirdPartyCookies);
    assert_eq!(world.status(0).fault, Some(why));
}

#[test]
fn a_question_of_the_servers_leaves_the_session_and_asks_for_a_login() {
    for code in ["consent_required", "interaction_required", "mfa_required"] {
        let mut world = without_refresh_token(World::empty(), &config(Storage::Memory));
        world.server.refuses = Some(code);
        world.ask(0, 1);
        assert_eq!(
            world.error(0, 1),
            SessionError::LoginRequired(WhyLogin::ServerAsks),
            "{code}"
        );
        assert!(matches!(world.status(0).who, Person::SignedIn(_)));
    }
}

#[test]
fn a_frame_that_fails_leaves_the_session() {
    for fault in [
        MessageFault::TimedOut,
        MessageFault::Blocked,
        MessageFault::Closed,
        MessageFault::Unreachable,
    ] {
        let mut world = without_refresh_token(World::empty(), &config(Storage::Memory));
        world.server.frame = Frame::Fails(fault);
        world.ask(0, 1);
        assert!(matches!(world.error(0, 1), SessionError::Login(_)), "{fault:?}");
        assert!(matches!(world.status(0).who, Person::SignedIn(_)));
        world.server.frame = Frame::Answers;
        world.ask(0, 2);
        world.token(0, 2);
    }
}

#[test]
fn somebody_else_at_the_server_ends_the_session() {
    let mut world = without_refresh_token(World::empty(), &config(Storage::Memory));
    world.server.sub = "auth0|2";
    world.ask(0, 1);
    assert_eq!(world.error(0, 1), SessionError::LoginRequired(WhyLogin::Ended));
    assert_eq!(world.names(0), ["ended"]);
    assert_eq!(
        world.status(0).who,
        Person::Nobody(WhyNobody::Ended(Ended::AnotherPerson))
    );
    world.go(0, PAGE);
    assert_eq!(world.names(0), ["ended"], "and is not logged in by that");
}

#[test]
fn an_app_that_asks_silently_hears_that_somebody_must_log_in() {
    let mut world = World::new(&config(Storage::Memory));
    world.server.refuses = Some("login_required");
    world.log_in(0, silent());
    assert_eq!(world.names(0), ["failed"]);
    let why = SessionError::LoginRequired(WhyLogin::ServerAsks);
    assert_eq!(world.status(0).fault, Some(why));
    world.server.refuses = Some("consent_required");
    world.log_in(0, silent());
    let consent = LoginError::Refused(RefusalCode::ConsentRequired);
    assert_eq!(world.status(0).fault, Some(SessionError::Login(consent)));
}

#[test]
fn a_login_of_the_persons_takes_the_place_of_a_silent_one_and_serves_who_waits() {
    let mut world = without_refresh_token(World::empty(), &config(Storage::Memory));
    world.hold = |effect| {
        matches!(
            effect,
            vestibule_flow::SessionEffect::Do(vestibule_flow::Effect::WebMessage { .. })
        )
    };
    world.ask(0, 1);
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0), ["popup-opened", "authenticated"]);
    world.token(0, 1);
    world.release();
    assert_eq!(world.names(0), ["popup-opened", "authenticated"]);
}

#[test]
fn an_organisation_stays_the_same_over_a_silent_renewal() {
    let mut world = World::empty();
    world.server.claims.insert("org_id".into(), "org_1".into());
    let mut world = without_refresh_token(world, &config(Storage::Memory));
    world.ask(0, 1);
    world.token(0, 1);
    let is_frame_for_it = |effect: &vestibule_flow::SessionEffect| match effect {
        vestibule_flow::SessionEffect::Do(vestibule_flow::Effect::WebMessage { url, .. }) => {
            url.expose().contains("organization=org_1")
        }
        _ => false,
    };
    assert!(world.tabs[0].effects.iter().any(is_frame_for_it));
}
