//! A `[[connection]]` of the configuration file.

use serde::Deserialize;

use super::password_rules::{CharacterType, CharacterTypeRule, Complexity, Dictionary, PasswordPolicy};
use super::strategy::{self, Family};
use super::{ConfigError, Connection, ConnectionKind, DatabaseRules};

/// So many former passwords at most: each costs the work of a login, and Auth0 has no more.
const LONGEST_HISTORY: usize = 24;

/// What the file says of a connection.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConnectionWords {
    pub(super) name: String,
    strategy: Option<String>,
    display_name: Option<String>,
    domains: Option<Vec<String>>,
    domain: Option<String>,
    domain_aliases: Option<Vec<String>>,
    password_policy: Option<PasswordPolicy>,
    min_length: Option<usize>,
    password_complexity_options: Option<Complexity>,
    password_history: Option<usize>,
    password_dictionary: Option<Dictionary>,
    password_no_personal_info: Option<bool>,
    username: Option<UsernameLength>,
    requires_username: Option<bool>,
    sign_up: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsernameLength {
    min: usize,
    max: usize,
}

impl ConnectionWords {
    /// What the file leaves out stays as it was.
    pub(super) fn on_top_of(self, old: Option<Connection>) -> Result<Connection, ConfigError> {
        let strategy = self
            .strategy
            .clone()
            .or_else(|| old.as_ref().map(|old| old.strategy.clone()))
            .unwrap_or_else(|| "auth0".to_owned());
        let kind = self.kind(&strategy, old.as_ref())?;
        let display_name = self
            .display_name
            .or_else(|| old.map(|old| old.display_name))
            .unwrap_or_else(|| strategy::label(&strategy, &self.name));
        Ok(Connection {
            name: self.name,
            strategy,
            display_name,
            kind,
        })
    }

    fn kind(&self, strategy: &str, old: Option<&Connection>) -> Result<ConnectionKind, ConfigError> {
        let said = self.domains();
        let kept = || old.map(|old| old.domains().to_vec()).unwrap_or_default();
        let mismatch = || Err(ConfigError::Strategy(self.name.clone()));
        match (Family::of(strategy), self.says_rules(), said) {
            (Family::Database, _, None) => {
                let rules = old.and_then(Connection::database).cloned();
                self.rules(rules.unwrap_or_else(crate::seed::database_rules))
            }
            (Family::Email, false, None) => Ok(ConnectionKind::Email),
            (Family::Sms, false, None) => Ok(ConnectionKind::Sms),
            (Family::Social, false, None) => Ok(ConnectionKind::Social),
            (Family::Directory, false, said) => Ok(ConnectionKind::Directory {
                domains: said.unwrap_or_else(kept),
            }),
            // A strategy that nobody knows is an enterprise's when domains belong to it.
            (Family::Enterprise, false, said) => Ok(ConnectionKind::Enterprise {
                domains: said.unwrap_or_else(kept),
            }),
            (Family::Social, false, Some(domains)) => Ok(ConnectionKind::Enterprise { domains }),
            _ => mismatch(),
        }
    }

    /// In lower case and each once, the main one first.
    fn domains(&self) -> Option<Vec<String>> {
        if self.domains.is_none() && self.domain.is_none() && self.domain_aliases.is_none() {
            return None;
        }
        let all = self
            .domain
            .iter()
            .chain(self.domains.iter().flatten())
            .chain(self.domain_aliases.iter().flatten());
        let mut seen = std::collections::HashSet::new();
        Some(
            all.map(|domain| domain.trim().to_lowercase())
                .filter(|domain| !domain.is_empty() && seen.insert(domain.clone()))
                .collect(),
        )
    }

    fn says_rules(&self) -> bool {
        self.password_policy.is_some()
            || self.min_length.is_some()
            || self.password_complexity_options.is_some()
            || self.password_history.is_some()
            || self.password_dictionary.is_some()
            || self.password_no_personal_info.is_some()
            || self.username.is_some()
            || self.requires_username.is_some()
            || self.sign_up.is_some()
    }

    fn rules(&self, old: DatabaseRules) -> Result<ConnectionKind, ConfigError> {
        let mut complexity = self.password_complexity_options.clone().unwrap_or(old.complexity);
        complexity.min_length = self.min_length.or(complexity.min_length);
        let all_types = CharacterType::ALL
            .iter()
            .all(|class| complexity.character_types.contains(class));
        let three_of_too_few = complexity.character_type_rule == CharacterTypeRule::ThreeOfFour && !all_types;
        if three_of_too_few
            || complexity
                .min_length
                .is_some_and(|least| !(1..=72).contains(&least))
        {
            return Err(ConfigError::Complexity(self.name.clone()));
        }
        if self.password_history.is_some_and(|count| count > LONGEST_HISTORY) {
            return Err(ConfigError::History(self.name.clone()));
        }
        let username_length = self
            .username
            .as_ref()
            .map_or(old.username_length, |length| (length.min, length.max));
        if !(1..=username_length.1).contains(&username_length.0) || username_length.1 > 128 {
            return Err(ConfigError::UsernameLength(self.name.clone()));
        }
        Ok(ConnectionKind::Database(DatabaseRules {
            policy: self.password_policy.unwrap_or(old.policy),
            complexity,
            history: self.password_history.unwrap_or(old.history),
            dictionary: self.password_dictionary.clone().or(old.dictionary),
            no_personal_info: self.password_no_personal_info.or(old.no_personal_info),
            requires_username: self.requires_username.unwrap_or(old.requires_username),
            username_length,
            sign_up: self.sign_up.unwrap_or(old.sign_up),
        }))
    }
}
