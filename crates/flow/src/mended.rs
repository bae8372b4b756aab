//! What a widget keeps that stopped because of its config, so that it goes on with one that is mended (cargo feature `live-config`).

use std::rc::Rc;

use crate::context::Context;
use crate::event::NewConfig;
use crate::flow::Stage;
use crate::loading::{Arrival, Loading};
use crate::page::Page;
use crate::plan::Plan;
use crate::stopped::Stopped;

/// The page, and what its URL has brought, once that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mended {
    page: Page,
    arrival: Option<Arrival>,
}

impl Mended {
    pub(crate) fn new(page: &Page, arrival: Option<&Arrival>) -> Self {
        Self {
            page: page.clone(),
            arrival: arrival.cloned(),
        }
    }

    /// Begins anew with another config.
    pub(crate) fn goes_on(self, config: NewConfig, cx: &mut Context) -> Stage {
        let plan = match Plan::parse(*config, self.page.clone()) {
            Ok(plan) => Rc::new(plan),
            Err(error) => return Stage::Stopped(Stopped::misconfigured(error, self, cx)),
        };
        Stage::Loading(Box::new(match self.arrival {
            Some(arrival) => Loading::again(plan, arrival, cx),
            None => Loading::start(plan, cx),
        }))
    }
}

/// The plan of another config for the same client, or the same plan where that cannot be.
pub(crate) fn changed(plan: Rc<Plan>, config: NewConfig, cx: &mut Context) -> Rc<Plan> {
    match plan.changed(*config) {
        Ok(changed) => Rc::new(changed),
        Err(error) => {
            cx.advise(|| crate::effect::Advice::Config(error.to_string()));
            plan
        }
    }
}
