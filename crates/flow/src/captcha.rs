//! Whether it is a person: what a captcha looks like from outside of the machine (cargo feature `captcha`).

#[cfg(not(feature = "captcha"))]
pub use off::{CaptchaIntent, CaptchaView};
#[cfg(feature = "captcha")]
pub use on::{CaptchaIntent, CaptchaView};

#[cfg(feature = "captcha")]
mod on {
    use vestibule_protocol::captcha::Challenge;

    use crate::field::FieldProblem;

    /// A captcha as it stands on the screen.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CaptchaView {
        /// What is asked.
        pub challenge: Challenge,
        /// Counts the challenges: another number is another one, even where it looks the same.
        pub round: u32,
        /// What is wrong with the answer.
        pub problem: Option<FieldProblem>,
    }

    /// What happens to a captcha.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum CaptchaIntent {
        /// The person wants another one.
        Another,
        /// The provider's script did not come, or gave up: without it there is no answer.
        Failed,
        /// The app has no part for this provider.
        Unknown,
    }
}

#[cfg(not(feature = "captcha"))]
mod off {
    /// There is none: the feature `captcha` is off.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum CaptchaView {}

    /// And nothing happens to it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum CaptchaIntent {}
}
