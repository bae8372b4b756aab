//! Around the widget: the whole page, or half of it beside a panel of the app's (cargo feature `modes`).
//!
//! ## Styling
//!
//! `page` (`data-layout`: `page`, `split`), in it `stage` around the card, and `panel`.

#[cfg(feature = "modes")]
pub(crate) use on::{around, use_kept};

#[cfg(not(feature = "modes"))]
pub(crate) use off::use_kept;

#[cfg(feature = "modes")]
mod on {
    use vestibule_browser::dom;
    use vestibule_theme::{Mode, Theme};
    use web_sys::Element;
    use yew::{Html, NodeRef, hook, html, use_effect_with, use_mut_ref};

    use crate::arrangement::Arrangement;
    use crate::layout::Layout;

    /// The card in its place: as it is, or in a page of its own. A modal one's dialog is the widget's.
    pub(crate) fn around(
        card: Html,
        layout: Layout,
        arrangement: &Arrangement,
        (theme, mode): (&Theme, Option<Mode>),
    ) -> Html {
        let panel = || arrangement.panel.clone().unwrap_or_default();
        match layout {
            Layout::Inline | Layout::Modal => card,
            Layout::Page => page(card, theme, mode, None),
            Layout::Split => page(card, theme, mode, Some(panel())),
        }
    }

    /// The card in the middle of the page, or of the half that the panel leaves.
    fn page(card: Html, theme: &Theme, mode: Option<Mode>, panel: Option<Html>) -> Html {
        let layout = if panel.is_some() { "split" } else { "page" };
        html! {
            <div
                class="vestibule"
                data-part="page"
                data-layout={layout}
                data-theme={theme.name().to_owned()}
                data-mode={mode.unwrap_or(theme.mode()).as_str()}
            >
                <div data-part="stage">{ card }</div>
                if let Some(panel) = panel { <aside data-part="panel">{ panel }</aside> }
            </div>
        }
    }

    /// Another layout draws the fields anew, and another order moves them, which takes the focus away. What is typed, and the focus,
    /// go over from where they were.
    #[hook]
    pub(crate) fn use_kept(layout: Layout, arrangement: &Arrangement, root: &NodeRef) {
        let place = (layout, arrangement.order);
        let (last, kept) = (use_mut_ref(|| place), use_mut_ref(Vec::new));
        if last.replace(place) != place
            && let Some(root) = root.cast::<Element>()
        {
            // The old fields are in the page until this has been drawn.
            *kept.borrow_mut() = dom::texts(&root);
        }
        use_effect_with(place, {
            let root = root.clone();
            move |_| {
                if let Some(root) = root.cast::<Element>() {
                    dom::put_back(&root, &kept.take());
                }
            }
        });
    }
}

#[cfg(not(feature = "modes"))]
mod off {
    use yew::{NodeRef, hook};

    use crate::arrangement::Arrangement;
    use crate::layout::Layout;

    /// Inline and modal are not taken turns at, and the groups have one order.
    #[hook]
    pub(crate) fn use_kept(layout: Layout, arrangement: &Arrangement, root: &NodeRef) {
        let _ = (layout, arrangement, root);
    }
}
