//! What an app writes to have a state that is its own choice.

/// What an app writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The cargo feature that it needs, where that is none of the usual ones.
    pub feature: &'static str,
    /// What it imports from `vestibule`.
    pub uses: &'static [&'static str],
    /// Items above the component.
    pub before: &'static str,
    /// Fields of the config, a line each.
    pub config: &'static [&'static str],
    /// Lines of the component.
    pub inside: &'static str,
    /// A prop of the widget.
    pub prop: &'static str,
    /// Whether the config is the one that the server has written into a page of its own.
    pub is_hosted: bool,
}

const NOTHING: Wish = Wish {
    feature: "",
    uses: &[],
    before: "",
    config: &[],
    inside: "",
    prop: "",
    is_hosted: false,
};

const fn config(fields: &'static [&'static str]) -> Wish {
    Wish {
        config: fields,
        ..NOTHING
    }
}

const PLAIN: Wish = config(&[
    "connections: vec![\"Username-Password-Authentication\".into()],",
    "allow_sign_up: false,",
    "allow_forgot_password: false,",
]);

const ONE: Wish = config(&[
    "connections: [\"Username-Password-Authentication\", \"google-oauth2\", \"email\", \"sms\"].map(Into::into).into(),",
]);

const GOOGLE_ALONE: Wish = config(&["connections: vec![\"google-oauth2\".into()],"]);

const COMPANY_ALONE: Wish = config(&["connections: vec![\"acme\".into()],"]);

const PROVIDERS: Wish = config(&["connections: vec![\"google-oauth2\".into(), \"facebook\".into()],"]);

const THREE: Wish =
    config(&["connections: vec![\"google-oauth2\".into(), \"facebook\".into(), \"apple\".into()],"]);

/// Text messages first.
const SMS: Wish = config(&[
    "connections: [\"sms\", \"email\", \"Username-Password-Authentication\"].map(Into::into).into(),",
]);

const NAMES: Wish = Wish {
    uses: &["UsernameStyle"],
    ..config(&["username_style: UsernameStyle::Any,"])
};

const POPUP: Wish = Wish {
    uses: &["Away"],
    ..config(&["social: Away::Popup,"])
};

const POPUP_INSTEAD: Wish = Wish {
    uses: &["Away"],
    ..config(&["fallback: Away::Popup,"])
};

const LINKS: Wish = config(&[
    "forgot_password_link: Some(\"/forgot\".into()),",
    "sign_up_link: Some(\"https://app.example.com/join\".into()),",
]);

const NO_RESET: Wish = config(&["allow_forgot_password: false,"]);

const NO_LOG_IN: Wish = config(&["allow_log_in: false,", "log_in_after_sign_up: false,"]);

const RESET_ELSEWHERE: Wish = config(&["forgot_password_link: Some(\"/forgot\".into()),"]);

const NOT_AT_ONCE: Wish = config(&["log_in_after_sign_up: false,"]);

const MAILED_LINK: Wish = Wish {
    uses: &["PasswordlessMethod"],
    ..config(&["passwordless: PasswordlessMethod::Link,"])
};

const TERMS: Wish = Wish {
    feature: "terms",
    ..config(&[
        "terms_of_service: Some(\"/terms\".into()),",
        "privacy_policy: Some(\"/privacy\".into()),",
    ])
};

const TICK: Wish = config(&["accept_terms: true,"]);

const PHONE: Wish = Wish {
    feature: "phone",
    ..NOTHING
};

const GERMANY: Wish = config(&["phone_country: Some(\"DE\".into()),"]);

const ONE_TIME_CODE: Wish = Wish {
    feature: "one-time-code",
    ..NOTHING
};

const CAPTCHA: Wish = Wish {
    feature: "captcha",
    ..config(&["captcha: true,"])
};

const TURNSTILE: Wish = Wish {
    uses: &["captcha"],
    prop: "captchas={vec![captcha::TURNSTILE]}",
    ..NOTHING
};

const FIELDS: Wish = Wish {
    feature: "fields",
    uses: &["flow::Choice", "flow::ExtraField"],
    before: "fn choices(count: u32) -> impl Iterator<Item = Choice> {\n    (1..=count).map(|n| Choice::new(n.to_string(), format!(\"Choice \
             {n}\")))\n}\n\n",
    ..config(&[
        "sign_up_fields: vec![",
        "    ExtraField::text(\"company\", \"Company\").autocomplete(\"organization\").hint(\"As it stands on the invoice\"),",
        "    ExtraField::select(\"plan\", \"Plan\", choices(3)),",
        "    ExtraField::select(\"town\", \"Town\", choices(40)),",
        "    ExtraField::checkbox(\"news\", \"Send me the newsletter\").optional(),",
        "    ExtraField::checkbox(\"age\", \"I am of age\"),",
        "],",
    ])
};

/// The app is asked; what it says stands above the component.
const HOOKS: Wish = Wish {
    feature: "hooks",
    uses: &["AppHooks", "hooks::Hooks", "hooks::Later", "hooks::later"],
    inside: "    let hooks = use_memo((), |()| AppHooks::new(Ours));\n",
    prop: "hooks={(*hooks).clone()}",
    ..NOTHING
};

