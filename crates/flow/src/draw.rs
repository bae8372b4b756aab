//! Every stage as data to be drawn.

use crate::extra::ExtraViews;
use crate::flow::{Flow, Stage};
use crate::notice::{Notice, NoticeKind, Remedy};
use crate::stopped::Stopped;
use crate::view::{Activity, Direction, Focus, FocusPlace, ScreenName, Status, View};

pub(crate) fn view(flow: &Flow) -> View {
    match &flow.stage {
        Stage::Loading(loading) if loading.is_finishing() => View {
            status: Some(Status::LoggingIn),
            ..blank(ScreenName::Loading, flow.turn)
        },
        Stage::Loading(_) => View {
            status: Some(Status::Loading),
            ..blank(ScreenName::Loading, flow.turn)
        },
        Stage::Open(open) => open.view(flow.turn),
        Stage::Done(done) => View {
            subject: done.name.clone(),
            status: Some(Status::SignedIn),
            ..blank(ScreenName::SignedIn, flow.turn)
        },
        Stage::Stopped(stopped) => View {
            notice: Some(stopped_notice(stopped)),
            ..blank(ScreenName::Stopped, flow.turn)
        },
    }
}

impl View {
    /// What stands before the machine has started: the skeleton.
    #[must_use]
    pub fn loading() -> Self {
        Self {
            status: Some(Status::Loading),
            ..blank(ScreenName::Loading, 0)
        }
    }
}

fn blank(screen: ScreenName, turn: u32) -> View {
    View {
        screen,
        direction: Direction::Forward,
        subject: None,
        connections: Vec::new(),
        fields: Vec::new(),
        kept_username: None,
        realm: None,
        realm_has_form: false,
        avatar: None,
        captcha: None,
        phone: None,
        extras: ExtraViews::default(),
        terms: None,
        policy: None,
        submit: None,
        resend: None,
        switches: Vec::new(),
        notice: None,
        status: None,
        activity: Activity::Idle,
        answered: false,
        fresh: true,
        focus: Focus {
            place: FocusPlace::Heading,
            turn,
        },
    }
}

fn stopped_notice(stopped: &Stopped) -> Notice {
    match stopped {
        Stopped::Misconfigured(_) => Notice {
            kind: NoticeKind::Misconfigured,
            remedy: None,
            at_field: false,
        },
        Stopped::Unanswered { notice, .. } => Notice {
            kind: notice.clone(),
            remedy: Some(Remedy::Retry),
            at_field: false,
        },
    }
}
