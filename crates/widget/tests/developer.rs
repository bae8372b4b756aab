//! What a developer is told on the console.

#![cfg(target_arch = "wasm32")]

use js_sys::eval;
use vestibule::load_config;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What the console was told last, after a config of this text was read.
async fn told(status: u16, text: &str) -> String {
    let script = format!(
        "window.told = ''; console.warn = sentence => told = sentence;
        window.fetch = async () => new Response({text:?}, {{ status: {status} }})"
    );
    eval(&script).expect("the test's script runs");
    let setup = load_config("config.json").await;
    let told = eval("told").expect("it is there").as_string().expect("a text");
    assert_eq!(setup.is_err(), !told.is_empty());
    told
}

#[wasm_bindgen_test]
async fn a_config_that_cannot_be_read_is_told_with_its_field_and_its_fix() {
    let good = r#"{"issuer": "https://login.example.com/", "client_id": "app"}"#;
    assert_eq!(told(200, good).await, "");
    for (status, text, said) in [
        (200, r#"{"leeway_s": "5"}"#, "`leeway_s` takes a number"),
        (
            200,
            r#"{"redirectUri": "/"}"#,
            "`redirectUri` is no field of a config",
        ),
        (200, r#"{"theme": 1}"#, "`theme` is no text"),
        (200, "{", "not JSON"),
        (404, "", "404"),
    ] {
        let told = told(status, text).await;
        assert!(told.starts_with("Vestibule: config.json: "), "{told}");
        assert!(told.contains(said), "{told}");
    }
}
