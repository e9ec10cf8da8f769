//! The theme of a site, loaded once for as long as nothing of it changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, Spanned};
use crate::config::{Address, Config, Worded};
use crate::diag::{Diag, Fatal, Place};
use crate::i18n::Strings;
use crate::render::outputs::templates::Templates;
use crate::store::Key;
use crate::theme::{self, Theme, Voice, Word};
use crate::vfs::{Files, Trace, Traced};

use super::read::{Content, SourceText};

/// The theme with what it was made from.
#[derive(Debug)]
pub(super) struct Dress {
    /// The settings: all of them are in this text.
    settings: SourceText,
    /// What was read of the theme.
    trace: Trace,
    pub(super) loaded: Loaded,
    /// What is wrong with it.
    pub(super) diags: Vec<Diag>,
}

impl Dress {
    /// The theme of a site; an earlier one when it would be the same.
    pub(super) fn of(
        files: &dyn Files,
        content: &Content,
        earlier: Option<&Arc<Self>>,
    ) -> Result<Arc<Self>, Fatal> {
        if let Some(earlier) = earlier.filter(|own| own.settings == content.settings)
            && earlier.trace.holds(files)?
        {
            return Ok(Arc::clone(earlier));
        }
        let traced = Traced::new(files);
        let mut diags = Vec::new();
        let loaded = themed_parts(&traced, &content.config, &mut diags)?;
        let settings = content.settings.clone();
        Ok(Arc::new(Self { settings, trace: traced.into_trace(), loaded, diags }))
    }

    /// The fingerprint of the theme. What the settings make of it is in the catalogue.
    pub(super) fn key(&self) -> Key {
        self.loaded.theme.key()
    }
}

/// The theme with what this site makes of it.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) theme: Theme,
    pub(super) params: theme::Params,
    pub(super) strings: BTreeMap<Lang, Strings>,
    pub(super) templates: Option<Templates>,
}

/// The site's own words that are written in a language.
fn words_in(config: &Config, lang: &Lang) -> Vec<Word> {
    let word = |(key, text): &(Spanned<String>, Spanned<Worded>)| {
        let own = text.value.only_of(lang)?.to_owned();
        Some(Word { key: key.clone(), text: Spanned::new(own, text.span) })
    };
    config.words.iter().filter_map(word).collect()
}

pub(super) fn themed_parts(
    files: &dyn Files,
    config: &Config,
    diags: &mut Vec<Diag>,
) -> Result<Loaded, Fatal> {
    let theme = Theme::load(files, &config.theme)?.into_value(diags);
    diags.extend(theme.remarks(files)?);
    let word = |(key, text): &(Spanned<String>, Spanned<String>)| Word {
        key: key.clone(),
        text: text.clone(),
    };
    let given: Vec<Word> = config.theme_params.iter().map(word).collect();
    let params = theme.params(&given).into_value(diags);
    let mut strings = BTreeMap::new();
    for lang in &config.langs {
        let words = words_in(config, lang);
        let voice = Voice {
            lang,
            address: match config.address {
                Address::Je => theme::Address::Informal,
                Address::U => theme::Address::Formal,
            },
            regions: config.region_words(lang),
            words: &words,
        };
        let mut said = theme.strings(&voice);
        // A theme does not know where a site names its languages.
        for diag in said.diags.iter_mut().filter(|diag| diag.place == Place::Nowhere) {
            diag.place = Place::Span(config.lang_place(lang));
        }
        strings.insert(lang.clone(), said.into_value(diags));
    }
    let all: Vec<Strings> = strings.values().cloned().collect();
    let templates = Templates::compile(&theme, &all).into_value(diags);
    Ok(Loaded { theme, params, strings, templates })
}
