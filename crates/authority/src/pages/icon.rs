//! The few icons, drawn for this project.

use maud::{Markup, html};

/// A circle with an exclamation mark.
pub(super) fn alert() -> Markup {
    stroke(&html! { circle cx="10" cy="10" r="7.5" {} path d="M10 6v5M10 13.9v.1" {} })
}

/// A circle with a tick.
pub(super) fn tick() -> Markup {
    stroke(&html! { circle cx="10" cy="10" r="7.5" {} path d="m6.8 10.3 2.2 2.2 4.4-4.8" {} })
}

/// An empty circle.
pub(super) fn open_circle() -> Markup {
    stroke(&html! { circle cx="10" cy="10" r="7.5" {} })
}

/// An eye, struck through while the password is shown, as in the widget.
pub(super) fn eye() -> Markup {
    let eye = html! {
        path d="M1.8 10S4.8 4.6 10 4.6 18.2 10 18.2 10 15.2 15.4 10 15.4 1.8 10 1.8 10Z" {}
        circle cx="10" cy="10" r="2.4" {}
    };
    stroke(&html! { (eye) path class="strike" d="M3.5 16.5 16.5 3.5" {} })
}

fn stroke(shape: &Markup) -> Markup {
    html! {
        svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
            stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" { (shape) }
    }
}
