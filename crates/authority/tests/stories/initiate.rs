//! Logins that a third party begins.

use super::harness::{ISSUER, World};

#[tokio::test]
async fn the_page_asks_each_client_that_can_be_asked_by_get_and_by_post() {
    let world = World::configured(
        "[[client]]\nclient_id = 'quickstart'\ninitiate_login_uri = 'http://localhost:8080/begin'",
    )
    .await;
    let page = world.browser().get("/dev/initiate-login").await.assert(200);
    for method in ["get", "post"] {
        let form = format!(r#"<form method="{method}" action="http://localhost:8080/begin""#);
        assert!(page.body.contains(&form), "{method}");
    }
    assert_eq!(page.body.matches("<form").count(), 2);
    assert!(page.body.contains(&format!(r#"name="iss" value="{ISSUER}""#)));
    for name in ["login_hint", "target_link_uri"] {
        assert!(page.body.contains(&format!(r#"name="{name}""#)), "{name}");
    }
    let policy = page.header("content-security-policy").unwrap();
    assert!(!policy.contains("form-action"), "{policy}");
}
