//! Whose message a message is, and what it says: the rules of `web_message` on the receiving side
//! (draft-sakimura-oauth-wmrm-00, section 4.1).

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use vestibule_flow::MessageFault;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::window;

/// The parameters of an authorization response, unjudged, or why there is none.
pub(crate) type Outcome = Result<Vec<(String, String)>, MessageFault>;

/// More members than any authorization response has.
const MAX_MEMBERS: u32 = 64;

/// Waits for the authorization response of one window of one origin. All other messages are left alone, and never
/// answered: extensions, developer tools and other frames post all the time.
pub(crate) fn listen(
    origin: String,
    source: impl Fn() -> Option<Window> + 'static,
    done: impl Fn(Outcome) + 'static,
) -> EventListener {
    EventListener::new(&window::window(), "message", move |event| {
        let parameters = event
            .dyn_ref::<MessageEvent>()
            .filter(|event| event.origin() == origin && is_from(event, source()))
            .and_then(|event| read(&event.data()));
        if let Some(parameters) = parameters {
            done(Ok(parameters));
        }
    })
}

fn is_from(event: &MessageEvent, window: Option<Window>) -> bool {
    event
        .source()
        .zip(window)
        .is_some_and(|(source, window)| Object::is(&source, &window))
}

/// Reads `{type: "authorization_response", response: {…}}` with own string members only; anything else is no response.
fn read(data: &JsValue) -> Option<Vec<(String, String)>> {
    let data = members(data)?;
    let member = |name| data.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    if member("type")?.as_string()? != "authorization_response" {
        return None;
    }
    let response = members(member("response")?)?;
    response
        .into_iter()
        .map(|(name, value)| Some((name, value.as_string()?)))
        .collect()
}

/// The own members of an object of the language's own making: no array, no date, no class, no borrowed prototype.
///
/// Only calls that turn an exception into an error are used here: a script of the page may pass a proxy that throws.
fn members(value: &JsValue) -> Option<Vec<(String, JsValue)>> {
    let object = value.dyn_ref::<Object>()?;
    let plain = Reflect::get_prototype_of(&Object::new()).ok()?;
    if Reflect::get_prototype_of(object).ok()? != plain {
        return None;
    }
    let names = Reflect::own_keys(object).ok()?;
    if names.length() > MAX_MEMBERS {
        return None;
    }
    names
        .iter()
        .map(|name| Some((name.as_string()?, Reflect::get(object, &name).ok()?)))
        .collect()
}
