//! Hostile cases C 38 to 40 for the hybrid types: exactly what was asked for, from whom it was asked, the way it was asked.

use vestibule_protocol::error::Mismatch;
use vestibule_protocol::{
    AuthorizationError, AuthorizationFailure, FrontChannel, Metadata, RefusalCode, ResponseMode,
    ResponseType, authorize,
};

use crate::support::{ISSUER, metadata, metadata_with_iss, transaction};

const ALL: [ResponseType; 4] = [
    ResponseType::Code,
    ResponseType::CodeIdToken,
    ResponseType::CodeToken,
    ResponseType::CodeIdTokenToken,
];
const ISS: &str = "https%3A%2F%2Flogin.example.com%2F";

type Checked = Result<FrontChannel, AuthorizationFailure>;

fn check_with(response_type: ResponseType, fragment: &str, metadata: &Metadata) -> Checked {
    let attempt = transaction().with_response_mode(ResponseMode::Fragment);
    let fragment = fragment
        .replace("STATE", attempt.state().expose())
        .replace("ISS", ISS);
    authorize::from_fragment(&fragment)?
        .expect("a response")
        .check_as(response_type, &attempt, metadata)
}

fn check(response_type: ResponseType, fragment: &str) -> Checked {
    check_with(response_type, fragment, &metadata())
}

fn broken(error: AuthorizationError) -> Checked {
    Err(AuthorizationFailure::Broken(error))
}

/// The parameters of a good answer.
fn good(response_type: ResponseType) -> String {
    let mut text = "code=c&state=STATE".to_owned();
    if response_type.has_id_token() {
        text += "&id_token=a.b.c";
    }
    if response_type.has_access_token() {
        text += "&access_token=t&token_type=Bearer&expires_in=60";
    }
    text
}

#[test]
fn each_type_brings_its_parts_and_no_others() {
    for asked in ALL {
        for came in ALL {
            let checked = check(asked, &good(came));
            let expected = match (asked.has_id_token(), came.has_id_token()) {
                (true, false) => Err(AuthorizationError::IdTokenMissing),
                (false, true) => Err(AuthorizationError::UnaskedToken),
                _ => match (asked.has_access_token(), came.has_access_token()) {
                    (true, false) => Err(AuthorizationError::AccessTokenMissing),
                    (false, true) => Err(AuthorizationError::UnaskedToken),
                    _ => Ok(()),
                },
            };
            match (checked, expected) {
                (Ok(front), Ok(())) => {
                    assert_eq!(front.code.expose(), "c");
                    assert_eq!(front.id_token.is_some(), asked.has_id_token());
                    assert_eq!(front.access_token.is_some(), asked.has_access_token());
                }
                (checked, Err(error)) => assert_eq!(checked, broken(error), "{asked:?} {came:?}"),
                (checked, Ok(())) => panic!("{asked:?} {came:?}: {checked:?}"),
            }
        }
    }
}

#[test]
fn c38_a_code_beside_an_error_or_no_code_is_no_answer() {
    for response_type in ALL {
        let both = format!("{}&error=access_denied", good(response_type));
        assert_eq!(
            check(response_type, &both),
            broken(AuthorizationError::CodeAndError)
        );
        let empty = good(response_type).replace("code=c", "code=");
        assert_eq!(
            check(response_type, &empty),
            broken(AuthorizationError::CodeMissing)
        );
        if response_type.is_hybrid() {
            let without = good(response_type).replace("code=c&", "");
            assert_eq!(
                check(response_type, &without),
                broken(AuthorizationError::CodeMissing)
            );
        }
    }
    match check(ResponseType::CodeIdToken, "error=access_denied&state=STATE") {
        Err(AuthorizationFailure::Refused(refusal)) => assert_eq!(refusal.code, RefusalCode::AccessDenied),
        other => panic!("{other:?}"),
    }
}

#[test]
fn c38_another_attempts_answer_is_looked_at_no_further() {
    for response_type in ALL {
        for text in [
            "code=c&error=x&iss=evil&state=theirs",
            "id_token=x&state=theirs",
            "access_token=x&state=theirs",
        ] {
            assert_eq!(
                check(response_type, text),
                broken(AuthorizationError::StateMismatch),
                "{text}"
            );
        }
    }
}

