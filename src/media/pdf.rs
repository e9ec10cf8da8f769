//! The compressed parts of a PDF that hold what it says of itself: objects packed together, and
//! descriptions in XML. Their texts can be read, and put back changed.

use std::ops::Range;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::bytes::{find, find_last, from};

/// The most parts that are looked at.
const MAX_PARTS: usize = 2000;
/// The most bytes that are unpacked of one file.
const MAX_BYTES: usize = 64 << 20;
/// The most bytes that are unpacked of one part, and how far its end is looked for.
const PART_BYTES: usize = 4 << 20;
const PACKED_BYTES: usize = 256 << 10;
/// How far the head of a part is read, forwards and backwards.
const HEAD_BYTES: usize = 4096;
/// As small as can be: what is put back must not be larger than what stood there.
const BEST: u8 = 10;

/// A compressed part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Packed {
    /// Where it stands.
    place: Range<usize>,
    /// What it says.
    pub(super) text: Vec<u8>,
    /// Where the first object begins in the text; `None` for a description.
    pub(super) first: Option<usize>,
}

/// The compressed parts of a file.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) all: Vec<Packed>,
    /// Whether there is a part that cannot be read: in a locked file, or in another encoding.
    pub(super) is_sealed: bool,
    /// Whether there is a description in XML that cannot be read.
    pub(super) hides_description: bool,
}

impl Parts {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let mut room = MAX_BYTES;
        found.is_sealed = places(bytes, b"/ObjStm").nth(MAX_PARTS).is_some();
        for at in places(bytes, b"/ObjStm").take(MAX_PARTS) {
            match part(bytes, at, room) {
                Some(own) => {
                    room = room.saturating_sub(own.text.len());
                    found.all.push(own);
                }
                None => {
                    found.is_sealed = true;
                    // A part that is too large was unpacked in vain.
                    room = room.saturating_sub(PART_BYTES);
                }
            }
        }
        let is_kind = |at: &usize| {
            bytes.get(..*at).is_some_and(|before| before.trim_ascii_end().ends_with(b"/Type"))
        };
        let descriptions = || places(bytes, b"/Metadata").filter(is_kind);
        found.hides_description = descriptions().nth(MAX_PARTS).is_some();
        for at in descriptions().take(MAX_PARTS) {
            if let Some(own) = part(bytes, at, room) {
                room = room.saturating_sub(own.text.len());
                found.all.push(own);
            } else {
                // One that is not packed is read where it stands.
                let head = Head::of(bytes, at);
                let is_packed = |own: Head<'_>| own.is_stream() && own.has(b"/Filter");
                found.hides_description |= head.is_some_and(is_packed);
            }
        }
        found
    }

    /// Everything that the parts say, objects as they stand in a file that is not compressed.
    pub(super) fn unpacked(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for part in &self.all {
            match part.first {
                Some(first) => part.objects(first, &mut out),
                None => out.extend_from_slice(&part.text),
            }
            out.push(b'\n');
        }
        out
    }
}

impl Packed {
    /// Where it stands in the file, and the bytes that make it say something else; `None` when
    /// they do not fit.
    pub(super) fn saying(&self, text: &[u8]) -> Option<(Range<usize>, Vec<u8>)> {
        let mut packed = packed(text);
        let room = self.place.len().checked_sub(packed.len())?;
        packed.extend(std::iter::repeat_n(b'\n', room));
        Some((self.place.clone(), packed))
    }

    /// The numbers of its objects, and where each begins in its text.
    pub(super) fn numbered(&self) -> Vec<(u64, usize)> {
        let pairs = self.first.map_or_else(Vec::new, |first| self.pairs(first));
        pairs.into_iter().map(|(number, start)| (number as u64, start)).collect()
    }

    /// Numbers of objects and where they begin stand before the first one.
    fn pairs(&self, first: usize) -> Vec<(usize, usize)> {
        let head = self.text.get(..first).unwrap_or_default();
        let words = head.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        let numbers: Vec<usize> =
            words.map_while(|own| std::str::from_utf8(own).ok()?.parse().ok()).collect();
        numbers
            .chunks_exact(2)
            .filter_map(|own| Some((*own.first()?, first.saturating_add(*own.get(1)?))))
            .collect()
    }

