//! What is kept of a session, what other tabs say of it, and its end.

use std::rc::Rc;

use super::account::Account;
use super::config::Silent;
use super::context::SessionContext;
use super::effect::{Save, SessionEffect};
use super::error::{SessionError, WhyLogin};
use super::event::{Loaded, TabMessage, Word};
use super::login::{Login, Purpose};
use super::news::{Ended, SessionEvent};
use super::options::{How, LoginOptions};
use super::proof::Slot;
use super::running::{Reading, Running, Who};
use super::status::WhyNobody;
use super::stored;
use crate::effect::Area;

impl Running {
    /// Asks what was kept.
    pub(super) fn read_first(&mut self, cx: &mut SessionContext) {
        let place = self.plan.shelf();
        self.reading = Some(Reading::First(
            cx.ask(|ask| SessionEffect::Load { ask, shelf: place }),
        ));
    }

    /// What was kept is here: somebody was logged in, or may still be at the server.
    pub(super) fn first_read(&mut self, loaded: &Loaded, cx: &mut SessionContext) {
        self.reading = None;
        if self.who != Who::Unknown {
            return;
        }
        if self.login.as_ref().is_some_and(Login::has_come_back) {
            self.reading = Some(Reading::Later);
            return;
        }
        let is_asked = match self.plan.config.silent {
            Silent::Always => true,
            Silent::WhenKnown => loaded.word == Word::SignedIn,
            Silent::Never => false,
        };
        match self.read_stored(loaded) {
            Some(account) => {
                self.who = Who::SignedIn(Box::new(account));
                self.tell_restored(cx);
            }
            None if self.login.is_none() && is_asked => self.ask_silently(cx),
            None => {}
        }
    }

    /// Nobody is logged in once nothing is left that could still say otherwise.
    pub(super) fn settle(&mut self, cx: &mut SessionContext) {
        if self.login.is_some() {
            return;
        }
        if self.reading == Some(Reading::Later) {
            self.reading = None;
            if self.who == Who::Unknown {
                self.read_first(cx);
            }
        }
        if self.who == Who::Unknown && self.reading.is_none() {
            self.who = Who::Nobody(WhyNobody::NotYet);
        }
    }

    /// What another tab says.
    pub(super) fn told(&mut self, message: TabMessage, cx: &mut SessionContext) {
        match message {
            TabMessage::SignedOut => {
                self.ended_elsewhere(cx);
                // What began by itself before the logout must not undo it.
                if self
                    .login
                    .as_ref()
                    .is_some_and(|login| !login.is_for_the_person())
                {
                    self.cancel_login(cx);
                }
                // The tab that ended it threw the key away. A login under way finds that out by itself.
                if let (Some(proofs), None) = (&mut self.proofs, &self.login) {
                    proofs.forget_key();
                }
            }
            TabMessage::SignedIn => self.signed_in_elsewhere(cx),
            TabMessage::Renewed => self.look_again(cx),
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

    /// Brings this tab in line with what is kept.
    pub(super) fn compare(&mut self, loaded: &Loaded, cx: &mut SessionContext) {
        let is_shared = self.plan.shelf().area == Some(Area::Browser);
        let kept = is_shared.then(|| self.read_stored(loaded)).flatten();
        match (kept, self.account()) {
            // What the browser refused to keep is newer than what it has.
            (Some(kept), Some(ours)) if kept.id == ours.id && kept.saves < ours.saves => {}
            (Some(kept), Some(ours)) if kept.id == ours.id => self.who = Who::SignedIn(Box::new(kept)),
            // Somebody logged in in another tab: of what this one has, the refresh token may be used up. Where it has nothing,
            // a login whose response is here says in a moment who it is.
            (Some(kept), ours)
                if ours.is_some() || !self.login.as_ref().is_some_and(Login::has_come_back) =>
            {
                if self
                    .login
                    .as_ref()
                    .is_some_and(|login| !login.is_for_the_person())
                {
                    self.cancel_login(cx);
                }
                self.replace_account(kept, cx);
                self.tell_restored(cx);
            }
            // Without that word the storage may be closed, or be full.
            (None, Some(_)) if loaded.word == Word::SignedOut => self.ended_elsewhere(cx),
            // Something is there, and does not say whether another tab has used the refresh token up.
            (None, Some(_)) if is_shared && loaded.stored.is_some() => {
                self.account_mut()
                    .into_iter()
                    .for_each(Account::doubt_refresh_token);
            }
            _ => {}
        }
    }

    /// Puts another login in the place of this one. What was under way for the old one is given up, and nobody who waited
    /// for a token of one person's gets another's.
    pub(super) fn replace_account(&mut self, account: Account, cx: &mut SessionContext) {
        let is_another = self
            .account()
            .is_some_and(|old| old.is_of_another_person_than(&account.id_token));
        self.drop_renewal(cx);
        self.reading = None;
        self.who = Who::SignedIn(Box::new(account));
        if is_another {
            self.refuse_waiting(&SessionError::LoginRequired(WhyLogin::Ended), cx);
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

    /// Ends the session, here and in the other tabs that have the same.
    pub(super) fn end(&mut self, why: Ended, cx: &mut SessionContext) {
        // An answer that comes after the end has nothing to end any more.
        if self.account().is_some() {
            self.end_all(why, cx);
        }
    }

    /// Ends the session, also one that is kept and was not read yet.
    pub(super) fn end_all(&mut self, why: Ended, cx: &mut SessionContext) {
        self.forget_account(WhyNobody::Ended(why), cx);
        let place = self.plan.shelf();
        if why == Ended::NothingRenews && place.area != Some(Area::Browser) {
            // Each tab has tokens of its own: that nothing renews these says nothing about the others'.
            cx.effect(SessionEffect::Discard { shelf: place });
        } else {
            self.erase(cx);
        }
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
        // What was read before the end is no news after it.
        self.reading = None;
        let error = match why {
            WhyNobody::NotYet | WhyNobody::SignedOut | WhyNobody::Misconfigured => WhyLogin::Anonymous,
            WhyNobody::Ended(_) => WhyLogin::Ended,
        };
        self.refuse_waiting(&SessionError::LoginRequired(error), cx);
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
    pub(super) fn save(&mut self, goes_on: bool, cx: &mut SessionContext) {
        let place = self.plan.shelf();
        if let Some(account) = self.account_mut() {
            account.saves += 1;
            let save = Save {
                shelf: place,
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
        let is_needed = self.account().is_some();
        let Some(proofs) = &mut self.proofs else { return };
        if proofs.is_key_coming() {
            if is_needed && proofs.key == Slot::Unasked {
                proofs.fetch(cx);
            }
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
