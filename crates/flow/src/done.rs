//! The last stage: somebody is logged in.

use crate::context::Context;
use crate::event::{Event, Intent};
use crate::flow::Stage;
use crate::login_event::{LoginEvent, TokenSet};

/// Who is logged in, as the screen names them. The tokens are the app's; nothing of them stays here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) name: Option<String>,
}

impl Done {
    pub(crate) fn with(tokens: Box<TokenSet>, cx: &mut Context) -> Stage {
        let claims = tokens.claims();
        let name = claims
            .name
            .clone()
            .or_else(|| claims.email.clone())
            .or_else(|| claims.nickname.clone());
        cx.emit(LoginEvent::Authenticated(tokens));
        Stage::Done(Self { name })
    }

    pub(crate) fn step(self, event: &Event, cx: &mut Context) -> Stage {
        if matches!(event, Event::Person(Intent::Close)) {
            cx.emit(LoginEvent::Closed);
        }
        Stage::Done(self)
    }
}
