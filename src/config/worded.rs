//! A text of the site itself, in the languages of the site.

use crate::base::Lang;
use crate::schema::{Data, Record, in_language};

/// A text of `site.yaml` in every language that it is written in, the main one first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Worded(Vec<(String, String)>);

impl Worded {
    /// What a field says.
    pub(super) fn read(record: &Record, key: &str, main: &Lang) -> Self {
        Self::new(record.by_language(key), main)
    }

    /// What a value says.
    pub(super) fn of_data(data: &Data, main: &Lang) -> Self {
        Self::new(data.by_language(), main)
    }

    /// A text without a language is in the main one.
    fn new(texts: Vec<(&str, &str)>, main: &Lang) -> Self {
        let own = |(tag, text): (&str, &str)| {
            let tag = if tag.is_empty() { main.as_str() } else { tag };
            (tag.to_owned(), text.to_owned())
        };
        let mut texts: Vec<_> = texts.into_iter().map(own).collect();
        texts.sort_by_key(|(tag, _)| tag != main.as_str());
        Self(texts)
    }

    /// The text in a language; the main one's where it has none.
    pub fn of(&self, lang: &Lang) -> Option<&str> {
        in_language(&self.0, lang.as_str()).map(|(_, text)| text.as_str())
    }

    /// The text in a language, where it is written in that language.
    pub fn only_of(&self, lang: &Lang) -> Option<&str> {
        self.of(lang).filter(|_| self.other_lang(lang).is_none())
    }

    /// The language of [`Self::of`], where that is another one.
    pub fn other_lang(&self, lang: &Lang) -> Option<&str> {
        let (tag, _) = in_language(&self.0, lang.as_str())?;
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        (primary(tag) != primary(lang.as_str())).then_some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).unwrap()
    }

    fn worded(texts: &[(&str, &str)]) -> Worded {
        let own = |(tag, text): &(&str, &str)| ((*tag).to_owned(), (*text).to_owned());
        Worded(texts.iter().map(own).collect())
    }

    #[test]
    fn the_main_language_stands_in_for_one_without_a_text() {
        let name = worded(&[("nl", "Wat werkt"), ("en", "What works")]);
        assert_eq!(
            (name.of(&lang("en")), name.other_lang(&lang("en"))),
            (Some("What works"), None)
        );
        assert_eq!(
            (name.of(&lang("fr")), name.other_lang(&lang("fr"))),
            (Some("Wat werkt"), Some("nl"))
        );
        assert_eq!(name.only_of(&lang("fr")), None);
    }

    #[test]
    fn a_region_of_a_language_is_the_language() {
        let name = worded(&[("nl", "Wat werkt"), ("en", "What works")]);
        assert_eq!(name.only_of(&lang("en-GB")), Some("What works"));
        assert_eq!(worded(&[]).of(&lang("nl")), None);
    }
}
