//! Which parts are built in, as constants: what stands behind one that is `false` does not reach the page.

/// Accounts can be created and passwords reset here (cargo feature `sign-up`).
pub const SIGN_UP: bool = cfg!(feature = "sign-up");

/// Codes and links by e-mail and SMS (cargo feature `passwordless`).
pub const PASSWORDLESS: bool = cfg!(feature = "passwordless");

/// Logins in a window over the page (cargo feature `popup`).
pub const POPUP: bool = cfg!(feature = "popup");

/// Companies, found by the domain of an address, and their directories (cargo feature `enterprise`).
pub const ENTERPRISE: bool = cfg!(feature = "enterprise");
