//! Stories over HTTP: a whole server in memory, a browser with cookies, a clock that stands still.

mod harness;
mod people;
mod steps;

mod authorize_answers;
mod authorize_checks;
mod co_authenticate;
mod configuration;
mod cors;
mod discovery;
mod expiry;
mod golden_transcript;
mod keys;
mod login_tickets;
mod logout;
mod resources;
mod sessions;
mod token_code;
mod token_refresh;
mod transport;

mod hosted_login;
mod lock_out;
mod passwordless;
mod providers;
mod reset;
mod settings_and_outbox;
mod sign_up;
