//! The program's side: its import section counted, and written with short names; everything else byte for byte.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

use crate::failure::PressFailure;

/// How wasm-bindgen's own module of imports ends; modules of other scripts keep their names.
const OWN_MODULE: &str = "_bg.js";

/// Long names and the short ones that stand for them, modules among them.
pub type Names = BTreeMap<String, String>;

/// The program with short names for what it imports from its glue script.
pub fn shorten(wasm: &[u8]) -> Result<(Vec<u8>, Names), PressFailure> {
    let mut names = Names::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(unreadable)?;
        if let Payload::ImportSection(section) = payload {
            let mut imports = ImportSection::new();
            for import in section.into_imports() {
                let import = import.map_err(unreadable)?;
                let kind = RoundtripReencoder.entity_type(import.ty).map_err(unreadable)?;
                if import.module.ends_with(OWN_MODULE) {
                    let module = short(&mut names, import.module);
                    imports.import(&module, &short(&mut names, import.name), kind);
                } else {
                    imports.import(import.module, import.name, kind);
                }
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection {
                id,
                data: &wasm[range],
            });
        }
    }
    Ok((module.finish(), names))
}

fn short(names: &mut Names, long: &str) -> String {
    let next = names.len();
    names
        .entry(long.to_owned())
        .or_insert_with(|| letters(next))
        .clone()
}

/// `a` to `z`, then `aa` and so on: any of them may be the key of an object.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

pub fn unreadable<E: Into<wasm_encoder::reencode::Error>>(error: E) -> PressFailure {
    PressFailure::Program(error.into().to_string())
}

/// How many functions are imported: those of the program itself are numbered behind them.
pub fn functions(wasm: &[u8]) -> Result<u32, PressFailure> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.map_err(unreadable)? {
            for import in section.into_imports() {
                if matches!(import.map_err(unreadable)?.ty, TypeRef::Func(_)) {
                    count += 1;
                }
            }
        }
    }
    Ok(count)
}
