//! The classes that a theme gives to parts (cargo feature `classes`).

#[cfg(feature = "classes")]
pub(crate) use on::use_classes;

#[cfg(not(feature = "classes"))]
pub(crate) use off::use_classes;

#[cfg(feature = "classes")]
mod on {
    use vestibule_browser::dom;
    use vestibule_theme::Theme;
    use web_sys::Element;
    use yew::{NodeRef, hook, use_effect_with};

    /// Gives the parts inside an element their classes, those too that are drawn later. `drawn` is whatever brings another root.
    #[hook]
    pub(crate) fn use_classes<D: PartialEq + 'static>(theme: &Theme, root: &NodeRef, drawn: D) {
        use_effect_with((theme.clone(), drawn), {
            let root = root.clone();
            move |(theme, _)| {
                let kept = root
                    .cast::<Element>()
                    .filter(|_| !theme.classes().is_empty())
                    .map(|root| {
                        let classes = theme.classes().iter();
                        dom::keep_classes(
                            &root,
                            classes.map(|(part, class)| (part.as_ref(), class.as_ref())),
                        )
                    });
                move || drop(kept)
            }
        });
    }
}

#[cfg(not(feature = "classes"))]
mod off {
    use vestibule_theme::Theme;
    use yew::{NodeRef, hook};

    /// No theme has any: the feature `classes` is off.
    #[hook]
    pub(crate) fn use_classes<D>(theme: &Theme, root: &NodeRef, drawn: D) {
        let _ = (theme, root, drawn);
    }
}
