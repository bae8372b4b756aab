//! RFC 9207 §2: the issuer beside the code.

use vestibule_protocol::{AuthorizationError, Issuer, Metadata, Transaction, authorize};

use crate::support::{entropy, metadata_with_iss};

const HONEST: &str = "https://honest.as.example";

fn check(issuer: &str) -> Result<String, AuthorizationError> {
    let attempt = Transaction::new(entropy(), 0).with_issuer(issuer);
    let metadata = Metadata {
        issuer: Issuer::parse(issuer).expect("an issuer"),
        ..metadata_with_iss()
    };
    let query = format!(
        "?code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58&iss=https%3A%2F%2Fhonest.as.example&state={}",
        attempt.state().expose()
    );
    let response = authorize::from_query(&query)?.expect("a response");
    match response.check(&attempt, &metadata) {
        Ok(grant) => Ok(grant.code.expose().to_owned()),
        Err(authorize::AuthorizationFailure::Broken(error)) => Err(error),
        Err(authorize::AuthorizationFailure::Refused(_)) => panic!("the example is no error"),
    }
}

#[test]
fn the_example_is_taken_from_the_honest_issuer_only() {
    assert_eq!(
        check(HONEST).as_deref(),
        Ok("x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58")
    );
    for other in ["https://attacker.example", "https://honest.as.example/"] {
        assert!(
            matches!(check(other), Err(AuthorizationError::Issuer(mismatch)) if mismatch.expected == other)
        );
    }
}
