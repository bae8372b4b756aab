//! What a config chooses among: the first screen, the way to the server's pages, codes or links, what a user name is.

/// The first screen, when more than one is possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitialScreen {
    /// Log in: with a password where there is a database, else without one.
    #[default]
    LogIn,
    /// Create an account.
    SignUp,
    /// Ask for a mail that sets a new password.
    ForgotPassword,
    /// Log in with a code or a link by e-mail or SMS.
    Passwordless,
}

/// How the widget leaves for a login that it cannot finish inside the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Away {
    /// The page itself goes to the authorization server and comes back.
    #[default]
    Redirect,
    /// A window opens over the page, which stays.
    Popup,
}

/// What a passwordless mail carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PasswordlessMethod {
    /// A code to type.
    #[default]
    Code,
    /// A link to follow in the same browser.
    Link,
}

/// What the first field of the log-in asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UsernameStyle {
    /// What the database takes: an address, or either where it has user names.
    #[default]
    Any,
    /// An e-mail address.
    Email,
    /// A user name, where the database has them.
    Username,
}
