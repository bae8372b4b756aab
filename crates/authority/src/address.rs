//! Mail addresses, telephone numbers and user names, read once at the border.

/// The longest mail address (RFC 5321 section 4.5.3.1, less the angle brackets).
const LONGEST_EMAIL: usize = 254;

/// The longest part before the `@` (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// A mail address in lower case, without the spaces around it. `None` when a mail could not go there.
#[must_use]
pub fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let forbidden = |char: char| char.is_whitespace() || char.is_control() || "<>()[]\\,;:\"@".contains(char);
    let local_fits = !local.is_empty()
        && local.len() <= LONGEST_LOCAL
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && !local.contains(forbidden);
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|char| char.is_alphanumeric() || char == '-')
    };
    let domain_fits = domain.contains('.') && domain.split('.').all(label_fits);
    (local_fits && domain_fits && text.len() <= LONGEST_EMAIL).then(|| text.to_lowercase())
}

/// The domain of a mail address, in lower case.
#[must_use]
pub fn domain(email: &str) -> Option<String> {
    email
        .trim()
        .rsplit_once('@')
        .map(|(_, domain)| domain.to_lowercase())
}

/// A number in E.164: a plus sign and one to fifteen digits, which is all that Auth0 takes.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix('+')?;
    let fits = (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.to_owned())
}

/// A number as people write it, with spaces, dots, hyphens or brackets between the digits, in E.164.
#[must_use]
pub fn phone_as_written(text: &str) -> Option<String> {
    let between = |char: char| char.is_whitespace() || "-.()".contains(char);
    phone(&text.replace(between, ""))
}

/// A user name without the spaces around it: ASCII letters, digits and a few signs, and nothing like a mail address,
/// since one field takes either. `least` and `most` are its characters.
#[must_use]
pub fn username(text: &str, (least, most): (usize, usize)) -> Option<String> {
    let text = text.trim();
    let allowed = |char: char| char.is_ascii_alphanumeric() || "_+-.!#$^`~@'".contains(char);
    let fits = (least..=most).contains(&text.chars().count()) && text.chars().all(allowed);
    (fits && email(text).is_none()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{email, phone, phone_as_written, username};

    #[test]
    fn a_mail_address_is_trimmed_and_put_in_lower_case() {
        assert_eq!(email("  Ada@Example.COM ").as_deref(), Some("ada@example.com"));
        assert!(email("a.b+c@sub.example.com").is_some());
        assert!(email("jörg@müller.example").is_some());
    }

    #[test]
    fn what_a_mail_could_not_go_to_is_no_address() {
        let long = format!("{}@example.com", "a".repeat(65));
        for text in [
            "",
            "ada",
            "@",
            "ada@",
            "@example.com",
            "ada@localhost",
            "a da@example.com",
            "ada@example..com",
            "ada@@example.com",
            ".ada@example.com",
            "a..b@example.com",
            "ada@-x.com",
            "a\nb@example.com",
            "<ada@example.com>",
            "ada@example.com\u{0}",
            &long,
        ] {
            assert_eq!(email(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_number_is_a_plus_sign_and_up_to_fifteen_digits() {
        assert_eq!(phone(" +4915112345678 ").as_deref(), Some("+4915112345678"));
        for text in [
            "",
            "+",
            "0151 123",
            "49151",
            "+49 151",
            "+1234567890123456",
            "+٤٩",
        ] {
            assert_eq!(phone(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_number_may_be_written_with_what_people_put_between_the_digits() {
        assert_eq!(
            phone_as_written(" +44 (20) 7946-0958 ").as_deref(),
            Some("+442079460958")
        );
        for text in ["020 7946 0958", "+44 20 CALL ME", "+"] {
            assert_eq!(phone_as_written(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_user_name_has_plain_letters_and_is_no_mail_address() {
        assert_eq!(username(" Ada_1 ", (1, 15)).as_deref(), Some("Ada_1"));
        for text in ["", "sixteen-letters-", "a b", "ädä", "a@b.example", "a/b"] {
            assert_eq!(username(text, (1, 15)), None, "{text:?}");
        }
    }
}
