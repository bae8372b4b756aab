//! What can only be done once the widget stands in the page: looks, dialog, focus, the machine's start.

use std::rc::Rc;

use vestibule_browser::dom;
use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with};

use crate::layout::{Autofocus, Layout};
use crate::login_widget::LoginWidgetProps;
use crate::machine::Driver;
use crate::mount::Tell;
use crate::style;

pub(crate) fn is_open(props: &LoginWidgetProps) -> bool {
    props.open || props.layout != Layout::Modal
}

fn takes_focus(props: &LoginWidgetProps) -> bool {
    match props.autofocus {
        Autofocus::Always => true,
        Autofocus::InModal => props.layout == Layout::Modal,
        Autofocus::Never => false,
    }
}

/// Does what can only be done once the widget stands in the page, and what some features do besides.
#[cfg(follows)]
#[hook]
pub(crate) fn use_page(
    props: &LoginWidgetProps,
    driver: Rc<Driver>,
    dialog: &NodeRef,
    root: &NodeRef,
) -> Tell {
    let (ready, tell) = crate::mount::use_ready(props.mount);
    use_config(&props.config, &driver);
    let view = driver.login().view;
    use_standing(props, ready, driver, dialog, root);
    crate::reach::use_reach(props, &view, dialog);
    // After the dialog is open, which takes the focus.
    crate::classes::use_classes(&props.theme, root, (props.layout, is_open(props), ready));
    crate::frame::use_kept(props.layout, &props.arrangement, root);
    tell
}

/// Does what can only be done once the widget stands in the page.
#[cfg(not(follows))]
#[hook]
pub(crate) fn use_page(
    props: &LoginWidgetProps,
    driver: Rc<Driver>,
    dialog: &NodeRef,
    root: &NodeRef,
) -> Tell {
    use_standing(props, true, driver, dialog, root);
    Tell
}

/// Gives the widget its looks, opens and closes its dialog, starts the machine, and moves the focus when the view says so, to the
/// first screen only when the app wants that.
///
/// A closed dialog stays, so that the focus can go back to where it was.
#[hook]
fn use_standing(props: &LoginWidgetProps, ready: bool, driver: Rc<Driver>, dialog: &NodeRef, root: &NodeRef) {
    let open = is_open(props);
    let focus = driver.login().view.focus;
    let on_first = takes_focus(props);
    use_effect_with((open, focus.turn, props.theme.clone(), props.layout, ready), {
        let (dialog, root, config) = (dialog.clone(), root.clone(), props.config.clone());
        move |(open, turn, theme, _, ready)| {
            if !ready {
                return;
            }
            style::adopt(theme);
            match dialog.cast::<Element>() {
                Some(dialog) if *open => dom::show_modal(&dialog),
                Some(dialog) => dom::close_modal(&dialog),
                None => {}
            }
            if *open {
                driver.start(config);
            }
            // A theme that changes moves nothing.
            let wanted = driver.takes_turn(*turn) && (*turn > 1 || on_first);
            if let Some(root) = root.cast::<Element>().filter(|_| wanted) {
                dom::focus(&root, focus.place);
            }
        }
    });
}

/// Hands a config that changes to the machine.
#[cfg(feature = "live-config")]
#[hook]
fn use_config(config: &vestibule_flow::Config, driver: &Rc<Driver>) {
    // Hooks that come are a change too.
    use_effect_with((config.clone(), driver.has_hooks()), {
        let driver = Rc::clone(driver);
        move |(config, _)| driver.configure(config)
    });
}

/// The config is looked at once.
#[cfg(all(follows, not(feature = "live-config")))]
#[hook]
fn use_config(config: &vestibule_flow::Config, driver: &Rc<Driver>) {
    let _ = (config, driver);
}
