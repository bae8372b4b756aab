//! The people that every authority knows from the start.

/// Somebody's way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// The mail address.
    pub email: &'static str,
    /// The password.
    pub password: &'static str,
}

/// The seeded user.
pub const ADA: Account = Account {
    email: "ada@example.com",
    password: "correct horse battery staple",
};
