//! A stored attempt: written anew it is the same attempt, its secrets are not printed, and half an hour is its end.

use serde_json::Value;
use vestibule_protocol::transaction::LIFETIME_S;
use vestibule_protocol::{Transaction, TransactionError};

use crate::Verdict;

/// The bytes are what was stored.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let Ok(stored) = std::str::from_utf8(bytes) else {
        return Verdict::Refused;
    };
    let lax: Value = serde_json::from_str(stored).unwrap_or_default();
    let now = lax["started_at_s"].as_u64().unwrap_or_default();
    let read = Transaction::from_stored(stored, now);
    assert_eq!(read, Transaction::from_stored(stored, now), "read twice");
    let Ok(attempt) = read else {
        return Verdict::Refused;
    };
    assert_eq!(attempt.started_at_s(), now);
    assert_eq!(Some(attempt.state().expose()), lax["state"].as_str());
    assert_eq!(Some(attempt.nonce().expose()), lax["nonce"].as_str());
    assert_eq!(Some(attempt.issuer()), lax["issuer"].as_str());
    assert_eq!(Some(attempt.redirect_uri()), lax["redirect_uri"].as_str());
    assert_eq!(attempt.connection(), lax["connection"].as_str());
    assert_eq!(attempt.app_state(), lax["app_state"].as_str());
    let again = attempt.to_stored();
    assert!(again.len() <= stored.len(), "it grows by being stored");
    assert_eq!(
        Transaction::from_stored(&again, now).as_ref(),
        Ok(&attempt),
        "stored again"
    );
    ends(stored, now);
    unprinted(&attempt, &again, now);
    Verdict::Taken
}

fn ends(stored: &str, now: u64) {
    for other in [now.checked_add(LIFETIME_S + 1), now.checked_sub(LIFETIME_S + 1)]
        .into_iter()
        .flatten()
    {
        assert_eq!(
            Transaction::from_stored(stored, other),
            Err(TransactionError::Expired)
        );
    }
}

/// The same attempt with other secrets is printed the same.
fn unprinted(attempt: &Transaction, stored: &str, now: u64) {
    let mut other: Value = serde_json::from_str(stored).expect("an attempt is stored as JSON");
    for (name, length) in [("state", 1), ("nonce", 1), ("verifier", 43)] {
        other[name] = "x".repeat(length).into();
    }
    let other = Transaction::from_stored(&other.to_string(), now).expect("other secrets are no fault");
    assert_eq!(
        format!("{attempt:?}"),
        format!("{other:?}"),
        "a print that depends on a secret"
    );
}
