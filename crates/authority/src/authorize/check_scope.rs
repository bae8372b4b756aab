//! The scope's form (RFC 6749 appendix A.4), and `openid` where an ID token is asked for.

use super::ask::Ask;
use super::denied::Denied;

/// Well-formed words; unknown ones are not granted, which is not an error.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let scope = ask.params.get("scope").unwrap_or_default();
    if !scope
        .bytes()
        .all(|byte| matches!(byte, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~'))
    {
        return Err(Denied::ScopeForm);
    }
    if ask.response_type.has_id_token() && !scope.split(' ').any(|word| word == "openid") {
        Err(Denied::NoOpenidScope)
    } else {
        Ok(())
    }
}
