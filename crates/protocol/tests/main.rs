//! The protocol crate's tests, as one program: published vectors, wire forms, refusals, hostile cases, properties.

mod support;

mod vectors_half_hash;
mod vectors_negative;
mod vectors_openid_core_a;
mod vectors_rfc6749_b;
mod vectors_rfc7515;
mod vectors_rfc7636;
mod vectors_rfc7638;
mod vectors_rfc8037;
mod vectors_rfc9207;
mod vectors_rfc9449;

mod client_settings;
mod front_channel;
mod issuers;
mod key_sets;
mod metadata;
mod one_time_codes;
mod page_urls;
mod password_policies;
mod refusals;
mod refused_passwords;
mod retry_after;
mod secrets;
mod server_features;
mod third_party_links;
mod transactions;
mod wire;
mod wire_authorize;
mod wire_sessions;

mod hostile_authorization;
mod hostile_hybrid;
mod hostile_id_token_claims;
mod hostile_id_token_form;
mod hostile_id_token_proofs;
mod hostile_transport;
mod properties;
