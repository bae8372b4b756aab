//! The texts of mails and text messages.

use crate::secret::Secret;
use crate::store::{MessageKind, NewMessage};

/// To a person who asked for a new password.
#[must_use]
pub fn reset(to: &str, link: String) -> NewMessage {
    let text = "Someone, most likely you, asked for a new password for this address.\n\n\
                Open the link to choose one. Whoever did not ask can leave this mail alone: nothing has changed.";
    mail(to, "Choose a new password", text, Some(link))
}

/// To an address without account for which a new password was asked: it gets a mail too, since the answer on the
/// screen may not tell the two apart.
#[must_use]
pub fn reset_without_account(to: &str) -> NewMessage {
    let text = "Someone asked for a new password for this address, but there is no account under it.\n\n\
                You may have signed up with another address, or with Google or Facebook.";
    mail(to, "No account under this address", text, None)
}

/// To a person whose account was locked.
#[must_use]
pub fn unlock(to: &str, link: String) -> NewMessage {
    let text = "There were too many failed attempts to log in to your account, so it is locked for a while for \
                the place they came from.\n\nIf it was you, open the link to unlock it at once.";
    mail(to, "Your account is locked", text, Some(link))
}

/// A code by mail.
#[must_use]
pub fn email_code(to: &str, code: &Secret, client_name: &str) -> NewMessage {
    let text = format!(
        "Your code for {client_name} is {}.\n\nIt is good for a few minutes.",
        code.expose()
    );
    NewMessage {
        code: Some(code.expose().to_owned()),
        ..mail(to, "Your code", &text, None)
    }
}

/// A link by mail that logs in.
#[must_use]
pub fn email_link(to: &str, link: String, client_name: &str) -> NewMessage {
    let text = format!(
        "Open the link in the browser you started in, and you are logged in to {client_name}.\n\n\
         It works once. Whoever did not ask can leave this mail alone."
    );
    mail(to, "Your link to log in", &text, Some(link))
}

/// A code by text message. The last line binds it to `domain`, so that browsers offer it there and nowhere else
/// (WICG, "Origin-bound one-time codes delivered via SMS").
#[must_use]
pub fn sms_code(to: &str, code: &Secret, client_name: &str, domain: &str) -> NewMessage {
    let code = code.expose();
    NewMessage {
        kind: MessageKind::Sms,
        to: to.to_owned(),
        subject: None,
        text: format!("Your code for {client_name} is {code}.\n\n@{domain} #{code}"),
        links: Vec::new(),
        code: Some(code.to_owned()),
    }
}

fn mail(to: &str, subject: &str, text: &str, link: Option<String>) -> NewMessage {
    NewMessage {
        kind: MessageKind::Email,
        to: to.to_owned(),
        subject: Some(subject.to_owned()),
        text: text.to_owned(),
        links: link.into_iter().collect(),
        code: None,
    }
}

#[cfg(test)]
mod tests {
    use super::sms_code;
    use crate::secret::Secret;

    #[test]
    fn a_text_message_ends_in_the_line_that_binds_the_code_to_its_domain() {
        let message = sms_code("+49151", &Secret::from("012345"), "Quickstart", "app.example.com");
        assert_eq!(message.text.lines().last(), Some("@app.example.com #012345"));
    }
}
