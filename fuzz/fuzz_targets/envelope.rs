//! Fuzzes the reader of refusals.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::envelope::check(bytes);
});
