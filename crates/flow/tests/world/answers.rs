//! How the world answers each question of the machine.

use vestibule_flow::{Answer, Ask, Effect, Event, Taken};
use vestibule_protocol::Request;

use super::{Http, ISSUER, NOW_S, World, json, jwt, transaction};

impl World {
    pub(super) fn run(&mut self, effects: Vec<Effect>) {
        self.effects.extend(effects.iter().cloned());
        self.answer_all(effects);
    }

    pub(super) fn answer_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if (self.server.hold)(&effect) {
                self.held.push_back(effect);
            } else {
                self.answer(effect);
            }
        }
    }

    fn answer(&mut self, effect: Effect) {
        match effect {
            Effect::Random { ask } => {
                self.entropy += 1;
                self.reply(ask, Answer::Drawn(Box::new([self.entropy; 96])));
            }
            Effect::Http { ask, request } => {
                let answer = self.http(&request);
                self.reply(ask, Answer::Http(answer));
            }
            Effect::WebMessage { ask, .. } => {
                let message = (self.server.message)(&transaction(self.entropy));
                self.reply(ask, Answer::Message(message));
            }
            Effect::Popup { ask, url, .. } => {
                self.opened.push(url.expose().to_owned());
                let message = (self.server.message)(&transaction(self.entropy));
                self.reply(ask, Answer::Message(message));
            }
            Effect::Verify { ask, .. } => {
                let valid = self.server.signature_valid;
                self.reply(ask, Answer::Verified(valid));
            }
            Effect::Leave { ask, keep, url } => {
                if self.server.storage_works {
                    self.kept.push(keep);
                    self.left_for.push(url.expose().to_owned());
                } else {
                    self.reply(ask, Answer::StorageRefused);
                }
            }
            Effect::Keep(keep) if keep.key.ends_with(".last-connection") => self.last = Some(keep.value),
            Effect::Keep(keep) => self.kept.push(keep),
            Effect::Look { ask, .. } => {
                let found = self.last.clone();
                self.reply(ask, Answer::Looked(found));
            }
            Effect::Take { ask, key } => {
                let at = self.kept.iter().position(|keep| keep.key == key.expose());
                let taken = at.map_or(Taken::Missing, |at| Taken::Found(self.kept.remove(at).value));
                self.reply(ask, Answer::Taken(taken));
            }
            Effect::Consult { ask, question } => {
                let answer = (self.server.app)(&question);
                self.asked.push(question);
                self.reply(ask, Answer::Said(answer));
            }
            Effect::Visit(visit) => self.visits.push(visit),
            Effect::Emit(event) => self.events.push(event),
            Effect::Advise(advice) => self.advice.push(advice.to_string()),
            Effect::Forget { .. } | Effect::CleanUrl(_) | Effect::Wake { .. } | Effect::Watch { .. } => {}
        }
    }

    pub fn reply(&mut self, ask: Ask, answer: Answer) {
        self.event(Event::Answered(ask, answer));
    }

    fn http(&mut self, request: &Request) -> Http {
        let path = request
            .url
            .strip_prefix("https://login.example.com")
            .unwrap_or(&request.url);
        self.requests
            .push(path.split('?').next().unwrap_or(path).to_owned());
        match path {
            "/client/app.js" | "/client/another.js" => match &self.server.connections {
                Some(connections) => json(200, connections),
                None => (self.server.settings)(),
            },
            "/.well-known/openid-configuration" => (self.server.discovery)(),
            "/.well-known/jwks.json" => (self.server.jwks)(),
            "/co/authenticate" => (self.server.co_authenticate)(),
            "/usernamepassword/login" => (self.server.hosted)(),
            "/passwordless/verify" => (self.server.verify)(),
            "/oauth/token" => self.server.token.map_or_else(|| self.tokens(), |token| token()),
            "/dbconnections/signup" => (self.server.sign_up)(),
            "/dbconnections/change_password" => (self.server.change_password)(),
            "/passwordless/start" => (self.server.passwordless)(),
            path if path.ends_with("/challenge") => (self.server.challenge)(),
            other => panic!("the machine asked for {other}"),
        }
    }

    /// Tokens for the newest transaction, with the test's own claims over the good ones.
    fn tokens(&self) -> Http {
        let mut claims = serde_json::json!({
            "iss": ISSUER, "aud": "app", "sub": "auth0|1", "iat": NOW_S, "exp": NOW_S + 3600.0,
            "nonce": transaction(self.entropy).nonce().expose(), "name": "Ada", "email": "ada@example.com",
        });
        for (name, value) in &self.claims {
            claims[name] = value.clone();
        }
        json(
            200,
            &serde_json::json!({
                "access_token": "AT", "token_type": "Bearer", "expires_in": 86400, "id_token": jwt(&claims),
            })
            .to_string(),
        )
    }
}
