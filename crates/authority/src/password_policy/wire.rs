//! A refused password in the shapes of Auth0's `/dbconnections/signup` (Authentication API, "Signup", errors).

use serde_json::{Value, json};

use super::{Refusal, Rule};

impl Refusal {
    /// The body of the answer with status 400.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({
            "name": self.name(),
            "code": "invalid_password",
            "message": self.sentence(),
            "description": self.sentence(),
            "statusCode": 400,
        });
        if let Self::Strength(rules) = self {
            body["policy"] = json!(policy(rules));
            body["description"] = json!({
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
                "verified": false,
            });
        }
        body
    }

    /// One sentence for a person.
    #[must_use]
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::Strength(_) => "The password is too weak.",
            Self::Common => "The password is one of the most common ones. Choose another.",
            Self::UserInfo => "The password contains your name or address. Choose another.",
            Self::History => "You have used this password before. Choose another.",
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Strength(_) => "PasswordStrengthError",
            Self::Common => "PasswordDictionaryError",
            Self::UserInfo => "PasswordNoUserInfoError",
            Self::History => "PasswordHistoryError",
        }
    }
}

fn rule(rule: &Rule) -> Value {
    let mut value = json!({
        "message": rule.kind.template(),
        "format": rule.kind.format(),
        "code": rule.kind.code(),
        "verified": rule.kept,
    });
    if !rule.items.is_empty() {
        value["items"] = rule.items.iter().map(self::rule).collect();
    }
    value
}

/// The rules as plain text: one line each, parts of a rule indented.
fn policy(rules: &[Rule]) -> String {
    let mut lines = Vec::new();
    for rule in rules {
        lines.push(format!("* {}", rule.phrase()));
        lines.extend(rule.items.iter().map(|item| format!("  * {}", item.phrase())));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::config::{DatabaseRules, PasswordPolicy};
    use crate::password_policy::{About, judge};
    use crate::secret::Secret;

    #[test]
    fn a_weak_password_is_answered_with_every_rule_and_its_verdict() {
        let database = DatabaseRules {
            policy: PasswordPolicy::Good,
            ..crate::seed::database_rules()
        };
        let refusal = judge(&database, &Secret::from("abc"), &About::default()).unwrap_err();
        let body = refusal.body();
        assert_eq!(body["name"], "PasswordStrengthError");
        assert_eq!(body["code"], "invalid_password");
        assert_eq!(body["statusCode"], 400);
        assert_eq!(
            body["description"]["rules"][0],
            json!({ "message": "At least %d characters", "format": [8], "code": "lengthAtLeast", "verified": false })
        );
        assert_eq!(body["description"]["rules"][1]["format"], json!([3, 4]));
        assert_eq!(body["description"]["rules"][1]["items"][0]["code"], "lowerCase");
        assert_eq!(body["description"]["rules"][1]["items"][0]["verified"], true);
        assert_eq!(body["description"]["verified"], false);
        assert!(
            body["policy"]
                .as_str()
                .unwrap()
                .starts_with("* At least 8 characters\n* At least 3 of these 4")
        );
    }

    #[test]
    fn a_refusal_says_nothing_of_the_password() {
        let database = crate::seed::database_rules();
        let refusal = judge(&database, &Secret::from("hunter2"), &About::default()).unwrap_err();
        assert!(!refusal.body().to_string().contains("hunter2"));
        assert!(!format!("{refusal:?}").contains("hunter2"));
    }
}
