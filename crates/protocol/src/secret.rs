//! Words that must not leak: newtypes whose `Debug` is blank and whose memory is wiped when they go.
//!
//! Wiping is best effort: JavaScript's copies of a string cannot be reached, and a page's scripts can read all of a
//! WebAssembly module's memory.

use std::fmt;

use zeroize::Zeroizing;

macro_rules! secrets {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Zeroizing<String>);

        impl $name {
            /// Takes the word as it is.
            #[must_use]
            pub fn new(word: impl Into<String>) -> Self {
                Self(Zeroizing::new(word.into()))
            }

            /// The word itself: for the wire, never for a log.
            #[must_use]
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )*};
}

secrets! {
    /// A password as typed, untrimmed.
    Password
    /// A one-time code in ASCII digits.
    Otp
    /// An access token (RFC 6749 §1.4).
    AccessToken
    /// A refresh token (RFC 6749 §1.5).
    RefreshToken
    /// An ID token as received, a compact JWS (RFC 7515 §3.1).
    IdTokenJwt
    /// An authorization code (RFC 6749 §1.3.1).
    Code
    /// The one-time ticket of a cross-origin authentication, good for one `/authorize`.
    LoginTicket
    /// A PKCE code verifier (RFC 7636 §4.1).
    CodeVerifier
    /// A proof of possession (RFC 9449 §4), good for one request.
    Proof
    /// The `state` of an authorization request (RFC 6749 §10.12).
    State
    /// The `nonce` of an authorization request (OpenID Connect Core §15.5.2).
    Nonce
}
