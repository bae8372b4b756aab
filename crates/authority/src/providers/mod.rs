//! Social and enterprise providers: the way there and back, and the played providers at the other end.
//!
//! The two halves share nothing but what a browser carries and the one exchange of a code, as with a real provider.

mod account;
mod played;
mod round_trip;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

pub(crate) use round_trip::leave;

/// `/login/callback` of this server, and the providers' own `/provider/{connection}/authorize`.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/login/callback", get(round_trip::come_back))
        .route(
            "/provider/{connection}/authorize",
            get(played::show).post(played::submit),
        )
}
