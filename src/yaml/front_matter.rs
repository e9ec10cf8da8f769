//! Where the fields of a document end and its text begins.

use std::ops::Range;

use crate::base::{FileId, Span};
use crate::diag::problem::Yaml;
use crate::diag::{Diag, Noted};

/// The two parts of a document, as byte ranges of its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FrontMatter {
    /// The fields between the two lines `---`.
    pub yaml: Range<usize>,
    /// The text below them.
    pub body: Range<usize>,
}

/// Splits a document into fields and text. A byte order mark and line ends of any kind are
/// fine; `...` closes the fields too. `None` with an error when there are no fields or when
/// nothing closes them.
pub fn front_matter(text: &str, file: FileId) -> Noted<Option<FrontMatter>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = Lines { text, at: start };
    let Some(first) = lines.next().filter(|line| is_fence(text, line, "---")) else {
        return Noted::new(None, vec![Diag::missing_from(file, Yaml::NoFrontMatter)]);
    };
    let yaml = lines.at;
    let mut text_starts = None;
    while let Some(line) = lines.next() {
        if is_fence(text, &line, "---") || is_fence(text, &line, "...") {
            let parts = FrontMatter { yaml: yaml..line.start, body: lines.at..text.len() };
            return Noted::clean(Some(parts));
        }
        if text_starts.is_none() && is_prose(text.get(line.clone()).unwrap_or_default()) {
            text_starts = Some(line);
        }
    }
    let mut diag = Diag::at(span(file, &first), Yaml::UnclosedFrontMatter);
    if let Some(line) = text_starts {
        diag = diag.related(span(file, &line));
    }
    Noted::new(None, vec![diag])
}

fn span(file: FileId, range: &Range<usize>) -> Span {
    Span::new(file, range.start, range.end)
}

fn is_fence(text: &str, line: &Range<usize>, fence: &str) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end() == fence)
}

/// Whether a line looks like running text or a Markdown heading and not like a field.
fn is_prose(line: &str) -> bool {
    let key = line.split_once(':').map(|(key, _)| key);
    let is_field = key.is_some_and(|key| !key.contains(' '));
    let inside = line.starts_with([' ', '\t', '-', '#', ']', '}']) && !line.starts_with("##");
    !line.trim().is_empty() && !is_field && !inside
}

/// The ranges of the lines of a text, without their ends; `\n`, `\r\n` and `\r` end one.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let start = self.at;
        let end = rest.get(length..).unwrap_or_default();
        let end = if end.starts_with("\r\n") { 2 } else { end.len().min(1) };
        self.at += length + end;
        Some(start..start + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Option<(&str, &str)> {
        let parts = front_matter(text, FileId(0)).value?;
        Some((text.get(parts.yaml)?, text.get(parts.body)?))
    }

    #[test]
    fn fields_and_text_are_parted_whatever_the_line_ends_are() {
        assert_eq!(split("---\na: 1\n---\nTekst\n"), Some(("a: 1\n", "Tekst\n")));
        assert_eq!(split("\u{feff}---\r\na: 1\r\n---\r\nT"), Some(("a: 1\r\n", "T")));
        assert_eq!(split("---\ra: 1\r---\rT\r"), Some(("a: 1\r", "T\r")));
        assert_eq!(split("--- \na: 1\n...\nT"), Some(("a: 1\n", "T")));
        assert_eq!(split("---\n---"), Some(("", "")));
        assert_eq!(split("---\na: |\n  ---\n---\nT"), Some(("a: |\n  ---\n", "T")));
    }

    #[test]
    fn a_document_without_fields_says_so_at_its_start() {
        for text in ["", "Tekst", "\n---\na: 1\n---\n", "----\na: 1\n----\n"] {
            let split = front_matter(text, FileId(3));
            let missing = Diag::missing_from(FileId(3), Yaml::NoFrontMatter);
            assert_eq!((split.value, split.diags), (None, vec![missing]), "{text:?}");
        }
    }

    #[test]
    fn fields_that_nothing_closes_point_at_where_the_text_seems_to_start() {
        let split = front_matter("---\ntitle: A\n\n## Wat zien we\n\nTekst\n", FileId(0));
        let unclosed = Diag::at(Span::new(FileId(0), 0, 3), Yaml::UnclosedFrontMatter)
            .related(Span::new(FileId(0), 14, 28));
        assert_eq!((split.value, split.diags), (None, vec![unclosed]));
    }
}
