//! Databases, directories and codes: screens, fields and what they begin with.

use super::LockFate;
use super::fields;
use super::rows::{OBJECT, Row, TEXT, elsewhere, row, text, truth};
use crate::config::{InitialScreen, PasswordlessMethod, UsernameStyle};

pub(super) const ROWS: &[Row] = &[
    row("allowLogin", |value, import| {
        truth(value, import, ("allow_log_in", |config| &mut config.allow_log_in))
    }),
    row("allowSignUp", |value, import| {
        truth(
            value,
            import,
            ("allow_sign_up", |config| &mut config.allow_sign_up),
        )
    }),
    row("allowForgotPassword", |value, import| {
        truth(
            value,
            import,
            ("allow_forgot_password", |config| {
                &mut config.allow_forgot_password
            }),
        )
    }),
    row("initialScreen", |value, import| {
        import.config.initial_screen = match value.as_str() {
            Some("login") => InitialScreen::LogIn,
            Some("signUp") => InitialScreen::SignUp,
            Some("forgotPassword") => InitialScreen::ForgotPassword,
            Some("mfaLogin") => {
                return LockFate::Dropped("a second proof is asked for when the server wants one");
            }
            _ => return LockFate::WrongType("`login`, `signUp` or `forgotPassword`"),
        };
        LockFate::Taken("initial_screen")
    }),
    row("defaultDatabaseConnection", |value, import| {
        text(
            value,
            import,
            ("default_database", |config| &mut config.default_database),
        )
    }),
    row("loginAfterSignUp", |value, import| {
        truth(
            value,
            import,
            ("log_in_after_sign_up", |config| &mut config.log_in_after_sign_up),
        )
    }),
    row("forgotPasswordLink", |value, import| {
        text(
            value,
            import,
            ("forgot_password_link", |config| &mut config.forgot_password_link),
        )
    }),
    row("signUpLink", |value, import| {
        text(value, import, ("sign_up_link", |config| &mut config.sign_up_link))
    }),
    row("prefill", |value, import| match value.as_object() {
        Some(members) => {
            import.take_all("prefill", members, &[PREFILL]);
            LockFate::Inside
        }
        None => LockFate::WrongType(OBJECT),
    }),
    row("usernameStyle", |value, import| {
        import.config.username_style = match value.as_str() {
            Some("email") => UsernameStyle::Email,
            Some("username") => UsernameStyle::Username,
            _ => return LockFate::WrongType("`email` or `username`"),
        };
        LockFate::Taken("username_style")
    }),
    row("signUpHideUsernameField", |value, import| {
        truth(
            value,
            import,
            ("generate_username", |config| &mut config.generate_username),
        )
    }),
    row("signUpFieldsStrictValidation", |_, _| {
        LockFate::Dropped("an address always has to have the shape that browsers take")
    }),
    row("connectionResolver", |_, _| {
        elsewhere("write it as `Hooks::resolve` (cargo feature `hooks`)")
    }),
    row("additionalSignUpFields", |value, import| match value.as_array() {
        Some(list) => fields::take(list, import),
        None => LockFate::WrongType("a list of fields"),
    }),
    row("defaultEnterpriseConnection", |value, import| {
        text(
            value,
            import,
            ("default_directory", |config| &mut config.default_directory),
        )
    }),
    row("defaultADUsernameFromEmailPrefix", |value, import| {
        truth(
            value,
            import,
            ("username_from_email", |config| &mut config.username_from_email),
        )
    }),
    row("passwordlessMethod", |value, import| {
        import.config.passwordless = match value.as_str() {
            Some("code") => PasswordlessMethod::Code,
            Some("link") => PasswordlessMethod::Link,
            _ => return LockFate::WrongType("`code` or `link`"),
        };
        LockFate::Taken("passwordless")
    }),
    row("useCustomPasswordlessConnection", |_, _| {
        LockFate::Dropped("it is always the connection's own name")
    }),
    row("defaultLocation", |value, _| match value.as_str() {
        Some(code) => elsewhere(format!(
            "write `phone_country: Some({:?}.into())` (cargo feature `phone`)",
            code.to_ascii_uppercase()
        )),
        None => LockFate::WrongType(TEXT),
    }),
];

pub(super) const PREFILL: &[Row] = &[
    row("email", |value, import| {
        text(value, import, ("login_hint", |config| &mut config.login_hint))
    }),
    row("username", |value, import| {
        text(value, import, ("login_hint", |config| &mut config.login_hint))
    }),
    row("phoneNumber", |value, import| {
        text(value, import, ("phone_hint", |config| &mut config.phone_hint))
    }),
];
