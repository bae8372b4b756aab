//! A refusal: the same from every reader, plain, bounded, and never a wait beyond the hour.

use vestibule_protocol::{
    Failure, PasswordRuleKind, Refusal, RefusalCode, Response, TokenType, co_authenticate, discovery, dpop,
    envelope, json, jwks, par, passwordless, revoke, settings, sign_up, token, userinfo,
};

use crate::given::{exchange, issuer};
use crate::{Verdict, waiting};

const MAX_BYTES: usize = 64 * 1024;

/// The bytes are an answer: a status, header fields by lines, an empty line, a body.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let response = exchange(bytes);
    let refusal = envelope::refusal(&response);
    assert_eq!(refusal, envelope::refusal(&response), "read twice");
    bounded(&refusal, &response);
    waiting::agrees(&response, refusal.retry_after_s);
    if let Some(nonce) = dpop::nonce(&response) {
        assert!((1..=512).contains(&nonce.len()) && nonce.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    if !response.is_success() {
        handed_on(&response, &refusal);
    }
    Verdict::taken_if(json::object(&response.body, MAX_BYTES).is_ok())
}

fn bounded(refusal: &Refusal, response: &Response) {
    let code = refusal.code.as_str();
    assert!(
        (1..=64).contains(&code.len()),
        "the code has {} octets",
        code.len()
    );
    assert_eq!(
        RefusalCode::from(code),
        refusal.code,
        "a code is read back as it is written"
    );
    assert_eq!(refusal.status, response.status);
    plain(refusal.description.as_deref());
    let rules = refusal.password_rules();
    assert!(rules.is_empty() || refusal.code == RefusalCode::InvalidPassword);
    let mut words = 0;
    for rule in &rules {
        if let PasswordRuleKind::Other(text) = &rule.kind {
            plain(Some(text));
            words += text.len();
        }
    }
    assert!(
        words <= response.body.len(),
        "the rules say more than the server did"
    );
    // One character of the code or the text is at most four octets.
    assert!(refusal.to_string().len() <= 100 + 4 * (64 + 500));
}

/// What people are shown: something, of a bounded length, in lines, and no characters that do things.
fn plain(text: Option<&str>) {
    let Some(text) = text else { return };
    assert!(!text.trim().is_empty() && text.trim() == text, "{text:?}");
    assert!(text.chars().count() <= 500);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
}

fn handed_on(response: &Response, refusal: &Refusal) {
    let failures = [
        co_authenticate::read(response).err(),
        discovery::read(response, &issuer()).err(),
        discovery::read_features(response).err(),
        jwks::read(response).err(),
        par::read(response).err(),
        passwordless::read(response).err(),
        revoke::read(response).err(),
        settings::read(response).err(),
        sign_up::read(response).err(),
        token::read(response).err(),
        token::read_as(response, TokenType::Dpop).err(),
        userinfo::read(response, "s").err(),
    ];
    for failure in failures {
        assert_eq!(failure, Some(Failure::Refused(refusal.clone())));
    }
}
