//! What a scope tells of a person (OpenID Connect Core section 5.4).

use serde_json::{Map, Value, json};

use crate::state::AppState;
use crate::store::{Grant, User};

/// The claims of `user` that `scope` covers, without `sub`.
#[must_use]
pub fn claims_of(user: &User, scope: &str) -> Map<String, Value> {
    let mut claims = Map::new();
    for word in scope.split(' ') {
        match word {
            "profile" => profile(user, &mut claims),
            "email" => {
                if let Some(email) = &user.email {
                    claims.insert("email".to_owned(), json!(email));
                    claims.insert("email_verified".to_owned(), json!(user.email_verified));
                }
            }
            "phone" => {
                if let Some(phone) = &user.phone {
                    claims.insert("phone_number".to_owned(), json!(phone));
                    claims.insert("phone_number_verified".to_owned(), json!(true));
                }
            }
            _ => {}
        }
    }
    claims
}

/// `org_id` and `org_name` of the organisation that the person logged in to, as Auth0 names them.
pub(super) fn organization_claims(state: &AppState, grant: &Grant) -> Map<String, Value> {
    let organization = grant
        .org_id
        .as_deref()
        .and_then(|id| state.config.organization(id));
    let claims = organization.map(|organization| {
        [
            ("org_id".to_owned(), json!(organization.id)),
            ("org_name".to_owned(), json!(organization.name)),
        ]
    });
    claims.into_iter().flatten().collect()
}

fn profile(user: &User, claims: &mut Map<String, Value>) {
    claims.extend(user.profile.clone());
    let shown = user
        .email
        .as_ref()
        .or(user.username.as_ref())
        .or(user.phone.as_ref());
    if let Some(shown) = shown {
        claims.entry("name").or_insert_with(|| json!(shown));
        let nickname = shown.split('@').next().unwrap_or(shown);
        claims.entry("nickname").or_insert_with(|| json!(nickname));
    }
    if let Some(username) = &user.username {
        claims.insert("preferred_username".to_owned(), json!(username));
    }
    claims.insert("updated_at".to_owned(), json!(user.updated_at));
}
