//! Every check, over its seeds and over some thousands of changes to them: the same ones in every run.

mod member;
mod mutate;
mod run;
mod seeds;
mod targets;

use run::run;
use vestibule_checks::{
    answer, callback_url, discovery, envelope, id_token, jwks, settings, theme, transaction,
};

#[test]
fn a_refusal_is_plain_and_bounded_and_the_same_from_every_reader() {
    run("envelope", 10_000, envelope::check);
}

#[test]
fn an_answer_is_taken_as_it_is_written_and_its_tokens_are_never_printed() {
    run("answer", 20_000, answer::check);
}

#[test]
fn no_response_stays_in_the_address_and_a_code_is_this_attempts_alone() {
    run("callback_url", 4500, callback_url::check);
}

#[test]
fn an_id_token_that_is_trusted_is_sound_to_a_second_reader_too() {
    run("id_token", 8000, id_token::check);
}

#[test]
fn a_key_that_is_found_is_public_and_meant_for_signatures() {
    run("jwks", 2000, jwks::check);
}

#[test]
fn metadata_are_the_issuers_own_and_every_address_is_where_a_browser_thinks() {
    run("discovery", 14_000, discovery::check);
}

#[test]
fn settings_are_data_and_no_link_of_theirs_leaves_https() {
    run("settings", 20_000, settings::check);
}

#[test]
fn an_attempt_that_is_stored_again_is_the_same_attempt() {
    run("transaction", 25_000, transaction::check);
}

#[test]
fn no_value_of_a_theme_leaves_its_declaration() {
    run("theme", 6000, theme::check);
}
