//! Every screen in every state, to be looked at, tested and shown, without a server and without a machine behind it (cargo feature
//! `gallery`, which builds everything in).
//!
//! There is one list, [`samples`]. The example `gallery` shows it at addresses that stay, and the tests go through it: screen
//! readers, contrast, languages, narrow pages, pictures.
//!
//! ```
//! use vestibule::gallery::{Still, sample};
//! use yew::prelude::*;
//!
//! #[component]
//! fn LockedOut() -> Html {
//!     let locked = sample("log-in", "locked").expect("it is in the list");
//!     html! { <Still view={locked.view} /> }
//! }
//! ```

mod messages;
mod mixes;
mod optional;
mod parts;
mod policies;
mod problems;
mod pseudo;
mod screens;
mod still;
mod usual;

use vestibule_flow::View;

pub use pseudo::pseudo;
pub use still::{Still, StillProps};

#[cfg(test)]
pub(crate) use messages::notices;
#[cfg(test)]
pub(crate) use screens::{code, log_in, sign_up};

/// A screen in one of its states.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The screen, as `data-screen` names it.
    pub screen: &'static str,
    /// Its state: `idle` at rest, or what is different.
    pub state: &'static str,
    /// What is drawn.
    pub view: View,
}

impl Sample {
    /// Screen and state in one word, such as `log-in-locked`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-{}", self.screen, self.state)
    }
}

/// All of them, those of a screen one after the other.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let states = [
        usual::all(),
        messages::all(),
        policies::all(),
        problems::all(),
        mixes::all(),
        optional::all(),
    ];
    let mut samples: Vec<Sample> = states
        .into_iter()
        .flatten()
        .map(|(state, view)| Sample {
            screen: view.screen.as_str(),
            state,
            view,
        })
        .collect();
    let order: Vec<&str> = samples.iter().map(|sample| sample.screen).collect();
    samples.sort_by_key(|sample| order.iter().position(|screen| *screen == sample.screen));
    samples
}

/// The one of this screen and this state.
#[must_use]
pub fn sample(screen: &str, state: &str) -> Option<Sample> {
    samples()
        .into_iter()
        .find(|sample| sample.screen == screen && sample.state == state)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{notices, samples};

    #[test]
    fn every_sample_has_an_address_of_its_own_and_every_screen_is_there() {
        let samples = samples();
        let names: BTreeSet<_> = samples
            .iter()
            .map(|sample| (sample.screen, sample.state))
            .collect();
        assert_eq!(names.len(), samples.len(), "no two have the same name");
        let screens: BTreeSet<_> = samples.iter().map(|sample| sample.screen).collect();
        assert_eq!(screens.len(), 13, "{screens:?}");
        println!("{} states of {} screens", samples.len(), screens.len());
        assert!(samples.len() >= 100, "{}", samples.len());
    }

    /// axe-core judges every state and every screen in twelve more themes, each from both sides in four panes, and seventeen arrangements
    /// in these panes: the tests of that count as they run.
    #[test]
    fn the_table_of_criteria_and_the_changelog_count_what_there_is() {
        let states = samples().len();
        let runs = states * 2 * 4 + 13 * 12 * 2 * 4 + 17 * 4;
        let table = include_str!("../../../../docs/accessibility.md");
        let log = include_str!("../../../../CHANGELOG.md");
        for (document, counted) in [
            (table, format!("(../examples/gallery) ({states})")),
            (table, format!("{runs} runs")),
            (log, format!("{states} states")),
            (log, format!("{runs} runs")),
        ] {
            assert!(document.contains(&counted), "{counted}");
        }
    }

    #[test]
    fn every_kind_of_message_is_shown_somewhere() {
        let shown: Vec<_> = samples()
            .into_iter()
            .filter_map(|sample| Some(sample.view.notice?.kind))
            .collect();
        for (name, kind, ..) in notices() {
            assert!(shown.contains(&kind), "{name}");
        }
    }
}
