//! `<LoginWidget>`: the machine, the screens and the sheet in one component, inline or as a modal dialog.

use std::cell::Cell;

use vestibule_flow::{Config, Intent, LoginEvent};
use vestibule_theme::{Mode, Theme};
use yew::{AttrValue, Callback, Event, Html, Properties, component, hook, html, use_memo, use_node_ref};

use crate::arrangement::Arrangement;
use crate::flash::Flash;
#[cfg(feature = "modes")]
use crate::frame;
use crate::hooks::AppHooks;
use crate::layout::{Autofocus, Layout};
use crate::machine::{Login, use_driver};
use crate::marks::{self, Mark};
use crate::mount::{Mount, mounted};
use crate::page::{is_open, use_page};
use crate::part::{Button, Icon, button, expected_ways, icon, title_id};
use crate::screen::{ScreenProps, screen};
use crate::slots::Slots;
use crate::words::{Key, Language};

/// Kinds of captcha.
#[cfg(feature = "captcha")]
pub type Captchas = Vec<crate::captcha::Captcha>;

/// None: the feature `captcha` is off.
#[cfg(not(feature = "captcha"))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captchas(());

/// What `<LoginWidget>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct LoginWidgetProps {
    /// The server, the client, and what to offer. Looked at when the widget starts, and with the cargo feature `live-config`
    /// whenever it changes: what is typed stays then.
    pub config: Config,
    /// Hears every [`LoginEvent`].
    #[prop_or_default]
    pub on_event: Callback<LoginEvent>,
    /// The look; [`Theme::DAWN`] by default.
    #[prop_or_default]
    pub theme: Theme,
    /// Light, dark, or as the person's system says; none takes what the theme says.
    #[prop_or_default]
    pub mode: Option<Mode>,
    /// Inline or modal.
    #[prop_or_default]
    pub layout: Layout,
    /// Whether a modal widget is open. When the person closes it, [`LoginEvent::Closed`] asks for `false` here.
    #[prop_or(true)]
    pub open: bool,
    /// Whether the first field takes the focus by itself.
    #[prop_or_default]
    pub autofocus: Autofocus,
    /// The words; English by default.
    #[prop_or_default]
    pub words: Language,
    /// The marks of the providers that this app's connections need; a provider without one is drawn by its first
    /// letter. Only those that are named here reach the page.
    #[prop_or(marks::DEFAULT)]
    pub marks: &'static [Mark],
    /// So many social and enterprise connections have their words on the button; more of them, unless they would look alike,
    /// stand in a grid of marks, whose words are names for screen readers and tips for a pointer. 0 is always a grid,
    /// [`usize::MAX`] never.
    #[prop_or(4)]
    pub words_up_to: usize,
    /// The kinds of captcha that this app's server may ask for, beside its own pictures (cargo feature `captcha`); see
    /// [`captcha`](crate::captcha).
    #[prop_or_default]
    pub captchas: Captchas,
    /// A message of the app's own above the first screen (cargo feature `flash`).
    #[prop_or_default]
    pub flash: Option<Flash>,
    /// Whether a modal widget can be closed by the person: a button in the corner, and Escape.
    #[prop_or(true)]
    pub closable: bool,
    /// How this widget stands apart from what its theme says (cargo feature `modes`).
    #[prop_or_default]
    pub arrangement: Arrangement,
    /// Which tree the widget's elements are in (cargo feature `shadow`).
    #[prop_or_default]
    pub mount: Mount,
    /// What the app puts between the parts, and in the place of whole screens (cargo feature `slots`); see
    /// [`slots`](crate::slots).
    #[prop_or_default]
    pub slots: Slots,
    /// What the app has a word about; see [`hooks`](crate::hooks).
    #[prop_or_default]
    pub hooks: AppHooks,
}

/// The login widget.
///
/// ```
/// use vestibule::{Config, LoginEvent, LoginWidget};
/// use yew::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     let config = Config::new("https://login.example.com/", "my-client-id");
///     let on_event = |event: LoginEvent| {
///         if let LoginEvent::Authenticated(tokens) = event {
///             // Use `tokens.access_token` for the API.
///             drop(tokens);
///         }
///     };
///     html! { <LoginWidget {config} {on_event} /> }
/// }
/// ```
#[component]
pub fn LoginWidget(props: &LoginWidgetProps) -> Html {
    let LoginWidgetProps {
        on_event,
        theme,
        mode,
        layout,
        words,
        marks,
        ..
    } = props;
    let open = is_open(props);
    let driver = use_driver(open, on_event, &props.hooks);
    let Login { view, send } = driver.login();
    let (uid, root, dialog) = (use_uid(), use_node_ref(), use_node_ref());
    let tell = use_page(props, driver, &dialog, &root);

    let title = title_id(&uid);
    let corner = (*layout == Layout::Modal && props.closable).then(|| corner(*words, &send));
    let screen = screen(&ScreenProps {
        captchas: props.captchas.clone(),
        words_up_to: props.words_up_to,
        flash: props.flash.clone(),
        arrangement: props.arrangement.clone(),
        slots: props.slots.clone(),
        view,
        send: send.clone(),
        uid,
        words: *words,
        marks,
        theme: theme.clone(),
        mode: *mode,
        root,
        ways: expected_ways(&props.config),
        corner,
    });
    let oncancel = {
        let (send, closable) = (send, props.closable);
        move |event: Event| {
            // The app decides when it is closed; it hears of the wish as an event.
            event.prevent_default();
            if closable {
                send.emit(Intent::Close);
            }
        }
    };
    let laid_out = match layout {
        Layout::Modal => html! {
            <dialog
                ref={&dialog}
                class="vestibule"
                data-part="modal"
                aria-labelledby={title}
                data-theme={theme.name().to_owned()}
                data-mode={mode.unwrap_or(theme.mode()).as_str()}
                oncancel={oncancel}
            >
                if open { { screen } }
            </dialog>
        },
        #[cfg(not(feature = "modes"))]
        Layout::Inline => screen,
        #[cfg(feature = "modes")]
        layout => frame::around(screen, *layout, &props.arrangement, (theme, *mode)),
    };
    mounted(props.mount, laid_out, theme, tell)
}

/// The button that closes a modal widget.
pub(crate) fn corner(words: Language, send: &Callback<Intent>) -> Html {
    let close = Button {
        part: "close",
        label: Some(words.text(Key::Close)),
        press: Some(send.reform(|_| Intent::Close)),
        ..Button::default()
    };
    button(close, icon(Icon::Close))
}

/// The beginning of this widget's ids: unlike that of every other widget on the page.
#[hook]
fn use_uid() -> AttrValue {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    let uid = use_memo((), |()| {
        let number = LAST.get() + 1;
        LAST.set(number);
        AttrValue::from(format!("vestibule-{number}"))
    });
    (*uid).clone()
}
