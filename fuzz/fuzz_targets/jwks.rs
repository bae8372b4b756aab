//! Fuzzes the reader of key sets.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::jwks::check(bytes);
});
