//! Many texts as one, joined when the crate is compiled.

/// How long each text is, in bytes.
pub(super) const fn lengths<const N: usize>(texts: &[&str]) -> [u8; N] {
    let mut lengths = [0; N];
    let mut at = 0;
    while at < N {
        assert!(texts[at].len() < 256, "a text has a length of one byte");
        lengths[at] = texts[at].len().to_le_bytes()[0];
        at += 1;
    }
    lengths
}

/// How long all of them are.
pub(super) const fn total(texts: &[&str]) -> usize {
    let (mut total, mut at) = (0, 0);
    while at < texts.len() {
        total += texts[at].len();
        at += 1;
    }
    total
}

/// One behind the other.
pub(super) const fn joined<const N: usize>(texts: &[&str]) -> [u8; N] {
    let mut joined = [0; N];
    let (mut text, mut at) = (0, 0);
    while text < texts.len() {
        let bytes = texts[text].as_bytes();
        let mut byte = 0;
        while byte < bytes.len() {
            joined[at] = bytes[byte];
            byte += 1;
            at += 1;
        }
        text += 1;
    }
    joined
}
