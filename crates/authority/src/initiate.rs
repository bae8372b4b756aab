//! `/dev/initiate-login`: logins that a third party begins, to be tried out.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use crate::http::Visit;
use crate::pages::initiate::{self, Target};
use crate::pages::{FormTargets, page};
use crate::state::AppState;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/dev/initiate-login", get(show))
}

/// Each client with an `initiate_login_uri`, to be visited by GET or POST with `iss`, `login_hint` and
/// `target_link_uri`.
async fn show(State(state): State<AppState>, visit: Visit) -> Response {
    let targets: Vec<Target<'_>> = state
        .config
        .clients
        .iter()
        .filter_map(|client| {
            Some(Target {
                name: &client.name,
                uri: client.initiate_login_uri.as_deref()?,
            })
        })
        .collect();
    let markup = initiate::render(&visit.issuer, &targets);
    page(StatusCode::OK, FormTargets::Elsewhere, &markup)
}
