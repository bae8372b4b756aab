//! Options of Lock's: each has its fate, what is taken over works, and what is printed compiles.

mod sign_up;
mod told;
#[path = "../world/mod.rs"]
mod world;

use vestibule_flow::{
    Away, Config, Flow, InitialScreen, LockFate, LockImport, LockWidget, PasswordlessMethod, ScreenName,
    UsernameStyle, lock_options_to_config,
};
use world::{NOW_S, PAGE, page};

/// Every option that Lock 14.3 reads, by the place where it stands.
const LOCKS: [&str; 71] = [
    "allowedConnections",
    "autoclose",
    "autofocus",
    "avatar",
    "container",
    "closable",
    "language",
    "languageDictionary",
    "popupOptions",
    "rememberLastLogin",
    "allowAutocomplete",
    "allowPasswordAutocomplete",
    "allowShowPassword",
    "scrollGlobalMessagesIntoView",
    "preferConnectionDisplayName",
    "forceAutoHeight",
    "mobile",
    "disableWarnings",
    "flashMessage",
    "theme",
    "theme.logo",
    "theme.primaryColor",
    "theme.labeledSubmitButton",
    "theme.hideMainScreenTitle",
    "theme.authButtons",
    "auth",
    "auth.params",
    "auth.audience",
    "auth.redirect",
    "auth.redirectUrl",
    "auth.responseType",
    "auth.responseMode",
    "auth.autoParseHash",
    "auth.sso",
    "auth.connectionScopes",
    "auth.state",
    "auth.nonce",
    "allowLogin",
    "allowSignUp",
    "allowForgotPassword",
    "initialScreen",
    "defaultDatabaseConnection",
    "loginAfterSignUp",
    "forgotPasswordLink",
    "signUpLink",
    "mustAcceptTerms",
    "showTerms",
    "prefill",
    "usernameStyle",
    "signUpHideUsernameField",
    "signUpFieldsStrictValidation",
    "connectionResolver",
    "additionalSignUpFields",
    "defaultEnterpriseConnection",
    "defaultADUsernameFromEmailPrefix",
    "passwordlessMethod",
    "useCustomPasswordlessConnection",
    "defaultLocation",
    "hooks.loggingIn",
    "hooks.signingUp",
    "configurationBaseUrl",
    "clientBaseUrl",
    "assetsUrl",
    "languageBaseUrl",
    "hashCleanup",
    "leeway",
    "legacySameSiteCookie",
    "overrides",
    "plugins",
    "_enableIdPInitiatedLogin",
    "__useTenantInfo",
];

fn import(options: &str) -> LockImport {
    lock_options_to_config(LockWidget::Lock, "app", "login.example.com", options).unwrap()
}

fn with(change: impl FnOnce(&mut Config)) -> Config {
    let mut config = Config::new("https://login.example.com/", "app");
    change(&mut config);
    config
}

#[test]
fn every_option_of_lock_is_known() {
    let known = LockImport::known_options();
    for option in LOCKS {
        assert!(known.iter().any(|name| name == option), "{option} has no row");
    }
}

type Change = fn(&mut Config);

/// Options, and what they change.
const TAKEN: [(&str, Change); 30] = [
    (r#"{"allowedConnections": ["db", "github"]}"#, |c| {
        c.connections = vec!["db".into(), "github".into()];
    }),
    (r#"{"popupOptions": {"width": 400, "left": 10}}"#, |c| {
        c.popup_size = (400, 680);
    }),
    (r#"{"rememberLastLogin": false}"#, |c| {
        c.remember_last_login = false;
    }),
    (
        r#"{"auth": {"params": {"scope": "openid email", "audience": "a", "ext-color": "red", "state": "fixed"}}}"#,
        |c| {
            c.scope = "openid email".into();
            c.audience = Some("a".into());
            c.authorization_parameters = vec![("ext-color".into(), "red".into())];
            c.app_state = Some("fixed".into());
        },
    ),
    (r#"{"auth": {"params": {"scope": "email"}}}"#, |c| {
        c.scope = "openid email".into();
    }),
    (r#"{"auth": {"audience": "a"}}"#, |c| {
        c.audience = Some("a".into());
    }),
    (r#"{"auth": {"redirect": false}}"#, |c| c.social = Away::Popup),
    (
        r#"{"auth": {"redirectUrl": "https://app.example.com/cb"}}"#,
        |c| {
            c.redirect_uri = Some("https://app.example.com/cb".into());
        },
    ),
    (
        r#"{"auth": {"connectionScopes": {"github": ["repo", "user"]}}}"#,
        |c| {
            c.connection_scopes = vec![("github".into(), "repo,user".into())];
        },
    ),
    (r#"{"allowLogin": false}"#, |c| c.allow_log_in = false),
    (r#"{"allowSignUp": false}"#, |c| c.allow_sign_up = false),
    (r#"{"allowForgotPassword": false}"#, |c| {
        c.allow_forgot_password = false;
    }),
    (r#"{"initialScreen": "signUp"}"#, |c| {
        c.initial_screen = InitialScreen::SignUp;
    }),
    (r#"{"initialScreen": "forgotPassword"}"#, |c| {
        c.initial_screen = InitialScreen::ForgotPassword;
    }),
    (r#"{"defaultDatabaseConnection": "db"}"#, |c| {
        c.default_database = Some("db".into());
    }),
    (r#"{"loginAfterSignUp": false}"#, |c| {
        c.log_in_after_sign_up = false;
    }),
    (r#"{"forgotPasswordLink": "/f"}"#, |c| {
        c.forgot_password_link = Some("/f".into());
    }),
    (r#"{"signUpLink": "/s"}"#, |c| c.sign_up_link = Some("/s".into())),
    (r#"{"prefill": {"email": "ada@example.com"}}"#, |c| {
        c.login_hint = Some("ada@example.com".into());
    }),
    (r#"{"prefill": {"username": "ada"}}"#, |c| {
        c.login_hint = Some("ada".into());
    }),
    (r#"{"prefill": {"phoneNumber": "+1"}}"#, |c| {
        c.phone_hint = Some("+1".into());
    }),
    (r#"{"usernameStyle": "username"}"#, |c| {
        c.username_style = UsernameStyle::Username;
    }),
    (r#"{"signUpHideUsernameField": true}"#, |c| {
        c.generate_username = true;
    }),
    (r#"{"defaultEnterpriseConnection": "ad"}"#, |c| {
        c.default_directory = Some("ad".into());
    }),
    (r#"{"defaultADUsernameFromEmailPrefix": false}"#, |c| {
        c.username_from_email = false;
    }),
    (r#"{"passwordlessMethod": "link"}"#, |c| {
        c.passwordless = PasswordlessMethod::Link;
    }),
    (r#"{"configurationBaseUrl": "https://cdn.example.com/"}"#, |c| {
        c.settings_url = Some("https://cdn.example.com/client/app.js".into());
    }),
    (
        r#"{"clientBaseUrl": "https://a.example.com", "assetsUrl": "https://b.example.com"}"#,
        |c| {
            c.settings_url = Some("https://a.example.com/client/app.js".into());
        },
    ),
    (r#"{"leeway": 5}"#, |c| c.leeway_s = 5),
    (
        r#"{"overrides": {"__token_issuer": "https://t.example.com/"}}"#,
        |c| {
            c.token_issuer = Some("https://t.example.com/".into());
        },
    ),
];

