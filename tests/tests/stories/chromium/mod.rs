//! Stories that are told in Chromium alone: what they need of a browser is not to be had in every engine.

mod callback;
mod captcha;
mod cross_site;
mod email_link;
mod faults;
mod heard;
mod hooks;
mod keyboard;
mod languages;
mod lock_defects;
mod lock_out;
mod minimal;
mod popup;
mod requests;
mod restart;
mod set_up;
mod sms_code;
mod two_doors;
