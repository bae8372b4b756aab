//! The passwords that everybody tries first.

/// Lower case. Short ones matter to the weak policies, those with digits and capitals to the strong ones.
const COMMON: &str = include_str!("common.txt");

/// Whether `folded`, in lower case, is one of them.
pub(super) fn contains(folded: &str) -> bool {
    COMMON.lines().any(|line| line == folded)
}

#[cfg(test)]
mod tests {
    use super::COMMON;

    #[test]
    fn the_list_is_in_lower_case_and_names_nothing_twice() {
        let mut seen = std::collections::HashSet::new();
        for line in COMMON.lines() {
            assert_eq!(line, line.to_lowercase().trim());
            assert!(seen.insert(line), "{line} stands twice");
        }
        assert!(seen.len() > 150);
    }
}
