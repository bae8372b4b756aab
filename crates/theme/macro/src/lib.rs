//! The `theme!` macro.
