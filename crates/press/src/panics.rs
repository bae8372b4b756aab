//! What a program does when it panics: it stops, and says nothing. The words for it, and the paths of source files that they
//! name, stay where the program was built.

use std::collections::BTreeSet;
use std::ops::Range;

use wasm_encoder::{CodeSection, Function, Module, RawSection};
use wasmparser::{BinaryReader, CodeSectionReader, KnownCustom, Name, Parser, Payload};

use crate::failure::PressFailure;
use crate::imports::{self, unreadable};

/// Functions that never return, or that run during a panic only; a name that ends in `::` stands for a whole module.
///
/// Most of them format what went wrong, for a console that nobody looks at.
const SAID_IN_A_PANIC: [&str; 19] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "core::str::slice_error_fail_rt",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "std::panicking::panic_with_hook",
    "std::panicking::panic_handler::",
    "__rustc::rust_panic",
    "console_error_panic_hook::hook",
    "wasm_bindgen::throw_str",
    "wasm_bindgen::throw_val",
];

/// The program with nothing but an end in the place of whatever speaks in a panic. It has to have its names still.
pub fn silence(wasm: &[u8]) -> Result<(Vec<u8>, BTreeSet<u32>), PressFailure> {
    let silent = silent_functions(wasm)?;
    let mut next = imports::functions(wasm)?;
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(unreadable)?;
        if let Payload::CodeSectionStart { range, .. } = payload {
            let bodies = CodeSectionReader::new(BinaryReader::new(&wasm[range.clone()], range.start));
            let mut code = CodeSection::new();
            for body in bodies.map_err(unreadable)? {
                let body = body.map_err(unreadable)?;
                if silent.contains(&next) {
                    let mut end = Function::new([]);
                    end.instructions().unreachable().end();
                    code.function(&end);
                } else {
                    code.raw(&wasm[body.range()]);
                }
                next += 1;
            }
            module.section(&code);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection {
                id,
                data: &wasm[range],
            });
        }
    }
    Ok((module.finish(), silent))
}

/// The program with blanks in the place of the paths of source files: nothing names them any more. Paths begin in one of the `folders`; texts stand side by side in a program, and what is before a path is another's.
pub fn forget(mut wasm: Vec<u8>, folders: &[String]) -> Result<Vec<u8>, PressFailure> {
    let mut data = Vec::new();
    for payload in Parser::new(0).parse_all(&wasm) {
        if let Payload::DataSection(section) = payload.map_err(unreadable)? {
            data.push(section.range());
        }
    }
    for range in data {
        let bytes = &mut wasm[range];
        for folder in folders {
            while let Some(path) = next_path(bytes, folder.as_bytes()) {
                bytes[path].fill(b' ');
            }
        }
    }
    Ok(wasm)
}

/// Where crates and the standard library lie on the machine that builds.
pub fn source_folders() -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    ["/rustc/", "/rust/deps/"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("{cargo}/registry/src/")])
        .collect()
}

/// The next path of a Rust file below this folder.
fn next_path(bytes: &[u8], folder: &[u8]) -> Option<Range<usize>> {
    let start = position(bytes, folder)?;
    let end = bytes[start..].windows(3).position(|end| end == b".rs")?;
    Some(start..start + end + 3)
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The numbers of the functions that are to say nothing.
fn silent_functions(wasm: &[u8]) -> Result<BTreeSet<u32>, PressFailure> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload.map_err(unreadable)? else {
            continue;
        };
        let KnownCustom::Name(names) = section.as_known() else {
            continue;
        };
        for name in names {
            if let Name::Function(functions) = name.map_err(unreadable)? {
                for function in functions {
                    let function = function.map_err(unreadable)?;
                    if is_silent(function.name) {
                        found.insert(function.index);
                    }
                }
            }
        }
    }
    Ok(found)
}

fn is_silent(name: &str) -> bool {
    let name = without_hashes(name.trim_start_matches('<'));
    SAID_IN_A_PANIC.iter().any(|silent| {
        if silent.ends_with("::") {
            name.starts_with(silent)
        } else {
            // A hash may follow, as a last part of the name.
            name.strip_prefix(silent)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        }
    })
}

/// `core[5e1f]::panicking` is `core::panicking` of one build.
fn without_hashes(name: &str) -> String {
    let mut depth = 0_u32;
    let kept = name.chars().filter(|letter| {
        match letter {
            '[' => depth += 1,
            ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    });
    kept.collect()
}
