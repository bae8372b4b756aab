//! OpenID Connect Core appendix A: ID tokens of one key, with and without the hashes of what came along.

use serde_json::json;
use vestibule_protocol::json::Value;
use vestibule_protocol::{
    AccessToken, Code, IdToken, IdTokenError, IdTokenJwt, IdTokenRules, Issuer, Jwks, NonceRule, Transaction,
    authorize, discovery, id_token,
};

use crate::support::{keys_of, response, verify};

pub const N: &str = concat!(
    "w7Zdfmece8iaB0kiTY8pCtiBtzbptJmP28nSWwtdjRu0f2GFpajvWE4VhfJAjEsOcwYzay7XGN0b-",
    "X84BfC8hmCTOj2b2eHT7NsZegFPKRUQzJ9wW8ipn_aDJWMGDuB1XyqT1E7DYqjUCEOD1b4FLpy_xPn6oV_TYOfQ9fZdbE5HG",
    "xJUzekuGcOKqOQ8M7wfYHhHHLxGpQVgL0apWuP2gDDOdTtpuld4D2LK1MZK99s9gaSjRHE8JDb1Z4IGhEcEyzkxswVdPndUW",
    "zfvWBBWXWxtSUvQGBRkuy1BHOa4sP6FKjWEeeF7gm7UMs2Nm2QUgNZw6xvEDGaLk4KASdIxRQ",
);
const ACCESS_TOKEN: &str = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
const CODE: &str = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
/// `response_type=id_token`
pub const A2: &str = concat!(
    "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiUlMyNTYifQ.ewogImlzcyI6ICJodHRwczovL3NlcnZlci5leGFtcGxlLmNvbSIsC",
    "iAic3ViIjogIjI0ODI4OTc2MTAwMSIsCiAiYXVkIjogInM2QmhkUmtxdDMiLAogIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsC",
    "iAiZXhwIjogMTMxMTI4MTk3MCwKICJpYXQiOiAxMzExMjgwOTcwLAogIm5hbWUiOiAiSmFuZSBEb2UiLAogImdpdmVuX25hb",
    "WUiOiAiSmFuZSIsCiAiZmFtaWx5X25hbWUiOiAiRG9lIiwKICJnZW5kZXIiOiAiZmVtYWxlIiwKICJiaXJ0aGRhdGUiOiAiM",
    "DAwMC0xMC0zMSIsCiAiZW1haWwiOiAiamFuZWRvZUBleGFtcGxlLmNvbSIsCiAicGljdHVyZSI6ICJodHRwOi8vZXhhbXBsZ",
    "S5jb20vamFuZWRvZS9tZS5qcGciCn0.NTibBYW_ZoNHGm4ZrWCqYA9oJaxr1AVrJCze6FEcac4t_EOQiJFbD2nVEPkUXPuMs",
    "hKjjTn7ESLIFUnfHq8UKTGibIC8uqrBgQAcUQFMeWeg-",
    "PkLvDTHk43Dn4_aNrxhmWwMNQfkjqx3wd2Fvta9j8yG2Qn790Gwb5psGcmBhqMJUUnFrGpyxQDhFIzzodmPokM7tnUxBNj-",
    "JuES_4CE-BvZICH4jKLp0TMu-WQsVst0ss-vY2RPdU1MzL59mq_eKk8Rv9XhxIr3WteA2ZlrgVyT0cwH3hlCnRUsLfHtIEb8",
    "k1Y_WaqKUu3DaKPxqRi6u0rN7RO2uZYPzC454xe-mg",
);
/// `response_type=id_token token`: with `at_hash`.
pub const A3: &str = concat!(
    "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiUlMyNTYifQ.ewogImlzcyI6ICJodHRwczovL3NlcnZlci5leGFtcGxlLmNvbSIsC",
    "iAic3ViIjogIjI0ODI4OTc2MTAwMSIsCiAiYXVkIjogInM2QmhkUmtxdDMiLAogIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsC",
    "iAiZXhwIjogMTMxMTI4MTk3MCwKICJpYXQiOiAxMzExMjgwOTcwLAogImF0X2hhc2giOiAiNzdRbVVQdGpQZnpXdEYyQW5wS",
    "zlSUSIKfQ.kdqTmftlaXg5WBYBr1wkxhkqCGZPc0k8vTiV5g2jj67jQ7XkrDamYx2bOkZLdZrpMPIzkdYB1nZI_G8vQGQuam",
    "RhJcEIt21kblGPZ-yhEhdkAiZIZLu38rChalDS2Mh0glE_rke5XXRhmqqoEFFdziFdnO3p61-",
    "7y51co84OEAZvARSINQaOWIzvioRfs4zwIFOaT33Vpxfqr8HDyh31zo9eBW2dSQuCa071z0ENWChWoPliK1JCo_Bk9eDg2uw",
    "o2ZwhsvHzj6TMQ0lYOTzufSlSmXIKfjlOsb3nftQeR697_hA-nMZyAdL8_NRfaC37XnAbW8WB9wCfECp7cuNuOg",
);
/// `response_type=code id_token`: with `c_hash`.
pub const A4: &str = concat!(
    "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiUlMyNTYifQ.ewogImlzcyI6ICJodHRwczovL3NlcnZlci5leGFtcGxlLmNvbSIsC",
    "iAic3ViIjogIjI0ODI4OTc2MTAwMSIsCiAiYXVkIjogInM2QmhkUmtxdDMiLAogIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsC",
    "iAiZXhwIjogMTMxMTI4MTk3MCwKICJpYXQiOiAxMzExMjgwOTcwLAogImNfaGFzaCI6ICJMRGt0S2RvUWFrM1BrMGNuWHhDb",
    "HRBIgp9.MRPihYtNIcwKTZ_mcMSPfreVytGR4jfl1Tzbv4tH5Jr4WqONs2lUWrIEpZ2joKbZfAGlouAqwqSYpfR3FQYKYvdg",
    "nZ3kjIJ_5M4fAARXHVSciGyhfqB-OhDUMXSHzFHiGKNY9TKSgRfiXf_314WRujpqaDtj2uoXbppobYXvAZIxWtsOein0-",
    "t91LDS39EW4frNWAopKTBBi_XJPlpLVynWTDvNleEBP6UxIMgYJBKlqsP7RGfHTGk3ReXDacR7RGZlIVGa-",
    "0qRyDzvNqD7xfu9aYufUP0oBGqdBGgFVNmwJ7rmB0gdPtC2eJsXq9svCgBBfhRQZxhx1iLJjNc9nSw",
);
/// `response_type=code id_token token`: with both.
pub const A6: &str = concat!(
    "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiUlMyNTYifQ.ewogImlzcyI6ICJodHRwczovL3NlcnZlci5leGFtcGxlLmNvbSIsC",
    "iAic3ViIjogIjI0ODI4OTc2MTAwMSIsCiAiYXVkIjogInM2QmhkUmtxdDMiLAogIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsC",
    "iAiZXhwIjogMTMxMTI4MTk3MCwKICJpYXQiOiAxMzExMjgwOTcwLAogImF0X2hhc2giOiAiNzdRbVVQdGpQZnpXdEYyQW5wS",
    "zlSUSIsCiAiY19oYXNoIjogIkxEa3RLZG9RYWszUGswY25YeENsdEEiCn0.A2OhhJzbUNaCbNLqNaqetGLJoxB3ujVbq_HLY",
    "SOWgWCJ3-",
    "B__YxlqIg8gpeL0VhvrWX0mwz7w_pGTRN4JdgsI0xAlT5fob1ZPnrazgonSyzaXcg2bgD896SsBSlG_8JX6JKaztXifn8k2g",
    "y65Me-sMyQrRF8xv_q1CeC871sZpMjJzy5nx65BTI17vcXjntZHADv6o2CrHrEdHp8xSlnTLiiIqgDOmKlpkeqqOBK6dqa4r",
    "XZlSqMAUm1LYZmtb2D8sHvQsxTbWlBkX7VZaTSqMJ487s4ZIEea8Bw4KGVOntQue4VhBjBnQ4bQKhB_47DxlWpSyOWdy3cer",
    "_zxKrfvw",
);
const NONCE: &str = "n-0S6_WzA2Mj";
/// Within the tokens' ten minutes and forty seconds.
const NOW: f64 = 1_311_281_000.0;

