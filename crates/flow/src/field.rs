//! The fields that a person fills in, and what can be wrong with what stands in them.

use std::fmt;

use validator::ValidateLength;

use crate::extra::ExtraName;
use crate::host::OwnWords;

/// A field, by the name that its input carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// `username`: a user name, or an address where the database takes one.
    Username,
    /// `email`.
    Email,
    /// `password`: the current one on log-in, a new one on sign-up.
    Password,
    /// `code`: a one-time code.
    Code,
    /// `phone`: a telephone number.
    Phone,
    /// `terms`: the tick that accepts them; holds `on` while it is set.
    Terms,
    /// `captcha`: the answer that shows that it is a person (cargo feature `captcha`).
    #[cfg(feature = "captcha")]
    Captcha,
    /// A field of the app's own, by its name (cargo feature `fields`).
    Extra(ExtraName),
}

impl Field {
    /// The input's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::Email => "email",
            Self::Password => "password",
            Self::Code => "code",
            Self::Phone => "phone",
            Self::Terms => "terms",
            #[cfg(feature = "captcha")]
            Self::Captcha => "captcha",
            Self::Extra(name) => name.text(),
        }
    }

    /// The widget's own field whose input has this name; never an extra one.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        [
            Self::Username,
            Self::Email,
            Self::Password,
            Self::Code,
            Self::Phone,
            Self::Terms,
            #[cfg(feature = "captcha")]
            Self::Captcha,
        ]
        .into_iter()
        .find(|field| field.name() == name)
    }

    /// The app's own field of this name.
    #[cfg(feature = "fields")]
    #[must_use]
    pub const fn extra(name: &'static str) -> Self {
        Self::Extra(ExtraName(name))
    }

    /// Whether what stands in it may never be kept or shown again.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        #[cfg(feature = "captcha")]
        if matches!(self, Self::Captcha) {
            return true;
        }
        matches!(self, Self::Password | Self::Code)
    }
}

/// What a field held when it was read from the page. `Debug` shows nothing of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(String);

impl Typed {
    /// Wraps what was read.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(..)")
    }
}

/// A form as it stood in the page when it was submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(Field, Typed)>);

impl Form {
    /// A form from its fields.
    #[must_use]
    pub fn new(fields: impl IntoIterator<Item = (Field, Typed)>) -> Self {
        Self(fields.into_iter().collect())
    }

    /// What stood in a field; nothing when the form has no such field.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.0
            .iter()
            .find(|(name, _)| *name == field)
            .map_or("", |(_, typed)| typed.expose())
    }

    /// What stands in it but for secrets.
    #[cfg(feature = "hooks")]
    pub(crate) fn open_values(&self) -> Vec<(Field, Typed)> {
        let open = self.0.iter().filter(|(field, _)| !field.is_secret());
        open.cloned().collect()
    }
}

/// What is wrong with what stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing stands in it.
    Missing,
    /// It is no e-mail address.
    NotAnEmail,
    /// It is no telephone number with its country code (E.164).
    NotAPhone,
    /// It is no one-time code: four to twelve digits.
    NotACode,
    /// It has fewer characters than this.
    TooShort(u32),
    /// It has more characters than this.
    TooLong(u32),
    /// The password breaks a rule of the policy, which stands beside it.
    PasswordTooWeak,
    /// The server has seen this password in a leak.
    PasswordLeaked,
    /// The server knows this address, or does not say whether it does.
    Taken,
    /// The address has an account already, and logging in to it is not offered here.
    #[cfg(feature = "sign-up")]
    InUse,
    /// The code was not the right one.
    WrongCode,
    /// The code of a second factor was not the right one; nothing here sends another.
    #[cfg(feature = "hosted")]
    WrongFactor,
    /// The tick is still to be set.
    NotAccepted,
    /// The answer to the captcha was not the right one, or too late.
    #[cfg(feature = "captcha")]
    WrongCaptcha,
    /// It is none of what can be chosen.
    NotAChoice,
    /// What the app says is wrong, in its own words, which are shown as text.
    Said(OwnWords),
    /// No company here has an address like this.
    UnknownCompany,
    /// The address belongs to a company, where its password is changed.
    CompanyAddress,
}

/// Judges an address as a browser's `type=email` does, without its narrowness about other scripts.
pub(crate) fn check_email(text: &str) -> Result<String, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Err(FieldProblem::NotAnEmail);
    };
    let local_ok = local.validate_length(Some(1), Some(64), None)
        && local
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !is_of_a_list(c));
    let domain_ok = domain.validate_length(Some(1), Some(253), None)
        && domain.split('.').all(|label| {
            label.validate_length(Some(1), Some(63), None)
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(is_of_a_name)
        });
    if local_ok && domain_ok {
        Ok(text.to_owned())
    } else {
        Err(FieldProblem::NotAnEmail)
    }
}

