//! Steps 5 to 7 and 9 to 13: the claims against the rules, one function a step.

use super::claims::Claims;
use super::error::IdTokenError;
use super::rules::{IdTokenRules, MAX_LEEWAY_S};
use crate::algorithm::Algorithm;
use crate::error::Mismatch;

/// Step 5: the issuer, to the letter and the slash.
pub(super) fn issuer(claims: &Claims, rules: &IdTokenRules<'_>) -> Result<(), IdTokenError> {
    let expected = rules.issuer.as_str();
    if claims.iss == expected {
        return Ok(());
    }
    Err(IdTokenError::Issuer(Mismatch::new(expected, &claims.iss)))
}

/// Step 6: this client and nobody else. Core allows further trusted audiences; a browser client has none.
pub(super) fn audience(claims: &Claims, rules: &IdTokenRules<'_>) -> Result<(), IdTokenError> {
    if claims.aud.iter().any(|audience| audience != rules.client_id) {
        return Err(IdTokenError::Audience(Mismatch::new(
            rules.client_id,
            claims.aud.join(" "),
        )));
    }
    match claims.azp.as_deref() {
        Some(party) if party != rules.client_id => Err(IdTokenError::AuthorizedParty(Mismatch::new(
            rules.client_id,
            party,
        ))),
        None if claims.aud.len() > 1 => {
            Err(IdTokenError::AuthorizedParty(Mismatch::new(rules.client_id, "")))
        }
        _ => Ok(()),
    }
}

/// Step 7: the times, with the leeway on this client's side.
pub(super) fn times(claims: &Claims, rules: &IdTokenRules<'_>, now: f64) -> Result<(), IdTokenError> {
    let leeway = leeway(rules);
    if now.is_nan() || now >= claims.exp + leeway {
        return Err(IdTokenError::Expired { exp: claims.exp, now });
    }
    not_in_future("iat", Some(claims.iat), now + leeway, now)?;
    not_in_future("nbf", claims.nbf, now + leeway, now)
}

/// Step 9: the person typed a credential as lately as asked for.
pub(super) fn authentication_time(
    claims: &Claims,
    rules: &IdTokenRules<'_>,
    now: f64,
) -> Result<(), IdTokenError> {
    let leeway = leeway(rules);
    not_in_future("auth_time", claims.auth_time, now + leeway, now)?;
    let Some(max_age) = rules.max_age_s else {
        return Ok(());
    };
    let auth_time = claims.auth_time.ok_or(IdTokenError::Missing("auth_time"))?;
    if now - auth_time > f64::from(max_age) + leeway {
        return Err(IdTokenError::AuthTimeTooOld { auth_time, now });
    }
    Ok(())
}

/// Step 10: one of the classes that will do.
pub(super) fn authentication_class(claims: &Claims, accepted: &[String]) -> Result<(), IdTokenError> {
    let got = claims.acr.as_deref().ok_or(IdTokenError::Missing("acr"))?;
    if accepted.iter().any(|class| class == got) {
        return Ok(());
    }
    Err(IdTokenError::AuthenticationClass(Mismatch::new(
        accepted.join(" "),
        got,
    )))
}

/// Step 11: at most 255 ASCII characters (OpenID Connect Core §2).
pub(super) fn subject(claims: &Claims) -> Result<(), IdTokenError> {
    if claims.sub.is_ascii() && claims.sub.len() <= 255 {
        Ok(())
    } else {
        Err(IdTokenError::Subject)
    }
}

