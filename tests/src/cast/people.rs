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

/// For the authority's configuration: a directory of the domain `corp.test`, in which Ada has `winter at the office` for a
/// password.
pub const DIRECTORY: &str = "
[[connection]]
name = 'corporate'
strategy = 'ad'
domains = ['corp.test']
[[user]]
email = 'ada@corp.test'
username = 'ada'
password = 'winter at the office'
connection = 'corporate'
";
