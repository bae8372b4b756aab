//! A login page of somebody's own: what is written into it, which files stand beside it, and how it leaves for a connection.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::harness::{Browser, World};
use super::people::wait_at_login;

/// A folder with a page, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let page = r#"<!doctype html><script type="application/json" id="hosted">@@config@@</script><a href="@@plain@@">plain</a>"#;
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("app-1.js"), "export {}").unwrap();
        fs::write(folder.join("notes.txt"), "not for anybody").unwrap();
        Self(folder)
    }

    async fn world(&self) -> World {
        World::configured(&format!("hosted_page = {:?}", self.0.display().to_string())).await
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is cleaned with the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What is written into the page.
async fn told(browser: &Browser, request: &str) -> Value {
    let page = browser
        .get(&format!("/u/login?state={request}"))
        .await
        .assert(200);
    let written = page.body.split_once(r#"id="hosted">"#).unwrap().1;
    let json = STANDARD.decode(written.split_once('<').unwrap().0).unwrap();
    serde_json::from_slice(&json).unwrap()
}

#[tokio::test]
async fn the_page_is_told_of_the_request_that_waits_and_runs_nothing_inline() {
    let folder = Folder::new("told");
    let browser = folder.world().await.browser();
    let request = wait_at_login(&browser, &[("login_hint", "ada@example.com")]).await;
    let told = told(&browser, &request).await;
    assert_eq!(told["clientID"], "quickstart");
    assert_eq!(told["extraParams"]["state"], request.as_str());
    assert_eq!(told["extraParams"]["login_hint"], "ada@example.com");

    let page = browser.get(&format!("/u/login?state={request}")).await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
        "{policy}"
    );
    assert!(
        policy.ends_with("form-action 'self' http://localhost:8080"),
        "{policy}"
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert!(
        page.body
            .contains(&format!("/u/login?state={request}&amp;view=plain"))
    );
}

#[tokio::test]
async fn another_browser_is_told_nothing() {
    let folder = Folder::new("another");
    let world = folder.world().await;
    let request = wait_at_login(&world.browser(), &[]).await;
    let page = world.browser().get(&format!("/u/login?state={request}")).await;
    assert_eq!(page.status, 400);
    assert!(!page.body.contains("hosted"));
}

#[tokio::test]
async fn without_script_there_is_the_servers_own_page() {
    let folder = Folder::new("plain");
    let browser = folder.world().await.browser();
    let request = wait_at_login(&browser, &[]).await;
    let page = browser
        .get(&format!("/u/login?state={request}&view=plain"))
        .await
        .assert(200);
    assert!(page.body.contains("name=\"password\""));
}

#[tokio::test]
async fn the_files_beside_it_are_served_by_name_and_nothing_else_is() {
    let folder = Folder::new("files");
    let browser = folder.world().await.browser();
    let script = browser.get("/app-1.js").await.assert(200);
    assert_eq!(
        script.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    for path in [
        "/index.html",
        "/notes.txt",
        "/other.js",
        "/../Cargo.toml",
        "/..%2fapp-1.js",
        "/x/app-1.js",
        "/.hidden.js",
        "/%2e%2e/app-1.js",
    ] {
        browser.get(path).await.assert(404);
    }
    World::new().await.browser().get("/app-1.js").await.assert(404);
}

#[tokio::test]
async fn a_connection_is_reached_with_the_request_that_waits_by_its_own_page_alone() {
    let folder = Folder::new("connection");
    let world = folder.world().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let told = told(&browser, &request).await;
    let leave = |token: &str, connection: &str| {
        format!(
            "/authorize?connection={connection}&client_id=quickstart&state={request}&_intstate={request}&_csrf={token}"
        )
    };
    let token = told["extraParams"]["_csrf"].as_str().unwrap();
    let left = browser.get(&leave(token, "google-oauth2")).await.assert(303);
    assert!(
        left.location().contains("/provider/google-oauth2/authorize"),
        "{}",
        left.location()
    );

    browser.get(&leave("wrong", "google-oauth2")).await.assert(400);
    browser.get(&leave(token, "nobody")).await.assert(400);
    world
        .browser()
        .get(&leave(token, "google-oauth2"))
        .await
        .assert(400);
}
