//! `/authorize`: from a client's request to an answer, by way of a ticket, a session or the hosted login page.
//!
//! For the rest of the server there are doors: a page that serves a waiting request reads it with [`waiting`]; once
//! the person is known it calls [`resume`], and when the person gives up, [`refuse`]. A link in a mail, which brings
//! its parameters itself, calls [`answer`].

mod ask;
mod check_audience;
mod check_connection;
mod check_cross_origin;
mod check_dpop_jkt;
mod check_lengths;
mod check_max_age;
mod check_nonce;
mod check_organization;
mod check_pkce;
mod check_prompt;
mod check_request_object;
mod check_scope;
mod denied;
mod destination;
mod table;

mod endpoint;
mod pushed;

mod acr;
mod login;
mod steps;

mod doors;
mod issue;
mod proceed;
mod respond;
mod settled;
mod waiting;

pub use acr::CLASSES;
pub use doors::{Authenticated, answer, refuse, resume};
pub use endpoint::routes;
pub use pushed::shared_routes;
pub use settled::{Settled, Wanted, after_consent, after_second_step, choose, settled, to_choose, wanted};
pub use waiting::{Waiting, waiting};