pub fn keys() -> Jwks {
    keys_of(&[json!({ "kty": "RSA", "kid": "1e9gdk7", "e": "AQAB", "n": N })])
}

/// Every step, for a log-in whose attempt sent the appendix's nonce.
fn check(
    token: &str,
    access_token: Option<&str>,
    code: Option<&str>,
    now: f64,
) -> Result<IdToken, IdTokenError> {
    let issuer = Issuer::parse("https://server.example.com").expect("the appendix's issuer");
    let metadata = json!({
        "issuer": issuer.as_str(), "authorization_endpoint": "https://server.example.com/authorize",
        "token_endpoint": "https://server.example.com/token", "jwks_uri": "https://server.example.com/jwks",
    });
    let metadata = discovery::read(&response(200, metadata.to_string()), &issuer).expect("sound metadata");
    let stored = json!({
        "state": "af0ifjsldkj", "nonce": NONCE, "verifier": "v".repeat(43), "issuer": issuer.as_str(),
        "redirect_uri": "https://client.example.org/cb", "started_at_s": 1,
    });
    let attempt = Transaction::from_stored(&stored.to_string(), 1).expect("a stored attempt");
    let answer = authorize::from_query(&format!("code={CODE}&state=af0ifjsldkj")).expect("a sound query");
    let grant = answer
        .expect("a response")
        .check(&attempt, &metadata)
        .expect("a code");
    let (access_token, code) = (access_token.map(AccessToken::new), code.map(Code::new));
    let rules = IdTokenRules {
        access_token: access_token.as_ref(),
        code: code.as_ref(),
        ..IdTokenRules::new(&issuer, "s6BhdRkqt3", NonceRule::Expect(attempt.nonce()))
    };
    let signature = verify(&IdTokenJwt::new(token), &keys())?;
    let nonce = id_token::match_nonce(&signature, &rules.nonce)?;
    IdToken::trust(signature, grant.state, nonce, &rules, now)
}

