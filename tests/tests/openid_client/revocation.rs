//! Tokens that the client gives back.

use crate::{plays, refused};

#[test]
fn a_refresh_token_that_is_given_back_takes_the_access_token_with_it() {
    let facts = plays("revocation.ofTheRefreshToken").facts;
    assert_eq!(facts["profile"]["error"], "invalid_token");
    assert_eq!(facts["refresh"], refused("invalid_grant"));
}

#[test]
fn an_access_token_that_is_given_back_goes_alone() {
    let facts = plays("revocation.ofTheAccessToken").facts;
    assert_eq!(facts["profile"]["error"], "invalid_token");
    assert_eq!(facts["refresh"]["error"], "not refused");
}

#[test]
fn nothing_happens_to_a_token_that_somebody_else_gives_back() {
    let facts = plays("revocation.ofWhatIsNotOurs").facts;
    assert_eq!(facts["refused"], refused("invalid_grant"));
    for use_of_it in ["profile", "refresh"] {
        assert_eq!(facts[use_of_it]["error"], "not refused", "{use_of_it}");
    }
}
