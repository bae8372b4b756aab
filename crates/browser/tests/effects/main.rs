//! Requests, timers, storage, the address bar and the console, in a real page.

#![cfg(target_arch = "wasm32")]

#[path = "../page/mod.rs"]
mod page;

mod requests;
mod storage;
mod surroundings;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