    fn objects(&self, first: usize, out: &mut Vec<u8>) {
        let pairs = self.pairs(first);
        let mut told = 0;
        for (at, (number, start)) in pairs.iter().enumerate() {
            let start = *start;
            let end = pairs.get(at + 1).map_or(self.text.len(), |next| next.1);
            // Nothing is told twice: a small file does not become a large one.
            if start < told {
                continue;
            }
            let Some(object) = self.text.get(start..end) else { continue };
            told = end;
            out.extend_from_slice(format!("\n{number} 0 obj\n").as_bytes());
            out.extend_from_slice(object);
            out.extend_from_slice(b"\nendobj\n");
        }
    }
}

/// The head of a stream, in which a word stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) text: &'a [u8],
    end: usize,
}

impl<'a> Head<'a> {
    pub(super) fn of(bytes: &'a [u8], at: usize) -> Option<Self> {
        let before = bytes.get(at.saturating_sub(HEAD_BYTES)..at)?;
        let start = at - before.len() + find_last(before, b"obj")? + 3;
        let ahead = from(bytes, at);
        let ahead = ahead.get(..ahead.len().min(HEAD_BYTES))?;
        let end = at + find(ahead, b"stream")?;
        Some(Self { text: bytes.get(start..end)?, end })
    }

    fn has(&self, word: &[u8]) -> bool {
        find(self.text, word).is_some()
    }

    /// Whether the stream is that of this object.
    pub(super) fn is_stream(&self) -> bool {
        !self.has(b"endobj")
    }

    /// Where the stream stands; its end is looked for so far where the head does not say it.
    pub(super) fn data(&self, bytes: &[u8], within: usize) -> Option<Range<usize>> {
        let line_end = match from(bytes, self.end + 6) {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => return None,
        };
        let data = self.end + 6 + line_end;
        let length = number_after(self.text, b"/Length").or_else(|| {
            let ahead = from(bytes, data);
            find(ahead.get(..ahead.len().min(within))?, b"endstream")
        })?;
        Some(data..data.checked_add(length)?)
    }
}

/// The part in whose head a word stands, with at most so many bytes in it.
fn part(bytes: &[u8], at: usize, room: usize) -> Option<Packed> {
    let own = Head::of(bytes, at)?;
    let is_other = own.has(b"/DecodeParms") || own.has(b"/Crypt");
    if is_other || !own.is_stream() || !own.has(b"/FlateDecode") {
        return None;
    }
    let head = own.text;
    let place = own.data(bytes, PACKED_BYTES)?;
    let most = room.min(PART_BYTES);
    let text = unpacked(bytes.get(place.clone())?, most)?;
    let is_packed = find(head, b"/ObjStm").is_some();
    let first = if is_packed { Some(number_after(head, b"/First")?) } else { None };
    Some(Packed { place, text, first })
}

/// Bytes compressed as far as can be.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, BEST)
}

/// What was compressed; `None` when it cannot be read or is more than so many bytes.
pub(super) fn unpacked(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(bytes, most).ok()
}

/// The number behind a name, unless it stands in another object.
fn number_after(head: &[u8], name: &[u8]) -> Option<usize> {
    let value = from(head, find(head, name)? + name.len()).trim_ascii_start();
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = from(value, digits).trim_ascii_start();
    if rest.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(value.get(..digits)?).ok()?.parse().ok()
}

/// Whether a file has a lock: its texts are ciphers.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    places(bytes, b"/Encrypt").any(|at| {
        let next = from(bytes, at + 8).trim_ascii_start().first();
        next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'<')
    })
}

