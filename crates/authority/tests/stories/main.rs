//! Stories over HTTP: a whole server in memory, a browser with cookies, a clock that stands still.

mod harness;
mod people;
mod steps;

mod proofs;

mod authorize_answers;
mod authorize_checks;
mod co_authenticate;
mod configuration;
mod consent;
mod cors;
mod discovery;
mod dpop_api;
mod dpop_token;
mod expiry;
mod golden_transcript;
mod keys;
mod login_tickets;
mod logout;
mod logout_standard;
mod organizations;
mod prompts;
mod pushed;
mod resources;
mod revoke;
mod second_step;
mod sessions;
mod token_code;
mod token_refresh;
mod transport;

mod captcha;
mod captcha_hosted;
mod captcha_providers;
mod classic;
mod classic_codes;
mod classic_refusals;
mod directory;
mod password_rules;
mod providers_by_name;
mod rules;

mod hosted_code;
mod hosted_login;
mod hosted_page;
mod initiate;
mod lock_out;
mod passwordless;
mod passwordless_starts;
mod providers;
mod reset;
mod settings_and_outbox;
mod sign_up;
