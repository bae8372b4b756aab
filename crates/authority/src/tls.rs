//! https with a certificate made at start.
