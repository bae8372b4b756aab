//! A session as it lies in the browser's storage.

use std::rc::Rc;

use vestibule_protocol::json::{self, Member, Object, Value};
use vestibule_protocol::{
    AccessToken, IdToken, IdTokenJwt, IdTokenRules, NonceRule, RefreshToken, TokenType,
};

use super::account::{Access, Account, Refresh};
use super::event::GrantedToken;
use super::plan::SessionPlan;

/// Longer than any session that was written here.
const MAX_BYTES: usize = 512 * 1024;

/// Which login a stored session is of: the same text for the same login, whatever was renewed in between.
///
/// ```
/// assert_eq!(vestibule_flow::session_id(r#"{"id":"abc"}"#).as_deref(), Some("abc"));
/// assert_eq!(vestibule_flow::session_id("nothing"), None);
/// ```
#[must_use]
pub fn session_id(stored: &str) -> Option<String> {
    let members = json::object(stored.as_bytes(), MAX_BYTES).ok()?;
    members.get("id")?.as_str().map(str::to_owned)
}

/// The text to keep. It holds the tokens.
pub(super) fn write(account: &Account) -> String {
    let ahead = account.ahead_s.to_string();
    let (refresh, doubtful) = match &account.refresh {
        Refresh::None => (None, None),
        Refresh::Good(token) => (Some(token.expose()), None),
        Refresh::Doubtful(token) => (None, Some(token.expose())),
    };
    let tokens: Vec<_> = account.access.iter().map(access).collect();
    let names: Vec<String> = (0..tokens.len()).map(|at| at.to_string()).collect();
    let access: Vec<(&str, Member)> = names
        .iter()
        .zip(&tokens)
        .map(|(name, members)| (name.as_str(), Member::Object(members)))
        .collect();
    let mut members = Member::texts([
        ("id", Some(account.id.as_str())),
        ("id_token", Some(account.id_token.raw().expose())),
        ("ahead_s", Some(ahead.as_str())),
        ("refresh_token", refresh),
        ("doubtful_refresh_token", doubtful),
        ("jkt", account.jkt.as_deref()),
    ]);
    members.push(("saves", Member::Number(account.saves)));
    members.push(("access", Member::Object(&access)));
    json::write(&members)
}

fn access(access: &Access) -> Vec<(&str, Member<'_>)> {
    let granted = &access.granted;
    let mut members = Member::texts([
        ("audience", access.audience.as_deref()),
        ("asked_scope", Some(access.asked_scope.as_str())),
        ("token", Some(granted.token.expose())),
        ("token_type", Some(granted.token_type.as_str())),
        ("scope", Some(granted.scope.as_str())),
    ]);
    members.extend(
        granted
            .expires_at_s
            .map(|at| ("expires_at_s", Member::Number(at))),
    );
    members.extend(access.renew_at_s.map(|at| ("renew_at_s", Member::Number(at))));
    members
}

/// Reads what [`write`] wrote; what is of another server or client, is bound where this session is not or the reverse, or
/// cannot be read, is no session.
pub(super) fn read(stored: &str, plan: &SessionPlan) -> Option<Account> {
    let members = json::object(stored.as_bytes(), MAX_BYTES).ok()?;
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let rules = IdTokenRules::new(&plan.issuer, plan.client_id(), NonceRule::ExpectNoNonce);
    let id_token = IdToken::remembered(&IdTokenJwt::new(text("id_token")?), &rules).ok()?;
    let jkt = text("jkt").map(str::to_owned);
    if jkt.is_some() != plan.is_bound() {
        return None;
    }
    Some(Account {
        id: text("id")?.to_owned(),
        id_token: Rc::new(id_token),
        refresh: match (text("refresh_token"), text("doubtful_refresh_token")) {
            (Some(token), _) => Refresh::Good(RefreshToken::new(token)),
            (None, Some(token)) => Refresh::Doubtful(RefreshToken::new(token)),
            (None, None) => Refresh::None,
        },
        access: members
            .get("access")?
            .as_object()?
            .iter()
            .map(|(_, token)| read_access(token.as_object()?))
            .collect::<Option<_>>()?,
        jkt,
        ahead_s: text("ahead_s")?.parse().ok()?,
        saves: members.get("saves")?.as_u64()?,
    })
}

fn read_access(members: &Object) -> Option<Access> {
    let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
    let number = |name: &str| members.get(name).and_then(Value::as_u64);
    Some(Access {
        audience: text("audience"),
        asked_scope: text("asked_scope")?,
        granted: GrantedToken {
            token: AccessToken::new(text("token")?),
            token_type: [TokenType::Bearer, TokenType::Dpop]
                .into_iter()
                .find(|kind| members.get("token_type").and_then(Value::as_str) == Some(kind.as_str()))?,
            scope: text("scope")?,
            expires_at_s: number("expires_at_s"),
        },
        renew_at_s: number("renew_at_s"),
    })
}
