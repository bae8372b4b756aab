//! A complete code goes off by itself, said before, and can be held back (cargo feature `one-time-code`).

use vestibule_protocol::passwordless;

use super::{Job, Open, Screen};
use crate::ask::Ask;
use crate::context::Context;
use crate::event::Intent;
use crate::field::{Field, Form, Typed};
use crate::view::{FocusPlace, Status};

/// So many digits make a code complete, unless another one is typed: what Auth0 sends.
const LENGTH: usize = 6;

/// Until it goes off, in seconds: time to hear of it and to hold it back (WCAG 2.2, 3.2.2).
pub(crate) const AFTER_S: u32 = 3;

/// A code that is about to go off.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Auto {
    due: Option<(Ask, Typed)>,
    /// The person has held this code back.
    held: bool,
}

impl Auto {
    pub(super) fn new() -> Self {
        Self::default()
    }
}

impl Open {
    /// What a person does beside typing the code calls it off; says whether that was all they wanted.
    pub(super) fn calls_off_code(&mut self, intent: &Intent, cx: &mut Context) -> bool {
        match intent {
            Intent::Typed(Field::Code, text) => {
                self.code_typed(text, cx);
                false
            }
            Intent::Left(..) => false,
            Intent::Cancel if self.call_off(cx) => {
                self.auto.held = true;
                self.nudge(FocusPlace::Field(Field::Code));
                true
            }
            _ => {
                self.call_off(cx);
                false
            }
        }
    }

    fn call_off(&mut self, cx: &mut Context) -> bool {
        let Some((ask, _)) = self.auto.due.take() else {
            return false;
        };
        cx.forget(ask);
        self.status = None;
        true
    }

    fn code_typed(&mut self, text: &Typed, cx: &mut Context) {
        self.call_off(cx);
        let is_complete = passwordless::clean_otp(text.expose())
            .is_ok_and(|code| code.expose().len() == LENGTH && matches!(self.screen, Screen::Code(_)));
        if !is_complete {
            self.auto.held = false;
        } else if !self.auto.held && self.job == Job::Idle {
            self.auto.due = Some((cx.wake(AFTER_S), text.clone()));
            self.status = Some(Status::CodeComplete);
        }
    }

    /// Sends the code when its time has come; says whether it was that.
    pub(super) fn code_is_due(&mut self, ask: Ask, cx: &mut Context) -> bool {
        let Some((_, text)) = self.auto.due.take_if(|(due, _)| *due == ask) else {
            return false;
        };
        self.status = None;
        self.submit(&Form::new([(Field::Code, text)]), cx);
        true
    }
}
