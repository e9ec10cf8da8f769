//! Finds tags in HTML and SVG by the rules of the HTML Standard, 13.2.5 (tokenization), and
//! looks at nothing else. Every finished page is read, and this takes half the time of a whole
//! tokenizer; what is seldom in a page it leaves to one (`Unusual`).

use std::borrow::Cow;

use memchr::{memchr, memchr2, memmem};

use super::tag::Tag;

/// Something is in the file that takes a whole tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unusual;

/// A piece of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A start tag, which is filled in.
    Start { closed: bool },
    /// An end tag. The name is as it is written.
    End(&'a str),
    /// Text, in which character references may stand.
    Text(&'a str),
    /// Text without character references: a style, a script.
    Raw(&'a str),
}

/// Elements whose content is text and not tags, and whether it has character references.
const TEXTS: &[(&str, bool)] = &[
    ("title", true),
    ("textarea", true),
    ("script", false),
    ("style", false),
    ("noscript", false),
    ("iframe", false),
    ("xmp", false),
    ("noembed", false),
];

/// Walks through a file from tag to tag.
#[derive(Debug)]
pub(super) struct Skim<'a> {
    text: &'a str,
    at: usize,
    /// The element whose content, which is text, comes next.
    inside: Option<&'static (&'static str, bool)>,
}

