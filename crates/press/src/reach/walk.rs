//! From what the page calls to all that it can come to: functions, places of the table, pieces of data.

use std::collections::BTreeSet;

use wasmparser::{FunctionBody, Operator};

use super::links::{Links, Symbol, Word};
use crate::failure::PressFailure;
use crate::imports::unreadable;

/// What one instruction leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Function(u32),
    Slot(u32),
    Data(Symbol),
}

/// What a function leads to, but for what only an end without return would have needed: `ends` says which functions these are.
pub fn targets(
    body: &FunctionBody,
    links: &Links,
    ends: &BTreeSet<u32>,
) -> Result<BTreeSet<Target>, PressFailure> {
    let mut reached = BTreeSet::new();
    // What has been named since the last turn of the way: it is of use only if the program goes on.
    let mut named = Vec::new();
    let mut operators = body.get_operators_reader().map_err(unreadable)?;
    while !operators.eof() {
        match operators.read().map_err(unreadable)? {
            Operator::Unreachable => named.clear(),
            Operator::Call { function_index } if ends.contains(&function_index) => named.clear(),
            Operator::Call { function_index } => {
                reached.extend(named.drain(..));
                reached.insert(Target::Function(function_index));
            }
            Operator::RefFunc { function_index } => {
                reached.insert(Target::Function(function_index));
            }
            Operator::I32Const { value } => named.extend(number(value.cast_unsigned(), links)),
            turn if is_turn(&turn) => reached.extend(named.drain(..)),
            other => named.extend(
                offset(&other)
                    .into_iter()
                    .flat_map(|offset| number(offset, links)),
            ),
        }
    }
    reached.extend(named);
    Ok(reached)
}

/// Whether nothing comes before the end of all: the function says nothing but that.
pub fn only_ends(body: &FunctionBody, ends: &BTreeSet<u32>) -> Result<bool, PressFailure> {
    let mut operators = body.get_operators_reader().map_err(unreadable)?;
    while !operators.eof() {
        match operators.read().map_err(unreadable)? {
            Operator::Unreachable => return Ok(true),
            Operator::Call { function_index } => return Ok(ends.contains(&function_index)),
            turn if is_turn(&turn) => return Ok(false),
            _ => {}
        }
    }
    Ok(false)
}

/// Whether the way may go on elsewhere from here, or come here from elsewhere.
fn is_turn(operator: &Operator) -> bool {
    matches!(
        operator,
        Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::CallIndirect { .. }
    )
}

/// What a number in an instruction may mean: any piece of data that the linker put there under it, and a place of the table that
/// instructions name.
fn number(value: u32, links: &Links) -> impl Iterator<Item = Target> {
    let data = links.numbers.get(&value).into_iter().flatten();
    let slot = (!links.of_data_only.contains(&value)).then_some(Target::Slot(value));
    data.map(|symbol| Target::Data(*symbol)).chain(slot)
}

/// Where in memory an instruction reads or writes, beyond the address that it is given.
fn offset(operator: &Operator) -> Option<u32> {
    match operator {
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => u32::try_from(memarg.offset).ok(),
        _ => None,
    }
}

/// All that can be come to.
#[derive(Debug, Default)]
pub struct Reached {
    pub slots: BTreeSet<u32>,
    pub data: BTreeSet<Symbol>,
}

/// Goes every way from the roots. `function` gives what a function leads to, `slot` the function in a place of the table.
pub fn walk(
    roots: Vec<Target>,
    links: &Links,
    mut function: impl FnMut(u32) -> Result<BTreeSet<Target>, PressFailure>,
    slot: impl Fn(u32) -> Option<u32>,
) -> Result<Reached, PressFailure> {
    let mut seen = BTreeSet::new();
    let mut open = roots;
    let mut reached = Reached::default();
    while let Some(target) = open.pop() {
        if !seen.insert(target) {
            continue;
        }
        match target {
            Target::Function(number) => open.extend(function(number)?),
            Target::Slot(number) => {
                reached.slots.insert(number);
                open.extend(slot(number).map(Target::Function));
            }
            Target::Data(symbol) => {
                reached.data.insert(symbol);
                if let Some(range) = links.data.get(&symbol) {
                    open.extend(links.words.range(range.clone()).map(|(_, word)| match *word {
                        Word::Data(symbol) => Target::Data(symbol),
                        Word::Slot(number) => Target::Slot(number),
                    }));
                }
            }
        }
    }
    Ok(reached)
}
