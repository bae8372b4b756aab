//! How surely a person is recognised: authentication context classes (OpenID Connect Core section 2, `acr`).

use super::ask::Ask;
use crate::store::Session;

/// One proof, whatever it was.
const ONE_STEP: &str = "urn:vestibule:login";

/// Two proofs.
const TWO_STEPS: &str = "urn:vestibule:mfa";

/// Auth0's word for two.
const TWO_STEPS_AT_AUTH0: &str = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

/// Every class that is understood.
pub const CLASSES: [&str; 3] = [ONE_STEP, TWO_STEPS, TWO_STEPS_AT_AUTH0];

/// Whether the request wants a second proof. `acr_values` are in order of preference, so the first that is
/// understood counts (OpenID Connect Core section 3.1.2.1).
pub(super) fn wants_second_step(ask: &Ask<'_>) -> bool {
    wanted(ask).is_some_and(|class| class != ONE_STEP)
}

/// The class that a session has, by the name that the request has for it.
pub(super) fn reached<'a>(ask: &Ask<'a>, session: &Session) -> &'a str {
    match wanted(ask) {
        Some(class) if session.second_step && class != ONE_STEP => class,
        _ if session.second_step => TWO_STEPS,
        _ => ONE_STEP,
    }
}

fn wanted<'a>(ask: &Ask<'a>) -> Option<&'a str> {
    ask.params
        .get("acr_values")?
        .split(' ')
        .find(|class| CLASSES.contains(class))
}
