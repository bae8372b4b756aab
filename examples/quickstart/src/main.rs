//! examples/quickstart.
fn main() {}
