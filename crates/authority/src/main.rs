//! The command line of the authorization server.

fn main() {}
