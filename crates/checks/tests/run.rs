//! One run of a check: first its seeds as they are, then changes to them, each from a number of its own.

use std::cell::RefCell;
use std::thread;

use fastrand::Rng;
use vestibule_checks::Verdict;

use crate::{mutate::Mutator, seeds};

/// A change is made from this and its own number, so that it can be made again without those before it.
const SEED: u64 = 0x7665_7374_6962_756c;

/// Of a thousand inputs, those that a parser takes at least: a run of refusals tests nothing but its first lines.
const LEAST_TAKEN: u32 = 5;

/// Says what the check was given when it fails.
struct Witness<'n> {
    name: &'n str,
    input: RefCell<(String, Vec<u8>)>,
}

pub fn run(name: &str, changes: u32, check: fn(&[u8]) -> Verdict) {
    let witness = Witness {
        name,
        input: RefCell::default(),
    };
    let seen = |what: String, input: Vec<u8>| {
        witness.input.replace((what, input.clone()));
        check(&input)
    };
    let seeds = seeds::of(name);
    for (file, seed) in &seeds {
        seen(format!("the seed {file}"), seed.clone());
    }
    let mutator = Mutator::new(seeds.into_iter().map(|(_, seed)| seed).collect(), seeds::words());
    let mut taken = 0;
    for number in 0..changes {
        let mut rng = Rng::with_seed(SEED ^ u64::from(number));
        let input = mutator.change(&mut rng);
        if seen(format!("change {number} by the seed {SEED:#x}"), input) == Verdict::Taken {
            taken += 1;
        }
    }
    assert!(
        taken * 1000 >= changes * LEAST_TAKEN,
        "{name}: {taken} of {changes} were taken"
    );
}

impl Drop for Witness<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let (what, input) = &*self.input.borrow();
            eprintln!("{}: {what}, which is\n{}", self.name, input.escape_ascii());
        }
    }
}
