//! Stories for every engine.

mod email_code;
mod keyboard;
mod log_in;
mod redirect;
mod reset;
mod sign_up;
mod wrong_password;
