//! Friendly Captcha (friendly-challenge 0.9): it solves its puzzle by itself, once the person has begun.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::{Desk, Outcome, Provider, global, method, object, solved};

/// Friendly Captcha.
pub const FRIENDLY_CAPTCHA: Provider = Provider::new(show);

fn show(desk: &Rc<Desk>) -> Result<(), JsValue> {
    let options = object(&[
        ("sitekey", desk.riddle.site_key.as_str().into()),
        ("language", desk.riddle.language.as_str().into()),
        ("startMode", "focus".into()),
        ("doneCallback", desk.on(solved).into()),
        ("errorCallback", desk.on(|_| Outcome::Failed).into()),
    ]);
    let class = method(&global(&["friendlyChallenge"])?, "WidgetInstance")?;
    Reflect::construct(&class, &Array::of2(&desk.place, &options)).map(|_| ())
}
