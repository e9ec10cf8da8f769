//! A diagnostic in words, with path, line and column instead of bytes.

use crate::base::Span;
use crate::diag::{Diag, Language, Place, Position, SourceMap, Words, text};

const TOP: Position = Position { line: 1, column: 1 };

/// A place as people and programs name it.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// Relative to the root of the site, or to the output folder; empty for no file.
    pub(super) path: String,
    /// Where it starts.
    pub(super) start: Position,
    /// Where it ends, exclusive.
    pub(super) end: Position,
    /// The bytes, when it is a range in a file whose text is known.
    pub(super) span: Option<Span>,
}

impl Spot {
    fn new(place: &Place, map: &SourceMap) -> Self {
        let whole = |path: String| Self { path, start: TOP, end: TOP, span: None };
        match place {
            Place::Span(span) => {
                let path = map.path(span.file).map_or_else(String::new, ToString::to_string);
                let (start, end) = map.positions(*span);
                Self { path, start, end, span: Some(*span) }
            }
            Place::File(path) => whole(path.to_string()),
            Place::Output(path) => whole(path.to_string()),
            Place::Nowhere => whole(String::new()),
        }
    }

    /// `path:line:column`, only the path for a whole file, nothing for no file.
    pub(super) fn shown(&self) -> String {
        let path = clean(&self.path);
        match self.span {
            Some(_) => format!("{path}:{}:{}", self.start.line, self.start.column),
            None => path,
        }
    }
}

/// A diagnostic ready to be drawn.
#[derive(Debug)]
pub(super) struct Located<'a> {
    /// Where it is.
    pub(super) spot: Spot,
    /// The other places.
    pub(super) related: Vec<Spot>,
    /// What it says, on one line and without characters that act on a terminal.
    pub(super) words: Words,
    /// The fact.
    pub(super) diag: &'a Diag,
}

impl<'a> Located<'a> {
    pub(super) fn new(diag: &'a Diag, map: &SourceMap, language: Language) -> Self {
        let words = text::words(&diag.problem, language);
        Self {
            spot: Spot::new(&diag.place, map),
            related: diag.related.iter().map(|r| Spot::new(&r.place, map)).collect(),
            words: Words {
                message: clean(&words.message),
                help: words.help.as_deref().map(clean),
            },
            diag,
        }
    }

    /// What diagnostics are ordered by.
    pub(super) fn order(&self) -> (&str, Position, &'static str, &str) {
        (&self.spot.path, self.spot.start, self.code(), &self.words.message)
    }

    /// The name of its code.
    pub(super) fn code(&self) -> &'static str {
        self.diag.problem.code().name
    }
}

/// What stands for a character that would act on the terminal instead of being seen.
pub(super) fn visible(c: char) -> char {
    let turns_text = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns_text { '\u{fffd}' } else { c }
}

fn clean(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { visible(c) }).collect()
}