/// Whether a character has a meaning of its own where addresses are listed (RFC 5322, 3.2.3).
const fn is_of_a_list(c: char) -> bool {
    matches!(
        c,
        '@' | ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\\'
    )
}

/// Whether a character may stand in a domain name. Those of other scripts are left to the server: telling their letters
/// from their signs would bring the tables of Unicode into the page.
fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || (!c.is_ascii() && !c.is_whitespace() && !c.is_control())
}

/// Reads a telephone number with its country code, however it is spaced, into E.164 (ITU-T): `+` and at most 15 digits.
pub(crate) fn check_phone(text: &str) -> Result<String, FieldProblem> {
    let bare = bare_phone(text);
    if bare.is_empty() {
        return Err(FieldProblem::Missing);
    }
    let digits = bare
        .strip_prefix('+')
        .or_else(|| bare.strip_prefix("00"))
        .ok_or(FieldProblem::NotAPhone)?;
    let plausible = digits.validate_length(Some(7), Some(15), None)
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    if plausible {
        Ok(format!("+{digits}"))
    } else {
        Err(FieldProblem::NotAPhone)
    }
}

/// A number without what only makes it readable, in ASCII digits.
pub(crate) fn bare_phone(text: &str) -> String {
    // A zero that is dialled at home alone is written so behind the country code.
    text.replace("(0)", "")
        .chars()
        .filter(|c| !c.is_whitespace() && !"-–().\u{200e}\u{202a}\u{202c}".contains(*c))
        .map(ascii_digit)
        .collect()
}

/// Judges a user name by the lengths that the database allows.
pub(crate) fn check_username(text: &str, (least, most): (u32, u32)) -> Result<String, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    if !text.validate_length(Some(u64::from(least)), None, None) {
        return Err(FieldProblem::TooShort(least));
    }
    if !text.validate_length(None, Some(u64::from(most)), None) {
        return Err(FieldProblem::TooLong(most));
    }
    Ok(text.to_owned())
}

/// Asks only that something stands in the field; what is right is the server's to say.
pub(crate) fn check_present(text: &str) -> Result<String, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        Err(FieldProblem::Missing)
    } else {
        Ok(text.to_owned())
    }
}

/// The ASCII digit of a decimal digit in the scripts whose keyboards offer their own (Arabic, Persian, full width).
fn ascii_digit(c: char) -> char {
    let value = match c {
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        '\u{FF10}'..='\u{FF19}' => u32::from(c) - 0xFF10,
        '\u{FF0B}' => return '+',
        _ => return c,
    };
    char::from_digit(value, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_trimmed_and_judged_by_shape() {
        for good in [
            "ada@example.com",
            " ada@example.com\n",
            "a.b+c@x-y.co",
            "köchin@bücher.example",
            "me@localhost",
        ] {
            assert_eq!(check_email(good), Ok(good.trim().to_owned()), "{good}");
        }
        for bad in [
            "ada",
            "ada@",
            "@example.com",
            "a b@example.com",
            "a@b@c.d",
            "ada@ex ample.com",
            "ada@-x.com",
            "ada@x..y",
            "<a>@b.c",
        ] {
            assert_eq!(check_email(bad), Err(FieldProblem::NotAnEmail), "{bad}");
        }
        assert_eq!(check_email("  "), Err(FieldProblem::Missing));
    }

    #[test]
    fn telephone_numbers_come_out_as_e164_however_they_are_spaced() {
        for (typed, e164) in [
            ("+49 170 1234567", "+491701234567"),
            ("0049 (170) 123-4567", "+491701234567"),
            ("＋４９１７０１２３４５６７", "+491701234567"),
            ("+٤٩١٧٠١٢٣٤٥٦٧", "+491701234567"),
        ] {
            assert_eq!(check_phone(typed).as_deref(), Ok(e164), "{typed}");
        }
        for bad in [
            "0170 1234567",
            "+49",
            "+12345678901234567890",
            "+49 170 CALL ME",
            "+049 170 1234567",
        ] {
            assert_eq!(check_phone(bad), Err(FieldProblem::NotAPhone), "{bad}");
        }
    }

    #[test]
    fn user_names_keep_to_the_databases_lengths() {
        assert_eq!(check_username(" ada ", (1, 15)).as_deref(), Ok("ada"));
        assert_eq!(check_username("a", (3, 15)), Err(FieldProblem::TooShort(3)));
        assert_eq!(check_username("abcdef", (1, 5)), Err(FieldProblem::TooLong(5)));
    }

    #[test]
    fn what_was_typed_never_shows_in_debug() {
        let form = Form::new([(Field::Password, Typed::new("hunter2 hunter2"))]);
        assert!(!format!("{form:?}").contains("hunter2"));
    }
}
