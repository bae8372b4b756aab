//! DPoP at the token endpoint (RFC 9449): good proofs bind, bad ones are told why, and nothing is used up by them.

use axum::body::Body;
use axum::http::Method;
use jsonwebtoken::Algorithm;
use serde_json::{Value, json};

use super::harness::{APP, START, World, form};
use super::proofs::{ClientKey, claims_for, nonce, post, prove};
use super::steps::{claims, code, code_with, exchange, tokens, with};

const OFFLINE: [(&str, &str); 1] = [("scope", "openid offline_access")];

#[tokio::test]
async fn a_proof_by_each_algorithm_binds_the_access_token_to_its_key() {
    let world = World::new().await;
    let browser = world.browser();
    for key in [
        ClientKey::ec(1),
        ClientKey::ed25519(),
        ClientKey::rsa(Algorithm::RS256, 2048),
        ClientKey::rsa(Algorithm::PS256, 2048),
    ] {
        let code = code(&browser, &code_with(&[])).await;
        let tokens = prove(&browser, &key, "/oauth/token", &exchange(&code))
            .await
            .assert(200)
            .json();
        assert_eq!(tokens["token_type"], "DPoP");
        assert_eq!(claims(&tokens["access_token"])["cnf"]["jkt"], key.thumbprint());
        assert_eq!(claims(&tokens["id_token"]).get("cnf"), None);
    }
}

#[tokio::test]
async fn the_algorithm_on_ed25519_goes_by_its_new_name_as_well() {
    let world = World::new().await;
    let browser = world.browser();
    let key = ClientKey::ed25519();
    let mut header = key.header();
    header["alg"] = json!("Ed25519");
    let code = code(&browser, &code_with(&[])).await;
    let proof = key.sign(
        &header,
        &claims_for("POST", "/oauth/token", &nonce(&browser).await),
    );
    let tokens = post(&browser, "/oauth/token", &exchange(&code), &proof)
        .await
        .assert(200)
        .json();
    assert_eq!(claims(&tokens["access_token"])["cnf"]["jkt"], key.thumbprint());
}

#[tokio::test]
async fn the_first_proof_is_answered_with_a_nonce_and_the_code_stays_good() {
    let world = World::new().await;
    let browser = world.browser();
    let key = ClientKey::ec(1);
    let code = code(&browser, &code_with(&[])).await;
    let mut first = claims_for("POST", "/oauth/token", "");
    first.as_object_mut().unwrap().remove("nonce");
    let asked = post(&browser, "/oauth/token", &exchange(&code), &key.proof(&first))
        .await
        .assert(400);
    assert_eq!(asked.json()["error"], "use_dpop_nonce");
    let exposed = asked.header("access-control-expose-headers").unwrap();
    assert!(exposed.contains("dpop-nonce") && exposed.contains("www-authenticate"));
    let nonce = asked.header("dpop-nonce").unwrap();
    let proof = key.proof(&claims_for("POST", "/oauth/token", nonce));
    let answer = post(&browser, "/oauth/token", &exchange(&code), &proof)
        .await
        .assert(200);
    assert!(answer.header("dpop-nonce").is_some());
}

#[tokio::test]
async fn nonces_change_and_the_one_before_is_good_for_as_long_again() {
    let world = World::new().await;
    let browser = world.browser();
    let key = ClientKey::ec(1);
    let old = nonce(&browser).await;
    world.clock.advance(300);
    let new = nonce(&browser).await;
    assert_ne!(old, new);
    for (seconds, nonce, error) in [
        (0, &old, "invalid_request"),
        (0, &new, "invalid_request"),
        (299, &old, "invalid_request"),
        (1, &old, "use_dpop_nonce"),
        (0, &"invented".to_owned(), "use_dpop_nonce"),
    ] {
        world.clock.advance(seconds);
        let mut proof = claims_for("POST", "/oauth/token", nonce);
        proof["iat"] = json!(world.state.now());
        // With a good proof the next fault is found: there is no grant type.
        let fields = [("client_id", "quickstart")];
        let answer = post(&browser, "/oauth/token", &fields, &key.proof(&proof))
            .await
            .assert(400);
        assert_eq!(answer.json()["error"], error, "{nonce}");
    }
}

