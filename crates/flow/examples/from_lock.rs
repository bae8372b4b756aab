//! Prints the config that does what Lock's options did, and what became of each option:
//! `cargo run -p vestibule-flow --example from_lock -- CLIENT_ID DOMAIN OPTIONS.json [--passwordless]`.

use std::process::ExitCode;
use std::{env, fs};

use vestibule_flow::{LockWidget, lock_options_to_config};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (flags, words): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .map(String::as_str)
        .partition(|word| word.starts_with("--"));
    let widget = match (flags.as_slice(), words.len()) {
        ([], 3) => LockWidget::Lock,
        (["--passwordless"], 3) => LockWidget::Passwordless,
        _ => {
            eprintln!("Give the client identifier, the domain and a JSON file with Lock's options.");
            return ExitCode::from(2);
        }
    };
    let read = fs::read_to_string(words[2]).map_err(|error| format!("{}: {error}", words[2]));
    let imported = read.and_then(|options| {
        lock_options_to_config(widget, words[0], words[1], &options).map_err(|error| error.to_string())
    });
    match imported {
        Ok(import) => {
            println!("{}", as_source(&import.to_rust()));
            if !import.theme.is_empty() {
                println!(
                    "# A theme file, to be checked by `cargo xtask theme check`\n{}",
                    import.theme
                );
            }
            print!("{import}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}.");
            ExitCode::FAILURE
        }
    }
}

/// With the names that the expression needs in scope.
fn as_source(expression: &str) -> String {
    let names = [
        "Away",
        "Choice",
        "Config",
        "ExtraField",
        "InitialScreen",
        "PasswordlessMethod",
        "UsernameStyle",
    ];
    let used: Vec<&str> = names
        .into_iter()
        .filter(|name| expression.contains(&format!("{name}::")) || *name == "Config")
        .collect();
    let scope = match used.as_slice() {
        [one] => (*one).to_owned(),
        many => format!("{{{}}}", many.join(", ")),
    };
    format!(
        "{}use vestibule::flow::{scope};\n\nlet config = {};\n",
        needed(expression),
        expression.trim_end()
    )
}

/// The line that switches on what the expression needs.
fn needed(expression: &str) -> String {
    let parts: [(&str, &[&str]); 3] = [
        ("fields", &["sign_up_fields", "generate_username"]),
        ("hooks", &["select_asked", "initial_asked"]),
        ("terms", &["terms_of_service", "privacy_policy"]),
    ];
    let is_used = |words: &&[&str]| words.iter().any(|word| expression.contains(word));
    let features: Vec<&str> = parts
        .iter()
        .filter(|(_, words)| is_used(words))
        .map(|(feature, _)| *feature)
        .collect();
    if features.is_empty() {
        return String::new();
    }
    format!("// In Cargo.toml, for `vestibule`: features = {features:?}\n")
}
