//! `use_step_up()`: a stronger or a fresher login, just before what needs one.

use vestibule_flow::{How, LoginOptions, SessionError, WhyLogin};
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
    /// As [`require_at`](Self::require_at), coming back to the app's start if the browser blocks the popup.
    ///
    /// # Errors
    ///
    /// The same.
    pub async fn require(&self, acr: &[&str], max_age_s: Option<u32>) -> Result<(), SessionError> {
        self.require_at(acr, max_age_s, None).await
    }

    /// Comes back at once when the login is of one of these classes (`acr`; none means any) and not older than `max_age`
    /// seconds. Else the person is asked in a popup, over the page; call it from a click. Where the browser blocks the popup the
    /// page leaves, and comes back to `return_to`, a path of the app.
    ///
    /// # Errors
    ///
    /// [`SessionError::LoginRequired`] when nobody is logged in, or somebody else logged in now; [`SessionError::Cancelled`]
    /// when the person gave up; else why it failed, a class that was not asked for included.
    pub async fn require_at(
        &self,
        acr: &[&str],
        max_age_s: Option<u32>,
        return_to: Option<String>,
    ) -> Result<(), SessionError> {
        let Some(claims) = self.session.claims() else {
            return Err(SessionError::LoginRequired(WhyLogin::Anonymous));
        };
        // The age of a login is told by the clock that wrote its time down.
        #[expect(
            clippy::cast_precision_loss,
            reason = "clocks differ by less than a double can count"
        )]
        let server_now_s = self.session.now_s() + self.session.status.ahead_s as f64;
        let authentication = (claims.acr.as_deref(), claims.auth_time);
        if is_enough(authentication, acr, max_age_s, server_now_s) {
            return Ok(());
        }
        self.session
            .step_up(LoginOptions {
                how: How::Popup,
                max_age: max_age_s,
                return_to,
                acr_required: acr.iter().map(|class| (*class).to_owned()).collect(),
                ..LoginOptions::default()
            })
            .await
    }
}

/// Whether a login with this class, at this time, will do.
fn is_enough(
    (class, auth_time): (Option<&str>, Option<f64>),
    acr: &[&str],
    max_age_s: Option<u32>,
    now_s: f64,
) -> bool {
    let is_class = acr.is_empty() || class.is_some_and(|class| acr.contains(&class));
    let is_fresh =
        max_age_s.is_none_or(|max_age| auth_time.is_some_and(|at| now_s - at <= f64::from(max_age)));
    is_class && is_fresh
}

#[cfg(test)]
mod tests {
    use super::is_enough;

    #[test]
    fn a_login_will_do_by_its_class_and_its_age_together() {
        let now_s = 1000.0;
        for (class, at, acr, max_age, enough) in [
            (None, None, &[][..], None, true),
            (Some("mfa"), Some(900.0), &["mfa", "phr"], Some(100), true),
            (Some("mfa"), Some(899.0), &["mfa"], Some(100), false),
            (Some("pwd"), Some(900.0), &["mfa"], Some(100), false),
            (None, Some(900.0), &["mfa"], None, false),
            (Some("mfa"), None, &["mfa"], Some(100), false),
            (Some("mfa"), None, &["mfa"], None, true),
            (None, Some(1000.0), &[], Some(0), true),
        ] {
            assert_eq!(
                is_enough((class, at), acr, max_age, now_s),
                enough,
                "{class:?} {at:?} {acr:?} {max_age:?}"
            );
        }
    }
}