impl<'a> Skim<'a> {
    /// Begins at the start of a file.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Unusual> {
        let text = std::str::from_utf8(bytes).map_err(|_| Unusual)?;
        // A tokenizer makes other characters of these.
        match memchr2(b'\r', 0, bytes) {
            Some(_) => Err(Unusual),
            None => Ok(Self { text, at: 0, inside: None }),
        }
    }

    /// The next piece; a start tag is put into `tag`.
    pub(super) fn next(&mut self, tag: &mut Tag<'a>) -> Result<Option<Piece<'a>>, Unusual> {
        if let Some((name, has_references)) = self.inside.take() {
            let text = self.content(name)?;
            return Ok(Some(if *has_references {
                Piece::Text(text)
            } else {
                Piece::Raw(text)
            }));
        }
        loop {
            let start = self.at;
            self.at = self.next_markup(start);
            if start < self.at {
                return Ok(Some(Piece::Text(self.slice(start, self.at))));
            }
            if self.at == self.text.len() {
                return Ok(None);
            }
            if let Some(piece) = self.markup(start, tag)? {
                return Ok(Some(piece));
            }
        }
    }

    /// Where the next tag or comment begins; the end of the file where there is none.
    fn next_markup(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(found) = memchr(b'<', self.bytes(at)) {
            let open = at + found;
            let opens = match self.byte(open + 1) {
                Some(b'/') => self.byte(open + 2).is_some(),
                Some(next) => next.is_ascii_alphabetic() || matches!(next, b'!' | b'?'),
                None => false,
            };
            if opens {
                return open;
            }
            at = open + 1;
        }
        self.text.len()
    }

    fn bytes(&self, from: usize) -> &'a [u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// Passes over what begins with `<` at a place; nothing for a comment.
    fn markup(&mut self, open: usize, tag: &mut Tag<'a>) -> Result<Option<Piece<'a>>, Unusual> {
        let after = self.bytes(open + 2);
        match self.byte(open + 1) {
            Some(b'!') if after.starts_with(b"--") => self.comment(open + 4),
            Some(b'!') if after.starts_with(b"[CDATA[") => return Err(Unusual),
            Some(b'!' | b'?') => self.beyond(open, b'>'),
            Some(b'/') if !after.first().is_some_and(u8::is_ascii_alphabetic) => {
                self.beyond(open, b'>');
            }
            Some(b'/') => return self.end(open + 2),
            _ => return self.start(open + 1, tag),
        }
        Ok(None)
    }

    fn beyond(&mut self, from: usize, end: u8) {
        self.at = memchr(end, self.bytes(from)).map_or(self.text.len(), |at| from + at + 1);
    }

    fn comment(&mut self, start: usize) {
        let text = self.bytes(start);
        let at_once = [b">".as_slice(), b"->"].into_iter().find(|end| text.starts_with(end));
        if let Some(end) = at_once {
            self.at = start + end.len();
            return;
        }
        let mut from = start;
        self.at = loop {
            let Some(at) = memmem::find(self.bytes(from), b"--") else { break self.text.len() };
            from = self.run(from + at, |byte| byte == b'-');
            let rest = self.bytes(from);
            let end = [b">".as_slice(), b"!>"].into_iter().find(|end| rest.starts_with(end));
            if let Some(end) = end {
                break from + end.len();
            }
        };
    }

    /// The content of an element that holds text, up to its end tag.
    fn content(&mut self, name: &str) -> Result<&'a str, Unusual> {
        let start = self.at;
        let text = self.bytes(start);
        let is_end = |at: &usize| {
            let (own, rest) = text.get(at + 2..)?.split_at_checked(name.len())?;
            let ends = matches!(rest.first(), Some(b' ' | b'\t' | b'\n' | 0x0c | b'/' | b'>'));
            (own.eq_ignore_ascii_case(name.as_bytes()) && ends).then_some(())
        };
        let end = memmem::find_iter(text, b"</").find(|at| is_end(at).is_some());
        self.at = end.map_or(self.text.len(), |end| start + end);
        let content = self.slice(start, self.at);
        // In a comment in a script, `</script>` may be text.
        if name == "script" && content.contains("<!--") {
            return Err(Unusual);
        }
        Ok(content)
    }

    fn end(&mut self, start: usize) -> Result<Option<Piece<'a>>, Unusual> {
        let name_end = self.name_end(start);
        let name = self.slice(start, name_end);
        self.at = name_end;
        let closed = self.attributes(None)?;
        Ok(closed.map(|_| Piece::End(name)))
    }

    fn start(&mut self, start: usize, tag: &mut Tag<'a>) -> Result<Option<Piece<'a>>, Unusual> {
        let name_end = self.name_end(start);
        tag.open(small(self.slice(start, name_end)));
        if matches!(tag.name.as_ref(), "plaintext" | "noframe" | "noframes") {
            return Err(Unusual);
        }
        self.at = name_end;
        let Some(closed) = self.attributes(Some(tag))? else { return Ok(None) };
        self.inside = TEXTS.iter().find(|(name, _)| *name == tag.name);
        Ok(Some(Piece::Start { closed }))
    }

    /// Where the name of a tag ends.
    fn name_end(&self, start: usize) -> usize {
        self.run(start, |byte| !is_space(byte) && !matches!(byte, b'/' | b'>'))
    }

    /// Where bytes of a kind end.
    fn run(&self, start: usize, is_in: impl Fn(u8) -> bool) -> usize {
        let length = self.bytes(start).iter().take_while(|byte| is_in(**byte)).count();
        start + length
    }

    /// Passes over the attributes of a tag and its `>`: whether it closes itself. `None` where
    /// the file ends before: then there is no tag.
    fn attributes(&mut self, mut tag: Option<&mut Tag<'a>>) -> Result<Option<bool>, Unusual> {
        loop {
            let mut at = self.run(self.at, |byte| is_space(byte) || byte == b'/');
            let closed = at > self.at && self.byte(at - 1) == Some(b'/');
            match self.byte(at) {
                None => {
                    self.at = self.text.len();
                    return Ok(None);
                }
                Some(b'>') => {
                    self.at = at + 1;
                    return Ok(Some(closed));
                }
                Some(_) => {}
            }
            let start = at;
            // An equals sign in front is part of the name.
            at =
                self.run(at + 1, |byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
            let name = self.slice(start, at);
            let next = self.run(at, is_space);
            let value = if self.byte(next) == Some(b'=') {
                let Some(value) = self.value(next + 1)? else { return Ok(None) };
                value
            } else {
                self.at = at;
                Cow::Borrowed("")
            };
            if let Some(tag) = tag.as_deref_mut() {
                tag.attribute(small(name));
                tag.value(value);
            }
        }
    }

    /// Passes over a value; `None` where the file ends in it.
    fn value(&mut self, from: usize) -> Result<Option<Cow<'a, str>>, Unusual> {
        let start = self.run(from, is_space);
        let value = match self.byte(start) {
            Some(quote @ (b'"' | b'\'')) => {
                let Some(length) = memchr(quote, self.bytes(start + 1)) else {
                    self.at = self.text.len();
                    return Ok(None);
                };
                self.at = start + length + 2;
                self.slice(start + 1, start + 1 + length)
            }
            // There is no value: the tag ends.
            Some(b'>') => {
                self.at = start;
                ""
            }
            _ => {
                self.at = self.run(start, |byte| !is_space(byte) && byte != b'>');
                self.slice(start, self.at)
            }
        };
        if memchr(b'&', value.as_bytes()).is_none() {
            return Ok(Some(Cow::Borrowed(value)));
        }
        // A double quote would end the value where references are looked up.
        if value.contains('"') {
            return Err(Unusual);
        }
        Ok(Some(Cow::Owned(super::value_of(value))))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 0x0c)
}

/// A name in small letters.
fn small(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
