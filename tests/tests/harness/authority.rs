//! The authority as a process: it starts with its configuration, stops cleanly and starts again as it was.

use std::{env, path::PathBuf};

use vestibule_tests::{cast::Authority, web::Relay};

fn folder(name: &str) -> PathBuf {
    env::temp_dir().join(format!("vestibule-harness-{}-{name}", std::process::id()))
}

async fn keys(port: u16) -> String {
    let url = format!("http://localhost:{port}/.well-known/jwks.json");
    let answer = reqwest::get(url).await.expect("the authority answers");
    answer.text().await.expect("the key set is text")
}

#[test]
fn an_authority_that_is_started_again_listens_where_it_did_and_has_the_keys_it_had() {
    let mut authority = Authority::start(folder("again"), "");
    let port = authority.port();
    let before = vestibule_tests::block_on(keys(port));
    authority.start_again();
    assert_eq!(authority.port(), port);
    assert_eq!(vestibule_tests::block_on(keys(port)), before);
}

#[test]
fn an_authority_behind_the_relay_takes_the_relays_address_for_its_issuer() {
    let authority = Authority::start(folder("relay"), "");
    let relay = Relay::start(authority.port());
    let issuer = vestibule_tests::block_on(async {
        let url = format!(
            "http://localhost:{}/.well-known/openid-configuration",
            relay.port()
        );
        let answer = reqwest::get(url).await.expect("the relay answers");
        let text = answer.text().await.expect("the metadata is text");
        serde_json::from_str::<serde_json::Value>(&text).expect("the metadata is JSON")["issuer"].clone()
    });
    assert_eq!(issuer, format!("http://localhost:{}/", relay.port()));
}

#[test]
fn an_authority_with_a_configuration_it_refuses_fails_the_story_at_once() {
    let started = std::panic::catch_unwind(|| Authority::start(folder("refused"), "no_such_key = 1"));
    let failure = started.err().expect("an unknown key is refused");
    let said = failure
        .downcast_ref::<String>()
        .expect("the failure is a sentence");
    assert!(said.contains("no_such_key"), "{said}");
}
