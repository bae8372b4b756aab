//! An app that is set up wrong: whoever logs in is told whom to turn to, and the page is never empty.

use vestibule_tests::{Scene, story};

#[test]
fn a_config_that_cannot_be_read_or_names_nobody_says_so_in_the_page() {
    for (field, value) in [("initial_screen", "signup"), ("client_id", "my-clint-id")] {
        story(Scene::quickstart().with(field, value), |story| {
            let person = story.visitor();
            person.is_on("stopped");
            assert!(person.notice().contains("isn’t set up correctly"), "{field}");
        });
    }
}
