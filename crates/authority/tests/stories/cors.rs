//! CORS: whom the server lets read its answers.

use axum::body::Body;
use axum::http::Method;

use super::harness::{APP, Answer, World};
use super::steps::CODE;

const CLIENT_ENDPOINTS: [&str; 14] = [
    "/co/authenticate",
    "/oauth/token",
    "/oauth/revoke",
    "/oauth/par",
    "/userinfo",
    "/api/me",
    "/api/reports",
    "/dbconnections/signup",
    "/dbconnections/change_password",
    "/passwordless/start",
    "/usernamepassword/challenge",
    "/dbconnections/signup/challenge",
    "/dbconnections/change_password/challenge",
    "/passwordless/challenge",
];

#[tokio::test]
async fn a_listed_origin_may_send_each_header_that_clients_send() {
    let world = World::new().await;
    for path in CLIENT_ENDPOINTS {
        let answer = preflight(&world, path, APP).await.assert(204);
        assert_eq!(answer.header("access-control-allow-origin"), Some(APP), "{path}");
        assert_eq!(
            answer.header("access-control-allow-credentials"),
            Some("true"),
            "{path}"
        );
        let allowed = answer.header("access-control-allow-headers").unwrap();
        for name in [
            "authorization",
            "auth0-client",
            "content-type",
            "dpop",
            "x-request-language",
        ] {
            assert!(allowed.split(", ").any(|word| word == name), "{path} {name}");
        }
        let exposed = answer.header("access-control-expose-headers").unwrap();
        for name in [
            "dpop-nonce",
            "retry-after",
            "www-authenticate",
            "x-ratelimit-reset",
            "x-ratelimit-remaining",
        ] {
            assert!(exposed.split(", ").any(|word| word == name), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn an_unlisted_origin_is_never_reflected() {
    let world = World::new().await;
    let origins = [
        "http://evil.test",
        "null",
        "http://localhost:8081",
        "https://localhost:8080",
        "http://localhost:8080.evil.test",
    ];
    for origin in origins {
        for path in CLIENT_ENDPOINTS {
            let answer = preflight(&world, path, origin).await;
            assert_eq!(
                answer.header("access-control-allow-origin"),
                None,
                "{path} {origin}"
            );
            assert_eq!(
                answer.header("access-control-allow-credentials"),
                None,
                "{path} {origin}"
            );
        }
    }
}

#[tokio::test]
async fn every_answer_that_depends_on_the_origin_says_so() {
    let world = World::new().await;
    for path in CLIENT_ENDPOINTS {
        for origin in [APP, "http://evil.test"] {
            let headers = [("origin", origin), ("content-type", "application/json")];
            let answer = world
                .browser()
                .send(Method::POST, path, &headers, Body::from("{}"))
                .await;
            let vary: Vec<_> = answer
                .headers
                .get_all("vary")
                .iter()
                .map(|value| value.to_str().unwrap())
                .collect();
            assert!(vary.contains(&"Origin"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_authorization_endpoint_is_visited_and_never_shared() {
    let world = World::new().await;
    let path = format!("/authorize?{}", super::harness::form(&CODE));
    let answer = world
        .browser()
        .send(Method::GET, &path, &[("origin", APP)], Body::empty())
        .await
        .assert(303);
    assert_eq!(answer.header("access-control-allow-origin"), None);
    let answer = preflight(&world, "/authorize", APP).await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn public_facts_are_shared_with_everyone_and_without_cookies() {
    let world = World::new().await;
    for path in [
        "/.well-known/openid-configuration",
        "/.well-known/jwks.json",
        "/client/quickstart.json",
        "/user/geoloc/country",
        "/dev/captcha/hcaptcha.js",
    ] {
        let headers = [("origin", "http://anyone.test")];
        let answer = world
            .browser()
            .send(Method::GET, path, &headers, Body::empty())
            .await
            .assert(200);
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"), "{path}");
        assert_eq!(answer.header("access-control-allow-credentials"), None, "{path}");
    }
}

async fn preflight(world: &World, path: &str, origin: &str) -> Answer {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "auth0-client,content-type"),
    ];
    world
        .browser()
        .send(Method::OPTIONS, path, &headers, Body::empty())
        .await
}
