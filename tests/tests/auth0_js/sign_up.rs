//! Signing up: somebody new, a taken address, a weak password.

use vestibule_tests::{ADA, story};

use crate::{STRONG, calls, scene, visitor};

#[test]
fn it_signs_somebody_up_who_can_then_log_in() {
    story(scene(), |story| {
        let person = visitor(story);
        let email = "grace@example.com";
        let created = calls(&person, "signUp", &[email, STRONG, "grace"], "sign-up");
        assert_eq!(created["email"], email);
        assert_eq!(created["emailVerified"], false);
        for username in [email, "grace"] {
            let claims = calls(&person, "logIn", &[username, STRONG], "authenticated");
            assert_eq!(claims["email"], email);
        }
    });
}

#[test]
fn it_signs_somebody_up_and_logs_them_in_in_one_call() {
    story(scene(), |story| {
        let account = ["grace@example.com", STRONG];
        let claims = calls(&visitor(story), "signUpAndLogIn", &account, "authenticated");
        assert_eq!(claims["email"], account[0]);
    });
}

#[test]
fn it_understands_that_an_address_is_taken() {
    story(scene(), |story| {
        let taken = calls(&visitor(story), "signUp", &[ADA.email, STRONG], "failed");
        assert_eq!(taken["code"], "invalid_signup");
    });
}

#[test]
fn it_understands_which_rules_a_weak_password_breaks() {
    story(scene(), |story| {
        let weak = calls(
            &visitor(story),
            "signUp",
            &["grace@example.com", "short"],
            "failed",
        );
        assert_eq!(weak["code"], "invalid_password");
        assert_eq!(weak["name"], "PasswordStrengthError");
        let rules = weak["description"]["rules"].as_array().expect("a list of rules");
        assert!(rules.iter().any(|rule| rule["verified"] == false), "{rules:?}");
        assert!(
            weak["policy"].as_str().is_some_and(|text| !text.is_empty()),
            "{weak}"
        );
    });
}
