//! How Lock is displayed: most of it is a prop of the widget here, or the app's own doing.

use vestibule_protocol::json::Value;

use super::rows::{OBJECT, Row, TEXT, TEXTS, TRUTH, elsewhere, of_type, row, truth};
use super::{LockFate, theme};

/// What has a type in Lock and nothing else.
const NO_CODE: &str = "Lock has a type for it, and no code behind it";

pub(super) const ROWS: &[Row] = &[
    row("allowedConnections", |value, import| {
        let names = value
            .as_array()
            .map(|all| all.iter().map(|one| one.as_str().map(str::to_owned)));
        match names.and_then(Iterator::collect) {
            Some(names) => {
                import.config.connections = names;
                LockFate::Changed(
                    "connections",
                    "an enterprise connection that is named gets a button",
                )
            }
            None => LockFate::WrongType(TEXTS),
        }
    }),
    row("autoclose", |_, _| {
        elsewhere("the app sets the prop `open` to `false` on `LoginEvent::Authenticated`")
    }),
    row("autofocus", |value, _| match value.as_bool() {
        Some(true) => elsewhere("write `autofocus={Autofocus::Always}`"),
        Some(false) => elsewhere("write `autofocus={Autofocus::Never}`"),
        None => LockFate::WrongType(TRUTH),
    }),
    row("avatar", |value, _| match value {
        Value::Null => {
            LockFate::Dropped("nobody is asked about an address unless the app has `Hooks::avatar`")
        }
        _ => elsewhere("write the provider as `Hooks::avatar` (cargo feature `hooks`)"),
    }),
    row("container", |_, _| {
        elsewhere("write `<LoginWidget>` where that element stands; inline is the default layout")
    }),
    row("closable", |value, _| match value.as_bool() {
        Some(true) => LockFate::Dropped("a modal widget can be closed by default"),
        Some(false) => elsewhere("write `closable={false}`"),
        None => LockFate::WrongType(TRUTH),
    }),
    row("language", |value, _| {
        of_type(value.as_str().is_some(), TEXT, "write the prop `words`")
    }),
    row("popupOptions", |value, import| {
        let Some(options) = value.as_object() else {
            return LockFate::WrongType(OBJECT);
        };
        let length = |name: &str, usual: u32| match options.get(name) {
            None => Some(usual),
            Some(length) => length.as_u64().and_then(|length| u32::try_from(length).ok()),
        };
        let (width, height) = import.config.popup_size;
        let (Some(width), Some(height)) = (length("width", width), length("height", height)) else {
            return LockFate::WrongType("an object whose `width` and `height` are numbers of pixels");
        };
        import.config.popup_size = (width, height);
        LockFate::Changed(
            "popup_size",
            "a popup stands in the middle of the window that it came from",
        )
    }),
    row("emailFirst", |_, _| LockFate::Dropped(NO_CODE)),
    row("socialButtonStyle", |_, _| LockFate::Dropped(NO_CODE)),
    row("rememberLastLogin", |value, import| {
        truth(
            value,
            import,
            ("remember_last_login", |config| &mut config.remember_last_login),
        )
    }),
    row("allowAutocomplete", |_, _| {
        LockFate::Dropped("password managers are always told what a field is")
    }),
    row("allowPasswordAutocomplete", |_, _| {
        LockFate::Dropped("password managers are always told what a field is")
    }),
    row("allowShowPassword", |_, _| {
        LockFate::Dropped("a password can always be shown")
    }),
    row("scrollGlobalMessagesIntoView", |_, _| {
        LockFate::Dropped("the focus goes to what has to be mended")
    }),
    row("preferConnectionDisplayName", |_, _| {
        LockFate::Dropped("the display name is preferred")
    }),
    row("forceAutoHeight", |_, _| {
        LockFate::Dropped("the card has the height of what is in it")
    }),
    row("mobile", |_, _| LockFate::Dropped("it did nothing in Lock")),
    row("disableWarnings", |_, _| {
        LockFate::Dropped("the console has one sentence for each thing that is wrong")
    }),
    row("flashMessage", |value, _| {
        of_type(
            value.as_object().is_some(),
            "an object with `type` and `text`",
            "write `flash={Flash::new(…)}` (cargo feature `flash`)",
        )
    }),
    row("theme", |value, import| match value.as_object() {
        Some(members) => {
            import.take_all("theme", members, &[theme::ROWS]);
            LockFate::Inside
        }
        None => LockFate::WrongType(OBJECT),
    }),
];
