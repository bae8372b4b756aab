//! The window: its clock, its address, its generator.

use js_sys::{Date, Reflect};
use vestibule_flow::Page;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlFormElement, HtmlInputElement, SubtleCrypto, Window};

/// The time, in seconds since 1970, by this machine's clock.
#[must_use]
pub fn now_s() -> f64 {
    Date::now() / 1000.0
}

/// The page as it stands now.
#[must_use]
pub fn page() -> Page {
    let window = window();
    let location = window.location();
    Page {
        url: location.href().unwrap_or_default(),
        origin: location.origin().unwrap_or_default(),
        subtle_crypto: subtle_crypto().is_some(),
        languages: window
            .navigator()
            .languages()
            .iter()
            .filter_map(|tag| tag.as_string())
            .collect(),
    }
}

/// Whether the page keeps out whatever does not ask to be let in (COEP): no server's frame answers there.
pub(crate) fn is_isolated() -> bool {
    Reflect::get(&window(), &"crossOriginIsolated".into()).is_ok_and(|isolated| isolated.is_truthy())
}

/// Lets the page go to another URL, leaving the present one in the history.
///
/// What is no `http` or `https` URL is left alone: a `javascript:` URL would run in the app's name.
pub fn navigate(url: &str) {
    if url.starts_with("https://") || url.starts_with("http://") {
        // A URL that the browser refuses leaves the page where it is, and the console says why.
        let _ = window().location().assign(url);
    }
}

/// Lets the page go to a URL by a form that is sent there by `POST`. What is no `http` or `https` URL is left alone.
pub(crate) fn submit(url: &str, fields: &[(String, String)]) {
    if url.starts_with("https://") || url.starts_with("http://") {
        // Without a document there is no page that could go anywhere.
        let _ = submitted(url, fields);
    }
}

fn submitted(url: &str, fields: &[(String, String)]) -> Result<(), JsValue> {
    let document = window().document().ok_or(JsValue::NULL)?;
    let form: HtmlFormElement = document.create_element("form")?.dyn_into()?;
    form.set_method("post");
    form.set_action(url);
    form.set_hidden(true);
    for (name, value) in fields {
        let input: HtmlInputElement = document.create_element("input")?.dyn_into()?;
        input.set_type("hidden");
        input.set_name(name);
        input.set_value(value);
        form.append_child(&input)?;
    }
    document.body().ok_or(JsValue::NULL)?.append_child(&form)?;
    form.submit()
}

/// Puts another URL of the same page in the place of the present one; the host's history state stays.
pub(crate) fn replace_url(url: &str) {
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    // Refused for a URL of another origin, which the page's own without its query cannot be, and when a page does it
    // too often; then the old URL stays in the bar.
    let _ = history.replace_state_with_url(&state, "", Some(url));
}

/// 96 bytes from the browser's generator.
pub(crate) fn random() -> [u8; 96] {
    let mut bytes = [0; 96];
    window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .expect("every browser that runs WebAssembly has getRandomValues, and 96 bytes are below its limit");
    bytes
}

/// WebCrypto, where the page may use it: not on plain http other than loopback.
pub(crate) fn subtle_crypto() -> Option<SubtleCrypto> {
    let crypto = window().crypto().ok()?;
    // `subtle` is undefined on pages that are no secure context, whatever the binding's type says.
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    subtle.is_object().then(|| subtle.into())
}

/// The page's own window.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the widget runs in a page, never in a worker")
}
