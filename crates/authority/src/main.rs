//! crates/authority.
fn main() {}