#[test]
fn c39_a_token_in_the_query_is_refused_before_it_is_looked_at() {
    for response_type in ALL.into_iter().filter(|response_type| response_type.is_hybrid()) {
        let query = good(response_type).replace("STATE", transaction().state().expose());
        assert_eq!(
            authorize::from_query(&query),
            Err(AuthorizationError::TokenInQuery)
        );
    }
}

#[test]
fn an_answer_in_another_place_than_asked_for_is_refused() {
    let text = good(ResponseType::CodeIdToken).replace("STATE", transaction().state().expose());
    let attempt = transaction().with_response_mode(ResponseMode::Fragment);
    let by_form = authorize::from_form_post(&text)
        .expect("sound")
        .expect("a response");
    let mismatch = Mismatch {
        expected: "fragment".into(),
        got: "form_post".into(),
    };
    assert_eq!(
        by_form.check_as(ResponseType::CodeIdToken, &attempt, &metadata()),
        broken(AuthorizationError::ResponseMode(mismatch))
    );
    let attempt = attempt.with_response_mode(ResponseMode::FormPost);
    let by_form = authorize::from_form_post(&text)
        .expect("sound")
        .expect("a response");
    assert!(
        by_form
            .check_as(ResponseType::CodeIdToken, &attempt, &metadata())
            .is_ok()
    );
}

#[test]
fn a_form_is_read_as_strictly_as_a_fragment() {
    for (body, error) in [
        ("code=a&code=b&state=s", AuthorizationError::Duplicate("code")),
        ("code=%ff&state=s", AuthorizationError::Encoding("code")),
    ] {
        assert_eq!(authorize::from_form_post(body), Err(error));
    }
    for body in ["", "name=Ada", "code=PROMO", "{\"code\":\"c\",\"state\":\"s\"}"] {
        assert_eq!(authorize::from_form_post(body), Ok(None), "{body}");
    }
}

#[test]
fn c40_beside_an_id_token_the_issuer_may_be_left_out_and_where_it_stands_it_is_compared() {
    for response_type in ALL {
        for metadata in [metadata(), metadata_with_iss()] {
            let promised = metadata.iss_parameter_supported;
            let checked = check_with(response_type, &good(response_type), &metadata);
            if promised && !response_type.has_id_token() {
                assert_eq!(
                    checked,
                    broken(AuthorizationError::IssuerMissing),
                    "{response_type:?}"
                );
            } else {
                assert!(checked.is_ok(), "{response_type:?}");
            }
            let named = format!("{}&iss=ISS", good(response_type));
            assert!(check_with(response_type, &named, &metadata).is_ok());
            let evil = format!("{}&iss=https://evil.example/", good(response_type));
            let mismatch = Mismatch {
                expected: ISSUER.into(),
                got: "https://evil.example/".into(),
            };
            assert_eq!(
                check_with(response_type, &evil, &metadata),
                broken(AuthorizationError::Issuer(mismatch))
            );
            let twice = format!("{named}&iss=ISS");
            assert_eq!(
                check_with(response_type, &twice, &metadata),
                broken(AuthorizationError::Duplicate("iss"))
            );
            // A refusal carries no ID token that could say whose it is.
            let refusal = check_with(response_type, "error=access_denied&state=STATE", &metadata);
            if promised {
                assert_eq!(refusal, broken(AuthorizationError::IssuerMissing));
            } else {
                assert!(matches!(refusal, Err(AuthorizationFailure::Refused(_))));
            }
        }
    }
}

#[test]
fn a_type_is_known_by_its_words_in_any_order() {
    for (name, known) in [
        ("code", Some(ResponseType::Code)),
        ("id_token code", Some(ResponseType::CodeIdToken)),
        ("token  id_token code", Some(ResponseType::CodeIdTokenToken)),
        ("token code", Some(ResponseType::CodeToken)),
        ("token", None),
        ("id_token", None),
        ("id_token token", None),
        ("code code", None),
        ("", None),
    ] {
        assert_eq!(ResponseType::named(name), known, "{name}");
    }
}
