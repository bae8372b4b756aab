//! A link that begins a login: the page's own parameters are none, and only the configured issuer is logged in at.

use vestibule_protocol::initiate;

use crate::given::{ISSUER, issuer};
use crate::second_opinion::Parameters;

pub(crate) fn agrees(query: &str) {
    let read = initiate::read(&format!("?{query}"), &issuer());
    let parameters = Parameters::of(query);
    if parameters.count("iss") == 0 || parameters.count("state") > 0 {
        assert_eq!(read, Ok(None), "the page's own business, or a response");
    }
    if let Ok(Some(link)) = read {
        assert_eq!(link.iss, ISSUER);
        assert_eq!(parameters.get("iss"), Some(ISSUER));
        assert_eq!(link.login_hint.as_deref(), parameters.get("login_hint"));
        assert_eq!(link.target_link_uri.as_deref(), parameters.get("target_link_uri"));
        let once = ["iss", "login_hint", "target_link_uri"];
        assert!(once.iter().all(|name| parameters.count(name) <= 1), "{query:?}");
    }
}
