//! Whether a text can be read with ease: long sentences, hard words, links and pictures that
//! say nothing. Per language of the page; each rule has a code that a site can switch.

mod abbreviations;
mod headings;
mod jargon;
mod sentences;
mod words;

use rayon::prelude::*;

use crate::base::{FileId, Lang, OffsetMap};
use crate::catalog::{Catalog, Entry};
use crate::diag::problem::Prose;
use crate::diag::{Diag, Problem, SourceMap};
use crate::parse::markdown::{Passage, PassageKind, prose};
use crate::yaml;

use abbreviations::Known;
use jargon::Jargon;
use words::Vague;

/// More words in a sentence are too many.
const MOST_WORDS: usize = 20;
/// More sentences in a paragraph are too many.
const MOST_SENTENCES: usize = 5;

/// The headings of texts of which something was said at their own place.
pub fn headings(diags: &[Diag]) -> Vec<String> {
    let heading = |diag: &Diag| match &diag.problem {
        Problem::Prose(Prose::HeadingJump { heading, .. } | Prose::SecondTitle { heading }) => {
            Some(heading.clone())
        }
        _ => None,
    };
    diags.iter().filter_map(heading).collect()
}

/// Everything that makes a text hard to read. `sources` holds the text of every document.
pub fn check(catalog: &Catalog, sources: &SourceMap) -> Vec<Diag> {
    let jargon = Jargon::of(&catalog.vocabulary.jargon);
    let known = Known::of(&catalog.vocabulary);
    let rules = Rules { jargon: &jargon, known: &known, main: &catalog.config.lang };
    let found: Vec<Vec<Diag>> = catalog
        .entries()
        .par_iter()
        .filter(|entry| entry.document.is_readable)
        .map(|entry| rules.document(entry, sources))
        .collect();
    let mut diags: Vec<Diag> = found.into_iter().flatten().collect();
    for entry in catalog.media_entries() {
        let alt = entry.item.alt.as_ref();
        diags.extend(alt.and_then(|alt| {
            words::alt(alt, &catalog.config.lang).map(|problem| Diag::at(alt.span, problem))
        }));
    }
    diags
}

struct Rules<'a> {
    jargon: &'a Jargon,
    known: &'a Known,
    /// The language of the site, in which its list of jargon is.
    main: &'a Lang,
}

impl Rules<'_> {
    fn document(&self, entry: &Entry, sources: &SourceMap) -> Vec<Diag> {
        let document = &entry.document;
        let passages = passages(document.file, sources.text(document.file), &document.lang);
        let mut diags = headings::check(&passages, sources.text(document.file));
        for passage in &passages {
            shape(passage, &document.lang, &mut diags);
            if !passage.is_quoted {
                length(passage, &document.lang, &mut diags);
            }
        }
        let own: Vec<&Passage> = passages.iter().filter(|own| !own.is_quoted).collect();
        if document.lang == *self.main {
            diags.extend(self.jargon.in_passages(&own));
        }
        diags.extend(self.known.unexplained(&own, &document.lang));
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
