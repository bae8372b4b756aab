//! Own fields and terms, of which some is JavaScript and no JSON.

#[cfg(feature = "terms")]
use vestibule_flow::Config;

use super::{import, with};

#[test]
fn extra_fields_come_as_the_rust_to_write() {
    let import = import(
        r#"{"additionalSignUpFields": [
            {"name": "first", "placeholder": "First name", "storage": "root", "prefill": "Eve", "validator": "f"},
            {"type": "select", "name": "plan", "placeholder": "Plan", "options": [{"value": "s", "label": "Small"}]},
            {"type": "select", "name": "town", "placeholder": "Town", "options": "function"},
            {"type": "checkbox", "name": "news", "placeholder": "News", "prefill": "true"},
            {"type": "hidden", "name": "from", "value": "landing"}
        ]}"#,
    );
    let rust = import.to_rust();
    for line in [
        r#"ExtraField::text("first", "First name").initial("Eve").check(/* the validator; with .optional() before it, where it lets an empty one pass */).at_root(),"#,
        r#"ExtraField::select("plan", "Plan", [Choice::new("s", "Small")]),"#,
        r#"ExtraField::select_asked("town", "Town"),"#,
        r#"ExtraField::checkbox("news", "News").optional().initial("true"),"#,
        r#"ExtraField::hidden("from", "landing"),"#,
    ] {
        assert!(rust.contains(line), "{line} is not in {rust}");
    }
}

#[test]
#[cfg(feature = "fields")]
fn extra_fields_are_in_the_config_too() {
    use vestibule_flow::{Choice, ExtraField};

    let import = import(
        r#"{"additionalSignUpFields": [
            {"name": "first", "placeholder": "First name", "ariaLabel": "Your first name", "storage": "root"},
            {"type": "select", "name": "plan", "options": [{"value": "s", "label": "Small"}], "prefill": "s"},
            {"type": "select", "name": "town", "placeholder": "Town", "options": "function", "prefill": {}},
            {"type": "checkbox", "name": "news", "placeholder": "News"},
            {"type": "hidden", "name": "from", "value": "landing"}
        ]}"#,
    );
    assert_eq!(
        import.config.sign_up_fields,
        [
            ExtraField::text("first", "Your first name").at_root(),
            ExtraField::select("plan", "plan", [Choice::new("s", "Small")]).initial("s"),
            ExtraField::select_asked("town", "Town").initial_asked(),
            ExtraField::checkbox("news", "News").optional(),
            ExtraField::hidden("from", "landing"),
        ]
    );
}

#[test]
#[cfg(feature = "terms")]
fn the_terms_links_are_those_of_the_dictionarys_text() {
    let text = r#""languageDictionary": {"signUpTerms": "I agree to <a href='/terms'>the terms</a> and <a href=\"https://example.com/privacy\" target='_blank'>the policy</a>."}"#;
    let both = |config: &mut Config| {
        config.terms_of_service = Some("/terms".into());
        config.privacy_policy = Some("https://example.com/privacy".into());
    };
    let accepted = import(&format!(r#"{{"mustAcceptTerms": true, {text}}}"#));
    assert_eq!(
        accepted.config,
        with(|config| {
            both(config);
            config.accept_terms = true;
        })
    );
    assert!(
        accepted.to_rust().contains("accept_terms: true,"),
        "{}",
        accepted.to_rust()
    );
    assert_eq!(import(&format!("{{{text}}}")).config, with(both));
    let second = r#""languageDictionary": {"signUpTerms": "<a href='http://x/terms'>terms</a>, <a href='/p?a=1&amp;b=2'>policy</a>"}"#;
    assert_eq!(
        import(&format!("{{{second}}}")).config,
        with(|config| config.privacy_policy = Some("/p?a=1&b=2".into()))
    );
    let hidden = import(&format!(
        r#"{{"mustAcceptTerms": true, "showTerms": false, {text}}}"#
    ));
    assert_eq!(hidden.config, with(|_| {}));
}

#[test]
fn a_text_of_terms_without_a_link_that_can_be_followed_says_what_to_set() {
    for terms in [
        "I agree.",
        "<a href='javascript:alert(1)'>terms</a>",
        "<a href=/terms>terms</a>",
    ] {
        let options = serde_json::json!({
            "languageDictionary": { "signUpTerms": terms },
            "mustAcceptTerms": true,
        });
        let import = import(&options.to_string());
        assert_eq!(import.config, with(|_| {}), "{terms}");
        assert!(
            import.to_string().contains("mustAcceptTerms: set `accept_terms`"),
            "{import}"
        );
    }
}

#[test]
#[cfg(feature = "fields")]
fn fields_without_a_usable_name_are_left_out_and_functions_are_told() {
    let import = import(
        r#"{"additionalSignUpFields": [
            {"name": "email"}, {"placeholder": "no name"}, {"name": "two words"}, 3,
            {"name": "town", "type": "select", "options": "function"}, {"name": "town"}
        ]}"#,
    );
    let names: Vec<_> = import
        .config
        .sign_up_fields
        .iter()
        .map(|field| field.name)
        .collect();
    assert_eq!(names, ["town"]);
    let report = import.to_string();
    assert!(
        report.contains("left out") && report.contains("Hooks::choices"),
        "{report}"
    );
}

#[test]
fn a_label_in_html_is_read_as_text_and_pictures_are_told() {
    let import = import(
        r#"{"additionalSignUpFields": [
            {"name": "company", "placeholderHTML": "Your <b>company</b>", "icon": "https://cdn.example.com/c.png"}
        ]}"#,
    );
    assert!(
        import
            .to_rust()
            .contains(r#"ExtraField::text("company", "Your company")"#)
    );
    let report = import.to_string();
    for name in [
        "additionalSignUpFields[0].icon",
        "additionalSignUpFields[0].placeholderHTML",
    ] {
        assert!(report.contains(name), "{report}");
    }
}
