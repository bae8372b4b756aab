//! The app has a picture for whoever is typed.

use vestibule_flow::{Avatar, Field, Intent, Question, Reply, Typed};

use crate::answering;
use crate::world::World;

#[test]
fn situation_e_a_picture_stands_for_whoever_is_typed_and_only_as_long() {
    let mut world = answering(|question| match question {
        Question::Avatar(who) => Reply::Avatar(Avatar {
            image: format!("https://app.example.com/{}.png", who.expose().len()),
            name: "Ada".into(),
        }),
        _ => Reply::GoOn,
    });
    let type_and_leave = |world: &mut World, text: &str| {
        world.person(Intent::Typed(Field::Username, Typed::new(text)));
        world.person(Intent::Left(Field::Username, Typed::new(text)));
    };
    type_and_leave(&mut world, "ada@example.com");
    assert_eq!(world.view().avatar.map(|avatar| avatar.name), Some("Ada".into()));
    type_and_leave(&mut world, "ada@example.com");
    assert_eq!(world.asked.len(), 1, "the same person is not asked about twice");
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.co")));
    assert_eq!(world.view().avatar, None);
}

#[test]
fn situation_e_a_picture_of_another_kind_than_https_or_data_is_not_shown() {
    let mut world = answering(|question| match question {
        Question::Avatar(_) => Reply::Avatar(Avatar {
            image: "javascript:alert(1)".into(),
            name: "Ada".into(),
        }),
        _ => Reply::GoOn,
    });
    world.person(Intent::Typed(Field::Username, Typed::new("ada")));
    world.person(Intent::Left(Field::Username, Typed::new("ada")));
    assert_eq!((world.asked.len(), world.view().avatar), (1, None));
}
