//! What `/authorize` answers, for each response type, in each response mode.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::harness::{APP, CALLBACK, ISSUER, World};
use super::steps::{authorize, claims, code_with, header};

/// Without PKCE, which only code-bearing types may have.
const LEGACY: [(&str, &str); 3] = [
    ("client_id", "legacy"),
    ("code_challenge", ""),
    ("code_challenge_method", ""),
];

#[tokio::test]
async fn each_response_type_brings_exactly_what_it_names() {
    let world = World::new().await;
    let browser = world.browser();
    let cases = [
        ("code", &["code"][..]),
        ("token", &["access_token", "expires_in", "scope", "token_type"]),
        ("id_token", &["id_token"]),
        (
            "id_token token",
            &["access_token", "expires_in", "id_token", "scope", "token_type"],
        ),
        (
            "token id_token",
            &["access_token", "expires_in", "id_token", "scope", "token_type"],
        ),
        (
            "code token",
            &["access_token", "code", "expires_in", "scope", "token_type"],
        ),
        ("code id_token", &["code", "id_token"]),
        (
            "code id_token token",
            &[
                "access_token",
                "code",
                "expires_in",
                "id_token",
                "scope",
                "token_type",
            ],
        ),
    ];
    for (response_type, expected) in cases {
        let mut changes = LEGACY.to_vec();
        changes.push(("response_type", response_type));
        let answer = authorize(&browser, &code_with(&changes)).await.assert(303);
        let mut got = match response_type {
            "code" => answer.query(),
            _ => answer.fragment(),
        };
        assert_eq!(got.remove("state").as_deref(), Some("state-1"), "{response_type}");
        assert_eq!(got.remove("iss").as_deref(), Some(ISSUER), "{response_type}");
        assert_eq!(got.keys().collect::<Vec<_>>(), expected, "{response_type}");
        let Some(id_token) = got.get("id_token") else {
            continue;
        };
        let claims = claims(&json!(id_token));
        assert_eq!(claims["nonce"], "nonce-1");
        assert_eq!(
            claims.get("c_hash").cloned(),
            got.get("code").map(|code| half_hash(code)),
            "{response_type}"
        );
        assert_eq!(
            claims.get("at_hash").cloned(),
            got.get("access_token").map(|token| half_hash(token))
        );
        assert_eq!(claims["s_hash"], half_hash("state-1"));
    }
}

#[tokio::test]
async fn the_id_token_says_who_for_whom_and_when() {
    let world = World::new().await;
    let changes = [("response_type", "code id_token")];
    let answer = authorize(&world.browser(), &code_with(&changes))
        .await
        .assert(303);
    let token = json!(answer.fragment()["id_token"]);
    let now = super::harness::START;
    let claims = claims(&token);
    assert_eq!(
        (claims["iss"].as_str(), claims["aud"].as_str()),
        (Some(ISSUER), Some("quickstart"))
    );
    assert_eq!(
        (claims["iat"].as_i64(), claims["exp"].as_i64()),
        (Some(now), Some(now + 36_000))
    );
    assert_eq!(claims["auth_time"], now);
    assert_eq!(
        (claims["email"].as_str(), &claims["email_verified"]),
        (Some("ada@example.com"), &json!(true))
    );
    assert_eq!(claims["name"], "Ada Lovelace");
    assert!(claims["sub"].as_str().unwrap().starts_with("auth0|"));
    assert!(claims["sid"].is_string());
    assert_eq!(
        (header(&token)["typ"].as_str(), header(&token)["alg"].as_str()),
        (Some("JWT"), Some("ES256"))
    );
}

#[tokio::test]
async fn a_scope_that_was_not_asked_for_tells_nothing_of_the_person() {
    let world = World::new().await;
    let changes = [("response_type", "code id_token"), ("scope", "openid")];
    let answer = authorize(&world.browser(), &code_with(&changes))
        .await
        .assert(303);
    let claims = claims(&json!(answer.fragment()["id_token"]));
    assert!(
        ["name", "nickname", "email", "updated_at"]
            .iter()
            .all(|name| claims.get(name).is_none()),
        "{claims}"
    );
}

