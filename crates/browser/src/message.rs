//! Whose message a message is, and what it says: the rules of `web_message` on the receiving side.

use js_sys::{Array, Object, Reflect};
use vestibule_flow::{Answer, Ask};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::listener::Listener;
use crate::runner::Reply;

/// More members than any authorization response has.
const MAX_MEMBERS: u32 = 64;

/// Waits for the authorization response of one window of one origin. All other messages are left alone, and never
/// answered: extensions, developer tools and other frames post all the time.
pub(crate) fn listen(
    ask: Ask,
    origin: String,
    source: impl Fn() -> Option<Window> + 'static,
    to: Reply,
) -> Option<Listener> {
    Listener::on_window("message", move |event: MessageEvent| {
        let is_theirs = event.origin() == origin
            && source().is_some_and(|window| event.source().is_some_and(|from| Object::is(&from, &window)));
        if let Some(parameters) = is_theirs.then(|| read(&event.data())).flatten() {
            to.answer(ask, Answer::Message(Ok(parameters)));
        }
    })
}

/// Reads `{type: "authorization_response", response: {…}}` with own string members only; anything else is no response.
fn read(data: &JsValue) -> Option<Vec<(String, String)>> {
    let data = plain_object(data)?;
    if own(&data, "type")?.as_string()? != "authorization_response" {
        return None;
    }
    let response = plain_object(&own(&data, "response")?)?;
    let entries = Object::entries(&response);
    if entries.length() > MAX_MEMBERS {
        return None;
    }
    entries
        .iter()
        .map(|entry| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        })
        .collect()
}

/// An object of the language's own making: no array, no date, no class, no borrowed prototype.
fn plain_object(value: &JsValue) -> Option<Object> {
    let object = value.dyn_ref::<Object>()?;
    let plain = Object::get_prototype_of(&Object::new());
    Object::is(&Object::get_prototype_of(object), &plain).then(|| object.clone())
}

fn own(object: &Object, name: &str) -> Option<JsValue> {
    let name = JsValue::from_str(name);
    Object::has_own(object, &name)
        .then(|| Reflect::get(object, &name).ok())
        .flatten()
}
