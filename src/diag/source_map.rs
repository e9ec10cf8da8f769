//! Which file a `FileId` is, and where in its text a byte stands.

use std::sync::{Arc, OnceLock};

use crate::base::{FileId, SourcePath, Span};

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    files: Vec<File>,
}

#[derive(Debug, Clone)]
struct File {
    path: SourcePath,
    text: Arc<str>,
    /// Where each line starts, found when first asked for: most files have no diagnostics.
    lines: OnceLock<Vec<usize>>,
}

impl SourceMap {
    /// Adds a file; its number is the count of files before it.
    pub fn add(&mut self, path: SourcePath, text: Arc<str>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(File { path, text, lines: OnceLock::new() });
        id
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> Option<&SourcePath> {
        self.files.get(file.0 as usize).map(|file| &file.path)
    }

    /// The text of a file; empty for an unknown one.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| &file.text)
    }

    /// The same text, to be kept; `None` for an unknown file.
    pub fn shared_text(&self, file: FileId) -> Option<Arc<str>> {
        self.files.get(file.0 as usize).map(|file| Arc::clone(&file.text))
    }

    /// The number of the file at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.iter().position(|file| file.path.as_str() == path)?;
        u32::try_from(at).ok().map(FileId)
    }

    /// Every file with its text.
    pub fn texts(&self) -> impl Iterator<Item = (FileId, &str)> {
        let numbers = (0..=u32::MAX).map(FileId);
        numbers.zip(self.files.iter().map(|file| file.text.as_ref()))
    }

    /// Start and end of a span as line and column; the end is exclusive.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let top = Position { line: 1, column: 1 };
        self.files.get(span.file.0 as usize).map_or((top, top), |file| {
            (file.position(span.start as usize), file.position(span.end as usize))
        })
    }

    /// The byte at which a line starts, from 1; the end of the file when it has fewer.
    pub fn line_start(&self, file: FileId, line: usize) -> usize {
        self.files.get(file.0 as usize).map_or(0, |file| {
            let start = file.lines().get(line.saturating_sub(1));
            start.copied().unwrap_or(file.text.len())
        })
    }

    /// The text of a line, from 1, without its line end.
    pub fn line(&self, file: FileId, line: usize) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| file.line(line))
    }
}

impl File {
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| line_starts(&self.text))
    }

    fn line(&self, line: usize) -> &str {
        let starts = self.lines();
        let Some(start) = starts.get(line.saturating_sub(1)).copied() else { return "" };
        let end = starts.get(line).copied().unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.lines().partition_point(|start| *start <= offset).max(1);
        let start = self.lines().get(line - 1).copied().unwrap_or_default();
        let before = (start..=offset).rev().find_map(|at| self.text.get(start..at));
        // A byte order mark takes a place in the file but none on the screen.
        let shown = before.unwrap_or_default().trim_start_matches('\u{feff}');
        Position { line, column: shown.chars().count() + 1 }
    }
}

/// Where each line starts; `\n`, `\r\n` and `\r` end one.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
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

    #[test]
    fn line_ends_of_any_kind_count_once() {
        let mut map = SourceMap::default();
        let file = map.add(SourcePath::new("a.md").unwrap(), "a\r\nb\rc\n\nd".into());
        let line = |at| map.positions(Span::new(file, at, at)).0.line;
        assert_eq!([0, 3, 5, 7, 8].map(line), [1, 2, 3, 4, 5]);
        assert_eq!([1, 2, 3, 4, 5, 6].map(|n| map.line(file, n)), ["a", "b", "c", "", "d", ""]);
    }
}
