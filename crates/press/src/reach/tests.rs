//! A small program as a linker leaves it, pruned.

use std::borrow::Cow;
use std::collections::BTreeSet;

use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection, Elements,
    ExportKind, ExportSection, Function, FunctionSection, LinkingSection, MemArg, MemorySection, MemoryType,
    Module, RefType, SymbolTable, TableSection, TableType, TypeSection,
};
use wasmparser::{DataKind, ElementItems, Parser, Payload};

use super::prune;
use crate::failure::PressFailure;

/// Functions by their numbers.
const START: u32 = 0;
const PANIC: u32 = 1;
const ONLY_IN_A_PANIC: u32 = 2;
const BY_CODE: u32 = 3;
const BY_DATA: u32 = 4;

/// The first place of the table.
const FIRST: u32 = 5000;
/// Where the data lies in memory.
const ADDRESS: u32 = 1024;
/// Where the bytes of the data lie in their section: behind a count, a kind, an address and a length.
const DATA_AT: u32 = 7;

/// The pieces of data, four bytes each: their names are their numbers among the symbols.
const READ: u32 = 0;
const SAID: u32 = 1;
const WORD_OF_A_PANIC: u32 = 2;
const WORD: u32 = 3;

const fn slot(function: u32) -> u32 {
    FIRST + function - ONLY_IN_A_PANIC
}

const fn address(piece: u32) -> i32 {
    (ADDRESS + 4 * piece).cast_signed()
}

fn relocations(section: u8, entries: &[(u8, u32, u32, bool)]) -> Vec<u8> {
    // All numbers are below 64, so that each is one byte.
    let mut bytes = vec![section, u8::try_from(entries.len()).expect("few")];
    for (kind, offset, index, addend) in entries {
        bytes.extend([
            *kind,
            u8::try_from(*offset).expect("near"),
            u8::try_from(*index).expect("few"),
        ]);
        bytes.extend(addend.then_some(0));
    }
    bytes
}

/// Without the linker's sections, or with them; where one was `moved`, they say of a word that it is another piece's address.
fn program(linked: bool, moved: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut functions = FunctionSection::new();
    for _ in START..=BY_DATA {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: u64::from(FIRST) + 3,
        maximum: None,
        table64: false,
        shared: false,
    });
    let mut memory = MemorySection::new();
    memory.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exported = ExportSection::new();
    exported.export("start", ExportKind::Func, START);
    let mut elements = ElementSection::new();
    let table = [ONLY_IN_A_PANIC, BY_CODE, BY_DATA];
    elements.active(
        None,
        &ConstExpr::i32_const(FIRST.cast_signed()),
        Elements::Functions(Cow::Borrowed(&table)),
    );

    let code = code();
    let mut data = DataSection::new();
    let mut bytes = b"READSAID".to_vec();
    bytes.extend(slot(ONLY_IN_A_PANIC).to_le_bytes());
    bytes.extend(slot(BY_DATA).to_le_bytes());
    data.active(0, &ConstExpr::i32_const(ADDRESS.cast_signed()), bytes);

    let mut module = Module::new();
    module.section(&types).section(&functions).section(&tables);
    module.section(&memory).section(&exported).section(&elements);
    module.section(&code).section(&data);
    if linked {
        link(&mut module, moved);
    }
    module.finish()
}

/// What the functions do: the first reads, calls by two places of the table, and may panic.
fn code() -> CodeSection {
    let mut code = CodeSection::new();
    let word = MemArg {
        offset: 0,
        align: 2,
        memory_index: 0,
    };
    let mut start = Function::new([]);
    start
        .instructions()
        .i32_const(address(READ))
        .i32_load(word)
        .drop()
        .i32_const(address(WORD))
        .i32_load(word)
        .call_indirect(0, 0)
        .i32_const(slot(BY_CODE).cast_signed())
        .call_indirect(0, 0)
        .i32_const(address(READ))
        .if_(wasm_encoder::BlockType::Empty)
        .i32_const(address(SAID))
        .drop()
        .i32_const(address(WORD_OF_A_PANIC))
        .drop()
        .call(PANIC)
        .unreachable()
        .end()
        .end();
    code.function(&start);
    let mut end = Function::new([]);
    end.instructions().unreachable().end();
    code.function(&end);
    for _ in ONLY_IN_A_PANIC..=BY_DATA {
        let mut body = Function::new([]);
        body.instructions().nop().end();
        code.function(&body);
    }
    code
}

