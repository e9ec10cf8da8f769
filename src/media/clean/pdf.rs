//! PDF files: who wrote it, with what and when. Everything keeps its place, so what goes is
//! overwritten with spaces. Title and language stay: a reader needs them.

use std::ops::Range;

use crate::media::bytes::{find, from};
use crate::media::pdf::Parts;

/// Fields of the description.
const FIELDS: [&[u8]; 7] = [
    b"/Author",
    b"/Creator",
    b"/Producer",
    b"/Keywords",
    b"/CreationDate",
    b"/ModDate",
    b"/Company",
];

/// What stays of a description in XML.
const KEPT: [&str; 8] = [
    "dc:title",
    "dc:language",
    "dc:format",
    "pdfuaid:",
    "pdfaid:",
    "rdf:",
    "x:xmpmeta",
    "xml:lang",
];

/// A copy without authors, programmes, days and numbers; also where they are compressed.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = plain(bytes);
    for part in Parts::of(bytes).parts {
        let pure = plain(&part.text);
        let changed = if pure == part.text { None } else { part.saying(&pure) };
        if let Some((place, packed)) = changed
            && let Some(bytes) = copy.get_mut(place)
        {
            bytes.copy_from_slice(&packed);
        }
    }
    copy
}

/// A copy of what is not compressed.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for field in FIELDS {
        let mut at = 0;
        while let Some(offset) = find(from(bytes, at), field) {
            at += offset + field.len();
            let value = value(bytes, at);
            blank(&mut copy, value);
        }
    }
    let mut at = 0;
    while let Some(offset) = find(from(bytes, at), b"<x:xmpmeta") {
        at += offset;
        let Some(length) = find(from(bytes, at), b"</x:xmpmeta>") else { break };
        description(&mut copy, at..at + length);
        at += length;
    }
    copy
}

fn blank(copy: &mut [u8], range: Range<usize>) {
    if let Some(bytes) = copy.get_mut(range) {
        bytes.fill(b' ');
    }
}

/// What stands between the brackets of the text behind a name; nothing when no text follows.
fn value(bytes: &[u8], at: usize) -> Range<usize> {
    let spaces = from(bytes, at).iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = at + spaces + 1;
    let inside = from(bytes, start);
    let length = match (bytes.get(start - 1), inside.first()) {
        (Some(b'('), _) => text_length(inside),
        (Some(b'<'), Some(next)) if *next != b'<' => find(inside, b">"),
        _ => None,
    };
    start..start + length.unwrap_or(0)
}

/// Up to the bracket that closes a text; brackets within it come in pairs.
fn text_length(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

/// Blanks everything in a description that is not to stay: texts in elements and in attributes.
fn description(copy: &mut [u8], range: Range<usize>) {
    let Some(xml) = copy.get(range.clone()).map(<[u8]>::to_vec) else { return };
    // The elements around the place, and whether they are to stay.
    let mut open: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some(offset) = find(from(&xml, at), b"<") {
        let text = at..at + offset;
        if open.iter().any(|kept| !kept) {
            blank(copy, range.start + text.start..range.start + text.end);
        }
        at += offset;
        let Some(length) = tag_length(from(&xml, at)) else { return };
        let tag = from(&xml, at).get(1..length).unwrap_or_default();
        if tag.starts_with(b"/") {
            open.pop();
        } else if !tag.starts_with(b"?") && !tag.starts_with(b"!") {
            attributes(copy, tag, range.start + at + 1);
            if !tag.ends_with(b"/") {
                open.push(is_kept(tag));
            }
        }
        at += length + 1;
    }
}

/// Up to the end of a tag; what stands between quotes does not end it.
fn tag_length(bytes: &[u8]) -> Option<usize> {
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
        let before = tag.get(..name_end).unwrap_or_default().trim_ascii_end();
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
            blank(copy, start + quote_at + 1..start + quote_at + 1 + length);
        }
        at = quote_at + 1 + length + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_and_programmes_go_and_the_title_stays() {
        let file = "%PDF-1.7\n4 0 obj<</Title(Plan)/Author (Jan \\) de (oude) Vries)/Producer<FEFF0041>\
            /CreationDate(D:20210101)/Creator 9 0 R>>endobj\n\
            <?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about=''\
            xmlns:dc='d' xmp:CreatorTool=\"Writer > 7\" pdfuaid:part='1'>\
            <dc:title><rdf:Alt><rdf:li xml:lang='x'>Plan</rdf:li></rdf:Alt></dc:title>\
            <dc:creator><rdf:Seq><rdf:li>Jan</rdf:li></rdf:Seq></dc:creator>\
            <xmp:CreateDate>2021</xmp:CreateDate><pdfaid:part>2</pdfaid:part>\
            </rdf:Description></rdf:RDF></x:xmpmeta>\n%%EOF";
        let made = String::from_utf8(clean(file.as_bytes())).unwrap();
        assert_eq!(made.len(), file.len());
        for gone in ["Jan", "Vries", "FEFF", "2021", "Writer"] {
            assert!(!made.contains(gone), "{gone}\n{made}");
        }
        for kept in
            ["/Title(Plan)", "'x'>Plan<", "pdfuaid:part='1'", "<pdfaid:part>2<", "9 0 R"]
        {
            assert!(made.contains(kept), "{kept}\n{made}");
        }
        assert_eq!(clean(made.as_bytes()), made.as_bytes());
        for end in 0..file.len() {
            assert_eq!(clean(&file.as_bytes()[..end]).len(), end);
        }
    }
}