#[test]
fn every_option_that_a_config_has_is_taken_over() {
    for (options, change) in TAKEN {
        let import = import(options);
        assert_eq!(import.config, with(change), "{options}");
        let (flow, _) = Flow::start(import.config, page(PAGE), NOW_S);
        assert_eq!(
            flow.view().screen,
            ScreenName::Loading,
            "{options}: the config works"
        );
    }
}

#[test]
fn every_other_option_leaves_the_config_alone_and_says_what_becomes_of_it() {
    let others = r#"{
        "autoclose": true, "autofocus": true, "avatar": {}, "container": "x", "closable": false, "language": "de",
        "languageDictionary": {}, "allowAutocomplete": true, "allowPasswordAutocomplete": true, "allowShowPassword": true,
        "scrollGlobalMessagesIntoView": true, "preferConnectionDisplayName": true, "forceAutoHeight": true, "mobile": true,
        "disableWarnings": true, "flashMessage": {}, "theme": {"labeledSubmitButton": false, "hideMainScreenTitle": true,
        "authButtons": {}}, "auth": {"responseType": "token", "responseMode": "form_post", "autoParseHash": false,
        "sso": false, "state": "s", "nonce": "n"}, "mustAcceptTerms": true, "showTerms": true,
        "signUpFieldsStrictValidation": true, "connectionResolver": "function", "additionalSignUpFields": [],
        "useCustomPasswordlessConnection": true, "defaultLocation": "DE", "hooks": {"loggingIn": "f", "signingUp": "f"},
        "languageBaseUrl": "https://x", "hashCleanup": true, "legacySameSiteCookie": true, "plugins": [],
        "_telemetryInfo": {}, "_sendTelemetry": false, "_enableIdPInitiatedLogin": true, "_enableImpersonation": true,
        "__useTenantInfo": true, "overrides": {"__jwks_uri": "x", "__tenant": "x"}
    }"#;
    let import = import(others);
    assert_eq!(import.config, with(|_| {}));
    assert_eq!(import.report.len(), 45, "{import}");
    for option in &import.report {
        let says = matches!(option.fate, LockFate::Elsewhere(_) | LockFate::Dropped(_));
        assert!(says, "{}: {}", option.name, option.fate);
    }
}

#[test]
fn the_looks_become_lines_of_a_theme_file() {
    let import = import(r##"{"theme": {"primaryColor": "#1f6feb", "logo": "/logo.svg"}}"##);
    assert_eq!(
        import.theme,
        "name = \"ours\"\nbrand = \"#1f6feb\"\nlogo = \"/logo.svg\"\n"
    );
}

#[test]
fn lock_passwordless_begins_with_codes() {
    let import = lock_options_to_config(LockWidget::Passwordless, "app", "login.example.com", "{}").unwrap();
    assert_eq!(import.config.initial_screen, InitialScreen::Passwordless);
}

/// The file beside this one is what the importer prints for the options beside it.
#[test]
fn what_is_printed_compiles_and_is_the_same_config() {
    let import = import(include_str!("options.json"));
    assert_eq!(import.to_rust(), include_str!("config.txt"));
    let compiled = include!("config.txt");
    assert_eq!(compiled, import.config);
}
