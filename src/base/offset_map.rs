//! Where a piece of text that was taken out of a file stood in it.

use super::{FileId, Span};

/// Maps byte offsets of an extracted text back to its file. The text may come in pieces, as
/// the lines of a fenced block inside a quote do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OffsetMap {
    file: FileId,
    /// Start of each piece: offset in the text, offset in the file. Sorted.
    pieces: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// A text that stands in the file in one piece, from the given byte on.
    pub fn whole(file: FileId, at: usize) -> Self {
        let mut map = Self { file, pieces: Vec::new() };
        map.piece(0, at);
        map
    }

    /// A text of which the pieces are still to be added.
    pub fn in_pieces(file: FileId) -> Self {
        Self { file, pieces: Vec::new() }
    }

    /// From this offset of the text on, the text stands at this offset of the file.
    pub fn piece(&mut self, text_offset: usize, file_offset: usize) {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        self.pieces.push((cut(text_offset), cut(file_offset)));
    }

    /// The file.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The place in the file of a range of the text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.place(range.start);
        // The last byte, not the one behind it, may stand in another piece.
        let end = if range.is_empty() { start } else { self.place(range.end - 1) + 1 };
        Span::new(self.file, start, end)
    }

    fn place(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(text, _)| *text as usize <= offset);
        let piece = after.checked_sub(1).and_then(|at| self.pieces.get(at));
        piece.map_or(offset, |(text, file)| *file as usize + offset - *text as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_places() {
        let mut map = OffsetMap::in_pieces(FileId(0));
        map.piece(0, 10);
        map.piece(5, 20);
        assert_eq!(map.span(1..3).range(), 11..13);
        assert_eq!(map.span(5..7).range(), 20..22);
        assert_eq!(map.span(3..5).range(), 13..15);
    }
}
