//! https with a certificate made at start.

use std::fmt;
use std::sync::Arc;

use axum_server::tls_rustls::RustlsConfig;
use rcgen::CertifiedKey;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// The names that a loopback server goes by.
const NAMES: [&str; 4] = ["localhost", "*.localhost", "127.0.0.1", "::1"];

/// Why there is no certificate.
#[derive(Debug)]
pub enum TlsError {
    /// It could not be made.
    Certificate(rcgen::Error),
    /// It does not go with the key or the protocol.
    Config(rustls::Error),
}

/// A certificate for the loopback names, signed by itself and known to nobody. The key stays in memory.
pub fn self_signed() -> Result<RustlsConfig, TlsError> {
    let names = NAMES.map(str::to_owned).to_vec();
    let CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(names).map_err(TlsError::Certificate)?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Config)?
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .map_err(TlsError::Config)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}

impl fmt::Display for TlsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Certificate(error) => write!(formatter, "the certificate could not be made: {error}"),
            Self::Config(error) => write!(formatter, "the certificate does not work: {error}"),
        }
    }
}

impl std::error::Error for TlsError {}

#[cfg(test)]
mod tests {
    use super::self_signed;

    #[test]
    fn a_certificate_and_its_key_go_together() {
        self_signed().unwrap();
    }
}
