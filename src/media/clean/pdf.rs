//! PDF files: who wrote it, with what and when. Everything keeps its place, so what goes is
//! overwritten with spaces. Title and language stay: a reader needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diag::problem::Uncleaned;
use crate::media::bytes::{find, from};
use crate::media::pdf::{Packed, Parts, is_locked, places};
use crate::media::reference::{Objects, reference};

use super::xmp;

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

/// A text that is longer than this is not closed.
const MAX_TEXT: usize = 64 << 10;
/// The most objects that are looked up because a field names them.
const MAX_NAMED: usize = 10_000;
/// A copy without authors, programmes, days and numbers; also where they are compressed. An
/// error when one of them may be left; in a locked file they are ciphers, and stay.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Uncleaned> {
    let packed = Parts::of(bytes);
    let mut file = Plain::of(bytes);
    let mut parts: Vec<Plain> = packed.all.iter().map(|own| Plain::of(&own.text)).collect();
    let mut is_whole = !packed.hides_description;
    is_whole &= file.is_whole && parts.iter().all(|own| own.is_whole);
    let places = Places::of(bytes, &packed);
    is_whole &= blank_named(&places, &mut file, &mut parts);
    // What cannot be read may be read over as long as nobody is described there.
    is_whole &= !packed.is_sealed || places.hold_description();
    let mut copy = file.copy;
    for (part, own) in packed.all.iter().zip(parts).filter(|(part, own)| part.text != own.copy)
    {
        match part.saying(&own.copy) {
            Some((place, packed)) => {
                copy.get_mut(place).into_iter().for_each(|own| own.copy_from_slice(&packed));
            }
            None => is_whole = false,
        }
    }
    if is_whole || is_locked(bytes) { Ok(copy) } else { Err(Uncleaned::Author) }
}

/// The objects of a file, also those that are packed together.
struct Places<'a> {
    bytes: &'a [u8],
    parts: &'a [Packed],
    objects: Objects,
    /// By number: which part, and where in its text.
    packed: BTreeMap<u64, Vec<(usize, usize)>>,
}

impl<'a> Places<'a> {
    fn of(bytes: &'a [u8], packed: &'a Parts) -> Self {
        let mut found: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, part) in packed.all.iter().enumerate() {
            for (number, start) in part.numbered() {
                found.entry(number).or_default().push((at, start));
            }
        }
        let parts = packed.all.as_slice();
        Self { bytes, parts, objects: Objects::of(bytes), packed: found }
    }

    /// What the objects of a number say: in the file itself, or in which part.
    fn values(&self, number: u64) -> Vec<(Option<usize>, Value)> {
        let own = self.objects.named(number).map(|at| (None, Value::at(self.bytes, at)));
        let packed = self.packed.get(&number).into_iter().flatten();
        let packed = packed.filter_map(|(part, start)| {
            Some((Some(*part), Value::at(&self.parts.get(*part)?.text, *start)))
        });
        own.chain(packed).take(MAX_NAMED).collect()
    }

    /// Whether the objects that describe the document are among them.
    fn hold_description(&self) -> bool {
        let is_there = |number| {
            self.objects.named(number).next().is_some() || self.packed.contains_key(&number)
        };
        let named = places(self.bytes, b"/Info").map(|at| reference(from(self.bytes, at + 5)));
        named.take(MAX_NAMED).flatten().all(is_there)
    }
}

/// Blanks the texts in objects that fields name; whether all were found.
fn blank_named(places: &Places<'_>, file: &mut Plain, parts: &mut [Plain]) -> bool {
    let all = std::iter::once(&*file).chain(&*parts);
    let mut named: Vec<u64> = all.flat_map(|own| &own.named).copied().collect();
    let mut done = BTreeSet::new();
    let mut room = MAX_NAMED;
    while let Some(number) = named.pop() {
        if !done.insert(number) {
            continue;
        }
        let values = places.values(number);
        let Some(left) = room.checked_sub(values.len()) else { return false };
        room = left;
        if values.is_empty() {
            return false;
        }
        for (part, value) in values {
            match value {
                Value::Text(range) => match part {
                    None => blank(&mut file.copy, range),
                    Some(at) => {
                        parts
                            .get_mut(at)
                            .into_iter()
                            .for_each(|own| blank(&mut own.copy, range.clone()));
                    }
                },
                Value::Named(next) => named.push(next),
                Value::Open => return false,
                Value::Other => {}
            }
        }
    }
    true
}

