//! Parts, states, keys and colours that are none are refused.

use crate::refusal;

#[test]
fn parts_states_and_keys_that_do_not_exist_are_refused_with_the_nearest_one() {
    for (parts, message) in [
        (
            "[part.titel]\nsize = '20px'",
            "line 3, `part.titel`: unknown key; the nearest known one is `title`",
        ),
        (
            "[part.title]\ncolour = '#000'",
            "line 4, `part.title.colour`: unknown key; the nearest known one is `color`",
        ),
        (
            "[part.title.hover]\ncolor = '#000'",
            "line 3, `part.title.hover`: this part has no such state",
        ),
        (
            "[part.submit]\nclass = 'a\"b'",
            "line 4, `part.submit.class`: \"a\"b\" is not a list of classes; write \"btn btn-primary\", without quotes \
             and braces in it",
        ),
    ] {
        assert_eq!(refusal(parts), message);
    }
}

#[test]
fn a_colour_that_cannot_be_read_is_the_one_fault_of_its_part() {
    assert_eq!(
        refusal("[part.title]\nbackground = '#000'\ncolor = 'white'"),
        "line 5, `part.title.color`: \"white\" is not a colour; write it as \"#1d4e89\", or in a theme file as \
         \"oklch(0.42 0.1 253)\" or the like"
    );
}
