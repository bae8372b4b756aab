//! RFC 6749 appendix B: form encoding.

use vestibule_protocol::form::{self, FormError};

#[test]
fn appendix_b_encodes_and_decodes() {
    assert_eq!(form::encode(&[("", " %&+£€")]), "=+%25%26%2B%C2%A3%E2%82%AC");
    assert_eq!(form::decode("+%25%26%2B%C2%A3%E2%82%AC").as_deref(), Ok(" %&+£€"));
}

#[test]
fn half_escapes_and_escapes_that_are_not_utf8_are_refused() {
    for text in ["%", "%2", "%zz", "a%+1", "%%", "%é0"] {
        assert_eq!(form::decode(text), Err(FormError::Escape), "{text}");
    }
    for text in ["%ff", "%C3", "%ed%a0%80"] {
        assert_eq!(form::decode(text), Err(FormError::NotUtf8), "{text}");
    }
}