/// Step 12: the token and the code that came along belong to this ID token (OpenID Connect Core §3.1.3.8, §3.3.2.10).
pub(super) fn hashes(
    claims: &Claims,
    algorithm: Algorithm,
    rules: &IdTokenRules<'_>,
) -> Result<(), IdTokenError> {
    let at_hash = claims.compared("at_hash")?;
    if let (Some(token), Some(hash)) = (rules.access_token, at_hash)
        && (rules.half_hash)(algorithm, token.expose()) != hash
    {
        return Err(IdTokenError::AccessTokenHash);
    }
    let c_hash = claims.compared("c_hash")?;
    if let Some(code) = rules.code {
        let hash = c_hash.ok_or(IdTokenError::Missing("c_hash"))?;
        if (rules.half_hash)(algorithm, code.expose()) != hash {
            return Err(IdTokenError::CodeHash);
        }
    }
    Ok(())
}

/// Step 13: the organization that was asked for, by identifier or by name; one that nobody asked for is fine.
pub(super) fn organization(claims: &Claims, rules: &IdTokenRules<'_>) -> Result<(), IdTokenError> {
    let Some(expected) = rules.organization else {
        return Ok(());
    };
    let by_id = expected.starts_with("org_");
    let (name, got) = if by_id {
        ("org_id", &claims.org_id)
    } else {
        ("org_name", &claims.org_name)
    };
    let got = got.as_deref().ok_or(IdTokenError::Missing(name))?;
    let same = if by_id {
        got == expected
    } else {
        got.eq_ignore_ascii_case(expected)
    };
    if same {
        Ok(())
    } else {
        Err(IdTokenError::Organization(Mismatch::new(expected, got)))
    }
}

/// The ID token of a refresh is about the same log-in (OpenID Connect Core §12.2).
pub(super) fn continues(refreshed: &Claims, original: &Claims) -> Result<(), IdTokenError> {
    let same = [
        ("iss", refreshed.iss == original.iss),
        ("sub", refreshed.sub == original.sub),
        ("aud", refreshed.aud == original.aud),
        ("azp", refreshed.azp == original.azp),
        (
            "auth_time",
            refreshed.auth_time.is_none() || refreshed.auth_time == original.auth_time,
        ),
        (
            "nonce",
            refreshed.nonce.is_none() || refreshed.nonce == original.nonce,
        ),
        ("org_id", refreshed.org_id == original.org_id),
    ];
    match same.into_iter().find(|(_, same)| !same) {
        Some((claim, _)) => Err(IdTokenError::NotContinued(claim)),
        None => Ok(()),
    }
}

/// The two ID tokens of a hybrid login are about one person and one log-in (OpenID Connect Core §3.3.3.6).
pub(super) fn agree(back: &Claims, front: &Claims) -> Result<(), IdTokenError> {
    if back.iss != front.iss {
        return Err(IdTokenError::Contradiction("iss"));
    }
    if back.sub != front.sub {
        return Err(IdTokenError::Contradiction("sub"));
    }
    if back
        .auth_time
        .zip(front.auth_time)
        .is_some_and(|(back, front)| back.total_cmp(&front).is_ne())
    {
        return Err(IdTokenError::Contradiction("auth_time"));
    }
    let shared = [
        ("nonce", &back.nonce, &front.nonce),
        ("acr", &back.acr, &front.acr),
        ("org_id", &back.org_id, &front.org_id),
        ("email", &back.email, &front.email),
        ("name", &back.name, &front.name),
    ];
    let contradicts = |(_, back, front): &(_, &Option<String>, &Option<String>)| {
        back.as_ref()
            .zip(front.as_ref())
            .is_some_and(|(back, front)| back != front)
    };
    match shared.iter().find(|claim| contradicts(claim)) {
        Some((claim, ..)) => Err(IdTokenError::Contradiction(claim)),
        None => Ok(()),
    }
}

fn leeway(rules: &IdTokenRules<'_>) -> f64 {
    f64::from(rules.leeway_s.min(MAX_LEEWAY_S))
}

fn not_in_future(claim: &'static str, at: Option<f64>, latest: f64, now: f64) -> Result<(), IdTokenError> {
    match at {
        Some(at) if at > latest => Err(IdTokenError::InFuture { claim, at, now }),
        _ => Ok(()),
    }
}
