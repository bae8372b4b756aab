//! The widget standing still: a view and a look, and nothing that happens.

use std::rc::Rc;

use vestibule_flow::{Accept, Field, Intent, Terms, View};
use vestibule_theme::{Mode, Theme};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_node_ref, use_state};

use crate::arrangement::Arrangement;
use crate::classes::use_classes;
use crate::flash::Flash;
use crate::layout::Layout;
use crate::login_widget::{Captchas, corner};
use crate::marks::{self, Mark};
use crate::part::title_id;
use crate::screen::{ScreenProps, screen};
use crate::slots::Slots;
use crate::words::Language;
use crate::{frame, style};

/// What a still is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StillProps {
    /// What is drawn; one of [`samples`](super::samples), or any other.
    pub view: View,
    /// The look.
    #[prop_or_default]
    pub theme: Theme,
    /// Light, dark, or as the person's system says; none takes what the theme says.
    #[prop_or_default]
    pub mode: Option<Mode>,
    /// In its place, a page of its own, or half of one. A modal one stands open in its place, and nothing is behind it.
    #[prop_or_default]
    pub layout: Layout,
    /// How it stands apart from its theme.
    #[prop_or_default]
    pub arrangement: Arrangement,
    /// The words.
    #[prop_or_default]
    pub words: Language,
    /// The marks of providers; all of them by default.
    #[prop_or(marks::ALL)]
    pub marks: &'static [Mark],
    /// So many connections have their words on the button.
    #[prop_or(4)]
    pub words_up_to: usize,
    /// A message of the app's own. It stands above a first screen, so that the view is drawn as one.
    #[prop_or_default]
    pub flash: Option<Flash>,
    /// What the app puts where.
    #[prop_or_default]
    pub slots: Slots,
    /// Begins every id: two stills on a page need two.
    #[prop_or(AttrValue::Static("still"))]
    pub uid: AttrValue,
}

/// The widget as it looks in one state. Fields take what is typed, and keep it while its looks change; buttons do nothing.
#[component]
pub fn Still(props: &StillProps) -> Html {
    let root = use_node_ref();
    use_effect_with(props.theme.clone(), style::adopt);
    use_classes(&props.theme, &root, (props.layout, props.view.clone()));
    frame::use_kept(props.layout, &props.arrangement, &root);
    let is_modal = props.layout == Layout::Modal;
    let mut view = props.view.clone();
    if props.flash.is_some() {
        view.focus.turn = 1;
    }
    // The tick is drawn as the view has it: what a machine would remember of it is remembered here.
    let ticked = use_state(|| None::<bool>);
    if let Some(Terms {
        accept: Accept::ByTick { initial, .. },
        ..
    }) = &mut view.terms
    {
        *initial = ticked.unwrap_or(*initial);
    }
    let send = {
        let ticked = ticked.setter();
        Callback::from(move |intent| {
            if let Intent::Typed(Field::Terms, text) = intent {
                ticked.set(Some(!text.expose().is_empty()));
            }
        })
    };
    let card = screen(&ScreenProps {
        view: Rc::new(view),
        send,
        captchas: Captchas::default(),
        words_up_to: props.words_up_to,
        flash: props.flash.clone(),
        arrangement: props.arrangement.clone(),
        slots: props.slots.clone(),
        uid: props.uid.clone(),
        words: props.words,
        marks: props.marks,
        theme: props.theme.clone(),
        mode: props.mode,
        root,
        ways: 2,
        corner: is_modal.then(|| corner(props.words, &Callback::noop())),
    });
    if is_modal {
        let mode = props.mode.unwrap_or(props.theme.mode()).as_str();
        let (title, theme) = (title_id(&props.uid), props.theme.name().to_owned());
        return html! {
            <dialog open=true class="vestibule" data-part="modal" aria-labelledby={title} data-theme={theme} data-mode={mode}>
                { card }
            </dialog>
        };
    }
    let look = (&props.theme, props.mode);
    frame::around(card, props.layout, &props.arrangement, look)
}
