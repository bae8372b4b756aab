//! Arkose Labs: its script calls a global function, which its element names, with what sets it up.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{Desk, Outcome, Provider, method, object, solved};

/// The function that the script calls.
const CALLBACK: &str = "vestibuleArkose";

/// Where what it was called with is kept from one riddle to the next: it calls once.
const KEPT: &str = "vestibuleArkoseEnforcement";

/// The attribute by which the place is found, by a number of its own.
const PLACE: &str = "data-vestibule-arkose";

thread_local! {
    static PLACES: Cell<u32> = const { Cell::new(0) };
}

/// Arkose Labs.
pub const ARKOSE: Provider = Provider { prepare, show };

fn prepare(script: &Element) -> Result<(), JsValue> {
    let keep = Closure::<dyn Fn(JsValue)>::new(|enforcement: JsValue| {
        // The global object takes every member.
        let _ = Reflect::set(&js_sys::global(), &KEPT.into(), &enforcement);
    });
    Reflect::set(&js_sys::global(), &CALLBACK.into(), keep.as_ref().unchecked_ref())?;
    keep.forget();
    script.set_attribute("data-callback", CALLBACK)
}

fn show(desk: &Rc<Desk>) -> Result<(), JsValue> {
    let place = PLACES.get() + 1;
    PLACES.set(place);
    desk.place.set_attribute(PLACE, &place.to_string())?;
    let enforcement = Reflect::get(&js_sys::global(), &KEPT.into())?;
    let run = {
        let enforcement = enforcement.clone();
        desk.then(move |_, _| method(&enforcement, "run")?.call0(&enforcement).map(|_| ()))
    };
    let token = |given: &JsValue| solved(&Reflect::get(given, &"token".into()).unwrap_or_default());
    let options = object(&[
        ("selector", format!("[{PLACE}='{place}']").into()),
        ("mode", "inline".into()),
        ("language", desk.riddle.language.as_str().into()),
        ("onReady", run.into()),
        ("onCompleted", desk.on(token).into()),
        ("onFailed", desk.on(|_| Outcome::Failed).into()),
        ("onError", desk.on(|_| Outcome::Failed).into()),
    ]);
    method(&enforcement, "setConfig")?
        .call1(&enforcement, &options)
        .map(|_| ())
}
