//! Fuzzes the reader of themes in either form.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::theme::check(bytes);
});
