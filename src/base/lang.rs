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

    /// In which direction it is written, as it stands in `dir="…"`.
    pub fn direction(&self) -> &'static str {
        direction(self.as_str())
    }

    /// The tag without what stands behind the language: `nl` of `nl-BE`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The language as it is written anywhere: `nl` of `nl-BE`.
    #[must_use]
    pub fn without_region(&self) -> Self {
        Self(self.primary().into())
    }

    /// Whether it is Dutch, of any region.
    pub fn is_dutch(&self) -> bool {
        self.primary() == "nl"
    }

    /// The tag as it stands in `lang="…"`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Languages that are written from right to left, unless their tag names another script.
const RIGHT_TO_LEFT: [&str; 16] = [
    "ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "pnb", "ps", "sd", "syr",
    "ur", "yi",
];

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 8] =
    ["adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// In which direction a language is written, by its tag: `rtl` or `ltr`.
pub fn direction(tag: &str) -> &'static str {
    let lower = tag.to_ascii_lowercase();
    let mut parts = lower.split('-');
    let language = parts.next().unwrap_or_default();
    // Only a script has four letters.
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_lowercase()));
    let is_right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    };
    if is_right_to_left { "rtl" } else { "ltr" }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_follows_the_script_and_else_the_language() {
        for tag in ["ar", "he", "fa-IR", "ur", "yi", "ckb", "pa-Arab", "uz-arab-AF"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["nl", "en", "pap-AW", "ar-Latn", "tr", "", "sr-1994"] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
