//! The texts of a theme in one language, with its plurals and blanks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Lang;

/// Every text that a template or a list shows, in one language. Texts may hold blanks such
/// as `{n}`; a text with a plural has two keys, `stories_one` and `stories_many`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Strings {
    lang: Lang,
    /// The language that the texts are in, where the theme has none in this one.
    instead: Option<Lang>,
    texts: Arc<BTreeMap<String, String>>,
}

impl Strings {
    /// The texts of a language.
    pub fn new(lang: Lang, texts: BTreeMap<String, String>) -> Self {
        Self { lang, instead: None, texts: Arc::new(texts) }
    }

    /// The same texts, which are in another language than that of the pages.
    #[must_use]
    pub fn written_in(mut self, lang: Lang) -> Self {
        self.instead = Some(lang);
        self
    }

    /// The language that the texts are in, where that is another one.
    pub fn instead(&self) -> Option<&Lang> {
        self.instead.as_ref()
    }

    /// The language.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// All texts with their keys, sorted by key.
    pub fn texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }

    /// The text of a key; `None` when the theme has none.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The text of a key, or the key itself, so that a gap shows on the page.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.get(key).unwrap_or(key)
    }

    /// The label of a value of a closed list: `label("strength", "pattern")`.
    pub fn label(&self, list: &str, value: &str) -> String {
        let key = format!("{list}/{value}");
        self.get(&key).unwrap_or(value).to_owned()
    }

    /// The text of a key with its blanks filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// "1 verhaal", "3 verhalen": the text `<key>_one` or `<key>_many` with `{n}` filled.
    pub fn count(&self, key: &str, n: usize) -> String {
        let form = if n == 1 { "one" } else { "many" };
        self.fill(&format!("{key}_{form}"), &[("n", &n.to_string())])
    }
}

/// Fills the blanks of a text: `{name}` becomes its value. A blank without a value stays, and
/// what a value brings along is not filled again.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, behind)| {
            let found = values.iter().find(|(blank, _)| *blank == name)?;
            Some((found.1, behind))
        });
        match value {
            Some((value, behind)) => {
                out.push_str(value);
                rest = behind;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings() -> Strings {
        let texts = [
            ("stories_one", "{n} verhaal"),
            ("stories_many", "{n} verhalen"),
            ("seen", "{n} van {of}"),
            ("strength/pattern", "Terugkerend beeld"),
        ];
        let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
        Strings::new(Lang::nl(), BTreeMap::from(texts))
    }

    #[test]
    fn one_thing_is_counted_in_the_singular() {
        let strings = strings();
        assert_eq!(strings.count("stories", 1), "1 verhaal");
        assert_eq!(strings.count("stories", 0), "0 verhalen");
        assert_eq!(strings.count("stories", 12), "12 verhalen");
    }

    #[test]
    fn blanks_are_filled_once_and_unknown_ones_stay() {
        assert_eq!(strings().fill("seen", &[("n", "{of}"), ("of", "35")]), "{of} van 35");
        assert_eq!(fill("{a} {b {c}", &[("c", "1")]), "{a} {b 1");
    }

    #[test]
    fn a_missing_text_shows_its_key() {
        assert_eq!(strings().text("nothing"), "nothing");
        assert_eq!(strings().label("strength", "pattern"), "Terugkerend beeld");
        assert_eq!(strings().label("strength", "other"), "other");
    }
}
