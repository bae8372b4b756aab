//! A login that the widget finished inside the page becomes the session's.

use std::rc::Rc;

use vestibule_protocol::{Broken, TokenType};

use super::account::{Access, Account, Refresh, ahead_s, id_of};
use super::context::SessionContext;
use super::running::Running;
use crate::login_event::{LoginError, TokenSet};

impl Running {
    /// Takes the tokens of a login that the widget finished inside the page.
    pub(super) fn adopt(&mut self, tokens: TokenSet, cx: &mut SessionContext) {
        // The widget's tokens are bound to nothing; a session that was to bind them does not do without.
        if self.plan.is_bound() {
            let bearer = Broken::TokenType(TokenType::Bearer.as_str().to_owned());
            return self.fail(LoginError::Broken(bearer).into(), cx);
        }
        self.cancel_login(cx);
        self.give_up_ending();
        let login = self.plan.login();
        let ahead_s = ahead_s(&tokens.id_token, cx.at_s());
        let server_now_s = cx.now_s().saturating_add_signed(ahead_s);
        let life_s = tokens
            .expires_at_s
            .map(|at| u32::try_from(at.saturating_sub(cx.now_s())).unwrap_or(u32::MAX));
        let access = Access::new(
            (login.audience.clone(), login.scope.clone()),
            (tokens.access_token, TokenType::Bearer),
            Some(tokens.scope),
            (server_now_s, life_s),
        );
        let account = Account {
            id: id_of(&tokens.id_token),
            id_token: Rc::new(tokens.id_token),
            refresh: tokens.refresh_token.map_or(Refresh::None, Refresh::Good),
            access: vec![access],
            jkt: None,
            ahead_s,
            saves: 0,
        };
        self.arrived = None;
        self.take_account(account, false, cx);
        self.tell_authenticated(cx);
    }
}
