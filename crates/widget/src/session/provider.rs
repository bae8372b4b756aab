//! `<SessionProvider>`: one session for all that stands in it, and the hook that finds it.

use std::rc::Rc;

use vestibule_flow::{SessionConfig, SessionEvent};
use yew::{
    Callback, Children, ContextProvider, Html, Properties, component, hook, html, use_context,
    use_effect_with, use_force_update, use_memo,
};

use super::driver::Driver;
use super::handle::SessionHandle;

/// What `<SessionProvider>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct SessionProviderProps {
    /// The server, the client, and how the session is to be kept. Looked at when the component is first drawn.
    pub config: SessionConfig,
    /// Hears every [`SessionEvent`].
    #[prop_or_default]
    pub on_event: Callback<SessionEvent>,
    /// What the session is for.
    #[prop_or_default]
    pub children: Children,
}

/// Keeps a session for as long as it stands in the page. It draws nothing of its own.
///
/// ```
/// use vestibule::{Config, LoginButton, SessionConfig, SessionProvider, use_session};
/// use yew::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     let config = SessionConfig::new(Config::new("https://login.example.com/", "my-client-id"));
///     html! { <SessionProvider {config}><Greeting /></SessionProvider> }
/// }
///
/// #[component]
/// fn Greeting() -> Html {
///     match use_session().claims() {
///         Some(claims) => html! { <p>{ claims.name.clone() }</p> },
///         None => html! { <LoginButton /> },
///     }
/// }
/// ```
#[component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    let repaint = use_force_update();
    let driver = use_memo((), |()| Driver::new(repaint));
    driver.on_event.replace(props.on_event.clone());
    use_effect_with((), {
        let (driver, config) = (Rc::clone(&driver), props.config.clone());
        move |()| driver.start(config)
    });
    html! {
        <ContextProvider<SessionHandle> context={SessionHandle::new(&driver)}>
            { props.children.clone() }
        </ContextProvider<SessionHandle>>
    }
}

/// The session of the [`SessionProvider`] that this component stands in.
///
/// # Panics
///
/// Outside of any: the app's tree is wrong then, and every drawing of it would be.
#[hook]
pub fn use_session() -> SessionHandle {
    use_context::<SessionHandle>().expect("use_session() is called below a <SessionProvider>")
}
