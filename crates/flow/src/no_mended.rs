//! A config that does not change: the feature `live-config` is off.

use std::rc::Rc;

use crate::context::Context;
use crate::event::NewConfig;
use crate::flow::Stage;
use crate::loading::Arrival;
use crate::page::Page;
use crate::plan::Plan;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mended;

impl Mended {
    pub(crate) const fn new(_page: &Page, _arrival: Option<&Arrival>) -> Self {
        Self
    }

    #[expect(
        clippy::unused_self,
        reason = "it stands in the place of one that keeps something"
    )]
    pub(crate) fn goes_on(self, config: NewConfig, _cx: &mut Context) -> Stage {
        match config {}
    }
}

pub(crate) fn changed(_plan: Rc<Plan>, config: NewConfig, _cx: &mut Context) -> Rc<Plan> {
    match config {}
}
