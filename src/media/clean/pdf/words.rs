//! The words a PDF is written in.

use std::ops::Range;

use crate::media::bytes::{find, from};

use super::value::text_length;

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word<'a> {
    /// A dictionary begins.
    Open,
    /// A dictionary ends.
    Close,
    /// A list begins.
    List,
    /// A list ends.
    ListEnd,
    /// A name, without its slash.
    Name(&'a [u8]),
    /// What stands between the brackets of a text.
    Text(Range<usize>),
    /// A text that does not end.
    Unclosed,
    /// A number, or a word such as `true` or `R`, and where it stands.
    Other(usize),
}

/// The words of an object, from a place on.
#[derive(Debug)]
pub(super) struct Words<'a> {
    bytes: &'a [u8],
    /// How far they were read.
    pub(super) at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Goes on behind white space and remarks.
    fn skip(&mut self) {
        loop {
            let ahead = from(self.bytes, self.at);
            let is_space = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
            let spaces = ahead.iter().take_while(|byte| is_space(byte)).count();
            self.at += spaces;
            if from(ahead, spaces).first() != Some(&b'%') {
                return;
            }
            let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
            let remark = from(ahead, spaces);
            self.at += remark.iter().position(is_end).unwrap_or(remark.len());
        }
    }

    /// A text with so many bytes before it and one behind it.
    fn text(&mut self, length: Option<usize>) -> Word<'a> {
        let start = self.at + 1;
        let Some(length) = length else {
            self.at = self.bytes.len();
            return Word::Unclosed;
        };
        self.at = start + length + 1;
        Word::Text(start..start + length)
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    /// Up to the end of the object, or to the bytes of its stream.
    fn next(&mut self) -> Option<Word<'a>> {
        self.skip();
        let ahead = from(self.bytes, self.at);
        let inside = from(ahead, 1);
        let (length, word) = match ahead {
            [b'<', b'<', ..] => (2, Word::Open),
            [b'>', b'>', ..] => (2, Word::Close),
            [b'<', ..] => return Some(self.text(find(inside, b">"))),
            [b'(', ..] => return Some(self.text(text_length(inside))),
            [b'[', ..] => (1, Word::List),
            [b']', ..] => (1, Word::ListEnd),
            [b'/', ..] => {
                let name = word(inside);
                (1 + name.len(), Word::Name(name))
            }
            [_, ..] => match word(ahead) {
                b"endobj" | b"stream" => return None,
                own => (own.len().max(1), Word::Other(self.at)),
            },
            [] => return None,
        };
        self.at += length;
        Some(word)
    }
}

/// Up to white space, or a sign that begins something else.
fn word(bytes: &[u8]) -> &[u8] {
    let is_end =
        |byte: &u8| *byte == 0 || byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte);
    let length = bytes.iter().position(is_end).unwrap_or(bytes.len());
    bytes.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_read_up_to_its_end() {
        let text = b" % (a\n<</T(a\\)b(c))/Kids[1 0 R<0A>]>>\nendobj /Next";
        let mut words = Words::of(text, 0);
        let all: Vec<Word<'_>> = words.by_ref().collect();
        let expected = [
            Word::Open,
            Word::Name(b"T"),
            Word::Text(11..18),
            Word::Name(b"Kids"),
            Word::List,
            Word::Other(25),
            Word::Other(27),
            Word::Other(29),
            Word::Text(31..33),
            Word::ListEnd,
            Word::Close,
        ];
        assert_eq!(all, expected);
        assert!(text[words.at..].starts_with(b"endobj"));
    }

    #[test]
    fn a_text_that_does_not_end_is_the_last_word() {
        for text in ["/T(a(b)", "/T<0A", "/T("] {
            let all: Vec<Word<'_>> = Words::of(text.as_bytes(), 0).collect();
            assert_eq!(all, [Word::Name(b"T"), Word::Unclosed], "{text}");
        }
        assert_eq!(Words::of(b"}{)>", 0).count(), 4);
    }
}
