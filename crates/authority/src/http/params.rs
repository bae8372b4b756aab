//! Parameters by name, each at most once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Parameters by name. An empty value counts as absent (RFC 6749 section 3.1).
#[derive(Clone, Default)]
pub struct Params(BTreeMap<String, String>);

/// A parameter came twice, which RFC 6749 section 3.1 forbids.
#[derive(Debug, PartialEq, Eq)]
pub struct DuplicateParameter(pub String);

impl Params {
    /// Reads `application/x-www-form-urlencoded`, in a body or a query.
    pub fn from_form(text: &[u8]) -> Result<Self, DuplicateParameter> {
        let mut params = Self::default();
        for (name, value) in form_urlencoded::parse(text) {
            params.add(name.into_owned(), value.into_owned())?;
        }
        Ok(params)
    }

    /// Adds a parameter.
    pub fn add(&mut self, name: String, value: String) -> Result<(), DuplicateParameter> {
        match self.0.entry(name) {
            Entry::Occupied(taken) => Err(DuplicateParameter(taken.key().clone())),
            Entry::Vacant(free) => {
                free.insert(value);
                Ok(())
            }
        }
    }

    /// Sets a parameter that the client left out.
    pub fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// The parameter's value, when it is there and not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// The names that were sent, also those without value.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The parameters as a form again.
    #[must_use]
    pub fn to_form(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.0)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{DuplicateParameter, Params};

    #[test]
    fn a_parameter_that_comes_twice_is_refused_even_with_the_same_value() {
        let twice = Params::from_form(b"state=a&nonce=n&state=a").err();
        assert_eq!(twice, Some(DuplicateParameter("state".to_owned())));
    }

    #[test]
    fn an_empty_value_counts_as_absent() {
        let params = Params::from_form(b"state=&nonce=a+b").unwrap();
        assert_eq!((params.get("state"), params.get("nonce")), (None, Some("a b")));
    }
}
