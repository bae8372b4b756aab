//! Links from elsewhere that begin a login, among whatever else stands in a page's query.

use vestibule_protocol::{Initiation, InitiationError, initiate};

use crate::support::{ISSUER, issuer};

const ISS: &str = "iss=https%3A%2F%2Flogin.example.com%2F";

fn read(query: &str) -> Result<Option<Initiation>, InitiationError> {
    initiate::read(&query.replace("ISS", ISS), &issuer())
}

#[test]
fn a_link_names_the_issuer_and_perhaps_the_person_and_the_place() {
    let whole = read("?ISS&login_hint=ada%40example.com&target_link_uri=%2Finbox&utm=x");
    let link = whole.expect("sound").expect("a link");
    assert_eq!(link.iss, ISSUER);
    assert_eq!(link.login_hint.as_deref(), Some("ada@example.com"));
    assert_eq!(link.target_link_uri.as_deref(), Some("/inbox"));
    let bare = read("ISS").expect("sound").expect("a link");
    assert_eq!((bare.login_hint, bare.target_link_uri), (None, None));
}

#[test]
fn the_pages_own_parameters_and_a_response_are_no_link_however_they_are_written() {
    for query in [
        "",
        "?tab=1",
        "?100%",
        "?login_hint=a&login_hint=b",
        "?target_link_uri=%zz",
        "?code=c&state=s&ISS",
        "?ISS&ISS&code=c&state=s",
        "?iss=%zz&code=c&st%61te=s",
    ] {
        assert_eq!(read(query), Ok(None), "{query}");
    }
    assert!(read("?100%&ISS").is_ok_and(|link| link.is_some()));
}

#[test]
fn a_link_that_is_broken_or_of_another_issuer_is_refused() {
    for query in [
        "?ISS&ISS",
        "?ISS&login_hint=a&login_hint=a",
        "?ISS&login_hint=%ff",
        "?iss=%",
    ] {
        assert_eq!(read(query), Err(InitiationError::Malformed), "{query}");
    }
    for query in ["?iss=https://evil.example/", "?iss="] {
        assert_eq!(read(query), Err(InitiationError::Issuer), "{query}");
    }
}
