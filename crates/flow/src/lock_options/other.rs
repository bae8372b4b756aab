//! Addresses, clocks, hooks and what Lock kept to itself.

use vestibule_protocol::json::Value;

use super::rows::{OBJECT, Row, TEXT, elsewhere, row, text};
use super::{LockFate, LockImport};

pub(super) const ROWS: &[Row] = &[
    // In the order in which Lock prefers them, whichever stands first.
    row("assetsUrl", |value, import| settings_at(value, import, 0)),
    row("configurationBaseUrl", |value, import| {
        settings_at(value, import, 1)
    }),
    row("clientBaseUrl", |value, import| settings_at(value, import, 2)),
    row("languageBaseUrl", |_, _| {
        elsewhere("write it as the first argument of `use_language` (cargo feature `languages`)")
    }),
    row("hashCleanup", |_, _| {
        LockFate::Dropped("no code stays in the history")
    }),
    row("leeway", |value, import| match value.as_u64() {
        Some(0) => LockFate::Changed(
            "leeway_s",
            "Lock takes 0 for 60, so 60 it is; here 0 would mean 0",
        ),
        Some(seconds) if seconds <= 60 => {
            import.config.leeway_s = u32::try_from(seconds).unwrap_or(60);
            LockFate::Taken("leeway_s")
        }
        Some(_) => LockFate::Changed("leeway_s", "60 seconds are the most"),
        None => LockFate::WrongType("a number of whole seconds"),
    }),
    row("legacySameSiteCookie", |_, _| {
        LockFate::Dropped("no cookie is written")
    }),
    row("overrides", |value, import| {
        inside(value, import, ("overrides", OVERRIDES))
    }),
    row("hooks", |value, import| inside(value, import, ("hooks", HOOKS))),
    row("plugins", |_, _| {
        LockFate::Dropped("they are for Cordova and Electron")
    }),
    row("_telemetryInfo", |_, _| {
        LockFate::Dropped("nothing is told about the app")
    }),
    row("_sendTelemetry", |_, _| {
        LockFate::Dropped("nothing is told about the app")
    }),
    row("_enableIdPInitiatedLogin", |_, _| {
        LockFate::Dropped("a response that nobody asked for is refused")
    }),
    row("_enableImpersonation", |_, _| {
        LockFate::Dropped("a response that nobody asked for is refused")
    }),
    row("__useTenantInfo", |_, _| {
        LockFate::Dropped("what it reads is in the client's settings too")
    }),
];

pub(super) const OVERRIDES: &[Row] = &[
    row("__token_issuer", |value, import| {
        text(value, import, ("token_issuer", |config| &mut config.token_issuer))
    }),
    row("__jwks_uri", |_, _| {
        LockFate::Dropped("the keys' address comes from the server's discovery document")
    }),
    row("__tenant", |_, _| {
        LockFate::Dropped("endpoints come from the server's discovery document")
    }),
];

pub(super) const HOOKS: &[Row] = &[
    row("loggingIn", |_, _| {
        elsewhere("write it as `Hooks::before` with `Step::LogIn` (cargo feature `hooks`)")
    }),
    row("signingUp", |_, _| {
        elsewhere("write it as `Hooks::before` with `Step::SignUp` (cargo feature `hooks`)")
    }),
];

fn inside(value: &Value, import: &mut LockImport, (of, rows): (&str, &[Row])) -> LockFate {
    match value.as_object() {
        Some(members) => {
            import.take_all(of, members, &[rows]);
            LockFate::Inside
        }
        None => LockFate::WrongType(OBJECT),
    }
}

/// The names of the bases, from the weakest on: Lock goes by the strongest that is given.
const BASES: [&str; 3] = ["assetsUrl", "configurationBaseUrl", "clientBaseUrl"];

fn settings_at(value: &Value, import: &mut LockImport, rank: usize) -> LockFate {
    let Some(base) = value.as_str() else {
        return LockFate::WrongType(TEXT);
    };
    let is_taken = |name: &&str| import.report.iter().any(|before| before.name == **name);
    if BASES[rank + 1..].iter().any(is_taken) {
        return LockFate::Dropped("another option names the address of the settings, and goes before it");
    }
    let client = &import.config.client_id;
    import.config.settings_url = Some(format!("{}/client/{client}.js", base.trim_end_matches('/')));
    LockFate::Changed("settings_url", "it is the address of the settings themselves")
}
