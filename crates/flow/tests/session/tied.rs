//! A world that answers nothing by itself: what is asked waits, and is answered in any order, well or badly.

use std::collections::HashSet;

use vestibule_flow::{
    Answer, ApiRequest, Effect, LoginOptions, SessionAnswer, SessionConfig, SessionEffect, SessionInput,
    Ticket, TokenRequest, Wish,
};

use crate::happenings::{Happening, fault};
use crate::session_world::{Job, World, asked, decoded_query, value};

/// The world with its hands tied: whatever is asked waits until the test answers it.
pub struct Tied {
    pub world: World,
    /// How many questions the app of each tab has asked.
    tickets: Vec<u32>,
}

impl Tied {
    pub fn new(config: &SessionConfig, tabs: usize) -> Self {
        let mut world = World::empty();
        world.hold = |effect| asked(effect).is_some();
        for _ in 0..tabs {
            world.open(config);
        }
        Self {
            world,
            tickets: vec![0; tabs],
        }
    }

    pub fn happen(&mut self, tab: usize, happening: Happening) {
        let wish = match happening {
            Happening::LogIn(how) => Wish::LogIn(Box::new(LoginOptions {
                how,
                ..LoginOptions::default()
            })),
            Happening::StepUp(how) => {
                let options = LoginOptions {
                    how,
                    ..LoginOptions::default()
                };
                Wish::StepUp(self.ticket(tab), Box::new(options))
            }
            Happening::Cancel => Wish::Cancel,
            Happening::Token(audience) => {
                let wanted = TokenRequest {
                    audience: audience.map(str::to_owned),
                    scope: None,
                };
                Wish::AccessToken(self.ticket(tab), wanted)
            }
            Happening::Fetch(url) => Wish::Fetch(self.ticket(tab), Box::new(ApiRequest::get(url))),
            Happening::UserInfo => Wish::UserInfo(self.ticket(tab)),
            Happening::LogOut(how) => Wish::LogOut(how),
            Happening::Told(message) => return self.world.input(tab, SessionInput::Told(message)),
            Happening::Resumed(how) => return self.world.input(tab, SessionInput::Resumed(how)),
            Happening::Later(seconds) => return self.world.later(f64::from(seconds)),
            Happening::Well(which) => return self.well(which),
            Happening::Badly(which, how) => return self.badly(which, how),
        };
        self.world.wish(tab, wish);
    }

    fn ticket(&mut self, tab: usize) -> Ticket {
        self.tickets[tab] += 1;
        Ticket(self.tickets[tab])
    }

    fn take(&mut self, which: usize) -> Option<(usize, SessionEffect)> {
        let open = self.world.held.len();
        match self.world.held.remove(which.checked_rem(open)?)? {
            Job::Do(tab, effect) => Some((tab, effect)),
            Job::Input(..) => None,
        }
    }

    fn well(&mut self, which: usize) {
        if let Some((tab, effect)) = self.take(which) {
            self.world.happen_now(tab, effect);
            self.world.ring(tab);
        }
    }

    fn badly(&mut self, which: usize, how: usize) {
        let Some((tab, effect)) = self.take(which) else {
            return;
        };
        // Chance and clocks have no faults.
        if matches!(
            effect,
            SessionEffect::Do(Effect::Random { .. } | Effect::Wake { .. })
        ) {
            return self.world.happen_now(tab, effect);
        }
        let answer = fault(&effect, how);
        if let (Some(token), SessionAnswer::Did(Answer::Http(reply))) = (refresh_token(&effect), &answer) {
            self.world.server.count_refresh(&token, reply);
        }
        let ask = asked(&effect).expect("only questions are held");
        // An answer of another kind is none, and its question stays open.
        if how == 0 || (how == 1 && !matches!(effect, SessionEffect::Lock { .. })) {
            self.world.held.push_back(Job::Do(tab, effect));
        }
        self.world.reply(tab, ask, answer);
    }

    /// Answers whatever is still open, and whatever comes of that.
    pub fn rest(&mut self) {
        for _ in 0..10_000 {
            if self.world.held.is_empty() {
                for tab in 0..self.tickets.len() {
                    self.world.ring(tab);
                }
            }
            if self.world.held.is_empty() {
                return;
            }
            self.well(0);
        }
        panic!("it asks for ever");
    }

    /// Every question of every app has one answer.
    pub fn is_answered(&self) -> bool {
        self.world.tabs.iter().zip(&self.tickets).all(|(tab, asked)| {
            let answered: HashSet<u32> = tab.answers.iter().map(|(ticket, _)| ticket.0).collect();
            answered.len() == tab.answers.len() && answered == (1..=*asked).collect()
        })
    }

    /// How many refreshes, and how many frames and popups, are under way in the tab that has most of them.
    pub fn most_under_way(&self) -> (usize, usize) {
        let of = |tab: usize, is: fn(&SessionEffect) -> bool| {
            let forgotten = &self.world.tabs[tab].forgotten;
            let is_open = |job: &&Job| match job {
                Job::Do(of, effect) => {
                    *of == tab && is(effect) && asked(effect).is_some_and(|ask| !forgotten.contains(&ask))
                }
                Job::Input(..) => false,
            };
            self.world.held.iter().filter(is_open).count()
        };
        let is_refresh = |effect: &SessionEffect| refresh_token(effect).is_some();
        let is_window = |effect: &SessionEffect| {
            matches!(
                effect,
                SessionEffect::Do(Effect::Popup { .. } | Effect::WebMessage { .. })
            )
        };
        let tabs = || 0..self.tickets.len();
        let most = |is: fn(&SessionEffect) -> bool| tabs().map(|tab| of(tab, is)).max().unwrap_or_default();
        (most(is_refresh), most(is_window))
    }
}

fn refresh_token(effect: &SessionEffect) -> Option<String> {
    let SessionEffect::Do(Effect::Http { request, .. }) = effect else {
        return None;
    };
    let form = decoded_query(&format!("?{}", request.body.as_ref()?.expose()));
    value(&form, "grant_type").filter(|grant| *grant == "refresh_token")?;
    value(&form, "refresh_token").map(str::to_owned)
}
