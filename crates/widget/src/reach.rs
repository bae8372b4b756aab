//! Riddles that a provider asks over the whole page: a modal dialog would hold them still and lie above them (cargo feature `captcha`).
//!
//! hCaptcha and both kinds of reCAPTCHA put their pictures at the end of the page's body. As long as one of them stands in a modal
//! widget, its dialog is over the page without being modal to the browser: it looks the same, the page behind can be reached, and
//! it is closed by its button alone.

#[cfg(feature = "captcha")]
pub(crate) use on::use_reach;

#[cfg(not(feature = "captcha"))]
pub(crate) use off::use_reach;

#[cfg(feature = "captcha")]
mod on {
    use vestibule_browser::dom;
    use vestibule_flow::View;
    use vestibule_protocol::captcha::CaptchaProvider;
    use web_sys::Element;
    use yew::{NodeRef, hook, use_effect_with, use_mut_ref};

    use crate::layout::Layout;
    use crate::login_widget::LoginWidgetProps;
    use crate::page::is_open;

    #[hook]
    pub(crate) fn use_reach(props: &LoginWidgetProps, view: &View, dialog: &NodeRef) {
        let is_shown = is_open(props) && props.layout == Layout::Modal;
        // One that has stood may stand again after each request: a dialog that came and went would take the focus along.
        let has_reached = use_mut_ref(|| false);
        let reaches_out = is_shown && (*has_reached.borrow() || asks_over_the_page(view));
        has_reached.replace(reaches_out);
        use_effect_with((is_shown, reaches_out), {
            let dialog = dialog.clone();
            move |(is_shown, reaches_out): &(bool, bool)| {
                if let Some(dialog) = dialog.cast::<Element>().filter(|_| *is_shown) {
                    dom::make_modal(&dialog, !reaches_out);
                }
            }
        });
    }

    fn asks_over_the_page(view: &View) -> bool {
        let provider = view.captcha.as_ref().map(|captcha| &captcha.challenge.provider);
        matches!(
            provider,
            Some(
                CaptchaProvider::Hcaptcha
                    | CaptchaProvider::RecaptchaV2
                    | CaptchaProvider::RecaptchaEnterprise
            )
        )
    }
}

#[cfg(not(feature = "captcha"))]
mod off {
    use vestibule_flow::View;
    use yew::{NodeRef, hook};

    use crate::login_widget::LoginWidgetProps;

    #[hook]
    pub(crate) fn use_reach(props: &LoginWidgetProps, view: &View, dialog: &NodeRef) {
        let _ = (props, view, dialog);
    }
}
