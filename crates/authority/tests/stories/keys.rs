//! Signing keys: RS256 by default, ES256 by setting, kept across restarts.

use std::sync::Arc;

use vestibule_authority::chance::Chance;
use vestibule_authority::clock::TestClock;
use vestibule_authority::config::{Config, KeyAlgorithm};
use vestibule_authority::keys::Keys;
use vestibule_authority::seed;
use vestibule_authority::start::{Data, start};
use vestibule_authority::store::Store;

use super::harness::START;

#[test]
fn the_default_key_is_rsa_of_2048_bits_and_its_signatures_verify() {
    assert_eq!(seed::config().key_algorithm, KeyAlgorithm::Rs256);
    let store = Store::in_memory().unwrap();
    let keys = Keys::load(&store, KeyAlgorithm::Rs256, &Chance::seeded(7), START).unwrap();
    let public = &keys.published()[0];
    assert_eq!(
        (
            public["kty"].as_str(),
            public["alg"].as_str(),
            public["e"].as_str()
        ),
        (Some("RSA"), Some("RS256"), Some("AQAB"))
    );
    // 256 bytes are 342 characters of base64url.
    assert_eq!(public["n"].as_str().unwrap().len(), 342);
    assert!(
        ["d", "p", "q", "dp", "dq", "qi"]
            .iter()
            .all(|name| public.get(name).is_none())
    );
    let token = keys.sign("JWT", &serde_json::json!({ "sub": "x" })).unwrap();
    assert_eq!(keys.verify("JWT", &token).unwrap()["sub"], "x");

    // A switch to ES256 makes a second key; what the first one signed still verifies.
    let both = Keys::load(&store, KeyAlgorithm::Es256, &Chance::seeded(8), START + 1).unwrap();
    assert_eq!(both.published().len(), 2);
    assert_eq!(both.verify("JWT", &token).unwrap()["sub"], "x");
    let back = Keys::load(&store, KeyAlgorithm::Rs256, &Chance::seeded(9), START + 2).unwrap();
    assert_eq!(back.published().len(), 2);
    assert_eq!(
        back.verify("JWT", &back.sign("JWT", &serde_json::json!({})).unwrap())
            .unwrap()
            .len(),
        0
    );
}

#[tokio::test]
async fn a_server_that_starts_again_on_its_file_keeps_its_key_and_its_people() {
    let folder = std::env::temp_dir().join(format!("vestibule-{}", Chance::from_entropy().hex(16)));
    std::fs::create_dir(&folder).unwrap();
    let data = Data::File(folder.join("authority.sqlite"));
    let mut seen = Vec::new();
    for chance in [1, 2] {
        let config = Config::from_toml("key_algorithm = 'ES256'").unwrap();
        let clock = Arc::new(TestClock::at(START));
        let state = start(config, &data, clock, Chance::seeded(chance)).await.unwrap();
        let ada = state
            .store
            .user_by_email(seed::DATABASE, "ada@example.com")
            .unwrap()
            .unwrap();
        seen.push((state.keys.published().to_vec(), ada.id));
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(seen[0], seen[1]);
}
