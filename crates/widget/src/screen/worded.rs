//! Every screen with the parts alone that it needs built in: none of its texts is one that those leave out.

use std::cell::RefCell;
use std::collections::BTreeSet;

use vestibule_flow::{FieldProblem, NoticeKind, ScreenName, View};
use vestibule_theme::Theme;

use super::ScreenProps;
use super::tests::{props_of, render};
use crate::words::{English, Key, Language, Words, features};
use crate::{gallery, marks};

thread_local! {
    /// What was said.
    static SAID: RefCell<Vec<Key>> = const { RefCell::new(Vec::new()) };
}

/// English, with a note of each text.
struct Noted;

impl Words for Noted {
    fn lang(&self) -> &'static str {
        "en"
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        SAID.with_borrow_mut(|said| said.push(key));
        English.message(key, count)
    }
}

/// The cargo features without which nobody gets to see this.
fn needs(view: &View) -> BTreeSet<&'static str> {
    let mut needs = BTreeSet::new();
    let mut need = |feature, is_needed: bool| {
        if is_needed {
            needs.insert(feature);
        }
    };
    let leads_to = |to: &[ScreenName]| {
        let ways = view.switches.iter().filter(|way| way.href.is_none());
        to.contains(&view.screen) || ways.clone().any(|way| to.contains(&way.to))
    };
    need(
        "sign-up",
        leads_to(&[
            ScreenName::SignUp,
            ScreenName::ForgotPassword,
            ScreenName::MailSent,
            ScreenName::SignedUp,
        ]),
    );
    need(
        "passwordless",
        leads_to(&[ScreenName::Passwordless, ScreenName::Code, ScreenName::LinkSent]),
    );
    need("hosted", view.screen == ScreenName::SecondFactor);
    let is_company = view.connections.iter().any(|one| one.company);
    let only_address = view.screen == ScreenName::LogIn && view.fields.len() == 1;
    need(
        "enterprise",
        view.screen == ScreenName::Corporate || view.realm.is_some() || is_company || only_address,
    );
    let at_company = |problem| {
        matches!(
            problem,
            Some(&FieldProblem::CompanyAddress | &FieldProblem::UnknownCompany)
        )
    };
    let fields = &mut view.fields.iter();
    need(
        "enterprise",
        fields.any(|field| at_company(field.problem.as_ref())),
    );
    need("terms", view.terms.is_some());
    need("fields", !view.extras.is_empty());
    need("phone", view.phone.is_some());
    let notice = view.notice.as_ref().map(|notice| &notice.kind);
    let is_hosted = matches!(notice, Some(NoticeKind::NoSecondFactor | NoticeKind::RequestGone));
    need("hosted", is_hosted);
    let is_popup = matches!(
        notice,
        Some(
            NoticeKind::PopupBlocked
                | NoticeKind::PopupClosed
                | NoticeKind::PopupUnreachable
                | NoticeKind::ContinueElsewhere
        )
    );
    need(
        "popup",
        is_popup || view.activity == vestibule_flow::Activity::InPopup,
    );
    needs
}

#[tokio::test]
async fn no_text_is_left_out_of_a_build_that_shows_it() {
    let mut left_out = BTreeSet::new();
    for sample in gallery::samples() {
        let (name, needs) = (sample.name(), needs(&sample.view));
        SAID.take();
        render(ScreenProps {
            words: Language::new(&Noted),
            ..props_of(sample.view, &Theme::DAWN, marks::DEFAULT)
        })
        .await;
        for key in SAID.take() {
            let built_by = features(key);
            if !built_by.is_empty() && !built_by.iter().any(|feature| needs.contains(feature)) {
                left_out.insert(format!(
                    "{name} says {}, needs {needs:?}: {built_by:?}",
                    key.name()
                ));
            }
        }
    }
    assert!(left_out.is_empty(), "{left_out:#?}");
}
