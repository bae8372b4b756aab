//! The page's word for what its files are (Subresource Integrity): renewed for a file that has changed.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// The page with the new file's hash wherever it has the old one's.
pub fn renew(html: &str, old: &[u8], new: &[u8]) -> String {
    html.replace(&integrity(old), &integrity(new))
}

/// `sha384-…`, as Trunk writes it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}
