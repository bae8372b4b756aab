//! Step-up: the same person, authenticated in a way that the app asks for.

use serde_json::json as value;
use vestibule_flow::{
    Ended, How, LoginError, LoginOptions, MessageFault, Person, Resolved, SessionError, Storage, Ticket,
    WhyLogin, WhyNobody, Wish,
};
use vestibule_protocol::{Broken, IdTokenError};

use crate::session_world::{Frame, World, asked, config, decoded_query, value as param};

fn step_up(world: &mut World, ticket: u32, how: How) {
    let options = LoginOptions {
        how,
        acr_required: vec!["mfa".into(), "phr".into()],
        max_age: Some(300),
        ..LoginOptions::default()
    };
    world.wish(0, Wish::StepUp(Ticket(ticket), Box::new(options)));
}

fn stepped_up(world: &mut World) {
    world.server.claims.insert("acr".into(), value!("mfa"));
    world.server.claims.insert("auth_time".into(), value!(world.at_s));
}

#[test]
fn a_step_up_in_a_popup_is_answered_and_the_session_goes_on() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.open(&config(Storage::Browser));
    world.forget();
    stepped_up(&mut world);
    step_up(&mut world, 1, How::Popup);
    assert_eq!(world.answered(0, 1), Some(&Ok(Resolved::SteppedUp)));
    assert_eq!(world.names(0), ["popup-opened", "authenticated"]);
    let params = decoded_query(&world.tabs[0].opened[0]);
    assert_eq!(param(&params, "acr_values"), Some("mfa phr"));
    assert_eq!(param(&params, "max_age"), Some("300"));
    assert_eq!(
        world
            .status(0)
            .id_token()
            .expect("somebody")
            .claims()
            .acr
            .as_deref(),
        Some("mfa")
    );
    assert_eq!(
        world
            .status(1)
            .id_token()
            .expect("somebody")
            .claims()
            .acr
            .as_deref(),
        Some("mfa")
    );
    assert_eq!(world.names(1), Vec::<&str>::new(), "it is the same session");
    for tab in [0, 1] {
        world.ask(tab, 2);
    }
    assert_eq!(world.token(0, 2), world.token(1, 2));
}

#[test]
fn another_way_of_authentication_or_an_old_one_is_refused_and_the_session_stays() {
    let too_old = IdTokenError::AuthTimeTooOld {
        auth_time: 1_699_999_000.0,
        now: 1_700_000_000.0,
    };
    let cases = [
        ("acr", value!(null), IdTokenError::Missing("acr")),
        ("auth_time", value!(null), IdTokenError::Missing("auth_time")),
        ("auth_time", value!(1_699_999_000), too_old),
    ];
    for (name, value, error) in cases {
        let mut world = World::signed_in(&config(Storage::Browser));
        stepped_up(&mut world);
        world.server.claims.insert(name.into(), value);
        step_up(&mut world, 1, How::Popup);
        let expected = SessionError::Login(LoginError::Broken(Broken::IdToken(error)));
        assert_eq!(world.error(0, 1), expected, "{name}");
        assert_eq!(world.names(0), ["popup-opened", "failed"]);
        assert!(matches!(world.status(0).who, Person::SignedIn(_)));
    }
    let mut world = World::signed_in(&config(Storage::Browser));
    stepped_up(&mut world);
    world.server.claims.insert("acr".into(), value!("pwd"));
    step_up(&mut world, 1, How::Popup);
    assert!(world.error(0, 1).to_string().contains("pwd"));
}

#[test]
fn somebody_else_who_steps_up_ends_the_session() {
    let mut world = World::signed_in(&config(Storage::Browser));
    stepped_up(&mut world);
    world.server.sub = "auth0|2";
    step_up(&mut world, 1, How::Popup);
    assert_eq!(world.error(0, 1), SessionError::LoginRequired(WhyLogin::Ended));
    assert_eq!(world.names(0), ["popup-opened", "ended"]);
    assert_eq!(
        world.status(0).who,
        Person::Nobody(WhyNobody::Ended(Ended::AnotherPerson))
    );
    assert!(world.browser.shelf.is_empty());
}

#[test]
fn somebody_else_who_comes_back_from_a_step_up_ends_the_session_that_was_kept() {
    for storage in [Storage::Browser, Storage::Tab, Storage::Memory] {
        let mut world = World::signed_in(&config(storage));
        stepped_up(&mut world);
        step_up(&mut world, 1, How::Redirect);
        world.server.sub = "auth0|2";
        world.come_back(0);
        let ended = WhyNobody::Ended(Ended::AnotherPerson);
        assert_eq!(world.status(0).who, Person::Nobody(ended), "{storage:?}");
        assert!(world.browser.shelf.is_empty());
    }
}

#[test]
fn a_step_up_that_is_given_up_is_answered_once() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.server.frame = Frame::Fails(MessageFault::Closed);
    step_up(&mut world, 1, How::Popup);
    assert_eq!(world.error(0, 1), SessionError::Cancelled);
    assert_eq!(world.names(0), ["popup-opened", "cancelled"]);
    world.hold = |effect| asked(effect).is_some();
    step_up(&mut world, 2, How::Popup);
    step_up(&mut world, 3, How::Popup);
    assert_eq!(world.error(0, 2), SessionError::Cancelled);
    world.wish(0, Wish::Cancel);
    assert_eq!(world.error(0, 3), SessionError::Cancelled);
    world.release();
    assert_eq!(world.error(0, 3), SessionError::Cancelled);
}

#[test]
fn a_step_up_by_redirect_is_judged_on_the_page_that_comes_back() {
    for (acr, last) in [("mfa", "authenticated"), ("pwd", "failed")] {
        let mut world = World::signed_in(&config(Storage::Browser));
        stepped_up(&mut world);
        world.server.claims.insert("acr".into(), value!(acr));
        step_up(&mut world, 1, How::Redirect);
        assert_eq!(world.answered(0, 1), None);
        world.come_back(0);
        assert!(world.names(0).contains(&last), "{acr}: {:?}", world.names(0));
        assert_eq!(world.answered(0, 1), None);
    }
    let mut world = World::signed_in(&config(Storage::Browser));
    step_up(&mut world, 1, How::Redirect);
    world.ring(0);
    assert_eq!(
        world.error(0, 1),
        SessionError::Cancelled,
        "the page did not leave"
    );
}

#[test]
fn a_step_up_with_nobody_there_is_a_login_that_is_kept_and_told() {
    let mut world = World::new(&config(Storage::Browser));
    world.open(&config(Storage::Browser));
    stepped_up(&mut world);
    step_up(&mut world, 1, How::Popup);
    assert_eq!(world.answered(0, 1), Some(&Ok(Resolved::SteppedUp)));
    assert_eq!(world.browser.shelf.len(), 1);
    assert_eq!(world.names(1), ["restored"]);
}
