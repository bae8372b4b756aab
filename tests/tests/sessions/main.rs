//! What an app does around a login: by redirect, by popup and silently, with tokens that renew themselves, in several tabs.

mod steps;

mod redirect;
mod tokens;
mod tabs;
mod guarded;
mod headless;
mod hosted_page;
