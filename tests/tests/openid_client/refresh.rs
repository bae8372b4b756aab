//! Refresh tokens.

use crate::{plays, refused};

#[test]
fn a_refresh_token_is_replaced_each_time_and_the_person_stays_the_same() {
    let facts = plays("refresh.replaced").facts;
    assert_eq!(
        (&facts["accessTokens"], &facts["refreshTokens"]),
        (&3.into(), &3.into())
    );
    for claim in ["iss", "sub", "aud", "auth_time"] {
        assert_eq!(facts["refreshed"][claim], facts["claims"][claim], "{claim}");
    }
    assert_eq!(facts["profile"]["sub"], facts["claims"]["sub"]);
}

#[test]
fn a_refresh_token_that_comes_back_takes_its_successor_with_it() {
    let facts = plays("refresh.usedTwice").facts;
    assert_eq!(facts["old"], refused("invalid_grant"));
    assert_eq!(facts["successor"], refused("invalid_grant"));
    assert_eq!(facts["profile"]["error"], "invalid_token");
}

#[test]
fn a_refresh_token_brings_less_when_less_is_asked_for_and_never_more() {
    let facts = plays("refresh.narrower").facts;
    assert_eq!(facts["more"], refused("invalid_scope"));
    assert_eq!(facts["scope"], "openid email");
}

#[test]
fn a_refresh_token_opens_the_other_api_by_its_audience() {
    let facts = plays("refresh.forAnotherApi").facts;
    assert_eq!(facts["before"]["error"], "invalid_token");
    assert_eq!(facts["report"]["message"], "The reports accept your token.");
}
