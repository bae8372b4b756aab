//! `use_step_up()`: a stronger or a fresher login, just before what needs one.

use vestibule_browser::now_s;
use vestibule_flow::{How, LoginOptions, SessionError, WhyLogin};
use vestibule_protocol::Claims;
use yew::hook;

use super::handle::SessionHandle;
use super::provider::use_session;

/// A way to ask for a stronger or a fresher login.
#[derive(Clone, PartialEq)]
pub struct StepUp {
    session: SessionHandle,
}

/// Finds the session, for a step of the app that needs more than being logged in.
///
/// ```
/// use vestibule::use_step_up;
/// use yew::platform::spawn_local;
/// use yew::prelude::*;
///
/// #[component]
/// fn Pay() -> Html {
///     let step_up = use_step_up();
///     let pay = move |_: MouseEvent| {
///         let step_up = step_up.clone();
///         spawn_local(async move {
///             // A second proof, not older than five minutes.
///             if step_up.require(&["urn:example:mfa"], Some(300)).await.is_ok() {
///                 // Pay.
///             }
///         });
///     };
///     html! { <button onclick={pay}>{ "Pay" }</button> }
/// }
/// ```
#[hook]
pub fn use_step_up() -> StepUp {
    StepUp {
        session: use_session(),
    }
}

impl StepUp {
    /// Comes back at once when the login is of one of these classes (`acr`; none means any) and not older than `max_age`
    /// seconds. Else the person is asked in a popup, over the page; call it from a click.
    ///
    /// # Errors
    ///
    /// [`SessionError::LoginRequired`] when nobody is logged in, or somebody else logged in now; [`SessionError::Cancelled`]
    /// when the person gave up; else why it failed, a class that was not asked for included.
    pub async fn require(&self, acr: &[&str], max_age_s: Option<u32>) -> Result<(), SessionError> {
        let Some(claims) = self.session.claims() else {
            return Err(SessionError::LoginRequired(WhyLogin::Anonymous));
        };
        if is_enough(claims, acr, max_age_s, now_s()) {
            return Ok(());
        }
        self.session
            .step_up(LoginOptions {
                how: How::Popup,
                max_age: max_age_s,
                acr_required: acr.iter().map(|class| (*class).to_owned()).collect(),
                ..LoginOptions::default()
            })
            .await
    }
}

fn is_enough(claims: &Claims, acr: &[&str], max_age_s: Option<u32>, now_s: f64) -> bool {
    let is_class = acr.is_empty() || claims.acr.as_deref().is_some_and(|class| acr.contains(&class));
    let is_fresh = max_age_s.is_none_or(|max_age| {
        claims
            .auth_time
            .is_some_and(|at| now_s - at <= f64::from(max_age))
    });
    is_class && is_fresh
}
