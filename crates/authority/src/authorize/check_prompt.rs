//! `prompt` has known words, and `none` stands alone (OpenID Connect Core section 3.1.2.1).

use super::ask::Ask;
use super::denied::Denied;

/// Known words, `none` alone.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let Some(prompt) = ask.params.get("prompt") else {
        return Ok(());
    };
    let known = |word: &str| matches!(word, "none" | "login" | "consent" | "select_account");
    if !prompt.split(' ').all(known) {
        return Err(Denied::UnknownPrompt);
    }
    if prompt != "none" && prompt.split(' ').any(|word| word == "none") {
        Err(Denied::PromptNoneNotAlone)
    } else {
        Ok(())
    }
}
