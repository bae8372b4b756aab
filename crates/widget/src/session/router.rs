//! For apps with yew-router: the route that a redirect comes back to, and a guard for pages that need somebody.

use vestibule_browser::dom;
use vestibule_flow::{How, LoginOptions, Person, WhyNobody};
use vestibule_theme::{Mode, Theme};
use web_sys::Element;
use yew::{
    AttrValue, Children, Event, Html, MouseEvent, Properties, component, html, use_effect_with, use_mut_ref,
    use_node_ref,
};
use yew_router::Routable;
use yew_router::hooks::{use_location, use_navigator};
use yew_router::query::Raw;

use super::handle::SessionHandle;
use super::login_button::LoginButton;
use super::provider::use_session;
use crate::part::{Icon, icon};
use crate::style;

/// What `<LoginCallback>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct LoginCallbackProps<R: Routable + PartialEq + 'static> {
    /// Where to go when the login brings no path of its own.
    pub home: R,
    /// What is drawn while the login is finished.
    #[prop_or_default]
    pub children: Children,
    /// What another try asks for.
    #[prop_or_default]
    pub options: LoginOptions,
    /// What is said when the login failed. Why it did stands on the console, and in the session's status.
    #[prop_or(AttrValue::Static("You are not logged in: the login was stopped, or did not work."))]
    pub failed_text: AttrValue,
    /// The words on the button for another try.
    #[prop_or(AttrValue::Static("Try again"))]
    pub again_label: AttrValue,
}

/// The route at the `redirect_uri`: waits until the login is finished, then goes where the person wanted to go. When it fails,
/// it says so and offers another try.
#[component]
pub fn LoginCallback<R: Routable + PartialEq + Clone + 'static>(props: &LoginCallbackProps<R>) -> Html {
    let session = use_session();
    let navigator = use_navigator();
    let is_in = session.is_authenticated();
    use_effect_with(is_in, {
        let (home, arrived) = (props.home.clone(), session.status.arrived.clone());
        move |is_in: &bool| {
            let Some(navigator) = navigator.filter(|_| *is_in) else {
                return;
            };
            let path = arrived.and_then(|arrived| arrived.return_to).unwrap_or_default();
            let path = path.split('#').next().unwrap_or_default();
            let (path, query) = path.split_once('?').unwrap_or((path, ""));
            let route = within(path, navigator.basename()).and_then(R::recognize);
            match route {
                // A raw query goes into the address as it is, so this cannot fail.
                Some(route) if !query.is_empty() => drop(navigator.replace_with_query(&route, Raw(query))),
                Some(route) => navigator.replace(&route),
                None => navigator.replace(&home),
            }
        }
    });
    // Whoever tries again still wants to go where the first try was to lead.
    let options = LoginOptions {
        return_to: session
            .status
            .arrived
            .as_ref()
            .and_then(|arrived| arrived.return_to.clone()),
        ..props.options.clone()
    };
    match (&session.status.who, &session.status.fault) {
        (Person::Nobody(_), Some(_)) => html! {
            <div role="alert" data-part="login-failed">
                <p>{ props.failed_text.clone() }</p>
                <LoginButton label={props.again_label.clone()} {options} />
            </div>
        },
        (Person::Nobody(_), None) => html! { <LoginButton {options} /> },
        (Person::Unknown | Person::SignedIn(_), _) => html! { <>{ props.children.clone() }</> },
    }
}

/// The part of a path that routes know: without the app's own beginning. Nothing for a path outside of the app.
fn within<'p>(path: &'p str, basename: Option<&str>) -> Option<&'p str> {
    let rest = match basename.map(|base| base.trim_end_matches('/')) {
        None | Some("") => path,
        Some(base) => path
            .strip_prefix(base)
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))?,
    };
    match rest {
        "" if path.is_empty() => None,
        "" => Some("/"),
        rest => Some(rest),
    }
}

/// What `<Protected>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct ProtectedProps {
    /// What only somebody who is logged in may see.
    #[prop_or_default]
    pub children: Children,
    /// What is drawn while it is found out who that is.
    #[prop_or_default]
    pub waiting: Html,
    /// What the login asks for.
    #[prop_or_default]
    pub options: LoginOptions,
    /// The look of the dialog that asks to log in again.
    #[prop_or_default]
    pub theme: Theme,
    /// Light, dark, or as the theme says.
    #[prop_or_default]
    pub mode: Option<Mode>,
    /// The title of that dialog.
    #[prop_or(AttrValue::Static("Log in again"))]
    pub ended_title: AttrValue,
    /// What it says.
    #[prop_or(AttrValue::Static("Your session has ended. What is on this page stays as it is."))]
    pub ended_text: AttrValue,
    /// The words on its button.
    #[prop_or(AttrValue::Static("Log in"))]
    pub ended_label: AttrValue,
}

