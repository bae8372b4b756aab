//! Fuzzes the reader of stored attempts.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::transaction::check(bytes);
});
