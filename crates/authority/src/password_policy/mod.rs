//! Which passwords a database connection accepts, and in what words it refuses the others.

mod common;
mod rule;
mod runs;
mod wire;

use crate::config::{
    Allowance, CharacterType, CharacterTypeRule, Complexity, DatabaseRules, Dictionary, Excess,
    PasswordPolicy,
};
use crate::secret::Secret;

pub use rule::{Rule, RuleKind};

/// The shortest part of a name or address that a password must not contain, in characters.
const TELLING: usize = 4;

/// The longest password in bytes where longer ones are refused: as much as bcrypt, which Auth0 uses, looks at.
const MOST_BYTES: usize = 72;

/// What is known of the person whose password it is to be.
#[derive(Debug, Clone, Default)]
pub struct About<'a> {
    /// Mail address.
    pub email: Option<&'a str>,
    /// User name.
    pub username: Option<&'a str>,
    /// Given, family, full name and nickname.
    pub names: Vec<&'a str>,
}

/// Why a password is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It breaks a rule; here are all of them, kept and broken.
    Strength(Vec<Rule>),
    /// It is on the list of the most common ones.
    Common,
    /// It contains a name or address of the person.
    UserInfo,
    /// The person has it, or had it not long ago.
    History,
}

/// The rules of a connection with the verdict on `password`.
///
/// The rules are Auth0's policies (`none` to `excellent`), or its complexity options in their place. A composition rule
/// is not good advice (NIST SP 800-63B section 3.1.1.2 forbids it), but a widget has to be able to show the ones that
/// servers have.
#[must_use]
pub fn rules(database: &DatabaseRules, password: &str) -> Vec<Rule> {
    let kinds = if database.complexity.replaces_policy() {
        of_complexity(database.policy, &database.complexity)
    } else {
        of_policy(database.policy, database.complexity.min_length)
    };
    kinds
        .into_iter()
        .map(|kind| Rule::judge(kind, password))
        .collect()
}

fn of_policy(policy: PasswordPolicy, min_length: Option<usize>) -> Vec<RuleKind> {
    let length = at_least(min_length.unwrap_or(least_length(policy)));
    match policy {
        PasswordPolicy::None | PasswordPolicy::Low => vec![length],
        PasswordPolicy::Fair => vec![
            length,
            RuleKind::ShouldContain(vec![
                CharacterType::Lowercase,
                CharacterType::Uppercase,
                CharacterType::Number,
            ]),
        ],
        PasswordPolicy::Good => vec![length, RuleKind::ContainsAtLeast],
        PasswordPolicy::Excellent => vec![length, RuleKind::ContainsAtLeast, RuleKind::IdenticalChars],
    }
}

fn of_complexity(policy: PasswordPolicy, complexity: &Complexity) -> Vec<RuleKind> {
    let mut kinds = vec![at_least(complexity.min_length.unwrap_or(least_length(policy)))];
    match complexity.character_type_rule {
        CharacterTypeRule::ThreeOfFour => kinds.push(RuleKind::ContainsAtLeast),
        CharacterTypeRule::All if complexity.character_types.is_empty() => {}
        CharacterTypeRule::All => kinds.push(RuleKind::ShouldContain(complexity.character_types.clone())),
    }
    if complexity.identical_characters == Allowance::Block {
        kinds.push(RuleKind::IdenticalChars);
    }
    if complexity.sequential_characters == Allowance::Block {
        kinds.push(RuleKind::SequentialChars);
    }
    if complexity.max_length_exceeded == Excess::Error {
        kinds.push(RuleKind::MaxLength(MOST_BYTES));
    }
    kinds
}

fn at_least(length: usize) -> RuleKind {
    match length {
        0 | 1 => RuleKind::NonEmpty,
        more => RuleKind::LengthAtLeast(more),
    }
}

fn least_length(policy: PasswordPolicy) -> usize {
    match policy {
        PasswordPolicy::None => 1,
        PasswordPolicy::Low => 6,
        PasswordPolicy::Fair | PasswordPolicy::Good => 8,
        PasswordPolicy::Excellent => 10,
    }
}

