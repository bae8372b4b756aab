//! Fields: their names, labels and tokens, their errors, and that no secret stands in them.

use vestibule_flow::{Accept, Field};

use super::{attribute, draw, tags, with};
use crate::gallery;

/// How an input introduces itself: name, type, autocomplete token.
fn inputs(html: &str) -> Vec<[&str; 3]> {
    let of = |tag| ["name", "type", "autocomplete"].map(|name| attribute(tag, name).unwrap_or(""));
    tags(html, "input")
        .into_iter()
        .filter(|tag| tag.contains("data-part=\"input\""))
        .map(of)
        .collect()
}

#[tokio::test]
async fn every_input_has_the_name_the_type_and_the_token_that_password_managers_know() {
    let cases: [(&str, &str, &[[&str; 3]]); 6] = [
        (
            "log-in",
            "idle",
            &[
                ["username", "email", "username webauthn"],
                ["password", "password", "current-password"],
            ],
        ),
        (
            "log-in",
            "name",
            &[
                ["username", "text", "username webauthn"],
                ["password", "password", "current-password"],
            ],
        ),
        (
            "sign-up",
            "idle",
            &[
                ["email", "email", "email"],
                ["username", "text", "username"],
                ["password", "password", "new-password"],
            ],
        ),
        ("forgot-password", "idle", &[["email", "email", "email"]]),
        ("passwordless", "sms", &[["phone", "tel", "tel"]]),
        ("code", "idle", &[["code", "text", "one-time-code"]]),
    ];
    for (screen, state, expected) in cases {
        let view = gallery::sample(screen, state).expect("it is in the list").view;
        assert_eq!(inputs(&draw(view).await), expected, "{screen} {state}");
    }
}

#[tokio::test]
async fn every_input_has_a_label_and_every_reference_a_target() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for input in with(&html, "data-part=\"input\"") {
            let id = attribute(input, "id").unwrap();
            assert_eq!(with(&html, &format!("for=\"{id}\"")).len(), 1, "{name}: {input}");
        }
        for reference in ["aria-describedby", "aria-labelledby", "aria-controls"] {
            for tag in with(&html, &format!(" {reference}=")) {
                for id in attribute(tag, reference).unwrap().split(' ') {
                    assert_eq!(
                        with(&html, &format!(" id=\"{id}\"")).len(),
                        1,
                        "{name}: {reference} {id}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn a_field_in_error_is_marked_and_described() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let tick = match view.terms.as_ref().map(|terms| &terms.accept) {
            Some(Accept::ByTick { problem: Some(_), .. }) => Some(Field::Terms),
            _ => None,
        };
        let fields = view.fields.iter().filter(|field| field.problem.is_some());
        let extras = view.extras.iter().filter(|extra| extra.problem.is_some());
        let own = fields
            .map(|field| field.field)
            .chain(extras.map(|extra| extra.field));
        let captcha = view.captcha.as_ref().filter(|captcha| captcha.problem.is_some());
        let (pictures, riddles): (Vec<_>, Vec<_>) = captcha
            .into_iter()
            .partition(|captcha| !captcha.challenge.image.is_empty());
        let pictures = pictures.into_iter().map(|_| Field::Captcha);
        let wrong: Vec<Field> = own.chain(pictures).chain(tick).collect();
        let riddles = riddles.len();
        let html = draw(view).await;
        assert_eq!(
            with(&html, "data-part=\"field-error\"").len(),
            wrong.len() + riddles,
            "{name}"
        );
        // By a sign beside the words, and not by its colour alone (WCAG 2.2, 1.4.1).
        for error in html.split("data-part=\"field-error\"").skip(1) {
            let inside = error.split("</p>").next().unwrap_or_default();
            assert!(inside.contains("data-icon=\"alert\""), "{name}: {inside}");
        }
        // What a provider draws is a group, which is described by its error and has no mark of its own.
        let described = with(&html, "aria-describedby=\"t-captcha-error\"").len();
        assert_eq!(
            described,
            riddles + wrong.iter().filter(|field| **field == Field::Captcha).count()
        );
        let marked = with(&html, "aria-invalid=\"true\"");
        assert_eq!(marked.len(), wrong.len(), "{name}");
        for (input, field) in marked.iter().zip(wrong) {
            assert_eq!(attribute(input, "name"), Some(field.name()), "{name}");
            let error = format!("t-{}-error", field.name());
            assert!(
                attribute(input, "aria-describedby").unwrap().contains(&error),
                "{name}: {input}"
            );
        }
    }
}

#[tokio::test]
async fn the_user_name_stays_in_the_form_for_password_managers() {
    let html = draw(gallery::code()).await;
    let kept = with(&html, "data-part=\"kept-username\"")[0];
    assert_eq!(attribute(kept, "value"), Some("ada@example.com"));
    assert_eq!(attribute(kept, "autocomplete"), Some("username"));
    assert!(!kept.contains("hidden\""), "{kept}");
}

#[tokio::test]
async fn no_input_for_a_secret_ever_has_a_value_attribute() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for input in with(&html, "data-part=\"input\"") {
            assert_eq!(attribute(input, "value"), None, "{name}: {input}");
        }
    }
}

#[tokio::test]
async fn no_name_address_or_secret_is_spell_checked_or_corrected() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let own: Vec<String> = view.extras.iter().map(|extra| extra.label.clone()).collect();
        let html = draw(view).await;
        let fields = with(&html, "data-part=\"input\"");
        for input in fields
            .into_iter()
            .filter(|input| input.starts_with("input ") && own.is_empty())
        {
            assert_eq!(attribute(input, "spellcheck"), Some("false"), "{name}: {input}");
            assert_eq!(attribute(input, "autocorrect"), Some("off"), "{name}: {input}");
            assert_eq!(
                attribute(input, "autocapitalize"),
                Some("none"),
                "{name}: {input}"
            );
        }
    }
}
