//! The imported config as Rust: only what differs from the defaults.

use std::fmt::{Debug, Write as _};

use super::LockImport;
use crate::config::Config;

impl LockImport {
    /// The expression that makes the config, with `Config` and the words of its fields in scope. A validator, which no JSON holds, has its place in it.
    #[must_use]
    pub fn to_rust(&self) -> String {
        let (now, usual) = (
            &self.config,
            Config::new(&self.config.issuer, &self.config.client_id),
        );
        let mut lines = Lines(String::new());
        lines.text("audience", now.audience.as_ref());
        if now.scope != usual.scope {
            lines.add("scope", format!("{:?}.into()", now.scope));
        }
        lines.text("redirect_uri", now.redirect_uri.as_ref());
        if !now.connections.is_empty() {
            lines.add(
                "connections",
                format!("{:?}.map(String::from).into()", now.connections),
            );
        }
        lines.word(
            "initial_screen",
            "InitialScreen",
            (now.initial_screen, usual.initial_screen),
        );
        lines.plain("allow_log_in", (now.allow_log_in, usual.allow_log_in));
        lines.plain("allow_sign_up", (now.allow_sign_up, usual.allow_sign_up));
        lines.plain(
            "allow_forgot_password",
            (now.allow_forgot_password, usual.allow_forgot_password),
        );
        lines.text("sign_up_link", now.sign_up_link.as_ref());
        lines.text("forgot_password_link", now.forgot_password_link.as_ref());
        lines.plain(
            "log_in_after_sign_up",
            (now.log_in_after_sign_up, usual.log_in_after_sign_up),
        );
        lines.text("terms_of_service", now.terms_of_service.as_ref());
        lines.text("privacy_policy", now.privacy_policy.as_ref());
        lines.plain("accept_terms", (now.accept_terms, usual.accept_terms));
        if !self.fields.is_empty() {
            let fields = self
                .fields
                .iter()
                .map(|field| format!("        {},\n", field.source()));
            lines.add(
                "sign_up_fields",
                format!("vec![\n{}    ]", fields.collect::<String>()),
            );
        }
        lines.text("default_database", now.default_database.as_ref());
        lines.text("default_directory", now.default_directory.as_ref());
        lines.word(
            "username_style",
            "UsernameStyle",
            (now.username_style, usual.username_style),
        );
        lines.plain(
            "username_from_email",
            (now.username_from_email, usual.username_from_email),
        );
        lines.plain(
            "generate_username",
            (now.generate_username, usual.generate_username),
        );
        lines.word(
            "passwordless",
            "PasswordlessMethod",
            (now.passwordless, usual.passwordless),
        );
        lines.word("social", "Away", (now.social, usual.social));
        lines.text("login_hint", now.login_hint.as_ref());
        lines.text("phone_hint", now.phone_hint.as_ref());
        lines.plain(
            "remember_last_login",
            (now.remember_last_login, usual.remember_last_login),
        );
        lines.pairs("connection_scopes", &now.connection_scopes);
        lines.pairs("authorization_parameters", &now.authorization_parameters);
        lines.text("settings_url", now.settings_url.as_ref());
        lines.text("token_issuer", now.token_issuer.as_ref());
        lines.plain("popup_size", (now.popup_size, usual.popup_size));
        lines.plain("leeway_s", (now.leeway_s, usual.leeway_s));
        lines.plain("max_age", (now.max_age, usual.max_age));
        lines.text("organization", now.organization.as_ref());
        lines.text("ui_locales", now.ui_locales.as_ref());
        lines.text("app_state", now.app_state.as_ref());
        let new = format!("Config::new({:?}, {:?})", now.issuer, now.client_id);
        match lines.0.as_str() {
            "" => format!("{new}\n"),
            lines => format!("Config {{\n{lines}    ..{new}\n}}\n"),
        }
    }
}

struct Lines(String);

impl Lines {
    fn add(&mut self, field: &str, value: impl AsRef<str>) {
        let _ = writeln!(self.0, "    {field}: {},", value.as_ref());
    }

    fn text(&mut self, field: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.add(field, format!("Some({value:?}.into())"));
        }
    }

    fn plain<T: Debug + PartialEq>(&mut self, field: &str, (now, usual): (T, T)) {
        if now != usual {
            self.add(field, format!("{now:?}"));
        }
    }

    fn word<T: Debug + PartialEq>(&mut self, field: &str, of: &str, (now, usual): (T, T)) {
        if now != usual {
            self.add(field, format!("{of}::{now:?}"));
        }
    }

    fn pairs(&mut self, field: &str, pairs: &[(String, String)]) {
        if !pairs.is_empty() {
            let pair = |(name, value): &(String, String)| format!("({name:?}.into(), {value:?}.into())");
            let all: Vec<String> = pairs.iter().map(pair).collect();
            self.add(field, format!("vec![{}]", all.join(", ")));
        }
    }
}
