//! Proofs of possession (RFC 9449): what ties an access token to a key of the client.

mod key;
mod nonce;
mod proof;

pub use nonce::offer_nonce;
pub use proof::{DpopError, NONCE_WANTED, Proof, proof};

/// The algorithms of proofs: asymmetric ones, and of RSA's and ECDSA's only those with SHA-256.
pub const ALGORITHMS: [&str; 5] = ["ES256", "RS256", "PS256", "EdDSA", "Ed25519"];
