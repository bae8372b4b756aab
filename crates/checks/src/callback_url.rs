//! A callback URL: nothing of a response stays in the address, none is printed, and a code is this attempt's alone.

use vestibule_protocol::authorize::{
    from_form_post, from_fragment, from_message, from_query, without_response,
};
use vestibule_protocol::{
    AuthorizationError, AuthorizationFailure, AuthorizationResponse, Grant, ResponseMode,
};

use crate::given::{metadata, transaction};
use crate::second_opinion::Parameters;
use crate::{Verdict, front_channel, third_party};

type Read = Result<Option<AuthorizationResponse>, AuthorizationError>;

/// The bytes are a page's URL.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let Ok(url) = std::str::from_utf8(bytes) else {
        return Verdict::Refused;
    };
    let [path, query, fragment] = parts(url);
    let granted = [
        part(query, ResponseMode::Query, |query| {
            from_query(&format!("?{query}"))
        }),
        part(fragment, ResponseMode::Fragment, |fragment| {
            from_fragment(&format!("#{fragment}"))
        }),
        part(query, ResponseMode::WebMessage, message),
        part(query, ResponseMode::FormPost, from_form_post),
    ];
    cleaned(url, [path, query, fragment]);
    third_party::agrees(query);
    Verdict::taken_if(granted.contains(&true))
}

/// Path, query and fragment, as `location` has them, without their marks.
fn parts(url: &str) -> [&str; 3] {
    let (rest, fragment) = url.split_once('#').unwrap_or((url, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    [path, query, fragment]
}

/// The same parameters by message. Such a one is a response whatever is in it, so the page's own are left out here.
fn message(query: &str) -> Read {
    let parameters = Parameters::of(query);
    if parameters.are_a_response() {
        from_message(parameters.into_message()).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether the part holds a code that is accepted.
fn part(text: &str, mode: ResponseMode, from: fn(&str) -> Read) -> bool {
    let read = from(text);
    assert_eq!(read, from(text), "read twice");
    let parameters = Parameters::of(text);
    match read {
        Ok(None) => {
            assert!(!parameters.are_a_response(), "a response was overlooked");
            false
        }
        Ok(Some(response)) => {
            assert!(parameters.are_a_response() && !parameters.repeat());
            assert_eq!(response.state(), parameters.get("state"));
            assert_eq!(response.is_error(), parameters.count("error") > 0);
            unprinted(&response, &parameters, from);
            front_channel::agrees(&response, &parameters, mode);
            answered(response, &parameters, mode)
        }
        Err(error) => {
            assert!(parameters.are_a_response(), "{error}: the page's own business");
            false
        }
    }
}

/// The print of a response does not depend on its values.
fn unprinted(response: &AuthorizationResponse, parameters: &Parameters, from: fn(&str) -> Read) {
    let other = from(&parameters.with_values("x")).expect("other values are no fault");
    assert_eq!(format!("{:?}", Some(response)), format!("{:?}", other.as_ref()));
}

fn answered(response: AuthorizationResponse, parameters: &Parameters, mode: ResponseMode) -> bool {
    let attempt = transaction().with_response_mode(mode);
    let mine = parameters.get("state") == Some(attempt.state().expose());
    match response.check(&attempt, &metadata()) {
        Ok(Grant { code, .. }) => {
            assert!(mine && !code.expose().is_empty());
            assert_eq!(Some(code.expose()), parameters.get("code"));
            let unwanted = ["error", "access_token", "id_token"];
            assert!(unwanted.iter().all(|name| parameters.count(name) == 0));
            assert!(parameters.get("iss").is_none_or(|iss| iss == attempt.issuer()));
            true
        }
        Err(AuthorizationFailure::Refused(refusal)) => {
            assert!(mine && parameters.count("code") == 0, "a foreign no is nobody's");
            assert!(refusal.code.as_str().chars().count() <= 64);
            assert!(refusal.description.is_none_or(|text| text.chars().count() <= 500));
            false
        }
        Err(AuthorizationFailure::Broken(error)) => {
            assert!(
                mine || error == AuthorizationError::StateMismatch
                    || error == AuthorizationError::StateMissing
            );
            false
        }
    }
}

/// What is left for the address bar holds no response, and everything else that was there.
fn cleaned(url: &str, before: [&str; 3]) {
    let cleaned = without_response(url);
    assert_eq!(without_response(&cleaned), cleaned, "cleaned twice");
    let after = parts(&cleaned);
    assert_eq!(after[0], before[0], "the path is the page's");
    assert_eq!(from_query(&format!("?{}", after[1])), Ok(None), "in {cleaned}");
    assert_eq!(from_fragment(&format!("#{}", after[2])), Ok(None), "in {cleaned}");
    for (before, after) in before.into_iter().zip(after).skip(1) {
        let (was, is) = (Parameters::of(before), Parameters::of(after));
        assert!(was.foreign().eq(is.foreign()), "{before:?} became {after:?}");
        if !was.are_a_response() {
            assert_eq!(before, after, "the page's own business");
        }
    }
}
