//! Words that change while the element around them stays.

use yew::{AttrValue, Html, html};

/// Words in an element of their own, which goes when they change: a browser that translates the page has put its own elements in the
/// place of the text, and a new text would come to stand beside them.
pub(crate) fn said(words: AttrValue) -> Html {
    html! { <span key={words.as_str()}>{ words }</span> }
}
