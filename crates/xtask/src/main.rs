//! crates/xtask.
fn main() {}
