//! Codes from text messages, as the browser hands them over (`WebOTP`), where it can.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use crate::window;

/// What waits for a text message; dropped, it waits no more.
pub struct Waiting(AbortController);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Waits for a text message whose last line binds a code to this page's origin (`@example.com #123456`), and hands the code over once
/// the person has agreed to it. Where the browser knows nothing of such messages, nothing waits.
pub fn wait(found: impl FnOnce(String) + 'static) -> Option<Waiting> {
    // Asked for a kind of credential that it does not know, a browser might offer another kind.
    if !Reflect::has(&js_sys::global(), &"OTPCredential".into()).ok()? {
        return None;
    }
    let abort = AbortController::new().ok()?;
    let transport = object(&[("transport", Array::of1(&"sms".into()).into())]);
    let options = object(&[("otp", transport), ("signal", abort.signal().into())]);
    let credentials = Reflect::get(&window::window().navigator(), &"credentials".into()).ok()?;
    let get: Function = Reflect::get(&credentials, &"get".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = get.call1(&credentials, &options).ok()?.dyn_into().ok()?;
    spawn_local(async move {
        // Refused, given up, or too late: the code is typed.
        let Ok(credential) = JsFuture::from(asked).await else {
            return;
        };
        if let Some(code) = Reflect::get(&credential, &"code".into())
            .ok()
            .and_then(|code| code.as_string())
        {
            found(code);
        }
    });
    Some(Waiting(abort))
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in members {
        // A fresh object takes every member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
