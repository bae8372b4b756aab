//! The number on every question to the world; an answer with another number is dropped.

/// The number of one question.
///
/// A phase that waits keeps the number of its own question. Late answers, double answers and answers to a question
/// that was given up carry a number that nobody waits for any more, and so do nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ask(u32);

impl Ask {
    /// The number itself, for a runner that keeps a table of what is under way.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// Hands out the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asks(u32);

impl Asks {
    pub(crate) fn next(&mut self) -> Ask {
        self.0 = self.0.wrapping_add(1);
        Ask(self.0)
    }
}
