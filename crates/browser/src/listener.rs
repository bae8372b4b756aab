//! A listener on the window that ends with the value that holds it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Function;

/// A listener; dropped, it hears nothing more.
pub(crate) struct Listener {
    kind: &'static str,
    call: JsValue,
    _closure: Box<dyn std::any::Any>,
}

impl Listener {
    /// Listens on the window; none where there is no window.
    pub(crate) fn on_window<E: FromWasmAbi + 'static>(
        kind: &'static str,
        call: impl FnMut(E) + 'static,
    ) -> Option<Self> {
        let closure = Closure::<dyn FnMut(E)>::new(call);
        let function: JsValue = closure.as_ref().clone();
        web_sys::window()?
            .add_event_listener_with_callback(kind, function.unchecked_ref())
            .ok()?;
        Some(Self {
            kind,
            call: function,
            _closure: Box::new(closure),
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let function: &Function = self.call.unchecked_ref();
            // A listener that is not there any more is what this is for.
            let _ = window.remove_event_listener_with_callback(self.kind, function);
        }
    }
}
