//! Whether a person had a password before.

use crate::config::DatabaseRules;
use crate::http::Refusal;
use crate::password::{self, Verdict};
use crate::password_policy;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::User;

/// Refuses `new` when it is the person's password or one of those before it, as many as the connection looks back.
pub(super) async fn judge(
    state: &AppState,
    rules: &DatabaseRules,
    user: &User,
    new: &Secret,
) -> Result<Result<(), password_policy::Refusal>, Refusal> {
    if rules.history == 0 {
        return Ok(Ok(()));
    }
    let former = state.store.former_passwords(&user.id, rules.history)?;
    for hash in user.password_hash.iter().chain(&former) {
        if password::verify(new, Some(hash.clone())).await? == Verdict::Right {
            return Ok(Err(password_policy::Refusal::History));
        }
    }
    Ok(Ok(()))
}