/// Where a sequence of bytes stands, one after the other.
pub(super) fn places<'a>(
    bytes: &'a [u8],
    needle: &'a [u8],
) -> impl Iterator<Item = usize> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let place = at + find(from(bytes, at), needle)?;
        at = place + needle.len();
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// A part with this head and these objects.
    fn stream(head: &str, text: &[u8]) -> Vec<u8> {
        let data = compress_to_vec_zlib(text, 1);
        let head =
            format!("7 0 obj<<{head}/Filter/FlateDecode/Length {}>>stream\r\n", data.len());
        [head.as_bytes(), &data, b"\nendstream endobj\n"].concat()
    }

    #[test]
    fn packed_objects_are_read_as_if_they_were_not() {
        let text = b"3 0 4 14 <</Type/Page>><</Lang(nl)>>";
        let file = stream("/Type/ObjStm/N 2/First 9", text);
        let found = Parts::of(&file);
        assert_eq!((found.all.len(), found.is_sealed), (1, false));
        assert_eq!(
            found.unpacked(),
            b"\n3 0 obj\n<</Type/Page>>\nendobj\n\n4 0 obj\n<</Lang(nl)>>\nendobj\n\n"
        );
    }

    #[test]
    fn what_says_less_fits_in_its_place() {
        let text = b"3 0 <</Author(Jan de Vries)>>";
        let file = stream("/Type/ObjStm/N 1/First 4", text);
        let part = Parts::of(&file).all.remove(0);
        let (place, bytes) = part.saying(b"3 0 <</Author(            )>>").unwrap();
        let changed = [&file[..place.start], &bytes, &file[place.end..]].concat();
        assert_eq!(changed.len(), file.len());
        let unpacked = Parts::of(&changed).unpacked();
        assert_eq!(unpacked, b"\n3 0 obj\n<</Author(            )>>\nendobj\n\n");
        let noise: Vec<u8> =
            (0..4000_u32).map(|own| u8::try_from(own * own / 7 % 251).unwrap()).collect();
        assert_eq!(part.saying(&noise), None);
    }

    #[test]
    fn what_cannot_be_read_is_sealed() {
        let text = b"3 0 <<>>";
        for head in ["/Type/ObjStm/First 4/DecodeParms<<>>", "/Type/ObjStm"] {
            assert!(Parts::of(&stream(head, text)).is_sealed, "{head}");
        }
        let mut file = stream("/Type/ObjStm/First 4", text);
        let data = find(&file, b"stream").unwrap() + 10;
        file[data] ^= 0xff;
        assert!(Parts::of(&file).is_sealed);
        for end in 0..file.len() {
            let _ = Parts::of(&file[..end]).unpacked();
        }
        let again = [b"1 0 2 90 ".repeat(300), vec![b' '; 90]].concat();
        let file = stream("/Type/ObjStm/First 2700", &again);
        assert!(Parts::of(&file).unpacked().len() < 9 * 90);
        assert!(!Parts::of(b"%PDF-1.4 /Metadata 4 0 R").is_sealed);
    }

    #[test]
    fn a_packed_file_is_inspected_and_cleaned_as_any_other() {
        let objects = [
            (6, "<</Type/StructElem/Lang(en)>>"),
            (1, "<</Type/Catalog/Lang(nl-NL)/MarkInfo<</Marked true>>/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Count 3>>"),
            (4, "<</Title(Plan)/Author(Jan de Vries)/Producer(Word)>>"),
        ];
        let mut start = 0;
        let mut head = String::new();
        for (number, text) in objects {
            let _ = write!(head, "{number} {start} ");
            start += text.len();
        }
        let text: String =
            std::iter::once(head.as_str()).chain(objects.map(|own| own.1)).collect();
        let parts = stream(&format!("/Type/ObjStm/N 4/First {}", head.len()), text.as_bytes());
        let end =
            b"9 0 obj<</Type/XRef/Root 1 0 R/Info 4 0 R>>stream\nendstream endobj\n%%EOF\n";
        let file = [b"%PDF-1.5\n", parts.as_slice(), end].concat();
        let path = crate::base::SourcePath::new("plan.pdf").unwrap();
        let found = crate::media::probe(&path, &file);
        assert_eq!(found.diags, Vec::new());
        let facts = crate::media::PdfFacts {
            pages: Some(3),
            title: Some("Plan".to_owned()),
            language: Some("nl-NL".to_owned()),
            tagged: crate::media::Tagged::Yes,
            encrypted: false,
        };
        assert_eq!(found.value, crate::media::Facts::Pdf(facts));
        let made = crate::media::clean(&file).unwrap();
        assert_eq!(made.len(), file.len());
        let texts = String::from_utf8(Parts::of(&made).unpacked()).unwrap();
        assert!(!texts.contains("Jan") && !texts.contains("Word"), "{texts}");
        assert_eq!(crate::media::probe(&path, &made).value, found.value);
        assert_eq!(crate::media::clean(&made), Ok(made));
    }
}
