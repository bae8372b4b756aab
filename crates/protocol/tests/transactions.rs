//! Log-in attempts in session storage.

use vestibule_protocol::{ResponseMode, Transaction, TransactionError};

use crate::support::{entropy, transaction};

const START: u64 = 1_700_000_000;

#[test]
fn what_is_stored_is_read_back_whole() {
    let full = transaction()
        .with_connection("google-oauth2")
        .with_response_mode(ResponseMode::WebMessage)
        .with_app_state("{\"target\":\"/a?b=ü\"}");
    for attempt in [transaction(), full] {
        assert_eq!(Transaction::from_stored(&attempt.to_stored(), START), Ok(attempt));
    }
}

#[test]
fn state_nonce_and_verifier_are_43_characters_of_different_entropy() {
    let attempt = Transaction::new(entropy(), START);
    assert_eq!(attempt.state().expose().len(), 43);
    assert_eq!(attempt.nonce().expose().len(), 43);
    assert_ne!(attempt.state().expose(), attempt.nonce().expose());
    assert_ne!(attempt.challenge(), Transaction::new([7; 96], START).challenge());
}

#[test]
fn an_attempt_lasts_half_an_hour_by_either_direction_of_the_clock() {
    let stored = transaction().to_stored();
    for now in [START, START + 1800, START - 1800] {
        assert!(Transaction::from_stored(&stored, now).is_ok(), "{now}");
    }
    for now in [START + 1801, START - 1801, 0, u64::MAX] {
        assert_eq!(
            Transaction::from_stored(&stored, now),
            Err(TransactionError::Expired),
            "{now}"
        );
    }
}

#[test]
fn storage_that_was_wiped_cut_or_written_by_another_is_malformed() {
    let stored = transaction().to_stored();
    let mut cases = vec![
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        stored[..stored.len() - 1].to_owned(),
    ];
    for name in [
        "state",
        "nonce",
        "verifier",
        "issuer",
        "redirect_uri",
        "started_at_s",
    ] {
        cases.push(stored.replace(&format!("\"{name}\""), "\"other\""));
    }
    cases.push(stored.replace(":1700000000", ":\"1700000000\""));
    cases.push(stored.replace(":1700000000", ":-1"));
    cases.push(stored.replace("\"issuer\"", "\"response_mode\":\"carrier_pigeon\",\"issuer\""));
    cases.push(stored.replace("\"issuer\"", "\"state\":\"x\",\"issuer\""));
    for case in cases {
        assert_eq!(
            Transaction::from_stored(&case, START),
            Err(TransactionError::Malformed),
            "{case}"
        );
    }
}