#[tokio::test]
async fn each_response_mode_carries_the_answer_its_own_way() {
    let world = World::new().await;
    let browser = world.browser();
    let query = authorize(&browser, &code_with(&[("response_mode", "query")]))
        .await
        .assert(303);
    assert!(query.query().contains_key("code"));
    let fragment = authorize(&browser, &code_with(&[("response_mode", "fragment")]))
        .await
        .assert(303);
    assert!(fragment.fragment().contains_key("code"));

    let form = authorize(&browser, &code_with(&[("response_mode", "form_post")]))
        .await
        .assert(200);
    assert!(
        form.body
            .contains(&format!(r#"<form method="post" action="{CALLBACK}">"#)),
        "{}",
        form.body
    );
    assert!(
        form.body
            .contains(r#"<input type="hidden" name="state" value="state-1">"#)
    );
    assert!(form.body.contains(r#"name="code""#));
    let policy = form.header("content-security-policy").unwrap();
    assert!(
        policy.contains(&format!("form-action {APP};")) && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );

    let page = authorize(&browser, &code_with(&[("response_mode", "web_message")]))
        .await
        .assert(200);
    let (message, target) = page.message();
    assert_eq!(
        (message["type"].as_str(), target.as_str()),
        (Some("authorization_response"), APP)
    );
    assert!(message["response"]["code"].is_string());
    assert_eq!(message["response"]["iss"], ISSUER);
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains(&format!("frame-ancestors {APP}")), "{policy}");
}

#[tokio::test]
async fn no_answer_is_kept_by_a_cache_or_told_to_the_next_page() {
    let world = World::new().await;
    let answer = authorize(&world.browser(), &code_with(&[])).await.assert(303);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_hostile_state_comes_back_as_text_in_every_mode() {
    let world = World::new().await;
    let browser = world.browser();
    let hostile = "\"></form></script><script>alert(1)</script><!--\u{2028}'`${x}&\r\nSet-Cookie: a=b";
    for mode in ["query", "fragment", "form_post", "web_message"] {
        let changes = [("response_mode", mode), ("state", hostile)];
        let answer = authorize(&browser, &code_with(&changes)).await;
        assert!(!answer.body.contains("<script>alert"), "{mode}: {}", answer.body);
        assert!(
            answer
                .headers
                .get_all("set-cookie")
                .iter()
                .all(|cookie| !cookie.to_str().unwrap().contains("a=b"))
        );
        match mode {
            "query" => assert_eq!(answer.query()["state"], hostile),
            "fragment" => assert_eq!(answer.fragment()["state"], hostile),
            "web_message" => assert_eq!(answer.message().0["response"]["state"], hostile),
            _ => assert!(
                answer.body.contains("&quot;&gt;&lt;/form&gt;&lt;/script&gt;"),
                "{}",
                answer.body
            ),
        }
    }
}

#[tokio::test]
async fn scopes_without_meaning_here_are_not_granted() {
    let world = World::new().await;
    let changes = [
        LEGACY[0],
        LEGACY[1],
        LEGACY[2],
        ("response_type", "token"),
        ("scope", "openid email email read:me write:all offline_access"),
    ];
    let without_audience = authorize(&world.browser(), &code_with(&changes))
        .await
        .assert(303);
    assert_eq!(without_audience.fragment()["scope"], "openid email");
    let mut changes = changes.to_vec();
    changes.push(("audience", "https://api.example.com/"));
    let with_audience = authorize(&world.browser(), &code_with(&changes))
        .await
        .assert(303);
    assert_eq!(with_audience.fragment()["scope"], "openid email read:me");
}

fn half_hash(text: &str) -> Value {
    json!(URL_SAFE_NO_PAD.encode(&Sha256::digest(text)[..16]))
}
