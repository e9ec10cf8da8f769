//! PDF files: what can be read in passing, also of the parts that newer files compress.

mod text;

use std::borrow::Cow;

use crate::diag::problem::Media;

use super::super::bytes::{find, find_last, from};
use super::super::pdf::{Parts, is_locked, places};
use super::super::reference::{Objects, reference};
use super::{Facts, Found};
pub(super) use text::{text_after, text_behind};

/// Nodes of the tree of pages that are looked at.
const MAX_NODES: usize = 500;
/// How far a node is read.
const NODE_BYTES: usize = 65_536;
/// How much text a title or language may take.
const MAX_TEXT: usize = 1000;

/// What a PDF says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfFacts {
    /// The number of pages, where it can be read.
    pub pages: Option<u32>,
    /// Its own title, where it can be read.
    pub title: Option<String>,
    /// Its language, where it can be read.
    pub language: Option<String>,
    /// Whether it has tags for screen readers.
    pub tagged: Tagged,
    /// Whether it is locked.
    pub encrypted: bool,
}

/// Whether a PDF has tags for screen readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagged {
    /// It says so.
    Yes,
    /// It does not.
    No,
    /// The part that says it cannot be read.
    Unknown,
}

pub(super) fn probe(bytes: &[u8]) -> Found {
    let tail = from(bytes, bytes.len().saturating_sub(2048));
    if find(tail, b"%%EOF").is_none() {
        return Err(Media::Truncated);
    }
    let parts = Parts::of(bytes);
    let is_sealed = parts.is_sealed;
    // The end of the file stays the end: it says where everything begins.
    let packed = parts.unpacked();
    let whole =
        if packed.is_empty() { Cow::Borrowed(bytes) } else { [&packed, bytes].concat().into() };
    let tagged = if has_mark(&whole) {
        Tagged::Yes
    } else if is_sealed {
        Tagged::Unknown
    } else {
        Tagged::No
    };
    let encrypted = is_locked(bytes);
    let facts = PdfFacts {
        pages: pages(&whole).or_else(|| pages_for_the_web(bytes)),
        // In a locked file the texts are ciphers.
        title: title(&whole).filter(|_| !encrypted),
        language: language(&whole).filter(|_| !encrypted),
        tagged,
        encrypted,
    };
    let mut problems = Vec::new();
    if facts.encrypted {
        problems.push(Media::PdfLocked);
    }
    if facts.tagged == Tagged::No {
        problems.push(Media::PdfNotTagged);
    }
    if facts.title.is_none() && !is_sealed && !encrypted {
        problems.push(Media::PdfWithoutTitle);
    }
    if facts.language.is_none() && !is_sealed && !encrypted {
        problems.push(Media::PdfWithoutLanguage);
    }
    Ok((Facts::Pdf(facts), problems))
}

fn has_mark(bytes: &[u8]) -> bool {
    places(bytes, b"/Marked")
        .take(MAX_NODES)
        .any(|at| from(bytes, at + 7).trim_ascii_start().starts_with(b"true"))
}

/// The objects of a type.
fn objects<'a>(bytes: &'a [u8], kind: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    places(bytes, kind).take(MAX_NODES).filter_map(|at| {
        let before = bytes.get(..at)?.trim_ascii_end();
        if !before.ends_with(b"/Type") {
            return None;
        }
        let start = find_last(from(before, before.len().saturating_sub(NODE_BYTES)), b"obj")
            .map_or(0, |offset| before.len().saturating_sub(NODE_BYTES) + offset);
        let node = from(bytes, start + 3);
        let node = node.get(..node.len().min(NODE_BYTES))?;
        node.get(..find(node, b"endobj").unwrap_or(node.len()))
    })
}

/// The largest count of a node of the tree of pages.
fn pages(bytes: &[u8]) -> Option<u32> {
    objects(bytes, b"/Pages")
        .filter_map(|own| number(from(own, find(own, b"/Count")? + 6)))
        .max()
}

