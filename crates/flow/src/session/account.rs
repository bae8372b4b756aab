//! Somebody who is logged in: who it is, and the tokens that are good for them.

use std::rc::Rc;

use vestibule_protocol::{AccessToken, IdToken, RefreshToken, TokenType};

use super::event::GrantedToken;

/// A token this close to its end is renewed before it is used, in seconds: it has still to travel.
const MARGIN_S: u64 = 30;

/// How many APIs' tokens are kept.
const MAX_TOKENS: usize = 16;

/// Somebody who is logged in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Account {
    /// The same in every tab and after every renewal, and of no other login.
    pub(super) id: String,
    /// The ID token of the login. Those of renewals are held against it, and do not take its place.
    pub(super) id_token: Rc<IdToken>,
    pub(super) refresh: Refresh,
    pub(super) access: Vec<Access>,
    /// The thumbprint of the key that the tokens are bound to.
    pub(super) jkt: Option<String>,
    /// How far the server's clock is ahead of this machine's, in seconds.
    pub(super) ahead_s: i64,
    /// How often it was saved: what is kept with a lower number is older than what this tab knows.
    pub(super) saves: u64,
}

/// The refresh token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refresh {
    None,
    Good(RefreshToken),
    /// It was sent, by this tab or perhaps by another, and no answer came: used up or not, nobody knows. It is not sent again,
    /// but revoked at the end.
    Doubtful(RefreshToken),
}

/// An access token for one API.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Access {
    /// The API it was asked for; none is the config's.
    pub(super) audience: Option<String>,
    /// The scope it was asked with: a server may grant less, and asking again brings no more.
    pub(super) asked_scope: String,
    pub(super) granted: GrantedToken,
    /// When to get another, in seconds since 1970 by the server's clock.
    pub(super) renew_at_s: Option<u64>,
}

impl Access {
    pub(super) fn new(
        (audience, asked_scope): (Option<String>, String),
        (token, token_type): (AccessToken, TokenType),
        scope: Option<String>,
        (server_now_s, expires_in_s): (u64, Option<u32>),
    ) -> Self {
        let life_s = expires_in_s.map(u64::from);
        Self {
            granted: GrantedToken {
                token,
                token_type,
                scope: scope.unwrap_or_else(|| asked_scope.clone()),
                expires_at_s: life_s.map(|life| server_now_s.saturating_add(life)),
            },
            audience,
            asked_scope,
            // A fifth of a short life, so that a token of a minute is not old at birth.
            renew_at_s: life_s.map(|life| server_now_s.saturating_add(life - MARGIN_S.min(life / 5))),
        }
    }

    fn is_for(&self, audience: Option<&str>, scope: &str) -> bool {
        let has = |word: &str| {
            [&self.asked_scope, &self.granted.scope]
                .iter()
                .any(|scope| scope.split_ascii_whitespace().any(|known| known == word))
        };
        self.audience.as_deref() == audience && scope.split_ascii_whitespace().all(has)
    }
}

impl Account {
    /// The time at the server.
    pub(super) fn server_now_s(&self, now_s: u64) -> u64 {
        now_s.saturating_add_signed(self.ahead_s)
    }

    /// A token that is good for this, other than the one that an API has just refused.
    pub(super) fn fresh(
        &self,
        (audience, scope): (Option<&str>, &str),
        not: Option<&AccessToken>,
        now_s: u64,
    ) -> Option<&GrantedToken> {
        let server_now_s = self.server_now_s(now_s);
        self.access
            .iter()
            .filter(|access| access.is_for(audience, scope))
            .filter(|access| access.renew_at_s.is_none_or(|at| server_now_s < at))
            .map(|access| &access.granted)
            .find(|granted| not.is_none_or(|not| granted.token != *not))
    }

    /// Keeps a token in place of the one for the same API and scope, and of what it covers.
    pub(super) fn keep(&mut self, access: Access) {
        self.access
            .retain(|old| !access.is_for(old.audience.as_deref(), &old.asked_scope));
        if self.access.len() == MAX_TOKENS {
            self.access.remove(0);
        }
        self.access.push(access);
    }

    pub(super) fn is_of_another_person_than(&self, id_token: &IdToken) -> bool {
        self.id_token.claims().sub != id_token.claims().sub
    }

    /// The organisation that the person is logged in to, as an authorization request names it.
    pub(super) fn organization(&self) -> Option<String> {
        let claims = self.id_token.claims();
        let by_id = claims.org_id.clone().filter(|id| id.starts_with("org_"));
        by_id.or_else(|| claims.org_name.clone())
    }

    /// Sends the refresh token no more.
    pub(super) fn doubt_refresh_token(&mut self) {
        if let Refresh::Good(token) = &self.refresh {
            self.refresh = Refresh::Doubtful(token.clone());
        }
    }

    /// The refresh token, whether it may still be good or not: for giving it back.
    pub(super) fn refresh_token(&self) -> Option<&RefreshToken> {
        match &self.refresh {
            Refresh::Good(token) | Refresh::Doubtful(token) => Some(token),
            Refresh::None => None,
        }
    }
}

/// A name for a login: the end of its ID token's signature, which no two logins share.
pub(super) fn id_of(id_token: &IdToken) -> String {
    let raw = id_token.raw().expose();
    let end = raw.len().saturating_sub(24);
    raw.get(end..).unwrap_or(raw).to_owned()
}

/// How far a server's clock is ahead of this machine's, from a token that it has just made.
pub(super) fn ahead_s(id_token: &IdToken, at_s: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, far beyond any clock"
    )]
    let ahead = (id_token.claims().iat - at_s).round() as i64;
    // A token travels for a moment; less than two seconds is no difference of clocks.
    if ahead.abs() < 2 { 0 } else { ahead }
}
