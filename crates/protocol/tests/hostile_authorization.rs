//! Hostile cases C: authorization responses.

use vestibule_protocol::error::Mismatch;
use vestibule_protocol::{
    AuthorizationError, AuthorizationFailure, Grant, Metadata, RefusalCode, ResponseMode, Transaction,
    authorize,
};

use crate::support::{ISSUER, metadata, metadata_with_iss, transaction};

type Checked = Result<Grant, AuthorizationFailure>;

fn state() -> String {
    transaction().state().expose().to_owned()
}

fn check_with(query: &str, attempt: &Transaction, metadata: &Metadata) -> Checked {
    authorize::from_query(query)?
        .expect("a response")
        .check(attempt, metadata)
}

fn check(query: &str) -> Checked {
    check_with(&query.replace("STATE", &state()), &transaction(), &metadata())
}

fn broken(error: AuthorizationError) -> Checked {
    Err(AuthorizationFailure::Broken(error))
}

#[test]
fn a_sound_response_gives_its_code() {
    for query in [
        "code=a%2Bb+c&state=STATE",
        "?state=STATE&code=a%2Bb+c&session_state=x&scope=openid",
    ] {
        assert_eq!(check(query).expect("a code").code.expose(), "a+b c");
    }
}

#[test]
fn what_is_no_response_is_left_to_the_page() {
    for query in [
        "",
        "?",
        "code=PROMO",
        "state=open",
        "error=404",
        "tab=1&tab=2",
        "q=100%",
        "Code=c&State=s",
        "code",
    ] {
        assert_eq!(authorize::from_query(query), Ok(None), "{query}");
        assert_eq!(authorize::from_fragment(query), Ok(None), "{query}");
    }
    for fragment in ["#/route", "#/route?tab=1", "#section-2", "#"] {
        assert_eq!(authorize::from_fragment(fragment), Ok(None), "{fragment}");
    }
}

#[test]
fn c37_another_attempts_state_is_refused_before_anything_else_is_looked_at() {
    let last = state();
    for other in ["theirs", "STATEx", &last[..42]] {
        let other = other.replace("STATE", &state());
        for query in [
            format!("code=c&state={other}"),
            format!("error=access_denied&state={other}"),
            format!("code=c&error=x&iss=evil&state={other}"),
        ] {
            assert_eq!(
                check(&query),
                broken(AuthorizationError::StateMismatch),
                "{query}"
            );
        }
    }
    assert_eq!(check("code=c&state="), broken(AuthorizationError::StateMissing));
    let message = authorize::from_message(vec![("code".to_owned(), "c".to_owned())]).expect("sound");
    let attempt = transaction().with_response_mode(ResponseMode::WebMessage);
    assert_eq!(
        message.check(&attempt, &metadata()),
        broken(AuthorizationError::StateMissing)
    );
}

#[test]
fn c38_code_and_error_together_are_neither() {
    assert_eq!(
        check("code=c&error=access_denied&state=STATE"),
        broken(AuthorizationError::CodeAndError)
    );
    assert_eq!(
        check("code=&state=STATE"),
        broken(AuthorizationError::CodeMissing)
    );
}

#[test]
fn c39_tokens_are_refused_in_the_query_and_unasked_for_anywhere() {
    for query in [
        "access_token=t&state=STATE",
        "code=c&id_token=t&state=STATE",
        "id_token=&state=STATE",
    ] {
        assert_eq!(check(query), broken(AuthorizationError::TokenInQuery), "{query}");
    }
    let attempt = transaction().with_response_mode(ResponseMode::Fragment);
    let fragment = format!("#code=c&access_token=t&state={}", state());
    let response = authorize::from_fragment(&fragment)
        .expect("sound")
        .expect("a response");
    assert_eq!(
        response.check(&attempt, &metadata()),
        broken(AuthorizationError::UnaskedToken)
    );
}

#[test]
fn c40_the_issuer_is_compared_and_required_where_it_is_promised() {
    let right = "https%3A%2F%2Flogin.example.com%2F";
    let wrong = |got: &str| {
        broken(AuthorizationError::Issuer(Mismatch {
            expected: ISSUER.into(),
            got: got.into(),
        }))
    };
    for metadata in [metadata(), metadata_with_iss()] {
        let check = |query: &str| check_with(&query.replace("STATE", &state()), &transaction(), &metadata);
        assert!(check(&format!("code=c&state=STATE&iss={right}")).is_ok());
        assert_eq!(
            check("code=c&state=STATE&iss=https://login.example.com"),
            wrong("https://login.example.com")
        );
        assert_eq!(
            check("code=c&state=STATE&iss=https%253A%252F%252Flogin.example.com%252F"),
            wrong("https%3A%2F%2Flogin.example.com%2F")
        );
        assert_eq!(
            check("error=access_denied&state=STATE&iss=https://evil.example/"),
            wrong("https://evil.example/")
        );
        assert_eq!(check("code=c&state=STATE&iss="), wrong(""));
        let twice = format!("code=c&state=STATE&iss={right}&iss={right}");
        assert_eq!(check(&twice), broken(AuthorizationError::Duplicate("iss")));
    }
    for query in ["code=c&state=STATE", "error=access_denied&state=STATE"] {
        let query = query.replace("STATE", &state());
        let missing = broken(AuthorizationError::IssuerMissing);
        assert_eq!(check_with(&query, &transaction(), &metadata_with_iss()), missing);
    }
}

