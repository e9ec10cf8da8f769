//! How the Markdown parser is set up, and what it tells apart from its events.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};

use crate::base::Lang;

/// The place of each definition `[label]: address`, by its label in lower case.
pub(super) type Definitions = BTreeMap<String, Range<usize>>;

/// What a text has in links by label.
#[derive(Debug)]
pub(super) struct References {
    /// The labels that are defined.
    pub(super) defined: Definitions,
    /// The links by a label that is not.
    pub(super) missing: Vec<MissingReference>,
}

/// A link by a label that is nowhere defined.
#[derive(Debug)]
pub(super) struct MissingReference {
    /// The label as written.
    pub(super) label: String,
    /// Where the label stands.
    pub(super) range: Range<usize>,
}

/// The text with line feeds where it has lone carriage returns, which the parser takes for
/// ordinary characters. Every byte keeps its place.
pub(super) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut rest = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        out.push(if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c });
    }
    Cow::Owned(out)
}

/// Hands the events of a text with their places to a sink, which also gets the definitions.
pub(super) fn read<'t>(
    text: &'t str,
    lang: &Lang,
    mut sink: impl FnMut(Event<'t>, Range<usize>, &Definitions),
) -> References {
    let missing = RefCell::new(Vec::new());
    let note = |link: BrokenLink<'t>| -> Option<(CowStr<'t>, CowStr<'t>)> {
        // A lone `[word]` is ordinary text.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let label = link.reference.into_string();
            let range = label_place(text, link.span, &label);
            missing.borrow_mut().push(MissingReference { label, range });
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(lang), Some(note));
    let mut defined = Definitions::new();
    for (label, definition) in parser.reference_definitions().iter() {
        defined.insert(label.to_lowercase(), definition.span.clone());
    }
    for (event, range) in parser.into_offset_iter() {
        sink(event, range, &defined);
    }
    References { defined, missing: missing.into_inner() }
}

/// Where a label stands in its link: the last words in brackets. The whole link when the
/// label was written with line ends or escapes.
fn label_place(text: &str, link: Range<usize>, label: &str) -> Range<usize> {
    let written = text.get(link.clone()).unwrap_or_default();
    match written.rfind(label) {
        Some(at) => link.start + at..link.start + at + label.len(),
        None => link,
    }
}

fn options(lang: &Lang) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    options.set(Options::ENABLE_SMART_PUNCTUATION, has_english_quotes(lang));
    options
}

/// Whether the language quotes “so” and ‘so’. In others the marks stay as written.
fn has_english_quotes(lang: &Lang) -> bool {
    let primary = lang.as_str().split('-').next().unwrap_or_default();
    matches!(primary, "nl" | "en" | "fy" | "pap" | "tr" | "ar" | "ga" | "cy")
}
