//! The roads from a believed signature to trust: each asks what it says it asks.

use serde_json::Value;
use vestibule_protocol::{
    AccessToken, Algorithm, Beside, Code, IdToken, IdTokenError, IdTokenRules, NonceMatched, NonceRule,
    SignatureValid, StateMatched, authorize, id_token,
};

use crate::core_rules::{LEEWAY_S, hold};
use crate::given::{CLIENT, NOW, issuer, metadata, transaction};

/// The left halves of the SHA-256 of the code `c`, the token `t` and the state, computed elsewhere.
const CODE_HASH: &str = "Ln0sA6lQeuJl7PW1NWiFpQ";
const TOKEN_HASH: &str = "47mKTaMaEn1L3m5DAz9mug";
const STATE_HASH: &str = "3Ev4DHdHPRMPoN6GukAY_g";

/// Whether the token is trusted on one road or another.
pub(crate) fn on_some_road(believed: &SignatureValid, algorithm: Algorithm, claims: &Value) -> bool {
    let (issuer, attempt) = (issuer(), transaction());
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::Expect(attempt.nonce()));
    let trusted = logged_in(believed, &rules).ok();
    if let Some(trusted) = &trusted {
        hold(trusted, algorithm, claims);
        assert_eq!(claims["nonce"], attempt.nonce().expose());
    }
    if let Ok(strictly) = logged_in(believed, &strict(&rules)) {
        assert_eq!(
            Some(&strictly),
            trusted.as_ref(),
            "stricter rules let more through"
        );
        let auth_time = claims["auth_time"].as_f64().expect("max_age needs it");
        assert!(NOW - auth_time <= 300.0 + LEEWAY_S, "{claims}");
        assert_eq!(claims["org_id"], "org_1");
    }
    if let Ok(beside) = beside_a_code(believed, &rules) {
        assert_eq!(
            Some(&beside),
            trusted.as_ref(),
            "the front channel lets more through"
        );
        assert_eq!(
            (&claims["c_hash"], &claims["at_hash"]),
            (&CODE_HASH.into(), &TOKEN_HASH.into())
        );
        assert!(
            claims.get("s_hash").is_none_or(|hash| hash == STATE_HASH),
            "{claims}"
        );
    }
    let direct = IdToken::trust_direct_grant(believed.clone(), &rules, NOW).ok();
    if let Some(direct) = &direct {
        hold(direct, algorithm, claims);
        assert!(claims.get("nonce").is_none(), "nobody sent a nonce");
    }
    trusted.or(direct).is_some()
}

fn strict<'r>(rules: &IdTokenRules<'r>) -> IdTokenRules<'r> {
    IdTokenRules {
        max_age_s: Some(300),
        organization: Some("org_1"),
        ..rules.clone()
    }
}

fn logged_in(believed: &SignatureValid, rules: &IdTokenRules<'_>) -> Result<IdToken, IdTokenError> {
    let (state, nonce) = proofs(believed, rules)?;
    IdToken::trust(believed.clone(), state, nonce, rules, NOW)
}

fn beside_a_code(believed: &SignatureValid, rules: &IdTokenRules<'_>) -> Result<IdToken, IdTokenError> {
    let attempt = transaction();
    let beside = Beside {
        code: &Code::new("c"),
        access_token: Some(&AccessToken::new("t")),
        state: attempt.state(),
    };
    let proofs = proofs(believed, rules)?;
    IdToken::trust_front_channel(believed.clone(), proofs, beside, rules, NOW)
}

/// The state of a good response, and the nonce if it is the attempt's.
fn proofs(
    believed: &SignatureValid,
    rules: &IdTokenRules<'_>,
) -> Result<(StateMatched, NonceMatched), IdTokenError> {
    let attempt = transaction();
    let query = format!("code=c&state={}", attempt.state().expose());
    let response = authorize::from_query(&query).expect("sound").expect("a response");
    let grant = response
        .check(&attempt, &metadata())
        .expect("the state is the attempt's");
    Ok((grant.state, id_token::match_nonce(believed, &rules.nonce)?))
}
