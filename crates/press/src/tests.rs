//! A small program with its glue, pressed as a folder.

use std::fs;

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, MemoryType, Module, NameMap, NameSection, TypeSection,
};
use wasmparser::{Operator, Parser, Payload};

use super::{glue, imports, panics, press, seal};
use crate::failure::PressFailure;

const LONG: &str = "__wbg_setAttribute_8c84e9351986b1f6";

const GLUE: &str = r#"
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_setAttribute_8c84e9351986b1f6: function(arg0) {
            const ret = arg0.setAttribute();
            return ret;
        },
    };
    return { __proto__: null, "./app_bg.js": import0 };
}
export function initSync(module) {
    return new WebAssembly.Instance(module, __wbg_get_imports());
}
export { initSync as default };
"#;

fn program() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imported = ImportSection::new();
    imported.import("./app_bg.js", LONG, EntityType::Function(0));
    imported.import("./snippets/own.js", "other", EntityType::Function(0));
    let memory = MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    imported.import("env", "memory", memory);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut exported = ExportSection::new();
    exported.export("__wbindgen_start", ExportKind::Func, 2);
    let mut code = CodeSection::new();
    let mut body = Function::new([]);
    body.instructions().call(0).end();
    code.function(&body);
    let mut module = Module::new();
    module.section(&types).section(&imported).section(&functions);
    module.section(&exported).section(&code);
    module.finish()
}

fn imports_of(wasm: &[u8]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.expect("sound") {
            for import in section.into_imports() {
                let import = import.expect("sound");
                found.push((import.module.to_owned(), import.name.to_owned()));
            }
        }
    }
    found
}

#[test]
fn only_imports_from_the_glue_are_renamed_and_all_else_is_the_same() {
    let (pressed, names) = imports::shorten(&program()).expect("sound");
    let pair = |module: &str, name: &str| (module.to_owned(), name.to_owned());
    let expected = [
        pair(&names["./app_bg.js"], &names[LONG]),
        pair("./snippets/own.js", "other"),
        pair("env", "memory"),
    ];
    assert_eq!(imports_of(&pressed), expected);
    let tail = |wasm: &[u8]| wasm[wasm.len() - 30..].to_vec();
    assert_eq!(tail(&pressed), tail(&program()));
    assert!(pressed.len() < program().len());
}

#[test]
fn the_glue_has_every_short_name_and_keeps_what_it_exports() {
    let (_, names) = imports::shorten(&program()).expect("sound");
    let script = glue::shorten(GLUE, &names).expect("sound");
    assert!(
        !script.contains(LONG) && !script.contains("app_bg.js"),
        "{script}"
    );
    assert!(script.contains(&format!("{}:", names[LONG])), "{script}");
    assert!(
        script.contains("initSync") && script.contains("default"),
        "{script}"
    );
    assert!(script.len() < GLUE.len() / 2, "{script}");
}

#[test]
fn a_glue_of_another_shape_is_refused_by_the_name_that_is_missing() {
    let (_, names) = imports::shorten(&program()).expect("sound");
    let refusal = glue::shorten(&GLUE.replace(LONG, "renamed"), &names);
    let name = LONG.to_owned();
    assert_eq!(refusal, Err(PressFailure::Import { name, times: 0 }));
    let refusal = glue::shorten("export {", &imports::Names::new());
    assert!(matches!(refusal, Err(PressFailure::Script(_))));
    assert!(matches!(
        imports::shorten(b"\0asm?"),
        Err(PressFailure::Program(_))
    ));
}

#[test]
fn the_hashes_in_the_page_are_those_of_the_pressed_files() {
    let folder = std::env::temp_dir().join(format!("vestibule-press-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let page = format!(
        "<link integrity={}><link integrity={}>",
        seal::integrity(GLUE.as_bytes()),
        seal::integrity(&program())
    );
    fs::write(folder.join("index.html"), page).expect("written");
    fs::write(folder.join("app.js"), GLUE).expect("written");
    fs::write(folder.join("app_bg.wasm"), program()).expect("written");
    press(&folder, |wasm| Ok(wasm.to_vec())).expect("pressed");
    let [script, wasm] = ["app.js", "app_bg.wasm"].map(|name| fs::read(folder.join(name)).expect("there"));
    let page = fs::read_to_string(folder.join("index.html")).expect("there");
    fs::remove_dir_all(&folder).expect("removed");
    let expected = format!(
        "<link integrity={}><link integrity={}>",
        seal::integrity(&script),
        seal::integrity(&wasm)
    );
    assert_eq!(page, expected);
    assert_ne!(wasm, program());
}

/// A program whose one function has this name and calls an import.
fn with_function_named(name: &str) -> Vec<u8> {
    let mut names = NameMap::new();
    names.append(2, name);
    let mut section = NameSection::new();
    section.functions(&names);
    let mut module = program();
    let mut custom = Module::new();
    custom.section(&section);
    module.extend(custom.finish().split_off(8));
    module
}

fn first_operator(wasm: &[u8]) -> String {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload.expect("sound") {
            let mut operators = body.get_operators_reader().expect("sound");
            return match operators.read().expect("sound") {
                Operator::Unreachable => "unreachable".to_owned(),
                Operator::Call { .. } => "call".to_owned(),
                other => format!("{other:?}"),
            };
        }
    }
    String::new()
}

#[test]
fn what_speaks_in_a_panic_only_becomes_an_end_and_nothing_else_does() {
    for (name, becomes) in [
        ("core[5e1f]::panicking::panic_fmt", "unreachable"),
        (
            "core[5e1f]::panicking::assert_failed::<usize, usize>",
            "unreachable",
        ),
        (
            "<std[a5]::panicking::panic_handler::FormatStringPayload as core[5e]::panic::PanicPayload>::get",
            "unreachable",
        ),
        ("console_error_panic_hook::hook::h2f3e835978cacc20", "unreachable"),
        ("core[5e1f]::option::expect_failed", "unreachable"),
        (
            "<core::option::Option<T> as wasm_bindgen::UnwrapThrowExt<T>>::unwrap_throw::h12fe",
            "call",
        ),
        ("<hashbrown[5e]::raw::Fallibility>::capacity_overflow", "call"),
        ("std[a5]::panicking::panic_count::is_zero_slow_path", "call"),
        ("core[5e1f]::option::expect_failed_not", "call"),
    ] {
        let (silent, _) = panics::silence(&with_function_named(name)).expect("sound");
        assert_eq!(first_operator(&silent), becomes, "{name}");
    }
}

#[test]
fn the_paths_of_source_files_are_forgotten_and_other_texts_are_not() {
    let text =
        "/authorize/cargo/registry/src/yew-0.23.0/src/lib.rshttps://a.example/.rs/rustc/1/a.rs/endLog in";
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(0), text.bytes());
    let mut module = program();
    let mut end = Module::new();
    end.section(&data);
    module.extend(end.finish().split_off(8));
    let folders = ["/cargo/registry/src/", "/rustc/"].map(str::to_owned);
    let forgotten = panics::forget(module.clone(), &folders).expect("sound");
    assert_eq!(forgotten.len(), module.len());
    let after = String::from_utf8_lossy(&forgotten);
    let blank = |path: &str| " ".repeat(path.len());
    let expected = [
        "/authorize",
        &blank("/cargo/registry/src/yew-0.23.0/src/lib.rs"),
        "https://a.example/.rs",
        &blank("/rustc/1/a.rs"),
        "/end",
        "Log in",
    ];
    assert!(after.contains(&expected.concat()), "{after}");
}