/// The count in a file made for the web.
fn pages_for_the_web(bytes: &[u8]) -> Option<u32> {
    let head = bytes.get(..bytes.len().min(1024))?;
    let linear = from(head, find(head, b"/Linearized")?);
    places(linear, b"/N").find_map(|at| number(from(linear, at + 2)))
}

/// The language of the document, not those of its parts.
fn language(bytes: &[u8]) -> Option<String> {
    let of_document = objects(bytes, b"/Catalog").find_map(|own| {
        text_after(own, b"/Lang").or_else(|| text_behind(bytes, own, b"/Lang"))
    });
    of_document.or_else(|| text_after(bytes, b"/Lang"))
}

fn number(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.trim_ascii_start();
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    std::str::from_utf8(digits.get(..end)?).ok()?.parse().ok()
}

/// The title of the document, not those of its chapters: from the description in XML, or from
/// the object that the end of the file names.
fn title(bytes: &[u8]) -> Option<String> {
    let of_description = || {
        let description = from(bytes, find(bytes, b"<dc:title>")? + 10);
        let description = description.get(..find(description, b"</dc:title>")?)?;
        let text = from(description, find(description, b"<rdf:li")?);
        let text = from(text, find(text, b">")? + 1);
        let text = text.get(..find(text, b"<")?.min(MAX_TEXT))?;
        let text = String::from_utf8_lossy(text);
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Some(text.replace("&amp;", "&"))
    };
    let of_info = || {
        let at = find_last(bytes, b"/Info")?;
        let id = reference(from(bytes, at + 5))?;
        let start = Objects::of(bytes).named(id).next()?;
        let object = from(bytes, start);
        let object = object.get(..find(object, b"endobj")?)?;
        text_after(object, b"/Title").or_else(|| text_behind(bytes, object, b"/Title"))
    };
    let clean = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    of_description().and_then(clean).or_else(|| of_info().and_then(clean))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_title_language_and_tags_are_read() {
        let file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Lang(nl-NL)/MarkInfo<</Marked true>>>>endobj\n\
            2 0 obj<</Type /Pages/Kids[3 0 R]/Count 12>>endobj\n\
            5 0 obj<</Title(Hoofdstuk 1)/Parent 9 0 R>>endobj\n\
            4 0 obj<</Title<FEFF00C900E9006E>/Author(x)>>endobj\n\
            trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n";
        let facts = PdfFacts {
            pages: Some(12),
            title: Some("Één".to_owned()),
            language: Some("nl-NL".to_owned()),
            tagged: Tagged::Yes,
            encrypted: false,
        };
        assert_eq!(probe(file), Ok((Facts::Pdf(facts), Vec::new())));
    }

    #[test]
    fn a_title_may_stand_in_an_object_of_its_own() {
        let file = b"%PDF-1.3\n1 0 obj<</Type/Catalog/Lang 14 0 R/MarkInfo<</Marked true>>>>endobj\n\
            4 0 obj<</Title 12 0 R /Author 13 0 R>>endobj\n12 0 obj\n(Plan)\nendobj\n\
            13 0 obj (Jan) endobj 14 0 obj(nl)endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n";
        let Ok((Facts::Pdf(facts), problems)) = probe(file) else { panic!("a PDF") };
        assert_eq!(facts.title.as_deref(), Some("Plan"));
        assert_eq!((facts.language.as_deref(), problems), (Some("nl"), Vec::new()));
    }

    #[test]
    fn what_a_reader_would_miss_is_noted() {
        let problems = |file: &[u8]| probe(file).map(|(_, problems)| problems);
        assert_eq!(
            problems(b"%PDF-1.4\n%%EOF"),
            Ok(vec![Media::PdfNotTagged, Media::PdfWithoutTitle, Media::PdfWithoutLanguage])
        );
        assert_eq!(problems(b"%PDF-1.5 <</Type/ObjStm>> %%EOF"), Ok(Vec::new()));
        assert_eq!(
            problems(b"%PDF-1.5 <</Type/ObjStm>> trailer<</Encrypt 7 0 R>> %%EOF"),
            Ok(vec![Media::PdfLocked])
        );
        assert_eq!(problems(b"%PDF-1.4\n1 0 obj"), Err(Media::Truncated));
    }
}
