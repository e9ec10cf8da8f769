//! Values that are converted once and then shown by many views.

use std::fmt;

use serde::{Serialize, Serializer};

/// A value as templates see it, converted once. Cloning it, and showing it in a view, copies
/// a pointer: a menu or a list of all regions costs nothing per page.
///
/// A value that cannot be converted (a map whose keys are no texts) is shown as nothing.
#[derive(Clone)]
pub struct Shared(tera::Value);

impl Shared {
    /// Converts a value.
    pub(super) fn new<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(tera::Value::try_from_serializable(value).unwrap_or_else(|_| tera::Value::none()))
    }
}

impl Serialize for Shared {
    /// Tera recognises its own values here and takes them over as they are.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared(…)")
    }
}

impl Default for Shared {
    fn default() -> Self {
        Self(tera::Value::none())
    }
}
