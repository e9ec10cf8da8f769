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
}

/// Reads bytes as text. `None` when they are none.
pub(super) fn read(bytes: &[u8]) -> Option<Handed> {
    match Encoding::for_bom(bytes) {
        Some((wide, mark)) if wide != UTF_8 => {
            let (text, _) = wide.decode_without_bom_handling(bytes.get(mark..)?);
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            Some(Handed { text, read_as: Some((Letters::Utf16, 0..0)) })
        }
        mark => narrow(bytes.get(mark.map_or(0, |(_, length)| length)..)?),
    }
    .filter(|handed| !handed.text.contains('\0'))
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
    Some(Handed { text, read_as: first.map(|place| (Letters::Windows1252, place)) })
}

/// Ends every line in the same way.
fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut before = 0;
    for &byte in bytes {
        match (before, byte) {
            (b'\r', b'\n') => {}
            (_, b'\r') => out.push(b'\n'),
            _ => out.push(byte),
        }
        before = byte;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_is_no_text_is_none() {
        for bytes in [&b"PK\x03\x04x"[..], b"%PDF-1.7", b"{\\rtf1 Hoi}", b"a\0b"] {
            assert_eq!(read(bytes), None);
        }
    }
}
