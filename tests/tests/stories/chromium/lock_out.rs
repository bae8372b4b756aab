//! Too many wrong passwords.

use vestibule_tests::{ADA, Scene, story};

use crate::steps::is_ada;

#[test]
fn an_account_is_locked_after_too_many_tries_and_unlocked_through_the_mail() {
    story(
        Scene::quickstart().with_authority("[lock_out]\nthreshold = 3"),
        |story| {
            let ada = story.visitor();
            for tries in 1..=3 {
                ada.fills("username", ADA.email);
                ada.fills("password", &format!("wrong {tries}"));
                ada.submits();
                ada.hears_times("failed", tries);
            }
            ada.fills("password", ADA.password);
            ada.submits();
            ada.reads("[data-part=notice]", "locked");
            assert_eq!(ada.value("username"), ADA.email);
            assert_eq!(ada.count("authenticated"), 0);

            let mail = story.receives(ADA.email, 0);
            ada.opens(mail.links.first().expect("the mail carries a link"));
            ada.submits();
            ada.no_longer_sees("[data-part=submit]");
            ada.opens(&story.app_url());
            ada.logs_in_as(ADA.email, ADA.password);
            is_ada(&ada);
        },
    );
}
