//! The way back of the hybrid flow: exactly the parts that were asked for, each as a second reader has it.

use vestibule_protocol::{
    AccessToken, AuthorizationResponse, Code, FrontChannel, IdTokenJwt, ResponseMode, ResponseType,
};

use crate::given::{metadata, transaction};
use crate::second_opinion::Parameters;

const TYPES: [ResponseType; 4] = [
    ResponseType::Code,
    ResponseType::CodeIdToken,
    ResponseType::CodeToken,
    ResponseType::CodeIdTokenToken,
];

/// Checks the response as one to a request of each type.
pub(crate) fn agrees(response: &AuthorizationResponse, parameters: &Parameters, mode: ResponseMode) {
    let attempt = transaction().with_response_mode(mode);
    let written = |name: &str| parameters.get(name).filter(|part| !part.is_empty());
    for response_type in TYPES {
        let Ok(parts) = response.clone().check_as(response_type, &attempt, &metadata()) else {
            continue;
        };
        assert_eq!(parameters.get("state"), Some(attempt.state().expose()));
        assert_eq!(parameters.count("error"), 0);
        assert_eq!(Some(parts.code.expose()), written("code"));
        let [id_token, access_token] = [
            parts.id_token.as_ref().map(IdTokenJwt::expose),
            parts.access_token.as_ref().map(AccessToken::expose),
        ];
        assert_eq!(
            (id_token, access_token),
            (written("id_token"), written("access_token"))
        );
        assert_eq!(id_token.is_some(), response_type.has_id_token());
        assert_eq!(access_token.is_some(), response_type.has_access_token());
        unprinted(&parts);
    }
}

fn unprinted(parts: &FrontChannel) {
    let other = FrontChannel {
        code: Code::new("x"),
        id_token: parts.id_token.as_ref().map(|_| IdTokenJwt::new("x")),
        access_token: parts.access_token.as_ref().map(|_| AccessToken::new("x")),
        ..parts.clone()
    };
    assert_eq!(format!("{parts:?}"), format!("{other:?}"));
}
