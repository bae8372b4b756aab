//! One-time codes as people type and paste them.

use vestibule_protocol::passwordless::clean_otp;
use vestibule_protocol::{Otp, OtpError};

#[test]
fn spaces_dashes_and_the_digits_of_other_keyboards_are_cleaned() {
    for typed in [
        "123456",
        " 123 456 ",
        "123-456",
        "1-2-3-4-5-6",
        "١٢٣٤٥٦",
        "۱۲۳۴۵۶",
        "１２３４５６",
        "12３٤۵6",
        "123\u{a0}456",
        "123–456",
        "\u{202f}123456\n",
        "\u{200f}١٢٣٤٥٦\u{2069}",
    ] {
        assert_eq!(clean_otp(typed), Ok(Otp::new("123456")), "{typed:?}");
    }
    assert_eq!(clean_otp("0007"), Ok(Otp::new("0007")));
}

#[test]
fn what_cannot_be_a_code_is_refused_by_name() {
    let cases = [
        ("", OtpError::Empty),
        (" - ", OtpError::Empty),
        ("123", OtpError::Length(3)),
        ("1234567890123", OtpError::Length(13)),
        ("12345a", OtpError::NotDigits),
        ("12345六", OtpError::NotDigits),
        ("1234.56", OtpError::NotDigits),
        ("१२३४५६", OtpError::NotDigits),
        ("²³4567", OtpError::NotDigits),
    ];
    for (typed, error) in cases {
        assert_eq!(clean_otp(typed), Err(error), "{typed:?}");
    }
}
