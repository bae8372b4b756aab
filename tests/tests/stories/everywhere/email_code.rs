//! Logging in with a code by e-mail.

use std::time::Duration;

use vestibule_tests::{ADA, Scene, story, wait::until_at_last};

use crate::steps::{another_than, asks_for_code, enters, is_ada};

#[test]
fn the_code_from_the_mail_logs_in() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        let code = asks_for_code(story, &ada, ADA.email, 0);
        assert_eq!(ada.count("code-sent"), 1);
        enters(&ada, &code);
        is_ada(&ada);
    });
}

#[test]
fn a_wrong_code_is_told_and_the_right_one_still_works() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        let code = asks_for_code(story, &ada, ADA.email, 0);
        enters(&ada, &another_than(&code));
        assert!(ada.notice().contains("code isn’t right"), "{}", ada.notice());
        ada.is_on("code");
        enters(&ada, &code);
        is_ada(&ada);
    });
}

#[test]
fn a_code_that_is_too_old_is_refused() {
    story(
        Scene::quickstart().with_authority("[lifetimes]\notp = 1"),
        |story| {
            let ada = story.visitor();
            let code = asks_for_code(story, &ada, ADA.email, 0);
            ada.stays_for(Duration::from_secs(3));
            enters(&ada, &code);
            assert!(ada.notice().contains("too old"), "{}", ada.notice());
            assert_eq!(ada.count("authenticated"), 0);
        },
    );
}

#[test]
fn a_code_can_be_sent_again_when_the_countdown_is_over_and_only_the_new_one_works() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        let old = asks_for_code(story, &ada, ADA.email, 0);
        ada.sees("[data-part=resend][data-state=waiting]");
        until_at_last(Duration::from_secs(60), "the end of the countdown", async || {
            ada.has_now("[data-part=resend][data-state=idle]")
                .await
                .then_some(())
        });
        ada.clicks("[data-part=resend]");
        let new = story
            .receives(ADA.email, 1)
            .code
            .expect("the mail carries a code");
        ada.sees("[data-part=resend][data-state=waiting]");
        if old != new {
            enters(&ada, &old);
            assert!(ada.notice().contains("code isn’t right"), "{}", ada.notice());
        }
        enters(&ada, &new);
        is_ada(&ada);
    });
}
