//! Names in addresses: one path segment, and the anchor of a heading.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

/// One segment of an address: lower-case letters, digits, `-` and `_`, never empty.
/// Letters of every script may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Takes text that already is a slug; `None` when it is not.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || c == '_';
        (!text.is_empty() && text.chars().all(fits)).then(|| Self(text.into()))
    }

    /// Makes a slug of any text: `Zo weten we dit!` → `zo-weten-we-dit`. `None` when no letter
    /// or digit is left.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut out = String::with_capacity(text.len());
        for c in text.nfc().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() || c == '_' {
                out.push(c);
            } else if !out.ends_with('-') && !out.is_empty() && !matches!(c, '\'' | '’') {
                out.push('-');
            }
        }
        Self::new(out.trim_matches('-'))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a heading, as code hosts make it: lower case, spaces to hyphens, punctuation
/// dropped.
pub fn anchor(heading: &str) -> String {
    heading
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_code_hosts() {
        assert_eq!(
            anchor("Wat kunnen anderen hiervan leren?"),
            "wat-kunnen-anderen-hiervan-leren"
        );
        assert_eq!(anchor("Regio's & co"), "regios--co");
    }

    #[test]
    fn a_slug_of_a_slug_is_itself() {
        let once = Slug::from_text("  Één 'Twee' / Drie ").unwrap();
        assert_eq!(once.as_str(), "één-twee-drie");
        assert_eq!(Slug::from_text(once.as_str()).unwrap(), once);
        assert_eq!(Slug::from_text("?!"), None);
    }
}
