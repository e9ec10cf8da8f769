//! The texts of a theme as one site says them: its language, its way of addressing readers,
//! its own words.

use std::collections::BTreeMap;

use super::Theme;
use super::blanks::{Known, Unfilled};
use crate::base::{Lang, Spanned, apostrophes, nearest};
use crate::diag::problem::Theme as Problem;
use crate::diag::{Diag, Noted, Place};
use crate::i18n::{Strings, fill};

/// So many of the texts that a language lacks are named.
const FIRST: usize = 3;

/// A key of `site.yaml` with its text: a site's own word, or a setting of the theme.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// The key, with its place.
    pub key: Spanned<String>,
    /// The text, with its place.
    pub text: Spanned<String>,
}

/// How a reader is addressed, where a language has two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Address {
    /// Dutch `je`.
    #[default]
    Informal,
    /// Dutch `u`: a text with the key `x.u` wins over `x`.
    Formal,
}

/// How a site speaks in one language.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// How readers are addressed.
    pub address: Address,
    /// What regions are called: one, and many. Both empty: as the theme calls them.
    pub regions: (&'a str, &'a str),
    /// The site's own words.
    pub words: &'a [Word],
}

impl Theme {
    /// The texts as a site says them. `{region}` and `{regions}` (and, at the start of a
    /// sentence, `{Region}` and `{Regions}`) become the programme's words for its regions.
    pub fn strings(&self, voice: &Voice<'_>) -> Noted<Strings> {
        let mut diags = Vec::new();
        let english = Lang::en();
        let own = self.texts_in(voice.lang);
        diags.extend(self.missing(voice));
        // English below, so that a text that a translation lacks is still a text.
        let mut texts = self.texts.get(&english).cloned().unwrap_or_default();
        texts.extend(own.clone().unwrap_or_default());
        if voice.address == Address::Formal {
            let formal: Vec<(String, String)> = texts
                .iter()
                .filter_map(|(key, text)| {
                    Some((key.strip_suffix(".u")?.to_owned(), text.clone()))
                })
                .collect();
            texts.extend(formal);
        }
        texts.retain(|key, _| key.strip_suffix(".u").is_none());
        let blanks = self.blanks(voice);
        for Word { key, text } in voice.words {
            if let Some(known) = texts.get_mut(&key.value) {
                known.clone_from(&text.value);
                let unfilled = blanks.unfilled(&key.value, &text.value);
                diags.extend(unfilled.map(|own| Diag::at(text.span, told(&key.value, own))));
            } else {
                let near = nearest(&key.value, texts.keys().map(String::as_str));
                let nearest = near.map(ToOwned::to_owned);
                let problem = Problem::UnknownWord { key: key.value.clone(), nearest };
                diags.push(Diag::at(key.span, problem));
            }
        }
        let named = |given: &str, key: &str| -> String {
            if given.is_empty() {
                texts.get(key).cloned().unwrap_or_default()
            } else {
                // As in the texts around it.
                apostrophes(given).into_owned()
            }
        };
        let (one, many) =
            (named(voice.regions.0, "region_one"), named(voice.regions.1, "region_many"));
        let (one_up, many_up) = (capitalised(&one), capitalised(&many));
        let blanks = [
            ("region", &*one),
            ("regions", &*many),
            ("Region", &*one_up),
            ("Regions", &*many_up),
        ];
        let texts = texts.into_iter().map(|(key, text)| (key, fill(&text, &blanks))).collect();
        let strings = Strings::new(voice.lang.clone(), texts);
        let strings = if own.is_none() { strings.written_in(english) } else { strings };
        Noted::new(strings, diags)
    }
}

/// A blank of a site's own word that nothing fills in.
fn told(key: &str, Unfilled { blank, nearest, known }: Unfilled) -> Problem {
    Problem::UnknownWordBlank { key: key.to_owned(), blank, nearest, known }
}

impl Theme {
    /// The texts in a language; those of the language without its region stand in for what it lacks.
    fn texts_in(&self, lang: &Lang) -> Option<BTreeMap<String, String>> {
        let wide = self.texts.get(&lang.without_region());
        match (self.texts.get(lang), wide) {
            (None, None) => None,
            (own, wide) => {
                Some(wide.into_iter().chain(own).flat_map(BTreeMap::clone).collect())
            }
        }
    }

    /// The blanks that a site's own words can have.
    fn blanks(&self, voice: &Voice<'_>) -> Known {
        let mut known = Known::default();
        let is_said = |key: &String| voice.words.iter().any(|own| *own.key == *key);
        for texts in self.texts.values().filter(|_| !voice.words.is_empty()) {
            // A text that has two forms has its blanks in either.
            for (key, text) in
                texts.iter().filter(|(key, _)| is_said(key) || key.ends_with("_many"))
            {
                known.add(key.clone(), text);
            }
        }
        known
    }

    /// That a language has none or not all of the texts, without a place.
    fn missing(&self, voice: &Voice<'_>) -> Option<Diag> {
        let language = voice.lang.to_string();
        let problem = match self.texts_in(voice.lang) {
            None => Problem::MissingLanguage { language, count: 0, first: Vec::new() },
            Some(own) => {
                let said = |key: &str| {
                    own.contains_key(key) || voice.words.iter().any(|own| own.key.value == key)
                };
                let english = self.texts.get(&Lang::en())?.keys();
                let lacks = |key: &&String| key.strip_suffix(".u").is_none() && !said(key);
                let missing: Vec<&String> = english.filter(lacks).collect();
                let first = missing.iter().take(FIRST).map(|own| (*own).clone()).collect();
                let count = missing.len();
                (count > 0).then_some(Problem::MissingLanguage { language, count, first })?
            }
        };
        Some(Diag::new(Place::Nowhere, problem))
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
