//! When to try again, by whichever header says so.

use vestibule_protocol::{RefusalCode, envelope};

use crate::support::response_with;

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
/// The date above, in epoch seconds.
const SENT: i64 = 784_111_777;

fn wait(headers: &[(&str, &str)]) -> Option<u32> {
    let refusal = envelope::refusal(&response_with(429, headers, ""));
    assert_eq!(refusal.code, RefusalCode::TooManyRequests);
    refusal.retry_after_s
}

#[test]
fn a_number_of_seconds_is_taken_between_one_second_and_an_hour() {
    let cases = [
        ("30", Some(30)),
        (" 30 ", Some(30)),
        ("0", Some(1)),
        ("86400", Some(3600)),
        ("-1", None),
        ("1e9", None),
        ("999999999999", None),
        ("99999999999999999999", None),
        ("soon", None),
        ("", None),
    ];
    for (text, expected) in cases {
        assert_eq!(wait(&[("Retry-After", text)]), expected, "{text}");
        assert_eq!(wait(&[("retry-after", text), ("Date", DATE)]), expected, "{text}");
    }
    assert_eq!(wait(&[]), None);
}

#[test]
fn a_date_counts_from_the_servers_own_date_or_not_at_all() {
    let cases = [
        ("Sun, 06 Nov 1994 08:50:37 GMT", Some(60)),
        ("Mon, 07 Nov 1994 00:00:00 GMT", Some(3600)),
        ("Mon, 29 Feb 2044 00:00:00 GMT", Some(3600)),
        ("Sun, 06 Nov 1994 08:00:00 GMT", None),
        ("Sunday, 06-Nov-94 08:50:37 GMT", None),
        ("Sun, 06 Foo 1994 08:50:37 GMT", None),
        ("Sun, 06 Nov 1994 25:50:37 GMT", None),
        ("Sün, 06 Nov 1994 08:50:37 GMT", None),
    ];
    for (text, expected) in cases {
        assert_eq!(wait(&[("Retry-After", text), ("Date", DATE)]), expected, "{text}");
        assert_eq!(wait(&[("Retry-After", text)]), None, "{text}");
        assert_eq!(
            wait(&[("Retry-After", text), ("Date", "yesterday")]),
            None,
            "{text}"
        );
    }
}

#[test]
fn a_leap_day_counts() {
    let headers = [
        ("Retry-After", "Fri, 01 Mar 2024 00:00:10 GMT"),
        ("Date", "Thu, 29 Feb 2024 23:59:50 GMT"),
    ];
    assert_eq!(wait(&headers), Some(20));
}

#[test]
fn a_reset_time_counts_from_the_servers_own_date_or_not_at_all() {
    let cases = [
        (60, Some(60)),
        (0, Some(1)),
        (10 * 365 * 86400, Some(3600)),
        (-5, None),
    ];
    for (seconds, expected) in cases {
        let reset = (SENT + seconds).to_string();
        assert_eq!(
            wait(&[("X-RateLimit-Reset", &reset), ("Date", DATE)]),
            expected,
            "{seconds}"
        );
        assert_eq!(wait(&[("X-RateLimit-Reset", &reset)]), None, "{seconds}");
        let unreadable = [
            ("Retry-After", "x"),
            ("X-RateLimit-Reset", &reset),
            ("Date", DATE),
        ];
        assert_eq!(wait(&unreadable), expected, "{seconds}");
    }
}
