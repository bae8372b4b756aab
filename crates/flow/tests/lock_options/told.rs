//! What the report says of options that cannot be taken as they are.

use vestibule_flow::{Config, LockOptionsError, LockWidget, lock_options_to_config};

use super::{import, with};

fn says(options: &str, sentence: &str) {
    let report = import(options).to_string();
    assert!(report.contains(sentence), "{options} says {report}");
}

#[test]
fn a_value_of_another_type_is_told_wherever_nothing_is_taken_either() {
    for (options, sentence) in [
        (r#"{"language": 3}"#, "language: takes a text in Lock"),
        (
            r#"{"languageDictionary": "es"}"#,
            "languageDictionary: takes an object in Lock",
        ),
        (
            r#"{"flashMessage": "hi"}"#,
            "flashMessage: takes an object with `type` and `text` in Lock",
        ),
        (
            r#"{"auth": {"params": {"scope": []}}}"#,
            "auth.params.scope: takes a text in Lock",
        ),
        (
            r#"{"auth": {"params": {"max_age": "a day"}}}"#,
            "auth.params.max_age: takes a number of whole seconds in Lock",
        ),
        (
            r#"{"auth": {"connectionScopes": {"github": 7}}}"#,
            "neither a text nor a list of texts is left out",
        ),
        (
            r#"{"additionalSignUpFields": [7]}"#,
            "additionalSignUpFields[0]: takes an object in Lock",
        ),
        (
            r#"{"additionalSignUpFields": [{"name": "born", "type": "date"}]}"#,
            "additionalSignUpFields[0]: takes `text`, `select`, `checkbox` or `hidden` as its type in Lock",
        ),
        (
            r#"{"theme": {"primaryColor": "ea5323", "logo": "http://example.com/logo.svg"}}"#,
            "theme.primaryColor: write it as `brand` of a theme file, in a form like `#ea5323`",
        ),
        (
            r#"{"theme": {"logo": "http://example.com/logo.svg"}}"#,
            "theme.logo: write it as `logo` of a theme file, from an address with https",
        ),
    ] {
        says(options, sentence);
        let import = import(options);
        assert_eq!(
            (import.config, import.theme.as_str()),
            (with(|_| {}), ""),
            "{options}"
        );
    }
}

#[test]
fn of_two_options_for_one_field_the_one_that_counts_no_more_is_told() {
    let options = r#"{"auth": {"audience": "first", "params": {"audience": "second", "state": "fixed", "realm": "db"}}}"#;
    assert_eq!(import(options).config.audience.as_deref(), Some("second"));
    says(
        options,
        "auth.audience: is left out: another option sets the same field",
    );
    says(options, "auth.params.audience: is `audience` now");
    says(
        options,
        "auth.params.state: is `app_state` now: the protocol's own state",
    );
    says(
        options,
        "auth.params.realm: is left out: it is the widget's to set",
    );
}

#[test]
fn options_that_contradict_each_other_are_told_as_the_widget_would() {
    for (options, field) in [
        (
            r#"{"allowLogin": false, "allowSignUp": false, "allowForgotPassword": false}"#,
            "allow_log_in",
        ),
        (
            r#"{"initialScreen": "signUp", "allowSignUp": false}"#,
            "initial_screen",
        ),
        (r#"{"signUpLink": "javascript:alert(1)"}"#, "sign_up_link"),
        (r#"{"auth": {"redirectUrl": "/callback"}}"#, "redirect_uri"),
        (r#"{"allowedConnections": ["db", "db"]}"#, "connections"),
    ] {
        let import = import(options);
        let problem = import.problem.as_ref().expect(options);
        assert_eq!(problem.field, field, "{options}");
        says(
            options,
            &format!("The widget refuses this config at its start. {problem}"),
        );
    }
    let elsewhere = r#"{"auth": {"redirectUrl": "https://app.example.com/cb?x=1"}}"#;
    assert_eq!(import(elsewhere).problem, None);
}

#[test]
fn wrong_types_and_unknown_names_are_said_and_change_nothing() {
    let import =
        import(r#"{"allowSignUp": "no", "allowSignup": false, "leeway": 90, "wibble": 1, "auth": 3}"#);
    assert_eq!(import.config, with(|_| {}));
    let report = import.to_string();
    assert!(
        report.contains("allowSignUp: takes true or false in Lock"),
        "{report}"
    );
    assert!(
        report.contains("allowSignup: is no option of Lock's; was `allowSignUp` meant?"),
        "{report}"
    );
    assert!(
        report.contains("leeway: is `leeway_s` now: 60 seconds are the most"),
        "{report}"
    );
    assert!(report.contains("wibble: is no option of Lock's\n"), "{report}");
    assert!(report.contains("auth: takes an object in Lock"), "{report}");
}

#[test]
fn parameters_that_are_numbers_are_taken_too() {
    let import =
        import(r#"{"auth": {"params": {"max_age": 3600, "level": 2, "plain": true, "prompt": "login"}}}"#);
    assert_eq!(import.config.max_age, Some(3600));
    let rust = import.to_rust();
    assert!(rust.contains("max_age: Some(3600),"), "{rust}");
    assert!(
        rust.contains(r#"("prompt""#) && rust.contains(r#""login""#),
        "{rust}"
    );
    let more = [
        ("level".to_owned(), "2".to_owned()),
        ("plain".to_owned(), "true".to_owned()),
        ("prompt".to_owned(), "login".to_owned()),
    ];
    assert_eq!(import.config.authorization_parameters, more);
}

#[test]
fn what_is_not_taken_is_not_said_to_be() {
    let import = import(r#"{"popupOptions": {"width": "300px"}, "emailFirst": true}"#);
    assert_eq!(import.config.popup_size, Config::new("", "").popup_size);
    let report = import.to_string();
    assert!(
        report.contains("numbers of pixels") && report.contains("no code behind it"),
        "{report}"
    );
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let read = |client, domain, options| {
        lock_options_to_config(LockWidget::Lock, client, domain, options).unwrap_err()
    };
    assert_eq!(read(" ", "example.com", "{}"), LockOptionsError::NoClientId);
    for domain in [
        "",
        "https://example.com",
        "example.com/x",
        "a b",
        "-x.com",
        "user@example.com",
    ] {
        assert_eq!(
            read("app", domain, "{}"),
            LockOptionsError::NotADomain(domain.into())
        );
    }
    for options in ["", "[]", "{allowSignUp: false}", "function () {}"] {
        assert!(
            matches!(read("app", "example.com", options), LockOptionsError::NotJson(_)),
            "{options}"
        );
    }
}
