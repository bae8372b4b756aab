//! What is kept of a session, what other tabs say of it, and its end.

use std::rc::Rc;

use super::account::Account;
use super::config::Silent;
use super::context::SessionContext;
use super::effect::{Save, SessionEffect};
use super::error::{SessionError, WhyLogin};
use super::event::{Loaded, TabMessage, Word};
use super::login::Purpose;
use super::news::{Ended, SessionEvent};
use super::options::{How, LoginOptions};
use super::proof::Slot;
use super::running::{Reading, Running, Who};
use super::status::WhyNobody;
use super::stored;
use crate::effect::Area;

impl Running {
    /// What was kept is here: somebody was logged in, or may still be at the server.
    pub(super) fn first_read(&mut self, loaded: &Loaded, cx: &mut SessionContext) {
        self.reading = None;
        let is_asked = match self.plan.config.silent {
            Silent::Always => true,
            Silent::WhenKnown => loaded.word == Word::SignedIn,
            Silent::Never => false,
        };
        match self.read_stored(loaded) {
            Some(account) => {
                self.who = Who::SignedIn(Box::new(account));
                // A redirect that came back says who it is in a moment.
                if self.login.is_none() {
                    self.tell_restored(cx);
                }
            }
            None if self.login.is_none() && self.who == Who::Unknown && is_asked => self.ask_silently(cx),
            None => {}
        }
    }

    fn ask_silently(&mut self, cx: &mut SessionContext) {
        let options = LoginOptions {
            how: How::Silent,
            ..LoginOptions::default()
        };
        self.begin_login(options, Purpose::Start, cx);
    }

    fn read_stored(&self, loaded: &Loaded) -> Option<Account> {
        stored::read(loaded.stored.as_deref()?, &self.plan)
    }

    /// Looks whether what is kept still is what this tab believes: it may have slept through what the others said.
    pub(super) fn look_again(&mut self, cx: &mut SessionContext) {
        if self.reading.is_none() {
            let place = self.plan.shelf();
            self.reading = Some(Reading::Again(
                cx.ask(|ask| SessionEffect::Load { ask, shelf: place }),
            ));
        }
    }

    pub(super) fn read_again(&mut self, loaded: &Loaded, cx: &mut SessionContext) {
        self.reading = None;
        self.compare(loaded, cx);
    }

    /// Brings this tab in line with what is kept; says whether the session of this tab goes on.
    pub(super) fn compare(&mut self, loaded: &Loaded, cx: &mut SessionContext) {
        let is_shared = self.plan.shelf().area == Some(Area::Browser);
        match (is_shared.then(|| self.read_stored(loaded)), self.account()) {
            (Some(Some(kept)), Some(ours)) if kept.id == ours.id => {
                self.who = Who::SignedIn(Box::new(kept));
            }
            // Somebody logged in in another tab.
            (Some(Some(kept)), _) if self.login.is_none() => {
                self.who = Who::SignedIn(Box::new(kept));
                self.tell_restored(cx);
            }
            (Some(None), Some(_)) => self.ended_elsewhere(cx),
            (None, Some(_)) if loaded.word == Word::SignedOut => self.ended_elsewhere(cx),
            _ => {}
        }
    }

    /// Another tab ended the session.
    pub(super) fn ended_elsewhere(&mut self, cx: &mut SessionContext) {
        if self.account().is_some() {
            self.forget_account(WhyNobody::Ended(Ended::Elsewhere), cx);
            // What the tabs share was seen to by the one that ended it, and may be another session by now.
            if self.plan.shelf().area != Some(Area::Browser) {
                let place = self.plan.shelf();
                cx.effect(SessionEffect::Discard { shelf: place });
            }
            cx.emit(SessionEvent::Ended(Ended::Elsewhere));
        }
    }

    pub(super) fn signed_in_elsewhere(&mut self, cx: &mut SessionContext) {
        if self.plan.shelf().area == Some(Area::Browser) {
            return self.look_again(cx);
        }
        let is_free = self.login.is_none() && matches!(self.who, Who::Nobody(_));
        if is_free && self.plan.config.silent != Silent::Never {
            self.ask_silently(cx);
        }
    }

    /// Ends the session, here and in the other tabs.
    pub(super) fn end(&mut self, why: Ended, cx: &mut SessionContext) {
        self.forget_account(WhyNobody::Ended(why), cx);
        self.erase(cx);
        cx.emit(SessionEvent::Ended(why));
    }

    /// Ends the session if nothing of it is good for anything any more.
    pub(super) fn end_unless_fresh(&mut self, why: Ended, cx: &mut SessionContext) {
        let now_s = cx.now_s();
        let login = self.plan.login();
        let is_over = self.account().is_some_and(|account| {
            account
                .fresh((login.audience.as_deref(), &login.scope), None, now_s)
                .is_none()
        });
        if is_over {
            self.end(why, cx);
        }
    }

    /// Nothing of the session stays in this tab's memory, and whoever waits for it hears so.
    pub(super) fn forget_account(&mut self, why: WhyNobody, cx: &mut SessionContext) {
        self.who = Who::Nobody(why);
        self.arrived = None;
        self.drop_renewal(cx);
        self.cancel_login(cx);
        let error = match why {
            WhyNobody::NotYet | WhyNobody::SignedOut | WhyNobody::Misconfigured => WhyLogin::Anonymous,
            WhyNobody::Ended(_) => WhyLogin::Ended,
        };
        self.refuse_wants(&SessionError::LoginRequired(error), cx);
    }

    /// Nothing of the session stays in the browser, and the other tabs hear so.
    pub(super) fn erase(&mut self, cx: &mut SessionContext) {
        let place = self.plan.shelf();
        cx.effect(SessionEffect::Erase { shelf: place });
        self.tell_tabs(TabMessage::SignedOut, cx);
        if let Some(proofs) = &mut self.proofs {
            proofs.drop_key(cx);
        }
    }

    /// Keeps the session as it is now; what another tab ended or replaced is not brought back.
    pub(super) fn save(&self, goes_on: bool, cx: &mut SessionContext) {
        if let Some(account) = self.account() {
            let save = Save {
                shelf: self.plan.shelf(),
                value: stored::write(account),
                expecting: goes_on.then(|| account.id.clone()),
            };
            cx.effect(SessionEffect::Save(save));
        }
    }

    pub(super) fn tell_tabs(&self, message: TabMessage, cx: &mut SessionContext) {
        let channel = self.plan.name();
        cx.effect(SessionEffect::Tell { channel, message });
    }

    /// A session whose tokens are bound to a key that is gone is over.
    pub(super) fn check_key(&mut self, cx: &mut SessionContext) {
        let Some(proofs) = &self.proofs else { return };
        if matches!(proofs.key, Slot::Unasked | Slot::Asked(_)) {
            return;
        }
        let now = proofs.thumbprint();
        let is_other = |account: &Account| account.jkt.is_some() && account.jkt != now;
        if self.account().is_some_and(is_other) {
            self.end(Ended::KeyGone, cx);
        }
    }

    /// The person's ID token, for a hint at the logout.
    pub(super) fn id_token(&self) -> Option<Rc<vestibule_protocol::IdToken>> {
        self.account().map(|account| Rc::clone(&account.id_token))
    }
}
