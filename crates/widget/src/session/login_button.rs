//! `<LoginButton>`: a button that logs in at the server's own pages.

use vestibule_flow::{Doing, LoginOptions};
use yew::{AttrValue, Callback, Classes, Html, MouseEvent, Properties, component, html};

use super::provider::use_session;
use crate::part;
use crate::words::{Key, Language};

/// What `<LoginButton>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct LoginButtonProps {
    /// What the login asks for.
    #[prop_or_default]
    pub options: LoginOptions,
    /// The language of its words; English by default, like the widget's own.
    #[prop_or_default]
    pub words: Language,
    /// Other words on the button.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Other words while a login is under way.
    #[prop_or_default]
    pub busy_label: Option<AttrValue>,
    /// Classes of the host's.
    #[prop_or_default]
    pub class: Classes,
}

/// Logs somebody in by redirect, or by popup if its options say so.
///
/// ## Styling
///
/// `[data-part=login-button]`, with `data-state` `idle` or `busy`. It has no look of its own: it is the host's button.
#[component]
pub fn LoginButton(props: &LoginButtonProps) -> Html {
    let session = use_session();
    let is_busy = session.status.doing != Doing::Nothing;
    let onclick = {
        let (session, options) = (session.clone(), props.options.clone());
        // Busy, it stays where the focus is, and a second click begins nothing.
        Callback::from(move |_: MouseEvent| {
            if !is_busy {
                session.log_in(options.clone());
            }
        })
    };
    draw(props, is_busy, onclick)
}

fn draw(props: &LoginButtonProps, is_busy: bool, onclick: Callback<MouseEvent>) -> Html {
    let (said, key, state) = if is_busy {
        (&props.busy_label, Key::StatusLoggingIn, "busy")
    } else {
        (&props.label, Key::ActionLogIn, "idle")
    };
    // Words of the app's are in the language of its page.
    let own = said.is_none().then_some(props.words);
    let label = said.clone().unwrap_or_else(|| props.words.text(key));
    html! {
        <button
            type="button"
            class={props.class.clone()}
            data-part="login-button"
            data-state={state}
            lang={own.map(Language::lang)}
            dir={own.and_then(Language::dir)}
            aria-disabled={is_busy.then_some("true")}
            {onclick}
        >
            { part::said(label) }
        </button>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;
    use crate::gallery::pseudo;

    #[derive(Clone, PartialEq, Properties)]
    struct DrawnProps {
        button: LoginButtonProps,
        is_busy: bool,
    }

    #[component]
    fn Drawn(props: &DrawnProps) -> Html {
        draw(&props.button, props.is_busy, Callback::noop())
    }

    async fn html_of(button: LoginButtonProps, is_busy: bool) -> String {
        LocalServerRenderer::<Drawn>::with_props(DrawnProps { button, is_busy })
            .hydratable(false)
            .render()
            .await
    }

    #[tokio::test]
    async fn its_words_are_those_of_the_language_unless_the_app_has_its_own() {
        let ours = yew::props!(LoginButtonProps {});
        assert!(html_of(ours.clone(), false).await.contains(">Log in<"));
        assert!(html_of(ours, true).await.contains(">Logging in…<"));
        let pseudo = yew::props!(LoginButtonProps { words: pseudo() });
        for is_busy in [false, true] {
            let html = html_of(pseudo.clone(), is_busy).await;
            assert!(
                html.contains("lang=\"qps\" dir=\"rtl\"") && !html.contains("og in"),
                "{html}"
            );
        }
        let theirs = yew::props!(LoginButtonProps {
            label: "Enter",
            busy_label: "A moment"
        });
        assert!(
            html_of(theirs.clone(), false)
                .await
                .contains("data-state=\"idle\"><span>Enter<")
        );
        assert!(html_of(theirs, true).await.contains(">A moment<"));
    }
}