#[tokio::test]
async fn every_broken_proof_is_refused_and_uses_nothing_up() {
    let world = World::new().await;
    let browser = world.browser();
    let (key, other) = (ClientKey::ec(1), ClientKey::ec(2));
    let nonce = nonce(&browser).await;
    let code = code(&browser, &code_with(&[])).await;
    let good = || claims_for("POST", "/oauth/token", &nonce);
    let claiming = |name: &str, value: Value| {
        let mut claims = good();
        claims[name] = value;
        key.proof(&claims)
    };
    let heading = |name: &str, value: Value| {
        let mut header = key.header();
        header[name] = value;
        key.sign(&header, &good())
    };
    let rsa = ClientKey::rsa(Algorithm::RS256, 2048);
    let short = ClientKey::rsa(Algorithm::RS256, 1024);
    let mut private = key.jwk.clone();
    private["d"] = json!("AAAA");
    let whole = key.proof(&good());
    let (head, _) = whole.rsplit_once('.').unwrap();
    let cases = [
        ("no JWT", "x".to_owned()),
        ("no signature", format!("{head}.")),
        ("four parts", format!("{whole}.x")),
        ("too long", claiming("x", json!("x".repeat(9000)))),
        ("another typ", heading("typ", json!("JWT"))),
        ("alg none", heading("alg", json!("none"))),
        ("HS256", heading("alg", json!("HS256"))),
        ("ES384", heading("alg", json!("ES384"))),
        ("another algorithm's key", heading("jwk", rsa.jwk.clone())),
        ("another key", heading("jwk", other.jwk.clone())),
        ("a private key", heading("jwk", private)),
        ("no key", heading("jwk", Value::Null)),
        (
            "a symmetric key",
            heading("jwk", json!({ "kty": "oct", "k": "AAAA" })),
        ),
        ("an extension", heading("crit", json!(["b64"]))),
        ("a short key", short.proof(&good())),
        ("another method", claiming("htm", json!("GET"))),
        ("a method in small letters", claiming("htm", json!("post"))),
        (
            "another path",
            claiming("htu", json!("http://localhost:4400/oauth/par")),
        ),
        (
            "another host",
            claiming("htu", json!("http://localhost:4401/oauth/token")),
        ),
        ("no address", claiming("htu", Value::Null)),
        ("too old", claiming("iat", json!(START - 301))),
        ("too new", claiming("iat", json!(START + 301))),
        ("a time in words", claiming("iat", json!("now"))),
        ("no name", claiming("jti", json!(""))),
        ("a number for a name", claiming("jti", json!(7))),
    ];
    for (what, proof) in cases {
        let answer = post(&browser, "/oauth/token", &exchange(&code), &proof)
            .await
            .assert(400);
        assert_eq!(answer.json()["error"], "invalid_dpop_proof", "{what}");
    }
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", APP),
        ("dpop", whole.as_str()),
        ("dpop", whole.as_str()),
    ];
    let twice = browser
        .send(
            Method::POST,
            "/oauth/token",
            &headers,
            Body::from(form(&exchange(&code))),
        )
        .await
        .assert(400);
    assert_eq!(twice.json()["error"], "invalid_dpop_proof");
    let liberal = key.proof(&{
        let mut claims = good();
        claims["htu"] = json!("HTTP://LOCALHOST:4400/oauth/token?x#y");
        claims
    });
    post(&browser, "/oauth/token", &exchange(&code), &liberal)
        .await
        .assert(200);
}

