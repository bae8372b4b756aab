//! Small drawings: the widget's own, and the marks of the best-known providers.
//!
//! The marks of Apple, Facebook, GitHub and X are those of Simple Icons (CC0 1.); all others are drawn for this crate.

use yew::{AttrValue, Html, html};

/// A drawing of the widget's own, in one stroke and the colour of the text beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Alert,
    Back,
    Check,
    Circle,
    Close,
    Eye,
    Mail,
    Phone,
    Spinner,
}

impl Icon {
    const fn name(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Back => "back",
            Self::Check => "check",
            Self::Circle => "circle",
            Self::Close => "close",
            Self::Eye => "eye",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Spinner => "spinner",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5v5.5M12 16.4v.1",
            Self::Back => "M20 12H4.5M11 5l-7 7 7 7",
            Self::Check => "m5 12.5 4.8 4.8L19.5 7",
            Self::Circle => "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Eye => {
                "M2.2 12S5.6 5.4 12 5.4 21.8 12 21.8 12 18.4 18.6 12 18.6 2.2 12 2.2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z"
            }
            Self::Mail => {
                "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5ZM3.5 7 12 13l8.5-6"
            }
            Self::Phone => {
                "M8.5 2.5h7A1.5 1.5 0 0 1 17 4v16a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.5ZM11 18.5h2"
            }
            Self::Spinner => "M12 3a9 9 0 1 0 9 9",
        }
    }
}

/// Draws an icon that says nothing to a screen reader: words beside it do.
pub(crate) fn icon(icon: Icon) -> Html {
    html! {
        <svg data-part="icon" data-icon={icon.name()} viewBox="0 0 24 24" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}

/// The eye, with a second path that crosses it out while the password is shown.
pub(crate) fn eye() -> Html {
    html! {
        <svg data-part="icon" data-icon="eye" viewBox="0 0 24 24" aria-hidden="true">
            <path d={Icon::Eye.path()} /><path data-part="strike" d="M4 20 20 4" />
        </svg>
    }
}

/// The mark of a provider: its own where it is known here, else the first letter of its name.
pub(crate) fn mark(strategy: &str, name: &str) -> Html {
    let filled = |d: &'static str| html! { <path fill="currentColor" d={d} /> };
    let inside = match strategy {
        "google-oauth2" => html! {
            <g fill="none" stroke-width="4">
                <path stroke="#ea4335" d="M4.64 7.75A8.5 8.5 0 0 1 18.32 6.31" />
                <path stroke="#fbbc05" d="M4.64 16.25A8.5 8.5 0 0 1 4.64 7.75" />
                <path stroke="#34a853" d="M17.69 18.32A8.5 8.5 0 0 1 4.64 16.25" />
                <path stroke="#4285f4" d="M17.69 18.32A8.5 8.5 0 0 0 20.5 12H12" />
            </g>
        },
        "facebook" => html! { <path fill="#0866ff" d={FACEBOOK} /> },
        "apple" => filled(APPLE),
        "github" => filled(GITHUB),
        "twitter" => filled(X),
        "windowslive" | "waad" => html! {
            <>
                <path fill="#f25022" d="M2 2h9.5v9.5H2z" /><path fill="#7fba00" d="M12.5 2H22v9.5h-9.5z" />
                <path fill="#00a4ef" d="M2 12.5h9.5V22H2z" /><path fill="#ffb900" d="M12.5 12.5H22V22h-9.5z" />
            </>
        },
        _ => return letter(name),
    };
    html! { <svg data-part="mark" viewBox="0 0 24 24" aria-hidden="true">{ inside }</svg> }
}

fn letter(name: &str) -> Html {
    // The style sheet makes it a capital: the tables of Unicode's letters stay out of the page.
    let first: String = name
        .chars()
        .find(|c| !c.is_ascii_punctuation() && !c.is_whitespace())
        .into_iter()
        .collect();
    html! { <span data-part="mark" data-mark="letter" aria-hidden="true">{ AttrValue::from(first) }</span> }
}

const FACEBOOK: &str = "M9.101 23.691v-7.98H6.627v-3.667h2.474v-1.58c0-4.085 1.848-5.978 5.858-5.978.401 0 .955.042 1.468.103a8.68 8.68 0 0 1 1.141.195v3.325a8.623 8.623 0 0 0-.653-.036 26.805 26.805 0 0 0-.733-.009c-.707 0-1.259.096-1.675.309a1.686 1.686 0 0 0-.679.622c-.258.42-.374.995-.374 1.752v1.297h3.919l-.386 2.103-.287 1.564h-3.246v8.245C19.396 23.238 24 18.179 24 12.044c0-6.627-5.373-12-12-12s-12 5.373-12 12c0 5.628 3.874 10.35 9.101 11.647Z";
const APPLE: &str = "M12.152 6.896c-.948 0-2.415-1.078-3.96-1.04-2.04.027-3.91 1.183-4.961 3.014-2.117 3.675-.546 9.103 1.519 12.09 1.013 1.454 2.208 3.09 3.792 3.039 1.52-.065 2.09-.987 3.935-.987 1.831 0 2.35.987 3.96.948 1.637-.026 2.676-1.48 3.676-2.948 1.156-1.688 1.636-3.325 1.662-3.415-.039-.013-3.182-1.221-3.22-4.857-.026-3.04 2.48-4.494 2.597-4.559-1.429-2.09-3.623-2.324-4.39-2.376-2-.156-3.675 1.09-4.61 1.09zM15.53 3.83c.843-1.012 1.4-2.427 1.245-3.83-1.207.052-2.662.805-3.532 1.818-.78.896-1.454 2.338-1.273 3.714 1.338.104 2.715-.688 3.559-1.701";
const GITHUB: &str = "M12 .297c-6.63 0-12 5.373-12 12 0 5.303 3.438 9.8 8.205 11.385.6.113.82-.258.82-.577 0-.285-.01-1.04-.015-2.04-3.338.724-4.042-1.61-4.042-1.61C4.422 18.07 3.633 17.7 3.633 17.7c-1.087-.744.084-.729.084-.729 1.205.084 1.838 1.236 1.838 1.236 1.07 1.835 2.809 1.305 3.495.998.108-.776.417-1.305.76-1.605-2.665-.3-5.466-1.332-5.466-5.93 0-1.31.465-2.38 1.235-3.22-.135-.303-.54-1.523.105-3.176 0 0 1.005-.322 3.3 1.23.96-.267 1.98-.399 3-.405 1.02.006 2.04.138 3 .405 2.28-1.552 3.285-1.23 3.285-1.23.645 1.653.24 2.873.12 3.176.765.84 1.23 1.91 1.23 3.22 0 4.61-2.805 5.625-5.475 5.92.42.36.81 1.096.81 2.22 0 1.606-.015 2.896-.015 3.286 0 .315.21.69.825.57C20.565 22.092 24 17.592 24 12.297c0-6.627-5.373-12-12-12";
const X: &str = "M14.234 10.162 22.977 0h-2.072l-7.591 8.824L7.251 0H.258l9.168 13.343L.258 24H2.33l8.016-9.318L16.749 24h6.993zm-2.837 3.299-.929-1.329L3.076 1.56h3.182l5.965 8.532.929 1.329 7.754 11.09h-3.182z";
