//! The window: its clock, its address, its generator, its console.

use std::cell::RefCell;

use vestibule_flow::Page;
use wasm_bindgen::JsValue;

/// The time, in seconds since 1970.
#[must_use]
pub fn now_s() -> f64 {
    js_sys::Date::now() / 1000.0
}

/// The page as it stands now.
#[must_use]
pub fn page() -> Page {
    let window = web_sys::window();
    let location = window.as_ref().map(web_sys::Window::location);
    let navigator = window.as_ref().map(web_sys::Window::navigator);
    // `subtle` is undefined on pages that are no secure context, whatever the binding's type says.
    let subtle_crypto = window
        .as_ref()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| js_sys::Reflect::get(&crypto, &"subtle".into()).ok())
        .is_some_and(|subtle| subtle.is_object());
    Page {
        url: location
            .as_ref()
            .and_then(|location| location.href().ok())
            .unwrap_or_default(),
        origin: location
            .and_then(|location| location.origin().ok())
            .unwrap_or_default(),
        subtle_crypto,
        languages: navigator
            .map(|navigator| {
                navigator
                    .languages()
                    .iter()
                    .filter_map(|language| language.as_string())
                    .collect()
            })
            .unwrap_or_default(),
    }
}

/// Lets the page go to another URL.
pub fn navigate(url: &str) {
    if let Some(window) = web_sys::window() {
        // A URL that the browser refuses leaves the page where it is, and the console says why.
        let _ = window.location().assign(url);
    }
}

/// Puts another URL of the same page in the place of the present one; the host's history state stays.
pub(crate) fn replace_url(url: &str) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let state = history.state().unwrap_or(JsValue::NULL);
    // Refused only for a URL of another origin, which the page's own without its query cannot be.
    let _ = history.replace_state_with_url(&state, "", Some(url));
}

/// 96 bytes from the browser's generator.
pub(crate) fn random() -> Box<[u8; 96]> {
    let mut bytes = Box::new([0; 96]);
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut *bytes).is_ok());
    // A page without WebCrypto is refused before anything is drawn; predictable secrets would be worse than a stop.
    assert!(drawn, "this page has no generator of random numbers");
    bytes
}

thread_local! {
    static ADVISED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Tells the developer, each sentence once on a page.
pub(crate) fn advise(sentence: &str) {
    let new = ADVISED.with_borrow_mut(|advised| {
        let new = !advised.iter().any(|one| one == sentence);
        if new {
            advised.push(sentence.to_owned());
        }
        new
    });
    if new {
        web_sys::console::warn_1(&sentence.into());
    }
}
