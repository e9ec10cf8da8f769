//! Values that are converted once and then shown by many views.

use std::fmt;

use serde::{Serialize, Serializer};

use super::fingerprint;
use crate::store::{Key, KeyMaker};

/// A value as templates see it, converted once. Cloning it, and showing it in a view, copies
/// a pointer: a menu or a list of all regions costs nothing per page.
///
/// A value that cannot be converted (a map whose keys are no texts) is shown as nothing.
#[derive(Clone)]
pub struct Shared {
    value: tera::Value,
    /// Stands for the value in fingerprints of views.
    fingerprint: Option<Key>,
}

impl Shared {
    /// Converts a value.
    pub(super) fn new<T: Serialize + ?Sized>(value: &T) -> Self {
        Self {
            value: tera::Value::try_from_serializable(value)
                .unwrap_or_else(|_| tera::Value::none()),
            fingerprint: fingerprint::of(KeyMaker::of("shared", ""), value),
        }
    }
}

impl Serialize for Shared {
    /// Tera recognises its own values here and takes them over as they are. Fingerprints are
    /// made by the only serializer whose form is not for people.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.value.serialize(serializer);
        }
        match &self.fingerprint {
            Some(key) => serializer.serialize_bytes(key.as_bytes()),
            None => Err(serde::ser::Error::custom("a value without a fingerprint")),
        }
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared(…)")
    }
}

impl Default for Shared {
    fn default() -> Self {
        Self::new(&())
    }
}