/// Draws its children for somebody who is logged in. A visitor is sent to log in and comes back to this very address (its fragment excepted). When a
/// session ends while the page is open, the page stays as it is, and a dialog over it asks to log in again.
///
/// This guards what is drawn. What is worth guarding is guarded by the API that gives it.
#[component]
pub fn Protected(props: &ProtectedProps) -> Html {
    let session = use_session();
    let location = use_location();
    let was_in = use_mut_ref(|| false);
    let whose = use_mut_ref(AttrValue::default);
    let is_in = session.is_authenticated();
    if let Some(claims) = session.claims() {
        was_in.replace(true);
        if *whose.borrow() != claims.sub {
            whose.replace(claims.sub.clone().into());
        }
    }
    // Wherever a login that this page asks for ends, it leads back here.
    let options = LoginOptions {
        return_to: props.options.return_to.clone().or_else(|| {
            let at = location?;
            Some(format!("{}{}", at.path(), at.query_str()))
        }),
        ..props.options.clone()
    };
    let is_stale = *was_in.borrow() && matches!(session.status.who, Person::Nobody(WhyNobody::Ended(_)));
    let leaves = match session.status.who {
        // Not after a logout, nor after a failure: it would go round and round.
        Person::Nobody(WhyNobody::NotYet | WhyNobody::Ended(_)) => {
            !is_stale && session.status.fault.is_none()
        }
        _ => false,
    };
    use_effect_with(leaves, {
        let (session, options) = (session.clone(), options.clone());
        move |leaves: &bool| {
            if *leaves {
                session.log_in(options);
            }
        }
    });
    if is_in || is_stale {
        // One drawing for both: what is on the page is the same page, with what was typed on it, for as long as it is the same
        // person's.
        let page = whose.borrow().clone();
        return html! {
            <>
                <Fragment key={page.to_string()}>{ props.children.clone() }</Fragment>
                if is_stale {
                    <LogInAgain
                        theme={props.theme.clone()}
                        mode={props.mode}
                        title={props.ended_title.clone()}
                        text={props.ended_text.clone()}
                        label={props.ended_label.clone()}
                        {options}
                    />
                }
            </>
        };
    }
    match session.status.who {
        Person::Nobody(_) if !leaves => html! { <LoginButton {options} /> },
        _ => props.waiting.clone(),
    }
}

/// Children under a key: another key, and they are other children.
#[component]
fn Fragment(props: &html::ChildrenProps) -> Html {
    html! { <>{ props.children.clone() }</> }
}

#[derive(Clone, PartialEq, Properties)]
struct LogInAgainProps {
    theme: Theme,
    mode: Option<Mode>,
    title: AttrValue,
    text: AttrValue,
    label: AttrValue,
    options: LoginOptions,
}

/// The dialog over a page whose session has ended. It cannot be closed otherwise: what is below would not work.
#[component]
fn LogInAgain(props: &LogInAgainProps) -> Html {
    let session = use_session();
    let dialog = use_node_ref();
    use_effect_with(props.theme.clone(), {
        let dialog = dialog.clone();
        move |theme: &Theme| {
            style::adopt(theme);
            if let Some(dialog) = dialog.cast::<Element>() {
                dom::show_modal(&dialog);
            }
        }
    });
    let theme = props.theme.name().to_owned();
    let mode = props.mode.unwrap_or(props.theme.mode()).as_str();
    let fault = session.status.fault.as_ref().map(ToString::to_string);
    html! {
        <dialog
            ref={dialog}
            class="vestibule"
            data-part="modal"
            data-theme={theme.clone()}
            data-mode={mode}
            aria-labelledby="vestibule-log-in-again"
            oncancel={|event: Event| event.prevent_default()}
        >
            <div class="vestibule" data-part="root" data-screen="session-ended" data-theme={theme} data-mode={mode}>
                <div data-part="header">
                    <h2 id="vestibule-log-in-again" data-part="title">{ props.title.clone() }</h2>
                    <p data-part="context">{ props.text.clone() }</p>
                </div>
                <div data-part="alert" role="alert">
                    if let Some(fault) = fault {
                        <div data-part="notice">{ icon(Icon::Alert) }<p>{ fault }</p></div>
                    }
                </div>
                <div data-part="body">{ again(&session, props) }</div>
            </div>
        </dialog>
    }
}

/// In a popup, so that the page below stays; where the browser blocks it, by redirect.
fn again(session: &SessionHandle, props: &LogInAgainProps) -> Html {
    let (session, options) = (session.clone(), props.options.clone());
    let press = move |_: MouseEvent| {
        session.log_in(LoginOptions {
            how: How::Popup,
            ..options.clone()
        });
    };
    html! { <button type="button" data-part="submit" onclick={press}>{ props.label.clone() }</button> }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_path_is_recognised_without_the_apps_own_beginning() {
        for (path, base, expected) in [
            ("/notes/1", None, Some("/notes/1")),
            ("/app/notes/1", Some("/app"), Some("/notes/1")),
            ("/app/notes/1", Some("/app/"), Some("/notes/1")),
            ("/app", Some("/app"), Some("/")),
            ("/apple", Some("/app"), None),
            ("/other", Some("/app"), None),
            ("", None, None),
        ] {
            assert_eq!(within(path, base), expected, "{path} {base:?}");
        }
    }
}
