//! What an app fills in, and that it overwrites nothing that is typed.

use vestibule_flow::{
    Answer, Choice, Config, Effect, ExtraField, Field, Intent, Question, Reply, ScreenName, Shape, Typed,
};

use crate::world::{self, World, config};
use crate::{fields, signing_up};

#[test]
fn the_app_fills_in_and_offers_later_without_holding_the_form_up() {
    let mut world = World::new(config());
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    let asked = Config {
        sign_up_fields: vec![
            ExtraField::text("company", "Company").initial_asked(),
            ExtraField::select_asked("plan", "Plan"),
        ],
        hooks: true,
        ..config()
    };
    let mut world = World::with(
        asked,
        world::Server {
            hold: |effect| matches!(effect, Effect::Consult { .. }),
            app: |question| match question {
                Question::Prefill("company") => Reply::Prefill("Acme".into()),
                Question::Choices("plan") => Reply::Choices(vec![Choice::new("s", "Small")]),
                _ => Reply::GoOn,
            },
            ..world.server
        },
    );
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().extras[0].initial, "");
    world.release();
    let extras = world.view().extras;
    assert_eq!(extras[0].initial, "Acme");
    assert_eq!(extras[1].shape, Shape::Select(vec![Choice::new("s", "Small")]));
}

#[test]
fn what_is_typed_is_never_overwritten_by_a_late_answer() {
    let mut world = World::with(
        Config {
            sign_up_fields: vec![ExtraField::text("company", "Company").initial_asked()],
            hooks: true,
            ..config()
        },
        world::Server {
            hold: |effect| matches!(effect, Effect::Consult { .. }),
            ..world::Server::default()
        },
    );
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::extra("company"), Typed::new("Initech")));
    let Some(Effect::Consult { ask, .. }) = world.held.pop_front() else {
        panic!("it was asked")
    };
    world.reply(ask, Answer::Said(Reply::Prefill("Acme".into())));
    assert_eq!(world.view().extras[0].initial, "");
}

#[test]
fn what_was_typed_is_there_again_after_a_look_at_another_screen() {
    let mut world = signing_up(fields());
    world.person(Intent::Typed(Field::extra("given_name"), Typed::new("Eve")));
    world.go(ScreenName::LogIn);
    assert!(world.view().extras.is_empty());
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().extras[0].initial, "Eve");
}
