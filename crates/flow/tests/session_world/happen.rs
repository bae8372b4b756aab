//! What comes of each effect in the world.

use vestibule_flow::{
    Answer, Area, Ask, Effect, LockAnswer, SessionAnswer, SessionEffect, SessionInput, Taken,
};

use super::{Job, World};

impl World {
    pub(super) fn happen(&mut self, tab: usize, effect: SessionEffect) {
        match effect {
            SessionEffect::Do(effect) => self.happen_as_for_a_widget(tab, effect),
            SessionEffect::Fetch { ask, request } => {
                let answer = self.server.fetch(tab, &request, self.at_s);
                self.reply(tab, ask, SessionAnswer::Did(Answer::Http(answer)));
            }
            SessionEffect::Key { ask, name } => {
                let key = self.browser.key(&name);
                self.reply(tab, ask, SessionAnswer::Key(key));
            }
            SessionEffect::Sign { ask, name, .. } => {
                let signature = self.browser.sign(&name);
                self.reply(tab, ask, SessionAnswer::Signed(signature));
            }
            SessionEffect::DropKey { name } => self.browser.drop_key(&name),
            SessionEffect::Lock { ask, name, .. } => {
                if self.browser.lock(&name, tab, ask) {
                    self.reply(tab, ask, SessionAnswer::Locked(LockAnswer::Held));
                }
            }
            SessionEffect::Unlock { ask } => {
                let is_this = |job: &Job| matches!(job, Job::Do(of, SessionEffect::Lock { ask: theirs, .. }) if *of == tab && *theirs == ask);
                self.held.retain(|job| !is_this(job));
                let next = self.browser.unlock(tab, ask);
                self.queue.extend(next);
            }
            SessionEffect::Load { ask, shelf } => {
                let loaded = self.browser.load(&self.tabs[tab], &shelf);
                self.reply(tab, ask, SessionAnswer::Loaded(loaded));
            }
            SessionEffect::Save(save) => self.browser.save(&mut self.tabs[tab], save),
            SessionEffect::Erase { shelf } => self.browser.erase(&mut self.tabs[tab], &shelf),
            SessionEffect::Discard { shelf } => self.browser.discard(&mut self.tabs[tab], &shelf),
            SessionEffect::Listen { .. } => {}
            SessionEffect::Tell { message, .. } => {
                let others = (0..self.tabs.len()).filter(|other| *other != tab);
                self.queue
                    .extend(others.map(|other| Job::Input(other, SessionInput::Told(message))));
            }
            SessionEffect::Navigate(url) => self.tabs[tab].navigated.push(url.expose().to_owned()),
            SessionEffect::Resolve { ticket, outcome } => self.tabs[tab].answers.push((ticket, *outcome)),
            SessionEffect::Emit(event) => self.tabs[tab].events.push(event),
        }
    }

    fn happen_as_for_a_widget(&mut self, tab: usize, effect: Effect) {
        let (ask, answer) = match effect {
            Effect::Random { ask } => {
                self.entropy += 1;
                let octets = self.entropy.to_be_bytes();
                (
                    ask,
                    Answer::Drawn(Box::new(std::array::from_fn(|at| octets[at % 2]))),
                )
            }
            Effect::Http { ask, request } => (ask, Answer::Http(self.server.http(tab, &request, self.at_s))),
            Effect::WebMessage { ask, url, .. } => {
                (ask, Answer::Message(self.server.message(url.expose(), self.at_s)))
            }
            Effect::Popup { ask, url, .. } => {
                self.tabs[tab].opened.push(url.expose().to_owned());
                (ask, Answer::Message(self.server.message(url.expose(), self.at_s)))
            }
            Effect::Verify { ask, .. } => (ask, Answer::Verified(self.server.signature_valid)),
            Effect::Leave { ask, keep, url } => {
                assert_eq!(keep.area, Area::Tab);
                if self.browser.keeps_attempts {
                    self.tabs[tab].attempts.push((keep.key, keep.value));
                    self.tabs[tab].left_for.push(url.expose().to_owned());
                    return;
                }
                (ask, Answer::StorageRefused)
            }
            Effect::Take { ask, key } => {
                let attempts = &mut self.tabs[tab].attempts;
                let at = attempts.iter().position(|(known, _)| *known == key.expose());
                let taken = at.map_or(Taken::Missing, |at| Taken::Found(attempts.remove(at).1));
                (ask, Answer::Taken(taken))
            }
            Effect::Wake { ask, .. } => return self.tabs[tab].alarms.push(ask),
            Effect::CleanUrl(url) => return self.tabs[tab].cleaned.push(url),
            Effect::Advise(advice) => return self.tabs[tab].advice.push(advice.to_string()),
            Effect::Forget { ask } => return self.tabs[tab].forgotten.push(ask),
            Effect::Keep(_)
            | Effect::Look { .. }
            | Effect::Watch { .. }
            | Effect::Consult { .. }
            | Effect::Visit(_)
            | Effect::Emit(_) => {
                panic!("a session asks for no {effect:?}")
            }
        };
        self.reply(tab, ask, SessionAnswer::Did(answer));
    }
}

/// The number of a question, where the effect is one.
pub fn asked(effect: &SessionEffect) -> Option<Ask> {
    match effect {
        SessionEffect::Do(
            Effect::Random { ask }
            | Effect::Http { ask, .. }
            | Effect::WebMessage { ask, .. }
            | Effect::Popup { ask, .. }
            | Effect::Verify { ask, .. }
            | Effect::Leave { ask, .. }
            | Effect::Take { ask, .. }
            | Effect::Wake { ask, .. },
        )
        | SessionEffect::Fetch { ask, .. }
        | SessionEffect::Key { ask, .. }
        | SessionEffect::Sign { ask, .. }
        | SessionEffect::Lock { ask, .. }
        | SessionEffect::Load { ask, .. } => Some(*ask),
        _ => None,
    }
}
