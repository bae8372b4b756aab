//! Captchas: the focus is at the next when that is there, and nowhere else.

use vestibule_flow::{CaptchaIntent, Config, Effect, Field, FocusPlace, Intent, NoticeKind, ScreenName};

use crate::ADDRESS;
use crate::world::{Http, Server, World, config, json};

fn picture() -> Http {
    json(
        200,
        r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#,
    )
}

fn asks() -> World {
    let config = Config {
        captcha: true,
        ..config()
    };
    let server = Server {
        challenge: picture,
        ..Server::default()
    };
    World::with(config, server)
}

/// The captcha stays until the next is there, and then the focus goes to that.
fn leads_to_the_next(world: &mut World, act: impl FnOnce(&mut World)) {
    let before = world.view();
    let round = before.captcha.as_ref().expect("it is shown").round;
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/challenge"));
    act(world);
    let shown = world
        .view()
        .captcha
        .expect("it stays while the next is on its way");
    assert_eq!(shown.round, round);
    let turn = world.view().focus.turn;
    world.release();
    let after = world.view();
    assert_eq!(after.captcha.expect("the next").round, round + 1);
    assert_eq!(after.focus.place, FocusPlace::Field(Field::Captcha));
    assert!(after.focus.turn > turn);
}

#[test]
fn another_picture_takes_the_focus_when_it_is_there() {
    leads_to_the_next(&mut asks(), |world| {
        world.person(Intent::Captcha(CaptchaIntent::Another));
    });
}

#[test]
fn after_a_wrong_answer_the_next_picture_takes_the_focus() {
    leads_to_the_next(&mut asks(), |world| {
        world.server.co_authenticate = || json(401, r#"{"code":"invalid_captcha"}"#);
        world.submit(&[
            (Field::Username, ADDRESS),
            (Field::Password, "secret words"),
            (Field::Captcha, "w8fk"),
        ]);
        assert_eq!(
            world.view().notice.map(|notice| notice.kind),
            Some(NoticeKind::CaptchaWrong)
        );
    });
}

#[test]
fn another_try_at_a_captcha_that_failed_takes_the_focus() {
    let mut world = asks();
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    leads_to_the_next(&mut world, |world| world.person(Intent::Remedy));
}

#[test]
fn a_wrong_answer_is_seen_where_no_other_captcha_comes() {
    let mut world = asks();
    world.server.challenge = || json(500, "{}");
    world.server.co_authenticate = || json(401, r#"{"code":"invalid_captcha"}"#);
    world.submit(&[
        (Field::Username, ADDRESS),
        (Field::Password, "secret words"),
        (Field::Captcha, "w8fk"),
    ]);
    let notice = world.view().notice.expect("it is told");
    assert_eq!((notice.kind, notice.at_field), (NoticeKind::CaptchaWrong, false));
}

#[test]
fn a_captcha_of_another_screen_takes_no_focus_from_whoever_types_there() {
    let mut world = asks();
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/challenge"));
    world.person(Intent::Captcha(CaptchaIntent::Another));
    world.go(ScreenName::SignUp);
    let turn = world.view().focus.turn;
    world.release();
    assert!(world.view().captcha.is_some());
    assert_eq!(world.view().focus.turn, turn);
}
