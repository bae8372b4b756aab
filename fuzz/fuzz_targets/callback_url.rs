//! Fuzzes the reader of callback URLs.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::callback_url::check(bytes);
});