const PICTURES: Wish = Wish {
    uses: &["flow::Avatar", "flow::Typed"],
    before: "struct Ours;\n\nimpl Hooks for Ours {\n    fn avatar(&self, _who: Typed) -> Later<Option<Avatar>> {\n        \
             later(async {\n            Some(Avatar {\n                image: \"https://app.example.com/ada.png\".into(),\n                \
             name: \"Ada Lovelace\".into(),\n            })\n        })\n    }\n}\n\n",
    ..NOTHING
};

const CLOSED: Wish = Wish {
    uses: &["flow::No", "hooks::Before"],
    before: "struct Ours;\n\nimpl Hooks for Ours {\n    fn before(&self, _before: Before) -> Later<Result<(), No>> {\n        \
             later(async { Err(No::saying(\"Closed for this week. Ask the front desk.\")) })\n    }\n}\n\n",
    ..NOTHING
};

const SCHOOL_ADDRESS: Wish = Wish {
    uses: &["flow::Field", "flow::No", "hooks::Before"],
    before: "struct Ours;\n\nimpl Hooks for Ours {\n    fn before(&self, _before: Before) -> Later<Result<(), No>> {\n        \
             later(async { Err(No::of(Field::Email, \"Use the address of your school.\")) })\n    }\n}\n\n",
    ..NOTHING
};

const HOSTED: Wish = Wish {
    feature: "hosted",
    uses: &["hosted_config"],
    is_hosted: true,
    ..NOTHING
};

const fn marks(before: &'static str) -> Wish {
    Wish {
        uses: &["marks"],
        before,
        prop: "marks={MARKS}",
        ..NOTHING
    }
}

const THREE_MARKS: Wish =
    marks("const MARKS: &[marks::Mark] = &[marks::GOOGLE, marks::FACEBOOK, marks::APPLE];\n\n");
const FOUR_MARKS: Wish = marks(
    "const MARKS: &[marks::Mark] = &[marks::GOOGLE, marks::FACEBOOK, marks::APPLE, marks::GITHUB];\n\n",
);
const SIX_MARKS: Wish = marks(
    "const MARKS: &[marks::Mark] = &[\n    marks::GOOGLE,\n    marks::FACEBOOK,\n    marks::APPLE,\n    marks::GITHUB,\n    \
     marks::WINDOWSLIVE,\n    marks::TWITTER,\n];\n\n",
);
/// All at once are for galleries: an app names its own.
const OWN_MARKS: Wish = marks(
    "// The mark of every provider is in `vestibule::marks`: name those of yours.\nconst MARKS: &[marks::Mark] = &[marks::GOOGLE, \
     marks::FACEBOOK];\n\n",
);

/// What an app writes for this state; nothing where it is none of the app's choice.
pub fn wishes(screen: &str, state: &str) -> &'static [Wish] {
    match screen {
        "log-in" => of_log_in(state),
        "sign-up" => of_sign_up(state),
        "signed-up" => &[NOT_AT_ONCE],
        "passwordless" => match state {
            "sms" | "errors" | "not-sent" | "missing-phone" | "not-a-phone" => &[SMS],
            "country" => &[SMS, PHONE, GERMANY],
            "no-country" => &[SMS, PHONE],
            "send-link" | "link-elsewhere" => &[MAILED_LINK],
            _ => &[],
        },
        "link-sent" => &[MAILED_LINK],
        "code" if state == "complete" => &[ONE_TIME_CODE],
        "second-factor" => &[HOSTED],
        "stopped" if state == "request-gone" => &[HOSTED],
        _ => &[],
    }
}

fn of_log_in(state: &str) -> &'static [Wish] {
    match state {
        "plain" => &[PLAIN],
        "name" | "wrong-name" | "missing-name" => &[NAMES],
        "one" => &[ONE],
        "four" => &[FOUR_MARKS],
        "six" | "seven" | "sixty" => &[SIX_MARKS],
        "every-provider" => &[OWN_MARKS],
        "only-social" => &[THREE, THREE_MARKS],
        "only-one" => &[GOOGLE_ALONE],
        "only-company" | "only-domain" => &[COMPANY_ALONE],
        "links" => &[LINKS],
        "password-change-link" => &[RESET_ELSEWHERE],
        "password-unusable" => &[NO_RESET],
        "popup" | "popup-blocked" | "popup-closed" | "popup-unreachable" => &[POPUP],
        "elsewhere" => &[POPUP_INSTEAD],
        "no-second-factor" => &[HOSTED],
        "said" => &[HOOKS, CLOSED],
        "avatar" => &[HOOKS, PICTURES],
        "picture" | "picture-wrong" | "sum" | "captcha-wrong" | "captcha-unsolvable" => &[CAPTCHA],
        "riddle" | "captcha-failed" => &[CAPTCHA, TURNSTILE],
        "providers-terms" => &[PROVIDERS, TERMS],
        "providers-tick" => &[PROVIDERS, TERMS, TICK],
        _ => &[],
    }
}

fn of_sign_up(state: &str) -> &'static [Wish] {
    match state {
        "refused-alone" => &[NO_RESET],
        "in-use" => &[NO_LOG_IN],
        "said" => &[HOOKS, SCHOOL_ADDRESS],
        "fields" | "fields-errors" => &[FIELDS],
        "terms" => &[TERMS],
        "tick" | "tick-errors" => &[TERMS, TICK],
        _ => &[],
    }
}
