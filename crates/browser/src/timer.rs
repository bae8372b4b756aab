//! A timer that ends with the value that holds it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A timer; dropped, it does not fire.
pub(crate) struct Timer {
    id: i32,
    kind: Kind,
    _call: Closure<dyn FnMut()>,
}

#[derive(Clone, Copy)]
enum Kind {
    Once,
    Every,
}

impl Timer {
    /// Fires once, after so many milliseconds.
    pub(crate) fn after(ms: f64, call: impl FnMut() + 'static) -> Self {
        Self::start(Kind::Once, ms, call)
    }

    /// Fires again and again, so many milliseconds apart.
    pub(crate) fn every(ms: f64, call: impl FnMut() + 'static) -> Self {
        Self::start(Kind::Every, ms, call)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped to what a browser's timer takes: 2^31 - 1 ms"
    )]
    fn start(kind: Kind, ms: f64, call: impl FnMut() + 'static) -> Self {
        let call = Closure::<dyn FnMut()>::new(call);
        let ms = ms.clamp(0.0, f64::from(i32::MAX)) as i32;
        let function = call.as_ref().unchecked_ref();
        let id = web_sys::window().and_then(|window| {
            match kind {
                Kind::Once => window.set_timeout_with_callback_and_timeout_and_arguments_0(function, ms),
                Kind::Every => window.set_interval_with_callback_and_timeout_and_arguments_0(function, ms),
            }
            .ok()
        });
        Self {
            id: id.unwrap_or_default(),
            kind,
            _call: call,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            match self.kind {
                Kind::Once => window.clear_timeout_with_handle(self.id),
                Kind::Every => window.clear_interval_with_handle(self.id),
            }
        }
    }
}