/// A copy of what is not compressed.
struct Plain {
    copy: Vec<u8>,
    /// The objects in which fields stand.
    named: BTreeSet<u64>,
    /// Whether everything was read to its end.
    is_whole: bool,
}

impl Plain {
    fn of(bytes: &[u8]) -> Self {
        let mut own = Self { copy: bytes.to_vec(), named: BTreeSet::new(), is_whole: true };
        for field in FIELDS {
            own.without(bytes, field);
        }
        own.is_whole &= xmp::blank(&mut own.copy, bytes);
        own
    }

    /// Blanks what stands behind a name.
    fn without(&mut self, bytes: &[u8], field: &[u8]) {
        let mut at = 0;
        while let Some(offset) = find(from(bytes, at), field) {
            at += offset + field.len();
            match Value::at(bytes, at) {
                // What stands within a text is part of it: nothing is read twice.
                Value::Text(range) => {
                    at = range.end;
                    blank(&mut self.copy, range);
                }
                Value::Named(number) => {
                    self.named.insert(number);
                }
                Value::Open => {
                    self.is_whole = false;
                    return;
                }
                Value::Other => {}
            }
        }
    }
}

fn blank(copy: &mut [u8], range: Range<usize>) {
    if let Some(bytes) = copy.get_mut(range) {
        bytes.fill(b' ');
    }
}

/// What follows behind a name.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    /// What stands between the brackets of a text.
    Text(Range<usize>),
    /// The number of the object that says it.
    Named(u64),
    /// A text that does not end.
    Open,
    /// No text.
    Other,
}

