//! What an address comes to where it names what there is not: the nearest that there is, and sentences that say so.

use vestibule::Theme;
use vestibule::gallery::Sample;

use crate::address::{Address, PARTS};

/// What is shown for an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Shows {
    /// The address of just that.
    pub address: Address,
    /// Its screen in its state.
    pub sample: Sample,
    /// What was wanted and is not there, a sentence each.
    pub told: Vec<String>,
}

/// What is shown for this address; nothing where there is nothing to show.
pub fn nearest(wanted: &Address, samples: &[Sample], has_own_theme: bool) -> Option<Shows> {
    let mut told = Vec::new();
    let screen = screen(wanted.get("screen"), samples, &mut told);
    let of_screen = |sample: &&Sample| sample.screen == screen;
    let sample = state(wanted.get("state"), &samples.iter().filter(of_screen), &mut told)?;
    let theme = theme(wanted.get("theme"), has_own_theme, &mut told);
    let address = wanted.with("screen", sample.screen).with("state", sample.state);
    Some(Shows {
        address: address.with("theme", &theme),
        sample: sample.clone(),
        told,
    })
}

fn screen<'s>(wanted: &'s str, samples: &'s [Sample], told: &mut Vec<String>) -> &'s str {
    let screens = samples.iter().map(|sample| sample.screen);
    let found = closest(wanted, screens).unwrap_or(usual("screen"));
    if found != wanted {
        told.push(format!(
            "There is no screen “{wanted}”: the nearest is “{found}”."
        ));
    }
    found
}

fn state<'s>(
    wanted: &str,
    of_screen: &(impl Iterator<Item = &'s Sample> + Clone),
    told: &mut Vec<String>,
) -> Option<&'s Sample> {
    let names = of_screen.clone().map(|sample| sample.state);
    let is_there = names.clone().any(|name| name == wanted);
    // Where a screen is at rest in several states, the first of them is.
    let found = closest(wanted, names).filter(|_| is_there || wanted != usual("state"));
    let mut samples = of_screen.clone();
    let sample = samples.find(|sample| found.is_none_or(|found| sample.state == found))?;
    if !is_there {
        let Sample { screen, state, .. } = sample;
        told.push(format!(
            "The screen “{screen}” has no state “{wanted}”: this is “{state}”."
        ));
    }
    Some(sample)
}

fn theme(wanted: &str, has_own_theme: bool, told: &mut Vec<String>) -> String {
    let usual = usual("theme");
    if wanted == "editor" {
        if has_own_theme {
            return wanted.to_owned();
        }
        told.push(format!(
            "The theme of the editor went when the page was loaded anew: this is “{usual}”."
        ));
        return usual.to_owned();
    }
    let themes = Theme::ALL;
    let found = closest(wanted, themes.iter().map(Theme::name)).unwrap_or(usual);
    if found != wanted {
        told.push(format!("There is no theme “{wanted}”: this is “{found}”."));
    }
    found.to_owned()
}

/// What an address that does not say it means.
fn usual(part: &str) -> &'static str {
    let of_part = PARTS.iter().find(|(name, _)| *name == part);
    of_part.map_or("", |(_, usual)| usual)
}

/// The name that is written most like this one; none where half of it would have to be written anew.
fn closest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.map(|name| (changes(wanted, name), name));
    let (changes, name) = near.min_by_key(|(changes, _)| *changes)?;
    (changes * 2 <= name.chars().count()).then_some(name)
}

/// How many letters have to be put in, left out or changed to get from one word to another (Levenshtein).
fn changes(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut last = row[0];
        row[0] = at + 1;
        for (to_at, to_letter) in to.chars().enumerate() {
            let changed = last + usize::from(letter != to_letter);
            last = row[to_at + 1];
            row[to_at + 1] = changed.min(last + 1).min(row[to_at] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use vestibule::gallery::samples;

    use super::{Shows, changes, nearest};
    use crate::address::Address;
    use crate::source::rust;

    fn shows(parts: &[(&str, &str)]) -> Shows {
        let usual = Address::usual();
        let wanted = parts
            .iter()
            .fold(usual, |address, (part, value)| address.with(part, value));
        nearest(&wanted, &samples(), false).expect("there are samples")
    }

    #[test]
    fn every_state_that_there_is_is_shown_without_a_word() {
        for sample in samples() {
            let shows = shows(&[("screen", sample.screen), ("state", sample.state)]);
            assert!(shows.told.is_empty(), "{:?}", shows.told);
            assert_eq!(shows.sample.name(), sample.name());
        }
    }

    #[test]
    fn an_unknown_screen_is_said_and_the_nearest_is_shown_under_its_own_name() {
        let near = shows(&[("screen", "login"), ("state", "locked"), ("lang", "de")]);
        assert_eq!(
            near.told,
            ["There is no screen “login”: the nearest is “log-in”."]
        );
        assert_eq!(near.sample.name(), "log-in-locked");
        assert_eq!(
            (near.address.get("screen"), near.address.get("lang")),
            ("log-in", "de")
        );
        let far = shows(&[("screen", "basket")]);
        assert_eq!(far.sample.name(), "log-in-idle");
        assert_eq!(far.told.len(), 1);
    }

    #[test]
    fn an_unknown_state_is_said_and_the_nearest_of_its_screen_is_shown_under_its_own_name() {
        let near = shows(&[("state", "popup-close")]);
        assert_eq!(near.address.get("state"), "popup-closed");
        assert_eq!(
            near.told,
            ["The screen “log-in” has no state “popup-close”: this is “popup-closed”."]
        );
        let at_rest = shows(&[("screen", "passwordless")]);
        assert_eq!(at_rest.sample.name(), "passwordless-email");
        assert_eq!(at_rest.told.len(), 1);
        let far = shows(&[("screen", "log-inn"), ("state", "xyzzy")]);
        assert_eq!(far.sample.name(), "log-in-idle");
        assert_eq!(far.told.len(), 2);
    }

    #[test]
    fn a_theme_that_is_not_there_is_shown_and_written_as_the_one_that_is() {
        for theme in ["editor", "harbour", "none-of-them"] {
            let Shows { address, told, .. } = shows(&[("theme", theme)]);
            assert_eq!(told.len(), 1, "{theme}");
            let found = address.get("theme");
            assert_eq!(found, if theme == "harbour" { "harbor" } else { "dawn" });
            let rust = rust(&address, None);
            assert!(!rust.contains("OURS"), "{rust}");
            assert_eq!(rust.contains("Theme::HARBOR"), found == "harbor", "{rust}");
        }
        let own = nearest(&Address::usual().with("theme", "editor"), &samples(), true);
        let own = own.expect("there are samples");
        assert_eq!(
            (own.address.get("theme"), own.told.len()),
            ("editor", 0),
            "while the page is there, so is its theme"
        );
    }

    #[test]
    fn words_are_as_far_apart_as_letters_have_to_change() {
        assert_eq!(changes("login", "log-in"), 1);
        assert_eq!(changes("", "idle"), 4);
        assert_eq!(changes("kitten", "sitting"), 3);
    }
}
