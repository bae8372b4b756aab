//! What anyone may read: client settings, the outbox, the style of the pages.

use super::harness::World;
use super::people::outbox;
use serde_json::json;

#[tokio::test]
async fn settings_are_the_same_as_script_and_as_data_and_any_page_may_read_them() {
    let world = World::new().await;
    let browser = world.browser();
    let data = browser.get("/client/quickstart.json").await.assert(200);
    let script = browser.get("/client/quickstart.js").await.assert(200);
    assert_eq!(data.header("access-control-allow-origin"), Some("*"));
    assert!(data.header("cache-control").unwrap().contains("max-age"));
    assert!(
        script
            .header("content-type")
            .unwrap()
            .starts_with("text/javascript")
    );
    let inner = script
        .body
        .strip_prefix("Auth0.setClient(")
        .unwrap()
        .strip_suffix(");")
        .unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(inner).unwrap(),
        data.json()
    );
    assert_eq!(data.json()["id"], "quickstart");
}

#[tokio::test]
async fn an_unknown_client_has_no_settings() {
    let world = World::new().await;
    for path in [
        "/client/nobody.js",
        "/client/nobody.json",
        "/client/quickstart",
        "/client/..%2fquickstart.js",
    ] {
        world.browser().get(path).await.assert(404);
    }
}

#[tokio::test]
async fn the_outbox_shows_messages_newest_first_as_a_page_and_as_data_to_no_other_origin() {
    let world = World::new().await;
    let browser = world.browser();
    for email in ["first@example.com", "second@example.com"] {
        let body =
            json!({ "client_id": "quickstart", "connection": "email", "email": email, "send": "code" });
        browser.post_json("/passwordless/start", &body).await.assert(200);
    }
    let messages = outbox(&browser).await;
    assert_eq!(messages[0]["to"], "second@example.com");
    assert_eq!(messages[0]["kind"], "email");
    assert!(messages[0]["id"].as_i64() > messages[1]["id"].as_i64());
    let page = browser.get("/dev/outbox").await.assert(200);
    let (first, second) = (
        page.body.find("first@").unwrap(),
        page.body.find("second@").unwrap(),
    );
    assert!(second < first);
    let asked = [("origin", "http://localhost:8080")];
    let data = browser
        .send(
            axum::http::Method::GET,
            "/dev/outbox.json",
            &asked,
            axum::body::Body::empty(),
        )
        .await;
    assert_eq!(data.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn the_pages_find_their_style_and_scripts_and_what_must_not_exist_does_not() {
    let world = World::new().await;
    for (path, kind) in [
        ("/dev/style.css", "text/css"),
        ("/dev/form.js", "text/javascript"),
        ("/dev/outbox.js", "text/javascript"),
    ] {
        let asset = world.browser().get(path).await.assert(200);
        assert!(asset.header("content-type").unwrap().starts_with(kind));
    }
    let probe = "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200";
    world.browser().get(probe).await.assert(404);
}
