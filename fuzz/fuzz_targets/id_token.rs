//! Fuzzes the reader of ID tokens.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::id_token::check(bytes);
});
