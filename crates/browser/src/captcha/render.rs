//! The providers whose scripts have `render(place, options)`: reCAPTCHA in both kinds, hCaptcha and Turnstile.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::{Desk, Outcome, Provider, global, method, object, solved};

/// reCAPTCHA v2.
pub const RECAPTCHA_V2: Provider = Provider::new(|desk| when_ready(desk, &["grecaptcha"]));

/// reCAPTCHA Enterprise.
pub const RECAPTCHA_ENTERPRISE: Provider =
    Provider::new(|desk| when_ready(desk, &["grecaptcha", "enterprise"]));

/// hCaptcha.
pub const HCAPTCHA: Provider = Provider::new(|desk| render(desk, &["hcaptcha"]));

/// Cloudflare Turnstile.
pub const TURNSTILE: Provider = Provider::new(|desk| render(desk, &["turnstile"]));

/// The script that was loaded loads another: its `ready` waits for that.
fn when_ready(desk: &Rc<Desk>, path: &'static [&'static str]) -> Result<(), JsValue> {
    let draw = desk.then(move |desk, _| render(desk, path));
    let api = global(path)?;
    method(&api, "ready")?.call1(&api, &draw).map(|_| ())
}

fn render(desk: &Rc<Desk>, path: &[&str]) -> Result<(), JsValue> {
    let language = desk.riddle.language.as_str();
    let options = object(&[
        ("sitekey", desk.riddle.site_key.as_str().into()),
        ("hl", language.into()),
        ("language", language.into()),
        ("callback", desk.on(solved).into()),
        ("expired-callback", desk.on(|_| Outcome::Expired).into()),
        ("error-callback", desk.on(|_| Outcome::Failed).into()),
    ]);
    let api = global(path)?;
    method(&api, "render")?
        .call2(&api, &desk.place, &options)
        .map(|_| ())
}