impl Value {
    fn at(bytes: &[u8], at: usize) -> Self {
        let ahead = from(bytes, at);
        let ahead = ahead.get(..ahead.len().min(MAX_TEXT)).unwrap_or_default();
        let value = ahead.trim_ascii_start();
        let start = at + ahead.len() - value.len() + 1;
        let inside = from(bytes, start);
        let inside = inside.get(..inside.len().min(MAX_TEXT)).unwrap_or_default();
        let length = match (value.first(), inside.first()) {
            (Some(b'('), _) => text_length(inside),
            (Some(b'<'), Some(next)) if *next != b'<' => find(inside, b">"),
            (Some(b'<'), None) => None,
            _ => return reference(value).map_or(Self::Other, Self::Named),
        };
        length.map_or(Self::Open, |length| Self::Text(start..start + length))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(file: &str) -> String {
        let made = String::from_utf8(clean(file.as_bytes()).unwrap()).unwrap();
        assert_eq!(made.len(), file.len());
        assert_eq!(clean(made.as_bytes()).as_deref(), Ok(made.as_bytes()));
        made
    }

    #[test]
    fn authors_and_programmes_go_and_the_title_stays() {
        let file = "%PDF-1.7\n4 0 obj<</Title(Plan)/Author (Jan \\) de (oude) Vries)/Producer<FEFF0041>\
            /CreationDate(D:20210101)/CreatorInfo<</A/B>>>>endobj\n\
            <?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about=''\
            xmlns:dc='d' xmp:CreatorTool=\"Writer > 7\" pdfuaid:part='1'>\
            <dc:title><rdf:Alt><rdf:li xml:lang='x'>Plan</rdf:li></rdf:Alt></dc:title>\
            <dc:creator><rdf:Seq><rdf:li>Jan</rdf:li></rdf:Seq></dc:creator>\
            <xmp:CreateDate>2021</xmp:CreateDate><pdfaid:part>2</pdfaid:part>\
            </rdf:Description></rdf:RDF></x:xmpmeta>\n%%EOF";
        let made = cleaned(file);
        for gone in ["Jan", "Vries", "FEFF", "2021", "Writer"] {
            assert!(!made.contains(gone), "{gone}\n{made}");
        }
        for kept in ["/Title(Plan)", "'x'>Plan<", "pdfuaid:part='1'", "<pdfaid:part>2<", "/A/B"]
        {
            assert!(made.contains(kept), "{kept}\n{made}");
        }
        // What is cut off in the middle of a name is not taken for clean.
        for end in 0..file.len() {
            if let Ok(made) = clean(&file.as_bytes()[..end]) {
                assert_eq!(made.len(), end);
            }
        }
        assert_eq!(clean(&file.as_bytes()[..50]), Err(Uncleaned::Author));
    }

    #[test]
    fn a_field_may_name_an_object_that_says_it() {
        let made = cleaned(
            "%PDF-1.3\n4 0 obj << /Title 12 0 R /Author 13 0 R /Producer 14 0 R /Creator 15 0 R >>\n\
             endobj\n12 0 obj\n(Plan)\nendobj\n13 0 obj\n(Jan Jansen)\nendobj\n14 0 obj\n<4A616E>\n\
             endobj\n15 0 obj 16 0 R endobj 16 0 obj(Pages)endobj\n13 0 obj(Jan)endobj\n\
             trailer << /Info 4 0 R >>\n%%EOF",
        );
        for gone in ["Jan", "4A616E", "Pages"] {
            assert!(!made.contains(gone), "{gone}\n{made}");
        }
        assert!(made.contains("(Plan)") && made.contains("/Author 13 0 R"), "{made}");
    }

    #[test]
    fn a_field_that_cannot_be_followed_is_told() {
        let file = "%PDF-1.3\n4 0 obj<</Author 13 0 R>>endobj\n%%EOF";
        assert_eq!(clean(file.as_bytes()), Err(Uncleaned::Author));
        let around = "%PDF-1.3\n4 0 obj<</Author 5 0 R>>endobj 5 0 obj 4 0 R endobj\n%%EOF";
        assert_eq!(clean(around.as_bytes()), Ok(around.as_bytes().to_vec()));
        // In a locked file it is a cipher.
        let locked = format!("{file} trailer<</Encrypt 7 0 R>>");
        assert!(clean(locked.as_bytes()).is_ok());
    }

    #[test]
    fn a_part_that_cannot_be_read_may_not_hold_the_description() {
        let file = |info: u8| {
            format!(
                "%PDF-1.5\n4 0 obj<</Author(Jan)>>endobj 7 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\n\
                 endstream endobj trailer<</Info {info} 0 R>> %%EOF"
            )
        };
        assert!(!cleaned(&file(4)).contains("Jan"));
        assert_eq!(clean(file(5).as_bytes()), Err(Uncleaned::Author));
        let description = |filter: &str| {
            format!(
                "%PDF-1.5\n7 0 obj<</Type/Metadata{filter}>>stream\n..endstream endobj %%EOF"
            )
        };
        assert!(clean(description("").as_bytes()).is_ok());
        let hidden = description("/Filter/LZWDecode");
        assert_eq!(clean(hidden.as_bytes()), Err(Uncleaned::Author));
    }

    #[test]
    fn texts_that_do_not_end_are_looked_at_once() {
        let open = "/Author(".repeat(130_000);
        let own = Plain::of(open.as_bytes());
        assert_eq!((own.is_whole, own.named.len()), (false, 0));
        assert!(own.copy == open.as_bytes());
        let closed = format!("{open}{}", ")".repeat(130_000));
        assert!(!Plain::of(closed.as_bytes()).is_whole);
        let named = "/Author 1 0 R".repeat(9_000);
        assert_eq!(Plain::of(named.as_bytes()).named.len(), 1);
    }
}
