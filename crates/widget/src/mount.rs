//! Which tree the widget's elements are in: the page's own, or one in a shadow root (cargo feature `shadow`).

#[cfg(feature = "shadow")]
pub use on::Mount;
#[cfg(feature = "shadow")]
pub(crate) use on::{Tell, mounted, use_ready};

#[cfg(not(feature = "shadow"))]
pub use off::Mount;
#[cfg(all(follows, not(feature = "shadow")))]
pub(crate) use off::use_ready;
#[cfg(not(feature = "shadow"))]
pub(crate) use off::{Tell, mounted};

#[cfg(feature = "shadow")]
mod on {
    use vestibule_browser::dom;
    use vestibule_theme::Theme;
    use web_sys::Element;
    use yew::{
        Callback, Html, Properties, component, create_portal, hook, html, use_effect_with, use_node_ref,
        use_state,
    };

    use crate::style;

    /// Which tree the widget's elements are in.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Mount {
        /// The page's own. Resets do not break the looks, plain rules of the app's change them, and password managers find the
        /// form.
        #[default]
        Light,
        /// An open shadow root: no rule of the page's reaches inside, not even on purpose, but for custom properties.
        ///
        /// What that costs: password managers that read the page from outside do not look into shadow roots, or only into some
        /// (browsers' own managers do fill forms in open ones); `label` and `aria-*` of the app's cannot refer to what is inside;
        /// captchas whose script looks for its element in the document find none. Prefer [`Mount::Light`] unless the page's
        /// rules cannot be tamed.
        Shadow,
    }

    /// Tells that it does.
    pub(crate) type Tell = Callback<()>;

    /// Whether what is drawn stands in the page yet, and how that is told.
    #[hook]
    pub(crate) fn use_ready(mount: Mount) -> (bool, Tell) {
        let inside = use_state(|| false);
        let setter = inside.setter();
        let tell = Callback::from(move |()| setter.set(true));
        (mount == Mount::Light || *inside, tell)
    }

    pub(crate) fn mounted(mount: Mount, html: Html, theme: &Theme, on_ready: Tell) -> Html {
        match mount {
            Mount::Light => html,
            Mount::Shadow => html! { <Shadow {html} theme={theme.clone()} {on_ready} /> },
        }
    }

    #[derive(Clone, PartialEq, Properties)]
    struct Props {
        html: Html,
        theme: Theme,
        on_ready: Callback<()>,
    }

    /// A host element with a shadow root, in which the widget is drawn once that is there.
    #[component]
    fn Shadow(props: &Props) -> Html {
        let host = use_node_ref();
        let inside = use_state(|| None::<Element>);
        use_effect_with((), {
            let (host, inside) = (host.clone(), inside.setter());
            move |()| inside.set(host.cast::<Element>().and_then(|host| dom::shadow(&host)))
        });
        use_effect_with((props.theme.clone(), (*inside).clone()), {
            let tell = props.on_ready.clone();
            move |(theme, inside)| {
                if let Some(inside) = inside {
                    style::adopt_within(theme, inside);
                    tell.emit(());
                }
            }
        });
        let drawn = (*inside)
            .clone()
            .map(|inside| create_portal(props.html.clone(), inside));
        html! { <div ref={host} data-part="shadow">{ drawn }</div> }
    }
}

#[cfg(not(feature = "shadow"))]
mod off {
    use vestibule_theme::Theme;
    use yew::Html;

    /// The page's own: the feature `shadow` is off.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Mount(());

    /// There is nothing to tell.
    #[derive(Clone, Copy)]
    pub(crate) struct Tell;

    /// At once.
    #[cfg(follows)]
    #[yew::hook]
    pub(crate) fn use_ready(mount: Mount) -> (bool, Tell) {
        let _ = mount;
        (true, Tell)
    }

    pub(crate) fn mounted(_mount: Mount, html: Html, _theme: &Theme, _tell: Tell) -> Html {
        html
    }
}
