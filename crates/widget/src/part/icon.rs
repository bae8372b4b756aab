//! Small drawings: the widget's own, and the marks of the providers.

use yew::{AttrValue, Html, html};

use crate::marks::{Mark, Paint, Shape};

/// A drawing of the widget's own, in one stroke and the colour of the text beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Alert,
    Back,
    Check,
    Circle,
    Close,
    Eye,
    Info,
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
            Self::Info => "info",
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
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1",
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

/// The mark of a provider, or else the first letter of its name.
pub(crate) fn mark(mark: Option<&Mark>, name: &str) -> Html {
    match mark {
        Some(mark) if !mark.shapes.is_empty() => html! {
            <svg data-part="mark" viewBox="0 0 24 24" aria-hidden="true">
                for each in mark.shapes {
                    { shape(each, mark.color) }
                }
            </svg>
        },
        _ => letter(name),
    }
}

fn shape(shape: &Shape, brand: &'static str) -> Html {
    let (fill, stroke, width) = match shape.paint {
        Paint::Brand => (brand, None, None),
        Paint::Text => ("currentColor", None, None),
        Paint::Fill(color) => (color, None, None),
        Paint::Stroke { width, color } => ("none", Some(color), Some(width)),
    };
    html! { <path d={shape.path} {fill} {stroke} stroke-width={width} /> }
}

fn letter(name: &str) -> Html {
    html! { <span data-part="mark" data-mark="letter" aria-hidden="true">{ AttrValue::from(initial(name)) }</span> }
}

/// A capital, where that takes none of the tables of Unicode's letters into the page.
pub(super) fn initial(name: &str) -> String {
    let first = name
        .chars()
        .find(|c| !c.is_ascii_punctuation() && !c.is_whitespace());
    first.map(|c| c.to_ascii_uppercase()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_the_first_letter_as_a_capital() {
        for (name, mark) in [
            ("acme", "A"),
            ("  (okta)", "O"),
            ("3M", "3"),
            ("École", "É"),
            ("--", ""),
        ] {
            assert_eq!(initial(name), mark, "{name}");
        }
        assert!(!crate::style::LOOKS.contains("uppercase"), "and not by a style");
    }
}