#[test]
fn an_attempt_with_another_issuer_is_not_answered_by_this_one() {
    for (attempt, expected) in [
        (
            transaction().with_issuer("https://other.example/"),
            "https://other.example/",
        ),
        (transaction().with_issuer(""), ""),
    ] {
        let error = AuthorizationError::TransactionIssuer(Mismatch {
            expected: expected.into(),
            got: ISSUER.into(),
        });
        assert_eq!(
            check_with(&format!("code=c&state={}", state()), &attempt, &metadata()),
            broken(error)
        );
    }
}

#[test]
fn c41_an_error_is_a_refusal_in_plain_text() {
    let refusal = |query: &str| match check(query) {
        Err(AuthorizationFailure::Refused(refusal)) => refusal,
        other => panic!("{query}: {other:?}"),
    };
    let html = refusal("error=access_denied&error_description=%3Cb%3Eno%3C%2Fb%3E%00&state=STATE");
    assert_eq!(html.code, RefusalCode::AccessDenied);
    assert_eq!(html.description.as_deref(), Some("<b>no</b>"));
    assert_eq!((html.status, html.retry_after_s), (0, None));
    assert_eq!(
        refusal("error=login_required&state=STATE").code,
        RefusalCode::LoginRequired
    );
    assert_eq!(
        refusal("error=brand_new&state=STATE").code,
        RefusalCode::Other("brand_new".to_owned())
    );
    let long = refusal(&format!("error=%00{}&state=STATE", "x".repeat(9000)));
    assert_eq!(long.code, RefusalCode::Other("x".repeat(64)));
    assert_eq!(
        check("error=&state=STATE"),
        broken(AuthorizationError::ErrorEmpty)
    );
}

#[test]
fn duplicates_and_bad_encodings_are_refused_by_name() {
    let cases = [
        ("code=a&code=b&state=STATE", AuthorizationError::Duplicate("code")),
        (
            "code=a&%63ode=a&state=STATE",
            AuthorizationError::Duplicate("code"),
        ),
        (
            "code=a&state=STATE&state=STATE",
            AuthorizationError::Duplicate("state"),
        ),
        ("code=%ff&state=STATE", AuthorizationError::Encoding("code")),
        ("code=%&state=STATE", AuthorizationError::Encoding("code")),
    ];
    for (query, error) in cases {
        assert_eq!(check(query), broken(error), "{query}");
    }
    // The page's own parameters may be anything.
    assert!(check("tag=a&tag=b&q=100%&code=c&state=STATE").is_ok());
    let twice = vec![
        ("state".to_owned(), "a".to_owned()),
        ("state".to_owned(), "a".to_owned()),
    ];
    assert_eq!(
        authorize::from_message(twice),
        Err(AuthorizationError::Duplicate("state"))
    );
}

#[test]
fn a_response_comes_the_way_it_was_asked_for() {
    let wrong = |expected: &str, got: &str| {
        broken(AuthorizationError::ResponseMode(Mismatch {
            expected: expected.into(),
            got: got.into(),
        }))
    };
    let query = format!("code=c&state={}", state());
    let params = || {
        vec![
            ("code".to_owned(), "c".to_owned()),
            ("state".to_owned(), state()),
            ("x".into(), "y".into()),
        ]
    };
    let by_message = || authorize::from_message(params()).expect("sound");
    let by_fragment = || {
        authorize::from_fragment(&query)
            .expect("sound")
            .expect("a response")
    };
    let asked_message = transaction().with_response_mode(ResponseMode::WebMessage);
    let asked_fragment = transaction().with_response_mode(ResponseMode::Fragment);
    assert!(by_message().check(&asked_message, &metadata()).is_ok());
    assert!(by_fragment().check(&asked_fragment, &metadata()).is_ok());
    assert_eq!(
        check_with(&query, &asked_message, &metadata()),
        wrong("web_message", "query")
    );
    assert_eq!(
        by_message().check(&transaction(), &metadata()),
        wrong("query", "web_message")
    );
    assert_eq!(
        by_fragment().check(&transaction(), &metadata()),
        wrong("query", "fragment")
    );
}

#[test]
fn c42_each_of_two_parallel_attempts_takes_its_own_answer_only() {
    let (one, two) = (transaction(), Transaction::new([7; 96], 0).with_issuer(ISSUER));
    for (mine, other) in [(&one, &two), (&two, &one)] {
        let query = format!("code=c&state={}", mine.state().expose());
        assert!(check_with(&query, mine, &metadata()).is_ok());
        assert_eq!(
            check_with(&query, other, &metadata()),
            broken(AuthorizationError::StateMismatch)
        );
    }
}
