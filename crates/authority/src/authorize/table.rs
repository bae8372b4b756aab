//! The checks of `/authorize`, one to a line, with the kinds of request they are made for.
//!
//! Before them come those that decide whether there is anyone to answer (`destination`) and what is asked for
//! (`ask`); after them those that need the store (`login`).

use super::ask::{Ask, Kind};
use super::denied::Denied;
use super::{
    check_audience, check_connection, check_cross_origin, check_dpop_jkt, check_lengths, check_max_age,
    check_nonce, check_organization, check_pkce, check_prompt, check_request_object, check_scope,
};
use Kind::{Silent, Ticket, Visible};

type Check = fn(&Ask<'_>) -> Result<(), Denied>;

const CHECKS: &[(Check, &[Kind])] = &[
    (check_request_object::check, &[Ticket, Silent, Visible]),
    (check_lengths::check, &[Ticket, Silent, Visible]),
    (check_pkce::check, &[Ticket, Silent, Visible]),
    (check_dpop_jkt::check, &[Ticket, Silent, Visible]),
    (check_scope::check, &[Ticket, Silent, Visible]),
    (check_nonce::check, &[Ticket, Silent, Visible]),
    (check_prompt::check, &[Ticket, Silent, Visible]),
    (check_max_age::check, &[Ticket, Silent, Visible]),
    (check_audience::check, &[Ticket, Silent, Visible]),
    (check_organization::check, &[Ticket, Silent, Visible]),
    (check_connection::check, &[Silent, Visible]),
    (check_cross_origin::check, &[Ticket]),
];

/// Makes the checks in their order; the first that fails denies the request.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    CHECKS
        .iter()
        .filter(|(_, kinds)| kinds.contains(&ask.kind))
        .try_for_each(|(check, _)| check(ask))
}
