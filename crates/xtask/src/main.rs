//! The project's own commands: `cargo xtask demo|test|size|bench|theme|press|tidy`.

mod cli;
mod failure;
mod say;
mod workspace;

mod bench;
mod demo;
mod press;
mod size;
mod test;
mod theme;
mod tidy;

mod authority;
mod child;
mod clock;
mod shell;
mod tools;
mod trunk;

use std::process::ExitCode;

use cli::Command;

fn main() -> ExitCode {
    let outcome = match cli::parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => {
            say::line(cli::HELP);
            Ok(())
        }
        Ok(Command::Demo(wanted)) => demo::run(&wanted),
        Ok(Command::Test(wanted)) => test::run(&wanted),
        Ok(Command::Size(names)) => size::run(&names),
        Ok(Command::Bench) => bench::run_all(),
        Ok(Command::Theme(wanted)) => theme::run(&wanted),
        Ok(Command::Press) => press::run_hook(),
        Ok(Command::Tidy) => tidy::run(),
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failed(&failure);
            ExitCode::FAILURE
        }
    }
}
