//! The language of a document or of the site.

use std::fmt;
use std::sync::Arc;

/// A language tag as in BCP 47 (`nl`, `en`, `pap-AW`): 2 to 3 letters, then subtags.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// Reads a tag; `None` when it is not one.
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let primary = (2..=3).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_lowercase());
        let rest = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        (primary && rest).then(|| Self(tag.into()))
    }

    /// Dutch.
    pub fn nl() -> Self {
        Self("nl".into())
    }

    /// English.
    pub fn en() -> Self {
        Self("en".into())
    }

    /// The tag as it stands in `lang="…"`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
