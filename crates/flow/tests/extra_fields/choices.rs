//! Lists to choose from: found by what is read, sent by their values.

use vestibule_flow::{Choice, ExtraField};

use crate::world::body_of;
use crate::{signing_up, submit};

#[test]
fn a_choice_of_many_is_found_by_what_is_read_of_it() {
    let many: Vec<Choice> = (0..40)
        .map(|n| Choice::new(n.to_string(), format!("Town {n}")))
        .collect();
    let mut world = signing_up(vec![ExtraField::select("town", "Town", many)]);
    submit(&mut world, &[("town", "town 17")]);
    assert!(body_of(&world.effects, "/dbconnections/signup")[0].contains(r#""town":"17""#));
}

#[test]
fn what_is_chosen_from_a_list_is_its_value_whatever_another_is_called() {
    let levels = [Choice::new("0", "1"), Choice::new("1", "2")];
    let mut world = signing_up(vec![ExtraField::select("level", "Level", levels)]);
    submit(&mut world, &[("level", "1")]);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""level":"1""#), "{sent:?}");
}

#[test]
fn a_choice_of_many_that_is_filled_in_is_shown_by_its_label_and_sent_by_its_value() {
    let towns = (0..40).map(|n| Choice::new(format!("t{n}"), format!("Town {n}")));
    let mut world = signing_up(vec![ExtraField::select("town", "Town", towns).initial("t7")]);
    let shown = world.view().extras[0].initial.clone();
    assert_eq!(shown, "Town 7");
    submit(&mut world, &[("town", &shown)]);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""town":"t7""#), "{sent:?}");
}