#[test]
fn a2_the_id_token_passes_and_tells_its_claims() {
    let token = check(A2, None, None, NOW).expect("the appendix's token");
    assert_eq!(token.claims().sub, "248289761001");
    assert_eq!(token.claims().aud, ["s6BhdRkqt3"]);
    assert_eq!(token.claims().name.as_deref(), Some("Jane Doe"));
    assert_eq!(token.claims().email.as_deref(), Some("janedoe@example.com"));
    let birthdate = token.claims().all().get("birthdate").and_then(Value::as_str);
    assert_eq!(birthdate, Some("0000-10-31"));
}

#[test]
fn a3_the_at_hash_is_the_access_tokens() {
    check(A3, Some(ACCESS_TOKEN), None, NOW).expect("the appendix's token");
    assert_eq!(
        check(A3, Some(CODE), None, NOW).unwrap_err(),
        IdTokenError::AccessTokenHash
    );
}

#[test]
fn a4_the_c_hash_is_the_codes() {
    check(A4, None, Some(CODE), NOW).expect("the appendix's token");
    assert_eq!(
        check(A4, None, Some(ACCESS_TOKEN), NOW).unwrap_err(),
        IdTokenError::CodeHash
    );
}

#[test]
fn a6_both_hashes_are_checked() {
    check(A6, Some(ACCESS_TOKEN), Some(CODE), NOW).expect("the appendix's token");
    assert_eq!(
        check(A6, Some(CODE), Some(CODE), NOW).unwrap_err(),
        IdTokenError::AccessTokenHash
    );
    assert_eq!(
        check(A6, Some(ACCESS_TOKEN), Some(ACCESS_TOKEN), NOW).unwrap_err(),
        IdTokenError::CodeHash
    );
}

#[test]
fn a_front_channel_token_without_c_hash_is_refused_where_a_code_came_along() {
    assert_eq!(
        check(A3, Some(ACCESS_TOKEN), Some(CODE), NOW).unwrap_err(),
        IdTokenError::Missing("c_hash")
    );
}

#[test]
fn the_tokens_end_with_their_minute_of_leeway() {
    check(A2, None, None, 1_311_282_029.0).expect("59 seconds late");
    let expired = IdTokenError::Expired {
        exp: 1_311_281_970.0,
        now: 1_311_282_030.0,
    };
    assert_eq!(check(A2, None, None, 1_311_282_030.0).unwrap_err(), expired);
}