#[tokio::test]
async fn a_proof_counts_once() {
    let world = World::new().await;
    let browser = world.browser();
    let nonce = nonce(&browser).await;
    let proof = ClientKey::ec(1).proof(&claims_for("POST", "/oauth/token", &nonce));
    let fields = [("client_id", "quickstart")];
    let first = post(&browser, "/oauth/token", &fields, &proof).await.assert(400);
    assert_eq!(first.json()["error"], "invalid_request");
    let replayed = post(&browser, "/oauth/token", &fields, &proof).await.assert(400);
    assert_eq!(replayed.json()["error"], "invalid_dpop_proof");
}

#[tokio::test]
async fn a_code_that_was_asked_for_with_a_thumbprint_needs_that_key() {
    let world = World::new().await;
    let browser = world.browser();
    let (key, thief) = (ClientKey::ec(1), ClientKey::ec(2));
    let code = code(&browser, &code_with(&[("dpop_jkt", &key.thumbprint())])).await;
    let fields = exchange(&code);
    let bare = browser.post_form("/oauth/token", &fields).await.assert(400);
    assert_eq!(bare.json()["error"], "invalid_grant");
    let other = prove(&browser, &thief, "/oauth/token", &fields).await.assert(400);
    assert_eq!(other.json()["error"], "invalid_grant");
    prove(&browser, &key, "/oauth/token", &fields).await.assert(200);
}

#[tokio::test]
async fn a_refresh_token_is_bound_to_the_key_of_its_first_proof() {
    let world = World::new().await;
    let browser = world.browser();
    let (key, thief) = (ClientKey::ec(1), ClientKey::ec(2));
    let code = code(&browser, &code_with(&OFFLINE)).await;
    let first = prove(&browser, &key, "/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json();
    let fields = refresh(&first);
    let bare = browser.post_form("/oauth/token", &fields).await.assert(400);
    assert_eq!(bare.json()["error"], "invalid_grant");
    let other = prove(&browser, &thief, "/oauth/token", &fields).await.assert(400);
    assert_eq!(other.json()["error"], "invalid_grant");
    let second = prove(&browser, &key, "/oauth/token", &fields)
        .await
        .assert(200)
        .json();
    assert_eq!(second["token_type"], "DPoP");
    assert_eq!(claims(&second["access_token"])["cnf"]["jkt"], key.thumbprint());

    let unbound = tokens(&browser, &code_with(&OFFLINE)).await;
    let bound = prove(&browser, &key, "/oauth/token", &refresh(&unbound))
        .await
        .assert(200)
        .json();
    browser
        .post_form("/oauth/token", &refresh(&bound))
        .await
        .assert(400);
}

#[tokio::test]
async fn the_clients_setting_decides_whether_proofs_are_ignored_or_demanded() {
    let setting = |dpop| format!("[[client]]\nclient_id = 'quickstart'\ndpop = '{dpop}'");
    let key = ClientKey::ec(1);
    let world = World::configured(&setting("off")).await;
    let browser = world.browser();
    let thumbprint = key.thumbprint();
    let ignored = code(&browser, &code_with(&[("dpop_jkt", &thumbprint)])).await;
    let tokens = post(&browser, "/oauth/token", &exchange(&ignored), "x")
        .await
        .assert(200)
        .json();
    assert_eq!(tokens["token_type"], "Bearer");

    let world = World::configured(&setting("required")).await;
    let browser = world.browser();
    let code = code(&browser, &code_with(&[])).await;
    let bare = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(400);
    assert_eq!(bare.json()["error"], "invalid_request");
    prove(&browser, &key, "/oauth/token", &exchange(&code))
        .await
        .assert(200);

    let world = World::configured("[[client]]\nclient_id = 'legacy'\ndpop = 'required'").await;
    let changes = [("client_id", "legacy"), ("response_type", "code token")];
    let answer = world.browser().authorize(&code_with(&changes)).await.assert(303);
    assert_eq!(answer.fragment()["error"], "unauthorized_client");
}

fn refresh(tokens: &Value) -> Vec<(&str, &str)> {
    with(
        &[("grant_type", "refresh_token"), ("client_id", "quickstart")],
        &[("refresh_token", tokens["refresh_token"].as_str().unwrap())],
    )
}
