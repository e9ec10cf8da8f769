//! Whether a text can be read with ease: long sentences, hard words, links and pictures that
//! say nothing. Per language of the page; each rule has a code that a site can switch.

mod abbreviations;
mod headings;
mod jargon;
mod kept;
mod sentences;
mod words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{FileId, Lang, OffsetMap};
use crate::catalog::{Catalog, Entry, MediaEntry};
use crate::diag::problem::Prose;
use crate::diag::{Diag, Problem, SourceMap};
use crate::model::Meta;
use crate::parse;
use crate::parse::markdown::{Passage, PassageKind, prose};
use crate::yaml;

use abbreviations::Known;
use jargon::Jargon;
use kept::Said;
use words::Vague;

pub use kept::{LastLook, Told};

/// More words in a sentence are too many.
const MOST_WORDS: usize = 20;
/// More sentences in a paragraph are too many.
const MOST_SENTENCES: usize = 5;

/// The headings of texts of which something was said at their own place.
pub fn headings<'a>(diags: impl Iterator<Item = &'a Diag>) -> Vec<String> {
    let heading = |diag: &Diag| match &diag.problem {
        Problem::Prose(Prose::HeadingJump { heading, .. } | Prose::SecondTitle { heading }) => {
            Some(heading.clone())
        }
        _ => None,
    };
    diags.filter_map(heading).collect()
}

/// How closely texts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// For everything that a reader stumbles over.
    Warnings,
    /// Also for what might be easier to read: sentences, paragraphs and words are counted.
    Hints,
}

/// What was said of texts earlier.
#[derive(Debug, Default)]
pub struct Earlier<'a> {
    /// The last look in this process, which knows a text again.
    pub last: Option<&'a LastLook>,
    /// Of documents that are known to be the same.
    pub told: Told,
}

/// What makes the texts hard to read, and what is wrong with the words of pictures. `sources`
/// holds the text of every document.
pub fn check(
    catalog: &Catalog,
    sources: &SourceMap,
    depth: Depth,
    earlier: Earlier<'_>,
) -> (Told, Vec<Diag>) {
    let Earlier { last, told } = earlier;
    let rules = Rules {
        depth,
        jargon: Jargon::of(&catalog.vocabulary.jargon),
        known: Known::of(&catalog.vocabulary),
        main: catalog.config.lang.clone(),
    };
    let mut before = last.map(|own| own.take(&rules)).unwrap_or_default();
    let look = |(at, entry): (usize, &Entry)| -> Option<(usize, FileId, Said)> {
        let Meta { file, lang, is_readable, .. } = &*entry.document;
        if !is_readable || told.get(at).is_some() {
            return None;
        }
        let text = sources.shared_text(*file)?;
        let said = before.of(*file, &text, lang).cloned().unwrap_or_else(|| Said {
            diags: rules.document(*file, &parse::settled(*file, &text), lang).into(),
            lang: lang.clone(),
            text,
        });
        Some((at, *file, said))
    };
    let entries = catalog.entries();
    let said: Vec<_> = entries.par_iter().enumerate().filter_map(look).collect();
    let news = said.iter().map(|(at, _, own)| (*at, Arc::clone(&own.diags)));
    let told = told.with(entries.len(), news);
    if let Some(last) = last {
        before.add(said.into_iter().map(|(_, file, own)| (file, own)));
        last.put(rules, before);
    }
    (told, pictures(catalog))
}

/// What is wrong with the words of pictures in the library.
fn pictures(catalog: &Catalog) -> Vec<Diag> {
    let main = &catalog.config.lang;
    let said = |entry: &MediaEntry| {
        let record = &entry.item.record;
        let span = record.value_span("alt")?;
        let problem = record.by_language("alt").into_iter().find_map(|(tag, alt)| {
            words::alt(alt, &Lang::new(tag).unwrap_or_else(|| main.clone()))
        })?;
        Some(Diag::at(span, problem))
    };
    catalog.media_entries().filter_map(said).collect()
}

/// What is looked for.
#[derive(Debug, PartialEq, Eq)]
struct Rules {
    depth: Depth,
    jargon: Jargon,
    known: Known,
    /// The language of the lists.
    main: Lang,
}

impl Rules {
    fn document(&self, file: FileId, text: &str, lang: &Lang) -> Vec<Diag> {
        let passages = passages(file, text, lang);
        let mut diags = headings::check(&passages, text);
        for passage in &passages {
            shape(passage, lang, &mut diags);
        }
        if self.depth == Depth::Warnings {
            return diags;
        }
        let own: Vec<&Passage> = passages.iter().filter(|own| !own.is_quoted).collect();
        for passage in &own {
            length(passage, lang, &mut diags);
        }
        if *lang == self.main {
            diags.extend(self.jargon.in_passages(&own));
        }
        diags.extend(self.known.unexplained(&own, lang));
        diags
    }
}

fn passages(file: FileId, text: &str, lang: &Lang) -> Vec<Passage> {
    let Some(split) = yaml::front_matter(text, file).value else { return Vec::new() };
    let map = OffsetMap::whole(file, split.body.start);
    prose(text.get(split.body).unwrap_or_default(), &map, lang)
}

/// Links and pictures that say nothing.
fn shape(passage: &Passage, lang: &Lang, diags: &mut Vec<Diag>) {
    for (range, span) in &passage.links {
        let words = passage.text.get(range.clone()).unwrap_or_default().trim();
        match words::link(words, lang) {
            Some(Vague::Words) => {
                diags.push(Diag::at(*span, Prose::VagueLink { words: words.to_owned() }));
            }
            Some(Vague::Address) => diags.push(Diag::at(*span, Prose::LinkIsAddress)),
            None => {}
        }
    }
    for (alt, span) in &passage.pictures {
        diags.extend(words::alt(alt, lang).map(|problem| Diag::at(*span, problem)));
    }
}

/// Long sentences, and paragraphs of many.
fn length(passage: &Passage, lang: &Lang, diags: &mut Vec<Diag>) {
    if !matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item) {
        return;
    }
    let sentences = sentences::split(&passage.text, lang);
    for sentence in &sentences {
        let words = sentences::count(passage.text.get(sentence.clone()).unwrap_or_default());
        if words > MOST_WORDS {
            let problem = Prose::LongSentence { words, most: MOST_WORDS };
            diags.push(Diag::at(passage.place(sentence.clone()), problem));
        }
    }
    if sentences.len() > MOST_SENTENCES {
        let problem = Prose::LongParagraph { sentences: sentences.len(), most: MOST_SENTENCES };
        diags.push(Diag::at(passage.span, problem));
    }
}
