//! Characters in a row: the same one, or one after the other in their order.

/// How often the most repeated character stands in a row.
pub(super) fn longest_run(text: &str) -> usize {
    longest(text, |before, char| (before == char).then_some(0))
}

/// How many letters or digits follow each other upwards or downwards: 3 for `abc` and for `321`. Case counts, since
/// the order is that of ASCII.
pub(super) fn longest_sequence(text: &str) -> usize {
    longest(text, |before, char| {
        let step = i64::from(u32::from(char)) - i64::from(u32::from(before));
        let both = before.is_ascii_alphanumeric() && char.is_ascii_alphanumeric();
        (both && step.abs() == 1).then_some(step)
    })
}

/// The longest stretch in which every step from one character to the next is of the same kind.
fn longest(text: &str, step: impl Fn(char, char) -> Option<i64>) -> usize {
    let mut longest = usize::from(!text.is_empty());
    let mut run = 1;
    let mut kind = None;
    for (before, char) in text.chars().zip(text.chars().skip(1)) {
        run = match (step(before, char), kind) {
            (Some(new), Some(old)) if new == old => run + 1,
            (Some(_), _) => 2,
            (None, _) => 1,
        };
        kind = step(before, char);
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::{longest_run, longest_sequence};

    #[test]
    fn the_longest_run_of_one_character_is_counted() {
        for (text, run) in [("", 0), ("a", 1), ("abab", 1), ("aab", 2), ("abbbaa", 3)] {
            assert_eq!(longest_run(text), run, "{text}");
        }
    }

    #[test]
    fn a_sequence_goes_one_way_among_letters_and_digits() {
        for (text, length) in [
            ("", 0),
            ("a", 1),
            ("ab", 2),
            ("abc", 3),
            ("cba", 3),
            ("aba", 2),
            ("x123y", 3),
            ("ab-cd", 2),
            ("aBc", 1),
            ("/01", 2),
            ("9:;", 1),
        ] {
            assert_eq!(longest_sequence(text), length, "{text}");
        }
    }
}
