//! What is kept of a story that failed, and what must hold of every story that did not.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{cast::ADA, web::Seen};

/// Lines from the consoles of a story's browsers.
pub type Notes = Arc<Mutex<Vec<String>>>;

/// Adds lines.
pub fn note(notes: &Notes, lines: impl IntoIterator<Item = String>) {
    notes.lock().unwrap_or_else(PoisonError::into_inner).extend(lines);
}

/// No panic, no violation of the policy and no secret on any console.
pub fn check_console(notes: &Notes) {
    for line in notes.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        for bad in [
            "panicked at",
            "Content Security Policy",
            "TrustedHTML",
            "RuntimeError",
            ADA.password,
        ] {
            assert!(!line.contains(bad), "on the console: {line}");
        }
    }
}

/// No password in the address of any request.
pub fn check_addresses(seen: &[Seen]) {
    let encoded = [ADA.password.replace(' ', "%20"), ADA.password.replace(' ', "+")];
    for request in seen {
        let address = format!("{}?{}", request.path, request.query);
        assert!(
            !encoded.iter().any(|secret| address.contains(secret)),
            "a password in {}",
            request.path
        );
    }
}
