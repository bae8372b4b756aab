//! Fuzzes the reader of issuers and their metadata.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::discovery::check(bytes);
});
