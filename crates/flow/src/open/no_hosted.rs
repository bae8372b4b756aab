//! A widget of an app's own page: the feature `hosted` is off.

use vestibule_protocol::Response;

use super::job::Login;
use super::{Elsewhere, Open};
use crate::ask::Ask;
use crate::context::Context;
use crate::field::Form;
use crate::view::ScreenName;

/// Nothing is judged at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Hosting {}

impl Hosting {
    pub(crate) const fn ask(self) -> Ask {
        match self {}
    }
}

/// No second proof is asked for here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SecondFactor {}

impl SecondFactor {
    pub(super) const fn screen_name(&self) -> ScreenName {
        match *self {}
    }

    pub(super) const fn username(&self) -> &str {
        match *self {}
    }
}

#[expect(
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "they stand in the place of those that look"
)]
impl Open {
    pub(super) const fn is_hosted(&self) -> bool {
        false
    }

    #[cfg_attr(not(feature = "captcha"), expect(dead_code, reason = "nothing asks for one"))]
    pub(super) const fn hosted_state(&self) -> Option<&str> {
        None
    }

    pub(super) const fn log_in_hosted(&self, login: Login, _cx: &mut Context) -> Option<Login> {
        Some(login)
    }

    pub(super) const fn hosting_answered(&self, hosting: Hosting, _response: &Response, _cx: &mut Context) {
        match hosting {}
    }

    pub(super) const fn submit_second_factor(&self, asked: &SecondFactor, _form: &Form, _cx: &mut Context) {
        match *asked {}
    }

    pub(super) const fn leaves_hosted(&self, _elsewhere: &Elsewhere, _cx: &mut Context) -> bool {
        false
    }
}
