//! Which file a `FileId` is, and where in its text a byte stands.

use std::sync::Arc;

use crate::base::{FileId, SourcePath, Span};

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The path and text of every source file. Bytes that are not UTF-8 stand in the text as
/// replacement characters, so places in such a file hold up to the first of them.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<(SourcePath, Arc<str>)>,
}

impl SourceMap {
    /// Adds a file; its number is the count of files before it.
    pub fn add(&mut self, path: SourcePath, text: Arc<str>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push((path, text));
        id
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> Option<&SourcePath> {
        self.files.get(file.0 as usize).map(|(path, _)| path)
    }

    /// The text of a file; empty for an unknown one.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(_, text)| text)
    }

    /// The number of the file at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.iter().position(|(known, _)| known.as_str() == path)?;
        u32::try_from(at).ok().map(FileId)
    }

    /// Start and end of a span as line and column; the end is exclusive.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let text = self.text(span.file);
        (position(text, span.start as usize), position(text, span.end as usize))
    }

    /// The text of a line, from 1, without its line end.
    pub fn line(&self, file: FileId, line: usize) -> &str {
        self.text(file).lines().nth(line.saturating_sub(1)).unwrap_or_default()
    }
}

fn position(text: &str, offset: usize) -> Position {
    let offset = offset.min(text.len());
    let before = (0..=offset).rev().find_map(|at| text.get(..at)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    // A byte order mark takes a place in the file but none on the screen.
    let shown = before.get(line_start..).unwrap_or_default().trim_start_matches('\u{feff}');
    Position { line: before.matches('\n').count() + 1, column: shown.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let mut map = SourceMap::default();
        let path = SourcePath::new("content/a.md").unwrap();
        let file = map.add(path, "één\ntwee".into());
        let (start, end) = map.positions(Span::new(file, 6, 10));
        assert_eq!((start.line, start.column), (2, 1));
        assert_eq!((end.line, end.column), (2, 5));
        assert_eq!(map.positions(Span::new(file, 5, 5)).0.column, 4);
    }
}
