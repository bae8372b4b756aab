//! An app that asks for no captcha: the feature `captcha` is off.

use vestibule_protocol::Request;

use super::Open;
use crate::ask::Ask;
use crate::captcha::{CaptchaIntent, CaptchaView};
use crate::context::Context;
use crate::event::Answer;
use crate::field::{Field, FieldProblem, Form};
use crate::flow::Stage;
use crate::notice::NoticeKind;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Captcha;

impl Captcha {
    pub(super) const fn new() -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "it stands in the place of one that looks")]
    pub(super) const fn awaits_nothing(&self) {}
}

pub(super) const fn up_to_date(stage: Stage, _cx: &mut Context) -> Stage {
    stage
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) const fn heard_of_captcha(&self, _ask: Ask, _answer: &Answer, _cx: &mut Context) -> bool {
        false
    }

    pub(super) const fn captcha_view(&self) -> Option<CaptchaView> {
        None
    }

    pub(super) const fn check_captcha(&self, _form: &Form) -> Option<(Field, Result<String, FieldProblem>)> {
        None
    }

    pub(super) const fn with_captcha(&self, request: Request) -> Request {
        request
    }

    pub(super) const fn captcha_happened(&self, what: CaptchaIntent, _cx: &mut Context) {
        match what {}
    }

    pub(super) const fn retry_captcha(&self, _cx: &mut Context) {}

    /// Nothing here can solve one.
    pub(super) fn captcha_refused(&mut self) {
        self.say(NoticeKind::Refused, None);
    }
}
