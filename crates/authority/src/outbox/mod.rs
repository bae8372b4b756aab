//! The outbox: where the mails and text messages can be read that a real server would have sent.

pub mod letter;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::http::Refusal;
use crate::pages::{self, FormTargets};
use crate::state::AppState;
use crate::store::Message;

/// `/dev/outbox`, a page, and `/dev/outbox.json`, the same as data; both newest first.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/dev/outbox", get(show))
        .route("/dev/outbox.json", get(data))
}

async fn show(State(state): State<AppState>) -> Result<Response, Refusal> {
    let messages = state.store.outbox()?;
    Ok(pages::page(
        StatusCode::OK,
        FormTargets::Own,
        &pages::outbox::render(&messages, state.now()),
    ))
}

async fn data(State(state): State<AppState>) -> Result<Json<Value>, Refusal> {
    Ok(Json(state.store.outbox()?.iter().map(message).collect()))
}

fn message(message: &Message) -> Value {
    let mut value = json!({
        "id": message.id,
        "kind": message.kind.as_str(),
        "to": message.to,
        "text": message.text,
        "links": message.links,
        "at": message.at,
    });
    if let Some(subject) = &message.subject {
        value["subject"] = json!(subject);
    }
    if let Some(code) = &message.code {
        value["code"] = json!(code);
    }
    value
}
