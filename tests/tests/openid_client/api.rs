//! Calls of APIs: the authority's own, and one that knows it by its keys alone.

use serde_json::json;

use crate::plays;

#[test]
fn a_token_opens_the_api_of_its_audience_and_scope_and_no_other() {
    let facts = plays("api.opens").facts;
    assert_eq!(facts["answer"]["sub"], facts["claims"]["sub"]);
    for token in ["otherApi", "withoutAudience", "notAToken"] {
        let refusal = &facts[token];
        assert_eq!(
            (&refusal["status"], &refusal["scheme"]),
            (&json!(401), &json!("bearer")),
            "{token}"
        );
        assert_eq!(refusal["error"], "invalid_token", "{token}");
    }
    assert_eq!(
        facts["withoutScope"],
        json!({ "status": 403, "scheme": "bearer", "error": "insufficient_scope", "scope": "read:me" })
    );
}

#[test]
fn an_api_of_somebody_else_judges_the_token_without_asking_about_it() {
    let played = plays("api.ofSomebodyElse");
    let facts = &played.facts;
    assert_eq!(facts["answer"]["status"], 200, "{facts}");
    assert_eq!(facts["answer"]["body"]["sub"], facts["claims"]["sub"]);
    assert_eq!(facts["answer"]["body"]["scope"], "openid read:me");
    for token in ["idToken", "otherAudience"] {
        assert_eq!(facts[token]["status"], 401, "{token}: {facts}");
    }
    let asked = played
        .seen
        .iter()
        .rev()
        .take_while(|seen| seen.path != "/oauth/token");
    let asked: Vec<_> = asked.map(|seen| seen.path.as_str()).collect();
    assert!(
        asked.iter().all(|path| *path == "/.well-known/jwks.json"),
        "{asked:?}"
    );
}

#[test]
fn an_api_of_somebody_else_takes_a_bound_token_with_its_proof_and_not_without() {
    let facts = plays("api.ofSomebodyElseWithProof").facts;
    assert_eq!(facts["answer"]["status"], 200, "{facts}");
    assert_eq!(facts["answer"]["body"]["sub"], facts["claims"]["sub"]);
    assert_eq!(facts["asBearer"]["status"], 401, "{facts}");
}
