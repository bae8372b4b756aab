//! Fuzzes the reader of the settings script.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::settings::check(bytes);
});
