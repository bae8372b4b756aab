//! `/authorize`: from a client's request to an answer, by way of a ticket, a session or the hosted login page.
//!
//! For the rest of the server there are doors: a page that serves a waiting request reads it with [`waiting`]; once
//! the person is known it calls [`resume`], and when the person gives up, [`refuse`]. A link in a mail, which brings
//! its parameters itself, calls [`answer`].

mod ask;
mod check_audience;
mod check_connection;
mod check_cross_origin;
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
mod doors;
mod endpoint;
mod issue;
mod login;
mod respond;
mod table;
mod waiting;

pub use doors::{Authenticated, answer, refuse, resume};
pub use endpoint::routes;
pub use waiting::{Waiting, waiting};