/// Adds what the linker knew.
fn link(module: &mut Module, moved: bool) {
    let mut symbols = SymbolTable::new();
    for piece in READ..=WORD {
        let at = DataSymbolDefinition {
            index: 0,
            offset: 4 * piece,
            size: 4,
        };
        symbols.data(0, &format!("piece {piece}"), Some(at));
    }
    for function in [ONLY_IN_A_PANIC, BY_CODE, BY_DATA] {
        symbols.function(0, function, Some(&format!("function {function}")));
    }
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);
    module.section(&linking);
    let [of_panic, by_code, by_data] = [4, 5, 6];
    // What it means (the tool conventions' numbers): 1 a place of the table in code, 2 in data, 4 an address in
    // code, 5 in data.
    let of_code = [
        (4, 0, READ, true),
        (4, 0, WORD, true),
        (1, 0, by_code, false),
        (4, 0, SAID, true),
        (4, 0, WORD_OF_A_PANIC, true),
    ];
    let word = DATA_AT + 4 * WORD;
    let of_data = [
        (2, DATA_AT + 4 * WORD_OF_A_PANIC, of_panic, false),
        if moved {
            (5, word, READ, true)
        } else {
            (2, word, by_data, false)
        },
    ];
    for (name, bytes) in [
        ("reloc.CODE", relocations(6, &of_code)),
        ("reloc.DATA", relocations(7, &of_data)),
    ] {
        module.section(&CustomSection {
            name: name.into(),
            data: bytes.into(),
        });
    }
}

/// The functions in the table, the data, and the names of the custom sections.
fn parts(wasm: &[u8]) -> (Vec<u32>, Vec<u8>, Vec<String>) {
    let (mut table, mut bytes, mut custom) = (Vec::new(), Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.expect("sound") {
            Payload::ElementSection(section) => {
                for element in section {
                    if let ElementItems::Functions(functions) = element.expect("sound").items {
                        table.extend(functions.into_iter().map(|function| function.expect("sound")));
                    }
                }
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data.expect("sound");
                    assert!(matches!(data.kind, DataKind::Active { .. }));
                    bytes.extend_from_slice(data.data);
                }
            }
            Payload::CustomSection(section) => custom.push(section.name().to_owned()),
            _ => {}
        }
    }
    (table, bytes, custom)
}

#[test]
fn what_only_a_panic_reaches_is_gone_and_all_else_stays() {
    let pruned = prune(&program(true, false), BTreeSet::from([PANIC])).expect("sound");
    let (table, bytes, custom) = parts(&pruned);
    assert_eq!(table, [PANIC, BY_CODE, BY_DATA]);
    let mut expected = b"READ\0\0\0\0\0\0\0\0".to_vec();
    expected.extend(slot(BY_DATA).to_le_bytes());
    assert_eq!(bytes, expected);
    assert_eq!(custom, [""; 0], "what the linker knew is not true any more");
}

#[test]
fn a_word_that_is_not_what_the_linker_wrote_ends_the_pressing() {
    let refusal = prune(&program(true, true), BTreeSet::from([PANIC]));
    assert!(
        matches!(&refusal, Err(PressFailure::Program(why)) if why.contains("another piece")),
        "{refusal:?}"
    );
}

#[test]
fn a_program_that_the_linker_says_nothing_of_is_left_alone() {
    let plain = program(false, false);
    assert_eq!(prune(&plain, BTreeSet::from([PANIC])), Ok(plain));
}
