//! What the server's no comes to: what the person is told, what stands beside it, and what the app hears.

mod world;

use vestibule_flow::{
    Activity, Config, Effect, Field, FieldProblem, InitialScreen, Intent, LoginError, LoginEvent,
    NetworkFault, NoticeKind, Remedy, ScreenName,
};
use world::{Http, Server, World, config, json, text};

/// The server's answer, the notice that it comes to, and the remedy beside it.
type Case = (fn() -> Http, NoticeKind, Option<Remedy>);

#[test]
fn each_refusal_is_told_with_its_remedy_and_the_form_stays() {
    use NoticeKind as N;
    let reset = || Some(Remedy::ResetPassword);
    let cases: Vec<Case> = vec![
        (
            || {
                json(
                    403,
                    r#"{"error":"access_denied","error_description":"Wrong email or password."}"#,
                )
            },
            N::WrongCredentials,
            None,
        ),
        (|| json(403, r#"{"error":"blocked_user"}"#), N::Blocked, None),
        (
            || json(429, r#"{"error":"too_many_attempts"}"#),
            N::TooManyAttempts,
            reset(),
        ),
        (
            || json(429, r#"{"error":"too_many_requests"}"#),
            N::TooManyRequests(None),
            None,
        ),
        (
            || json(401, r#"{"error":"password_leaked"}"#),
            N::PasswordLeaked,
            reset(),
        ),
        (
            || json(401, r#"{"error":"password_expired"}"#),
            N::PasswordChangeRequired,
            reset(),
        ),
        (|| json(500, "{}"), N::ServerFault, None),
        (|| text(502, "<html>Bad gateway</html>"), N::ServerFault, None),
        (
            || text(200, "<html>Welcome to the hotel's network</html>"),
            N::BrokenResponse,
            None,
        ),
        (|| json(200, r#"{"login_ticket":"#), N::BrokenResponse, None),
        (|| json(200, "[]"), N::BrokenResponse, None),
        (|| Err(NetworkFault::TimedOut), N::TimedOut, None),
    ];
    for (answer, kind, remedy) in cases {
        let mut world = World::with(
            config(),
            Server {
                co_authenticate: answer,
                ..Server::default()
            },
        );
        world.log_in();
        let view = world.view();
        let notice = view.notice.unwrap_or_else(|| panic!("no notice for {kind:?}"));
        assert_eq!(notice.kind, kind);
        assert_eq!(notice.remedy, remedy, "{kind:?}");
        assert_eq!((view.screen, view.activity), (ScreenName::LogIn, Activity::Idle));
        assert_eq!(view.fields[0].initial, "ada@example.com");
        assert_eq!(world.names(), ["shown", "submitted", "failed"], "{kind:?}");
        // And the next try can succeed.
        world.server.co_authenticate = Server::default().co_authenticate;
        world.log_in();
        assert_eq!(world.screen(), ScreenName::SignedIn, "{kind:?}");
    }
}

#[test]
fn a_password_that_cannot_be_used_any_more_names_no_reset_where_none_is_offered() {
    let answers: [fn() -> Http; 2] = [
        || json(401, r#"{"error":"password_leaked"}"#),
        || json(401, r#"{"error":"password_expired"}"#),
    ];
    for co_authenticate in answers {
        let mut config = config();
        config.allow_forgot_password = false;
        let server = Server {
            co_authenticate,
            ..Server::default()
        };
        let mut world = World::with(config, server);
        world.log_in();
        let notice = world.view().notice.expect("it is told");
        assert_eq!((notice.kind, notice.remedy), (NoticeKind::PasswordUnusable, None));
    }
}

#[test]
fn a_gateways_error_page_is_not_taken_for_the_server() {
    let server = Server {
        co_authenticate: || Err(NetworkFault::Unreachable),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.server.discovery = || text(502, "<html>Bad gateway</html>");
    world.log_in();
    assert_eq!(
        world.view().notice.map(|notice| notice.kind),
        Some(NoticeKind::ServerFault)
    );
    assert!(world.left_for.is_empty() && world.advice.is_empty());
}

/// An endpoint that takes no more for half a minute.
fn limited() -> Http {
    let answer = json(429, r#"{"error":"too_many_requests"}"#);
    answer.map(|mut response| {
        response.headers.push(("Retry-After".into(), "30".into()));
        response
    })
}

#[test]
fn every_endpoint_that_takes_no_more_says_how_long_to_wait_to_person_and_app() {
    type Limits = fn(&mut Server);
    let endpoints: [(&str, Limits); 5] = [
        ("settings", |server| server.settings = limited),
        ("discovery", |server| server.discovery = limited),
        ("keys", |server| server.jwks = limited),
        ("login", |server| server.co_authenticate = limited),
        ("token", |server| server.token = Some(limited)),
    ];
    for (endpoint, limits) in endpoints {
        let mut server = Server::default();
        limits(&mut server);
        let mut world = World::with(config(), server);
        if world.screen() == ScreenName::LogIn {
            world.log_in();
        }
        let said = world.view().notice.map(|notice| notice.kind);
        assert_eq!(said, Some(NoticeKind::TooManyRequests(Some(30))), "{endpoint}");
        let failed = LoginEvent::Failed(LoginError::RateLimited {
            retry_after_s: Some(30),
        });
        assert!(world.events.contains(&failed), "{endpoint}: {:?}", world.events);
    }
}

#[test]
fn an_address_that_is_taken_leads_to_the_log_in_with_it_or_asks_for_another() {
    let taken = |config: Config| {
        let server = Server {
            sign_up: || json(400, r#"{"code":"user_exists"}"#),
            ..Server::default()
        };
        let mut world = World::with(config, server);
        if world.screen() == ScreenName::LogIn {
            world.go(ScreenName::SignUp);
        }
        world.submit(&[
            (Field::Email, "eve@example.com"),
            (Field::Password, "Vast-Ocean-42"),
        ]);
        world
    };
    let mut world = taken(config());
    let notice = world.view().notice.expect("it is told");
    assert_eq!(
        (notice.kind, notice.remedy),
        (NoticeKind::AddressTaken, Some(Remedy::LogIn))
    );
    world.person(Intent::Remedy);
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");

    let mut alone = config();
    alone.allow_log_in = false;
    alone.log_in_after_sign_up = false;
    alone.initial_screen = InitialScreen::SignUp;
    let world = taken(alone);
    let notice = world.view().notice.expect("it is told");
    assert_eq!((notice.kind, notice.remedy), (NoticeKind::FieldsWrong, None));
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::InUse));
}

#[test]
fn a_message_keeps_its_room_while_what_it_was_about_is_tried_again() {
    let refused = || Server {
        co_authenticate: || json(403, r#"{"error":"access_denied"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), refused());
    world.log_in();
    world.server.hold = |effect| matches!(effect, Effect::Http { .. });
    world.log_in();
    let view = world.view();
    let told = view.notice.map(|notice| notice.kind);
    assert_eq!((told, view.answered), (Some(NoticeKind::WrongCredentials), true));
    // An answer that says nothing of it takes it away.
    world.server.co_authenticate = Server::default().co_authenticate;
    world.release();
    assert_eq!(world.view().notice, None);
    // What is wrong with the next try takes its place.
    let mut world = World::with(config(), refused());
    world.log_in();
    world.submit(&[]);
    let view = world.view();
    let told = view.notice.map(|notice| notice.kind);
    assert_eq!((told, view.answered), (Some(NoticeKind::FieldsWrong), false));
}