/// Refuses `password` or lets it pass. Length is counted in characters, and nothing is cut off or changed.
///
/// Whoever configures `none` wants to type `a` all day, so that common passwords and telling ones pass unless the
/// configuration says otherwise.
pub fn judge(database: &DatabaseRules, password: &Secret, about: &About<'_>) -> Result<(), Refusal> {
    let password = password.expose();
    let rules = rules(database, password);
    if rules.iter().any(|rule| !rule.kept) {
        return Err(Refusal::Strength(rules));
    }
    let usual = database.policy != PasswordPolicy::None;
    let folded = password.to_lowercase();
    if is_common(database.dictionary.as_ref(), usual, &folded) {
        return Err(Refusal::Common);
    }
    let telling = about.telling_parts().iter().any(|part| folded.contains(part));
    if telling && database.no_personal_info.unwrap_or(usual) {
        return Err(Refusal::UserInfo);
    }
    Ok(())
}

fn is_common(dictionary: Option<&Dictionary>, usual: bool, folded: &str) -> bool {
    let (enable, more) = match dictionary {
        Some(dictionary) => (dictionary.enable, dictionary.dictionary.as_slice()),
        None => (usual, &[][..]),
    };
    enable && (common::contains(folded) || more.iter().any(|word| word.to_lowercase() == folded))
}

impl About<'_> {
    /// Lower-case parts that are long enough to tell something.
    fn telling_parts(&self) -> Vec<String> {
        let local = self
            .email
            .map(|email| email.rsplit_once('@').map_or(email, |(local, _)| local));
        let names = self.names.iter().flat_map(|name| name.split_whitespace());
        local
            .into_iter()
            .chain(self.username)
            .chain(names)
            .map(str::to_lowercase)
            .filter(|part| part.chars().count() >= TELLING)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{About, Refusal, judge};
    use crate::config::{Complexity, DatabaseRules, PasswordPolicy};
    use crate::secret::Secret;

    fn verdict(policy: PasswordPolicy, min_length: Option<usize>, password: &str) -> Result<(), Refusal> {
        let database = DatabaseRules {
            policy,
            complexity: Complexity::of_length(min_length),
            ..crate::seed::database_rules()
        };
        let about = About {
            email: Some("grace@example.com"),
            username: Some("hopper"),
            names: vec!["Grace Brewster", "Al"],
        };
        judge(&database, &Secret::from(password), &about)
    }

    #[test]
    fn each_policy_accepts_what_keeps_its_rules_and_refuses_what_breaks_one() {
        use PasswordPolicy::{Excellent, Fair, Good, Low, None};
        let cases = [
            (None, "a", true),
            (None, "", false),
            (Low, "kestre", true),
            (Low, "kestr", false),
            (Fair, "abcdEF12", true),
            (Fair, "abcdEFgh", false),
            (Fair, "abcd EF!", false),
            (Good, "abcd EF!", true),
            (Good, "abcdefg1", false),
            (Good, "aB1!xyz", false),
            (Excellent, "abcd EF!12", true),
            (Excellent, "abcd EF!1", false),
            (Excellent, "abcd EFF!12", true),
            (Excellent, "abcd EFFF!12", false),
        ];
        for (policy, password, accepted) in cases {
            assert_eq!(
                verdict(policy, Option::None, password).is_ok(),
                accepted,
                "{policy:?} {password}"
            );
        }
    }

    #[test]
    fn a_connections_own_least_length_replaces_the_policys() {
        assert!(verdict(PasswordPolicy::Low, Some(12), "elevenchars").is_err());
        assert!(verdict(PasswordPolicy::Low, Some(3), "abz").is_ok());
        assert!(verdict(PasswordPolicy::None, Some(3), "ab").is_err());
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert!(verdict(PasswordPolicy::Low, None, "äöüßéè").is_ok());
        assert!(verdict(PasswordPolicy::Low, None, "äöüßé").is_err());
    }

    #[test]
    fn a_common_password_is_refused_whatever_its_case() {
        assert_eq!(
            verdict(PasswordPolicy::Good, None, "Password1"),
            Err(Refusal::Common)
        );
        assert_eq!(verdict(PasswordPolicy::Low, None, "QWERTY"), Err(Refusal::Common));
    }

    #[test]
    fn a_password_with_a_name_or_address_of_the_person_is_refused() {
        for password in ["xGRACEx99", "hopper!!77A", "my-Brewster1"] {
            assert_eq!(
                verdict(PasswordPolicy::Good, None, password),
                Err(Refusal::UserInfo),
                "{password}"
            );
        }
        assert!(
            verdict(PasswordPolicy::Good, None, "always-Al-1").is_ok(),
            "two letters tell nothing"
        );
    }
}
