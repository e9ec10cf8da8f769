//! Things that several pages show and that are made once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Values by key. A value depends on its key alone, so that it does not matter which page
/// comes first.
#[derive(Debug)]
pub(super) struct Memo<T>(Mutex<BTreeMap<String, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Memo<T> {
    /// The value of a key, made when nobody asked for it yet. Two pages that ask at the same
    /// time may both make it.
    pub(super) fn get_or(&self, key: &str, make: impl FnOnce() -> T) -> T {
        let values = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = values().get(key) {
            return value.clone();
        }
        let value = make();
        values().insert(key.to_owned(), value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_per_key() {
        let memo = Memo::default();
        assert_eq!(memo.get_or("a", || 1), 1);
        assert_eq!(memo.get_or("a", || 2), 1);
        assert_eq!(memo.get_or("b", || 3), 3);
    }
}
