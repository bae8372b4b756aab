//! When a login cannot end inside the page: how it goes on at the server's own pages, and what is not tried in vain.

mod world;

use vestibule_flow::{Away, Event, Field, Intent, NoticeKind, Remedy, ScreenName};
use world::{Server, World, body_of, config, error_for};

/// A browser that withholds the server's cookies from the frame.
fn without_cookies() -> Server {
    Server {
        message: |transaction| Ok(error_for(transaction, "login_required")),
        ..Server::default()
    }
}

/// Asks for a code over this wire.
fn asks_for_a_code(world: &mut World, wire: &str) {
    world.go_passwordless(wire);
    match wire {
        "sms" => world.submit(&[(Field::Phone, "+491701234567")]),
        _ => world.submit(&[(Field::Email, "ada@example.com")]),
    }
}

#[test]
fn a_login_by_code_goes_on_at_the_step_that_sends_a_code() {
    for (wire, hint) in [
        ("email", "login_hint=ada%40example.com"),
        ("sms", "login_hint=%2B491701234567"),
    ] {
        let mut world = World::with(config(), without_cookies());
        asks_for_a_code(&mut world, wire);
        world.submit(&[(Field::Code, "904817")]);
        let url = &world.left_for[0];
        assert!(url.contains(&format!("connection={wire}")), "{url}");
        assert!(url.contains(hint) && !url.contains("904817"), "{url}");
    }
}

#[test]
fn a_login_by_password_goes_on_at_the_page_that_asks_for_one() {
    let mut world = World::with(config(), without_cookies());
    world.log_in();
    assert!(
        !world.left_for[0].contains("connection="),
        "{}",
        world.left_for[0]
    );
}

#[test]
fn no_code_is_sent_that_could_not_be_used() {
    for wire in ["email", "sms"] {
        let mut world = World::with(config(), without_cookies());
        world.log_in();
        world.event(Event::Returned);
        asks_for_a_code(&mut world, wire);
        assert!(body_of(&world.effects, "/passwordless/start").is_empty());
        assert_eq!(world.left_for.len(), 2);
        assert!(world.left_for[1].contains(&format!("connection={wire}")));
        assert_eq!(world.names()[4..], ["screen-changed", "submitted", "redirecting"]);
    }
}

#[test]
fn a_code_is_not_sent_again_either() {
    let mut world = World::with(config(), without_cookies());
    asks_for_a_code(&mut world, "email");
    world.submit(&[(Field::Code, "904817")]);
    world.event(Event::Returned);
    world.at_s += 30.0;
    world.person(Intent::Resend);
    assert_eq!(body_of(&world.effects, "/passwordless/start").len(), 1);
    assert_eq!((world.left_for.len(), world.screen()), (2, ScreenName::Code));
}

#[test]
fn a_link_is_sent_all_the_same_since_it_ends_in_a_page_of_its_own() {
    let config = config().passwordless(vestibule_flow::PasswordlessMethod::Link);
    let mut world = World::with(config, without_cookies());
    world.log_in();
    world.event(Event::Returned);
    asks_for_a_code(&mut world, "email");
    assert_eq!(world.screen(), ScreenName::LinkSent);
}

#[test]
fn the_click_that_asks_for_a_code_may_open_the_popup() {
    let mut world = World::with(config().fallback(Away::Popup), without_cookies());
    world.log_in();
    world.server.message = Server::default().message;
    asks_for_a_code(&mut world, "email");
    assert!(world.opened[0].contains("connection=email"));
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

/// Signs up, on the screen for it.
fn signs_up(world: &mut World) {
    world.go(ScreenName::SignUp);
    world.submit(&[
        (Field::Email, "eve@example.com"),
        (Field::Password, "Correct-horse-9"),
    ]);
}

/// The account stands, and the login form waits for the click that opens the popup.
fn check_waiting(world: &World) {
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].initial.as_str()),
        (ScreenName::LogIn, "eve@example.com"),
        "signing up once more would find the address taken"
    );
    let notice = view.notice.unwrap();
    assert_eq!(
        (notice.kind, notice.remedy),
        (NoticeKind::ContinueElsewhere, Some(Remedy::Popup))
    );
    assert!(world.opened.is_empty(), "no click asked for it yet");
    let names = world.names();
    assert_eq!(
        names[names.len() - 4..],
        ["submitted", "signed-up", "cancelled", "screen-changed"]
    );
}

#[test]
fn after_a_sign_up_the_popup_waits_for_a_click_of_its_own() {
    let mut first = World::with(config().fallback(Away::Popup), without_cookies());
    signs_up(&mut first);
    check_waiting(&first);

    let mut known = World::with(config().fallback(Away::Popup), without_cookies());
    known.log_in();
    signs_up(&mut known);
    check_waiting(&known);

    known.server.message = Server::default().message;
    known.person(Intent::Remedy);
    assert!(known.opened[0].contains("login_hint=eve%40example.com"));
    assert_eq!(known.screen(), ScreenName::SignedIn);
}

#[test]
fn a_click_on_log_in_opens_the_popup_once_it_is_known_to_be_the_way() {
    let mut world = World::with(config().fallback(Away::Popup), without_cookies());
    world.log_in();
    world.server.message = Server::default().message;
    world.log_in();
    assert_eq!((world.opened.len(), world.screen()), (1, ScreenName::SignedIn));
}

#[test]
fn who_comes_back_from_the_redirect_after_a_sign_up_finds_the_login_form() {
    let mut world = World::with(config(), without_cookies());
    signs_up(&mut world);
    assert_eq!(world.left_for.len(), 1);
    world.event(Event::Returned);
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].initial.as_str(), view.notice),
        (ScreenName::LogIn, "eve@example.com", None)
    );
}
