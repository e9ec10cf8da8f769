//! Descriptions in XML inside a PDF. Everything keeps its place.

use std::ops::Range;

use crate::media::bytes::{find, from};

/// What stays of a description in XML.
const KEPT: [&str; 9] = [
    "dc:title",
    "dc:language",
    "dc:format",
    "pdfuaid:",
    "pdfaid:",
    "rdf:",
    "x:xmpmeta",
    "x:xapmeta",
    "xml:lang",
];

/// How a description in XML begins and ends.
const DESCRIPTIONS: [[&[u8]; 2]; 3] = [
    [b"<x:xmpmeta", b"</x:xmpmeta>"],
    [b"<x:xapmeta", b"</x:xapmeta>"],
    [b"<rdf:RDF", b"</rdf:RDF>"],
];

/// Blanks what is not to stay of the descriptions in a file. Whether they were read to their
/// end.
pub(super) fn blank(copy: &mut [u8], bytes: &[u8]) -> bool {
    let mut is_whole = true;
    for [open, close] in DESCRIPTIONS {
        let mut at = 0;
        while let Some(offset) = find(from(bytes, at), open) {
            at += offset;
            let Some(length) = find(from(bytes, at), close) else {
                is_whole = false;
                break;
            };
            is_whole &= description(copy, at..at + length);
            at += length;
        }
    }
    is_whole
}

fn spaces(copy: &mut [u8], range: Range<usize>) {
    if let Some(bytes) = copy.get_mut(range) {
        bytes.fill(b' ');
    }
}

/// Blanks everything in a description that is not to stay: texts in elements and in attributes.
/// Whether it was read to its end.
fn description(copy: &mut [u8], range: Range<usize>) -> bool {
    let Some(xml) = copy.get(range.clone()).map(<[u8]>::to_vec) else { return false };
    // The elements around the place: whether they are to stay, and how many are not.
    let mut open: Vec<bool> = Vec::new();
    let mut gone = 0_usize;
    let mut at = 0;
    loop {
        let offset = find(from(&xml, at), b"<");
        let end = offset.map_or(xml.len(), |offset| at + offset);
        if gone > 0 {
            spaces(copy, range.start + at..range.start + end);
        }
        if offset.is_none() {
            return true;
        }
        let Some(length) = tag_length(from(&xml, end)) else { return false };
        let tag = from(&xml, end).get(1..length).unwrap_or_default();
        if let Some(remark) = tag.strip_prefix(b"!--") {
            let start = range.start + end + 4;
            spaces(copy, start..start + remark.len().saturating_sub(2));
        } else if tag.starts_with(b"/") {
            gone -= usize::from(open.pop() == Some(false));
        } else if !tag.starts_with(b"?") && !tag.starts_with(b"!") {
            attributes(copy, tag, range.start + end + 1);
            if !tag.ends_with(b"/") {
                open.push(is_kept(tag));
                gone += usize::from(!is_kept(tag));
            }
        }
        at = end + length + 1;
    }
}

/// Up to the end of a tag; what stands between quotes does not end it.
fn tag_length(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"<!--") {
        return find(bytes, b"-->").map(|end| end + 2);
    }
    let mut quote = None;
    bytes.iter().position(|byte| match quote {
        Some(own) if *byte == own => {
            quote = None;
            false
        }
        Some(_) => false,
        None if matches!(byte, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        None => *byte == b'>',
    })
}

fn is_kept(name: &[u8]) -> bool {
    KEPT.iter().any(|kept| name.starts_with(kept.as_bytes()))
}

/// Blanks the values of attributes that are not to stay.
fn attributes(copy: &mut [u8], tag: &[u8], start: usize) {
    let mut at = 0;
    while let Some(offset) = find(from(tag, at), b"=") {
        let name_end = at + offset;
        let before = tag.get(at..name_end).unwrap_or_default().trim_ascii_end();
        let name_start =
            before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
        let name = from(before, name_start);
        let quote_at = name_end
            + 1
            + from(tag, name_end + 1)
                .iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
        let Some(quote) = tag.get(quote_at) else { return };
        let Some(length) = find(from(tag, quote_at + 1), std::slice::from_ref(quote)) else {
            return;
        };
        if !is_kept(name) && !name.starts_with(b"xmlns") {
            spaces(copy, start + quote_at + 1..start + quote_at + 1 + length);
        }
        at = quote_at + 1 + length + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (bool, String) {
        let mut copy = text.as_bytes().to_vec();
        let is_whole = blank(&mut copy, text.as_bytes());
        (is_whole, String::from_utf8(copy).unwrap())
    }

    #[test]
    fn a_description_without_its_box_is_cleaned_too() {
        let text = "<rdf:RDF a='x'b='Jan'><dc:title>Plan</dc:title><dc:creator>Jan";
        let (is_whole, made) = cleaned(&format!("{text}</rdf:RDF>"));
        assert_eq!(
            (is_whole, made.contains("Jan"), made.contains("Plan")),
            (true, false, true)
        );
        assert!(!cleaned(text).0);
        let remark =
            cleaned("<rdf:RDF><!-- Jan's > plan --><dc:title>Plan</dc:title></rdf:RDF>");
        let left =
            format!("<rdf:RDF><!--{}--><dc:title>Plan</dc:title></rdf:RDF>", " ".repeat(14));
        assert_eq!(remark, (true, left));
        assert!(!cleaned("<rdf:RDF a='x></rdf:RDF>").0);
    }

    #[test]
    fn elements_in_elements_have_no_end() {
        let text = format!("<rdf:RDF>{}Jan</rdf:RDF>", "<a>".repeat(100_000));
        let (is_whole, made) = cleaned(&text);
        assert_eq!((is_whole, made.contains("Jan")), (true, false));
    }
}
