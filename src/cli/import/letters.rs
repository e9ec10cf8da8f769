//! The letters of a file that was handed in: UTF-8, or what older programs write.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::diag::problem::Letters;

/// A text with what had to be done to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Handed {
    /// With `\n` at the end of each line and without a byte order mark.
    pub(super) text: String,
    /// As what it was read when it is no UTF-8, and where the first such letter stands.
    pub(super) read_as: Option<(Letters, Range<usize>)>,
    /// The characters that were left out: how many, the first of them, and where it stood.
    pub(super) left_out: Option<(usize, char, usize)>,
}

impl Handed {
    fn new(text: String, read_as: Option<(Letters, Range<usize>)>) -> Self {
        Self { text, read_as, left_out: None }
    }

    /// Without the characters that nobody sees and that no field may hold, not even in a
    /// comment.
    fn without_unseen(self) -> Self {
        let mut unseen = self.text.char_indices().filter(|(_, own)| is_unseen(*own));
        let Some((start, first)) = unseen.next() else { return self };
        let shown = |text: &str| text.replace(is_unseen, "");
        let before = |end: usize| self.text.get(..end).map_or(0, |own| shown(own).len());
        let read_as = self.read_as.as_ref();
        Self {
            read_as: read_as
                .map(|(letters, own)| (*letters, before(own.start)..before(own.end))),
            left_out: Some((1 + unseen.count(), first, before(start))),
            text: shown(&self.text),
        }
    }
}

/// Whether a character is seen by nobody, and YAML refuses it.
fn is_unseen(own: char) -> bool {
    let is_space = matches!(own, '\n' | '\t' | '\u{85}');
    (own.is_control() && !is_space) || matches!(own, '\u{fffe}' | '\u{ffff}')
}

/// Reads bytes as text. `None` when they are none.
pub(super) fn read(bytes: &[u8]) -> Option<Handed> {
    match Encoding::for_bom(bytes) {
        Some((wide, mark)) if wide != UTF_8 => {
            let (text, _) = wide.decode_without_bom_handling(bytes.get(mark..)?);
            let text = text.replace("\r\n", "\n").replace(is_line_end, "\n");
            Some(Handed::new(text, Some((Letters::Utf16, 0..0))))
        }
        mark => narrow(bytes.get(mark.map_or(0, |(_, length)| length)..)?),
    }
    .filter(|handed| !handed.text.contains('\0'))
    .map(Handed::without_unseen)
}

/// What ends a line or a page in files of older programs.
fn is_line_end(own: char) -> bool {
    matches!(own, '\r' | '\u{b}' | '\u{c}')
}

/// Reads UTF-8. A byte that is none of it is one of Windows-1252: so the letters of a file that
/// two programs wrote arrive too.
fn narrow(bytes: &[u8]) -> Option<Handed> {
    let is_other = [&b"PK\x03\x04"[..], b"%PDF", b"{\\rtf"];
    if is_other.iter().any(|own| bytes.starts_with(own)) {
        return None;
    }
    let bytes = with_line_feeds(bytes);
    let (mut text, mut first) = (String::with_capacity(bytes.len()), None);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let (letters, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
            first.get_or_insert(text.len()..text.len() + letters.len());
            text.push_str(&letters);
        }
    }
    Some(Handed::new(text, first.map(|place| (Letters::Windows1252, place))))
}

/// Ends every line in the same way.
fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut before = 0;
    for &byte in bytes {
        match (before, byte) {
            (b'\r', b'\n') => {}
            (_, own) if is_line_end(char::from(own)) => out.push(b'\n'),
            _ => out.push(byte),
        }
        before = byte;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, OffsetMap};
    use crate::yaml;

    fn text(bytes: &[u8]) -> (String, Option<Letters>) {
        let handed = read(bytes).unwrap();
        (handed.text, handed.read_as.map(|(letters, _)| letters))
    }

    #[test]
    fn letters_of_older_programs_arrive() {
        let windows = Some(Letters::Windows1252);
        assert_eq!(text("Café €\r\nb\rc".as_bytes()), ("Café €\nb\nc".to_owned(), None));
        assert_eq!(text(b"Caf\xe9 \x80 \x93ja\x94"), ("Café € “ja”".to_owned(), windows));
        assert_eq!(text(b"Caf\xc3\xa9 caf\xe9"), ("Café café".to_owned(), windows));
        assert_eq!(text(b"\xef\xbb\xbfCaf\xc3\xa9"), ("Café".to_owned(), None));
        let utf16 = Some(Letters::Utf16);
        assert_eq!(text(b"\xff\xfeC\0\xe9\0\r\0\n\0x\0"), ("Cé\nx".to_owned(), utf16));
        assert_eq!(text(b"\xfe\xff\0C\0\xe9"), ("Cé".to_owned(), utf16));
    }

    #[test]
    fn the_first_of_them_is_pointed_at() {
        let handed = read(b"een\r\nCaf\xe9 h\xe9").unwrap();
        let (_, place) = handed.read_as.unwrap();
        assert_eq!(handed.text.get(place), Some("é"));
    }

    #[test]
    fn what_nobody_sees_and_no_comment_may_hold_is_left_out() {
        let handed = read("a\u{7f}b\u{c}c\u{80}\u{ffff}\td\u{ad}e".as_bytes()).unwrap();
        assert_eq!(handed.text, "ab\nc\td\u{ad}e");
        assert_eq!(handed.left_out, Some((3, '\u{7f}', 1)));
        let handed = read(b"\x01een h\xe9\x81").unwrap();
        let (_, place) = handed.read_as.unwrap();
        assert_eq!((handed.text.as_str(), handed.text.get(place)), ("een hé", Some("é")));
        // What is kept can stand in a comment beside fields.
        let kept: String =
            ('\u{1}'..='\u{2ffff}').filter(|own| *own != '\n' && !is_unseen(*own)).collect();
        let comments: Vec<String> = kept.chars().map(|own| format!("# ? {own}x\n")).collect();
        let fields = format!("{}a: b\n", comments.concat());
        let read = yaml::read(&fields, &OffsetMap::whole(FileId(0), 0));
        assert_eq!(read.diags, Vec::new());
    }

    #[test]
    fn what_is_no_text_is_none() {
        for bytes in [&b"PK\x03\x04x"[..], b"%PDF-1.7", b"{\\rtf1 Hoi}", b"a\0b"] {
            assert_eq!(read(bytes), None);
        }
    }
}
