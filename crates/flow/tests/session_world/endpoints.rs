//! What the world's server does at each of its endpoints.

use serde_json::{Map, Value, json};
use vestibule_protocol::secret::CodeVerifier;
use vestibule_protocol::{AccessToken, Algorithm, dpop, pkce};

use super::paper::{self, Http, JWKS, Params, answer, part, value};
use super::server::{Sent, Server};

impl Server {
    pub(super) fn good_answer(&mut self, path: &str, sent: &Sent, at_s: f64) -> Http {
        match path {
            "/.well-known/openid-configuration" => paper::json(200, &self.discovery),
            "/.well-known/jwks.json" => answer(200, &[], JWKS),
            "/oauth/token" => self.token(sent, at_s),
            "/oauth/par" => {
                self.count += 1;
                let name = format!("urn:example:{}", self.count);
                self.pushed.insert(name.clone(), sent.form.clone());
                paper::json(201, &json!({ "request_uri": name, "expires_in": 60 }))
            }
            "/oauth/revoke" => {
                self.live.remove(sent.get("token").expect("a token"));
                answer(200, &[], "")
            }
            "/userinfo" if sent.url.starts_with(self.issuer) => match self.check_token(sent, self.nonce) {
                Ok(()) => paper::json(
                    200,
                    &json!({ "sub": self.userinfo_sub.unwrap_or(self.sub), "name": "Ada" }),
                ),
                Err(refusal) => refusal,
            },
            _ => match self.check_token(sent, self.api_nonce) {
                Ok(()) => answer(200, &[], "notes"),
                Err(refusal) => refusal,
            },
        }
    }

    fn token(&mut self, sent: &Sent, at_s: f64) -> Http {
        let key = sent.header("dpop").map(|proof| part(proof, 0)["jwk"].clone());
        if key.is_some() && !self.is_proven(sent, self.nonce) {
            return use_nonce(400, self.nonce);
        }
        let refusal = || paper::json(400, &json!({ "error": "invalid_grant" }));
        match sent.get("grant_type") {
            Some("authorization_code") => {
                let Some(asked) = self.grants.remove(sent.get("code").expect("a code")) else {
                    return refusal();
                };
                let verifier = CodeVerifier::new(sent.get("code_verifier").expect("a verifier"));
                assert_eq!(
                    value(&asked, "code_challenge"),
                    Some(pkce::challenge(&verifier).as_str())
                );
                assert_eq!(value(&asked, "redirect_uri"), sent.get("redirect_uri"));
                let claims = self.claims_for(&asked, at_s);
                self.tokens(claims, key, None)
            }
            Some("refresh_token") => {
                let token = sent.get("refresh_token").expect("a token").to_owned();
                if self.live.get(&token) != Some(&key) {
                    return refusal();
                }
                if self.rotates {
                    self.live.remove(&token);
                }
                let claims = self.claims_for(&Params::new(), at_s);
                self.tokens(claims, key, Some(()))
            }
            other => panic!("no such grant: {other:?}"),
        }
    }

    fn tokens(&mut self, mut claims: Value, key: Option<Value>, refreshed: Option<()>) -> Http {
        self.count += 1;
        let access = format!("AT-{}", self.count);
        let kind = if key.is_some() { "DPoP" } else { "Bearer" };
        claims["at_hash"] = json!(Algorithm::Rs256.half_hash(&access));
        put(&mut claims, &self.claims);
        let mut body = json!({
            "access_token": access, "token_type": self.token_type.unwrap_or(kind), "expires_in": self.life_s,
        });
        if refreshed.is_none() || self.sends_id_token_again {
            body["id_token"] = json!(paper::jwt_by(self.id_token_header, &claims, self.count));
        }
        if self.gives_refresh && (self.rotates || refreshed.is_none()) {
            let refresh = format!("RT-{}", self.count);
            body["refresh_token"] = json!(refresh);
            self.live.insert(refresh, key);
        }
        if let Some(scope) = self.scope {
            body["scope"] = json!(scope);
        }
        paper::json(200, &body)
    }

    pub(super) fn claims_for(&self, asked: &Params, at_s: f64) -> Value {
        let now = at_s + self.ahead_s;
        let mut claims =
            json!({ "iss": self.issuer, "aud": "app", "sub": self.sub, "iat": now, "exp": now + 3600.0 });
        if let Some(nonce) = value(asked, "nonce") {
            claims["nonce"] = json!(nonce);
        }
        claims
    }

    /// Whether an access token came along that is good, with the proof that it needs.
    fn check_token(&mut self, sent: &Sent, nonce: Option<&str>) -> Result<(), Http> {
        let (kind, token) = sent
            .header("authorization")
            .and_then(|value| value.split_once(' '))
            .expect("a token");
        assert!(
            token.starts_with("AT-"),
            "no token of the token endpoint: {token}"
        );
        if self.stale.iter().any(|stale| stale == token) {
            return Err(answer(
                401,
                &[("www-authenticate", "Bearer error=\"invalid_token\"")],
                "",
            ));
        }
        match (kind, sent.proof()) {
            ("Bearer", None) => Ok(()),
            ("DPoP", Some(proof)) => {
                assert_eq!(proof["ath"], json!(dpop::token_hash(&AccessToken::new(token))));
                self.is_proven(sent, nonce)
                    .then_some(())
                    .ok_or_else(|| use_nonce(401, nonce))
            }
            other => panic!("a token and a proof that do not go together: {other:?}"),
        }
    }

    /// Whether the proof is for this request, new, and carries the nonce.
    fn is_proven(&mut self, sent: &Sent, nonce: Option<&str>) -> bool {
        let proof = sent.proof().expect("a proof");
        assert_eq!(proof["htm"], json!(sent.method));
        assert_eq!(proof["htu"], json!(sent.url.split('?').next()));
        assert!(!self.proofs.contains(&proof["jti"]), "a proof is good once");
        self.proofs.push(proof["jti"].clone());
        nonce.is_none_or(|nonce| proof["nonce"] == json!(nonce))
    }
}

fn use_nonce(status: u16, nonce: Option<&str>) -> Http {
    let headers = [
        ("dpop-nonce", nonce.unwrap_or("none")),
        ("www-authenticate", "DPoP error=\"use_dpop_nonce\""),
    ];
    answer(status, &headers, r#"{"error":"use_dpop_nonce"}"#)
}

/// Puts claims over claims; null takes one away.
pub(super) fn put(claims: &mut Value, over: &Map<String, Value>) {
    let claims = claims.as_object_mut().expect("an object");
    for (name, value) in over {
        match value {
            Value::Null => drop(claims.remove(name)),
            value => drop(claims.insert(name.clone(), value.clone())),
        }
    }
}
