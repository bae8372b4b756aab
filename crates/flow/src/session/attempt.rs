//! One login as this tab remembers it over a redirect: the transaction, and what was asked for beyond it.

use vestibule_protocol::json::{self, Member, Value};
use vestibule_protocol::{IdTokenRules, NonceRule, ResponseType, Transaction, TransactionError};

use super::plan::SessionPlan;

/// Room for the longest [`app_state`](crate::plan::MAX_APP_STATE_BYTES), every character of it escaped.
const MAX_BYTES: usize = 128 * 1024;

/// A login under way. It is a secret of this tab: it holds the code verifier.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attempt {
    pub(super) transaction: Transaction,
    pub(super) asked: Asked,
}

/// What a login asked for, which its answer is measured by.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    pub(super) response_type: ResponseType,
    pub(super) max_age: Option<u32>,
    pub(super) organization: Option<String>,
    pub(super) acr_required: Vec<String>,
    pub(super) audience: Option<String>,
    pub(super) scope: String,
    pub(super) return_to: Option<String>,
    pub(super) app_state: Option<String>,
    /// Whose step-up this is: nobody else's answer will do.
    pub(super) sub: Option<String>,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked")
            .field("response_type", &self.response_type)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

impl Attempt {
    /// What the ID tokens of its answer are measured by.
    pub(super) fn rules<'r>(&'r self, plan: &'r SessionPlan) -> IdTokenRules<'r> {
        IdTokenRules {
            algorithms: &plan.config.algorithms,
            leeway_s: plan.login().leeway_s,
            max_age_s: self.asked.max_age,
            organization: self.asked.organization.as_deref(),
            ..IdTokenRules::new(
                &plan.issuer,
                plan.client_id(),
                NonceRule::Expect(self.transaction.nonce()),
            )
        }
    }

    pub(super) fn to_stored(&self) -> String {
        let Self { transaction, asked } = self;
        let transaction = transaction.to_stored();
        let acr = asked.acr_required.join(" ");
        let mut members = Member::texts([
            ("transaction", Some(transaction.as_str())),
            ("response_type", Some(asked.response_type.as_str())),
            ("organization", asked.organization.as_deref()),
            ("acr_required", Some(acr.as_str())),
            ("audience", asked.audience.as_deref()),
            ("scope", Some(asked.scope.as_str())),
            ("return_to", asked.return_to.as_deref()),
            ("app_state", asked.app_state.as_deref()),
            ("sub", asked.sub.as_deref()),
        ]);
        members.extend(asked.max_age.map(|s| ("max_age", Member::Number(u64::from(s)))));
        json::write(&members)
    }

    pub(super) fn from_stored(stored: &str, now_s: u64) -> Result<Self, TransactionError> {
        let malformed = TransactionError::Malformed;
        let members = json::object(stored.as_bytes(), MAX_BYTES).map_err(|_| malformed)?;
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let transaction = text("transaction").ok_or(malformed)?;
        let words = text("acr_required").unwrap_or_default();
        Ok(Self {
            transaction: Transaction::from_stored(transaction, now_s)?,
            asked: Asked {
                response_type: text("response_type")
                    .and_then(ResponseType::named)
                    .ok_or(malformed)?,
                max_age: match members.get("max_age") {
                    None => None,
                    Some(value) => Some(
                        value
                            .as_u64()
                            .and_then(|s| u32::try_from(s).ok())
                            .ok_or(malformed)?,
                    ),
                },
                organization: text("organization").map(str::to_owned),
                acr_required: words.split_ascii_whitespace().map(str::to_owned).collect(),
                audience: text("audience").map(str::to_owned),
                scope: text("scope").ok_or(malformed)?.to_owned(),
                return_to: text("return_to").map(str::to_owned),
                app_state: text("app_state").map(str::to_owned),
                sub: text("sub").map(str::to_owned),
            },
        })
    }
}
