//! Fuzzes the readers of answers that went well.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vestibule_checks::answer::check(bytes);
});
