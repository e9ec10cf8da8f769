//! A value together with what was noted while making it.

use super::Diag;

/// A value and its diagnostics: content mistakes are returned, not thrown.
#[derive(Debug, Clone)]
pub struct Noted<T> {
    /// What was made, as good as it could be.
    pub value: T,
    /// What was wrong on the way.
    pub diags: Vec<Diag>,
}

impl<T> Noted<T> {
    /// A value about which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Self { value, diags: Vec::new() }
    }

    /// A value with its diagnostics.
    pub fn new(value: T, diags: Vec<Diag>) -> Self {
        Self { value, diags }
    }

    /// Hands the diagnostics to a collector and keeps the value.
    pub fn into_value(self, diags: &mut Vec<Diag>) -> T {
        diags.extend(self.diags);
        self.value
    }

    /// The same diagnostics with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Noted<U> {
        Noted { value: f(self.value), diags: self.diags }
    }
}
