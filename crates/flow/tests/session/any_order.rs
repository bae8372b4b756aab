//! Inputs in any order: never a panic, never a token unproven, never a refresh token twice, and an end to every wait.

use proptest::prelude::*;
use vestibule_flow::{
    Ask, Effect, Person, Resolved, Return, Session, SessionEffect, SessionEvent, SessionInput, Storage,
};

use crate::happenings::{Happening, configs, fault, happenings};
use crate::session_world::{Job, Outcome, asked, config};
use crate::tied::Tied;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_happens_in_any_order_every_question_of_the_apps_gets_one_answer(
        config in configs(),
        happenings in happenings(),
    ) {
        let mut tied = Tied::new(&config, 1);
        for happening in happenings {
            tied.happen(0, happening);
            let (refreshes, windows) = tied.most_under_way();
            prop_assert!(refreshes <= 1 && windows <= 1, "{refreshes} refreshes and {windows} windows");
        }
        tied.rest();
        // The world itself refuses a refresh token, a proof or a code that comes twice.
        prop_assert!(tied.is_answered(), "{:?}", tied.world.tabs[0].answers);
        prop_assert!(!tied.world.browser.is_locked());
        prop_assert!(tied.world.server.requests.iter().all(|sent| !sent.url.contains("evil")));
    }

    #[test]
    fn whatever_happens_to_two_tabs_they_agree_in_the_end(
        happenings in prop::collection::vec((0..2_usize, crate::happenings::one()), 0..80),
        bound in any::<bool>(),
    ) {
        let binding = if bound { vestibule_flow::Binding::Dpop } else { vestibule_flow::Binding::Bearer };
        let mut tied = Tied::new(&config(Storage::Browser).binding(binding), 2);
        for (tab, happening) in happenings {
            // The tabs hear of each other by themselves.
            if !matches!(happening, Happening::Told(_)) {
                tied.happen(tab, happening);
            }
        }
        tied.rest();
        for tab in [0, 1] {
            tied.happen(tab, Happening::Resumed(Return::Seen));
            tied.rest();
        }
        prop_assert!(tied.is_answered());
        prop_assert!(!tied.world.browser.is_locked());
        let is_kept = !tied.world.browser.shelf.is_empty();
        for tab in [0, 1] {
            let is_in = matches!(tied.world.status(tab).who, Person::SignedIn(_));
            prop_assert_eq!(is_in, is_kept, "tab {}: {:?}", tab, tied.world.names(tab));
        }
    }

    #[test]
    fn without_a_valid_signature_nobody_is_logged_in_whatever_else_happens(
        config in configs(),
        happenings in happenings(),
    ) {
        let mut tied = Tied::new(&config, 1);
        tied.world.server.signature_valid = false;
        for happening in happenings {
            tied.happen(0, happening);
        }
        tied.rest();
        let tab = &tied.world.tabs[0];
        let is_in = |event: &SessionEvent| matches!(event, SessionEvent::Authenticated(_) | SessionEvent::Restored(_));
        prop_assert!(!tab.events.iter().any(is_in), "{:?}", tab.events);
        let is_token = |outcome: &Outcome| {
            matches!(outcome, Ok(Resolved::AccessToken(_) | Resolved::SteppedUp | Resolved::UserInfo(_)))
        };
        prop_assert!(!tab.answers.iter().any(|(_, outcome)| is_token(outcome)));
        let is_save = |effect: &SessionEffect| matches!(effect, SessionEffect::Save(_));
        prop_assert!(!tab.effects.iter().any(is_save), "nothing is kept");
    }

    #[test]
    fn answers_to_questions_that_nobody_waits_for_change_nothing(
        config in configs(),
        happenings in happenings(),
        kinds in prop::collection::vec(0..12_usize, 1..12),
    ) {
        let mut tied = Tied::new(&config, 1);
        for happening in happenings {
            tied.happen(0, happening);
        }
        let tab = &tied.world.tabs[0];
        let is_open = |ask: Ask| {
            let is_held = |job: &Job| matches!(job, Job::Do(_, effect) if asked(effect) == Some(ask));
            tab.alarms.contains(&ask) || tied.world.held.iter().any(is_held)
        };
        let is_left_open = |effect: &SessionEffect| matches!(effect, SessionEffect::Do(Effect::Leave { .. }));
        for (effect, how) in tab.effects.iter().zip(kinds.into_iter().cycle()) {
            let Some(ask) = asked(effect).filter(|ask| !is_open(*ask) || tab.forgotten.contains(ask)) else { continue };
            if is_left_open(effect) {
                continue;
            }
            let before: Session = tab.session.clone();
            let (after, effects) = before.clone().step(SessionInput::Answered(ask, fault(effect, how)), tied.world.at_s);
            prop_assert_eq!(&after, &before);
            prop_assert_eq!(effects, vec![]);
        }
    }
}
