//! The settings script: data or nothing, and the same with the call and without.

use serde_json::Value;
use vestibule_protocol::{ClientSettings, ConnectionKind, Database, settings};

use crate::Verdict;
use crate::given::success;

const CALL: &[u8] = b"Auth0.setClient(";

/// The bytes are the script.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let read = settings::read(&success(bytes));
    assert_eq!(read, settings::read(&success(bytes)), "read twice");
    let Ok(settings) = read else {
        return Verdict::Refused;
    };
    let script = bytes.trim_ascii();
    let object = match script.strip_prefix(CALL) {
        Some(argument) => {
            let end = argument
                .iter()
                .rposition(|byte| *byte == b')')
                .expect("a call ends");
            let rest = argument[end + 1..].trim_ascii();
            assert!(rest.is_empty() || rest == b";", "something comes after the call");
            &argument[..end]
        }
        None => script,
    };
    let lax: Value = serde_json::from_slice(object).expect("settings are JSON");
    assert!(lax.is_object());
    for form in [object.to_vec(), [CALL, object, b");"].concat()] {
        assert_eq!(
            settings::read(&success(&form)).as_ref(),
            Ok(&settings),
            "in another form"
        );
    }
    sound(&settings);
    Verdict::taken_if(!settings.connections.is_empty())
}

fn sound(settings: &ClientSettings) {
    for (at, connection) in settings.connections.iter().enumerate() {
        assert!(!connection.name.is_empty());
        let before = &settings.connections[..at];
        assert!(
            before.iter().all(|known| known.name != connection.name),
            "a name twice"
        );
        for domain in &connection.domains {
            assert!(!domain.is_empty() && !domain.contains(|c: char| c.is_ascii_uppercase()));
        }
        if let ConnectionKind::Database(database) = &connection.kind {
            lawful(database);
        }
    }
}

fn lawful(database: &Database) {
    let policy = &database.policy;
    assert!(policy.min_length() >= 1 && !policy.rules().is_empty());
    // It becomes an attribute, and its parts are told apart by these.
    let words = policy.passwordrules();
    assert!(
        words
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " :;-".contains(c)),
        "{words}"
    );
}
