//! The lines of Rust, with a button that copies them, and what became of that.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// What became of copying.
#[derive(Clone, Copy, PartialEq)]
enum Became {
    Copied,
    Refused,
}

impl Became {
    const fn said(self) -> &'static str {
        match self {
            Self::Copied => "Copied.",
            Self::Refused => {
                "The browser did not let the page copy it: select the lines, and copy them yourself."
            }
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct LinesProps {
    pub rust: AttrValue,
}

/// The lines, to be copied.
#[component]
pub fn Lines(LinesProps { rust }: &LinesProps) -> Html {
    let last = use_state(|| None::<(AttrValue, Became)>);
    let onclick = {
        let (last, rust) = (last.setter(), rust.clone());
        move |_| {
            let (last, rust) = (last.clone(), rust.clone());
            // What was said goes first: the same once more would not be heard.
            last.set(None);
            spawn_local(async move {
                let became = copy(&rust).await;
                last.set(Some((rust, became)));
            });
        }
    };
    // Of other lines nothing is known.
    let said = last.as_ref().filter(|(copied, _)| copied == rust);
    html! {
        <section aria-labelledby="source-title">
            <h2 id="source-title">{ "Rust" }</h2>
            <pre tabindex="0" aria-labelledby="source-title" id="rust"><code>{ rust }</code></pre>
            <div class="row">
                <button type="button" {onclick}>{ "Copy" }</button>
                <span role="status">{ said.map(|(_, became)| became.said()) }</span>
            </div>
        </section>
    }
}

async fn copy(text: &str) -> Became {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // A page that did not come over a secure connection has none.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return Became::Refused;
    };
    match JsFuture::from(clipboard.write_text(text)).await {
        Ok(_) => Became::Copied,
        Err(_) => Became::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::Became;

    #[test]
    fn copying_is_said_to_be_done_only_where_it_was() {
        assert_eq!(Became::Copied.said(), "Copied.");
        assert!(!Became::Refused.said().contains("Copied"));
    }
}
