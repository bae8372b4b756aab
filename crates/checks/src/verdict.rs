//! What a parser said to some bytes, so that a run can tell whether its inputs ever got in.

/// What a parser said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It took the bytes.
    Taken,
    /// It refused them.
    Refused,
}

impl Verdict {
    /// Taken, if that is so.
    #[must_use]
    pub fn taken_if(taken: bool) -> Self {
        if taken { Self::Taken } else { Self::Refused }
    }
}
