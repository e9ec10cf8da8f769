//! Files of office programmes: packages of files, some of which say who wrote them, when, and
//! with what. Photographs and tables that stand in them are cleaned too.

use std::borrow::Cow;

use crate::diag::problem::Uncleaned;

use super::package::{self, File};
use super::{Limits, within};

/// The files that go, and what stands in their place: the others of the package name them.
const SAID: &[(&str, &str)] = &[
    (
        "docProps/core.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
    ),
    (
        "docProps/app.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
    ),
    (
        "docProps/custom.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    ),
    (
        "meta.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>",
    ),
];

/// The files by which a package of an office programme is known.
const MARKS: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetype"];
/// What a PDF in a package takes of the room for what is unpacked.
const PDF_ROOM: usize = 32 << 20;
/// What says how a locked document is locked.
const LOCK: &[u8] = b"META-INF/manifest.xml";
/// The endings of files in a package that cameras and programmes write into.
const WRITTEN_INTO: [&str; 25] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "heic", "heif", "tif", "tiff",
    "svg", "pdf", "mp4", "m4v", "m4a", "mov", "mp3", "wav", "webm", "docx", "xlsx", "pptx",
    "odt",
];

/// A copy without what programmes wrote of people and days; a package of something else as it
/// is.
pub(super) fn clean(bytes: &[u8], limits: &mut Limits) -> Result<Vec<u8>, Uncleaned> {
    let files = package::files(bytes).ok_or(Uncleaned::Unreadable)?;
    if !files.iter().any(|file| MARKS.contains(&file.name)) {
        return Ok(bytes.to_vec());
    }
    if files.iter().any(|file| file.is_locked || hides(file, &mut limits.room)) {
        return Err(Uncleaned::Locked);
    }
    limits.depth = limits.depth.checked_sub(1).ok_or(Uncleaned::Unreadable)?;
    let mut made = Vec::with_capacity(files.len());
    for file in &files {
        made.push((file, pure(file, limits)?));
    }
    limits.depth += 1;
    package::written(&made).ok_or(Uncleaned::Unreadable)
}

/// Whether this file says that others are ciphers.
fn hides(file: &File<'_>, room: &mut usize) -> bool {
    let names_a_key = |text: &[u8]| {
        let mark = b"encryption-data";
        text.windows(mark.len()).any(|window| window == mark)
    };
    file.name == LOCK && file.unpacked(room).is_some_and(|text| names_a_key(&text))
}

/// What stands in place of a file; `None` where it stays.
fn pure<'a>(file: &File<'a>, limits: &mut Limits) -> Result<Option<Cow<'a, [u8]>>, Uncleaned> {
    if let Some((_, text)) = SAID.iter().find(|(name, _)| name.as_bytes() == file.name) {
        return Ok(Some(Cow::Borrowed(text.as_bytes())));
    }
    let name = String::from_utf8_lossy(file.name);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if !WRITTEN_INTO.contains(&ending.as_str()) {
        return Ok(None);
    }
    let inside = || Uncleaned::Inside(name.clone().into_owned());
    if ending == "pdf" {
        // It unpacks parts of its own.
        limits.room = limits.room.checked_sub(PDF_ROOM).ok_or_else(inside)?;
    }
    let text = file.unpacked(&mut limits.room).ok_or_else(inside)?;
    let pure = within(&text, limits).map_err(|_| inside())?;
    Ok((pure != *text).then_some(Cow::Owned(pure)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::tiff::turned;

    fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
        package::tests::package(files)
    }

    fn clean(bytes: &[u8]) -> Result<Vec<u8>, Uncleaned> {
        super::clean(bytes, &mut Limits::new())
    }

    const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");

    fn shows(file: &[u8], text: &[u8]) -> bool {
        file.windows(text.len()).any(|window| window == text)
    }

    /// A JPEG that says where it was made.
    fn photo() -> Vec<u8> {
        b"\xff\xd8\xff\xfe\0\x0752.37\xff\xda\0\x02pixels\xff\xd9".to_vec()
    }

    #[test]
    fn who_wrote_a_document_goes_and_its_words_stay() {
        let dirty = package(&[
            TYPES,
            ("docProps/core.xml", b"<dc:creator>Jan</dc:creator>"),
            ("docProps/app.xml", b"<Company>Jan bv</Company>"),
            ("word/document.xml", b"<w:t>Het plan</w:t>"),
        ]);
        let clean = clean(&dirty).unwrap();
        assert!(!shows(&clean, b"Jan"));
        let (before, after) =
            (package::files(&dirty).unwrap(), package::files(&clean).unwrap());
        let names =
            |all: &[File<'_>]| all.iter().map(|own| own.name.to_vec()).collect::<Vec<_>>();
        assert_eq!(names(&before), names(&after));
        assert_eq!(before[3].unpacked(&mut 99), after[3].unpacked(&mut 99));
        assert_eq!(super::clean(&clean, &mut Limits::new()), Ok(clean));
    }

    #[test]
    fn photographs_and_tables_in_a_document_are_cleaned_too() {
        let table = package(&[TYPES, ("docProps/core.xml", b"<dc:creator>Jan</dc:creator>")]);
        let dirty = package(&[
            TYPES,
            ("word/media/image1.jpeg", &photo()),
            ("word/embeddings/Blad1.xlsx", &table),
        ]);
        assert!(shows(&dirty, b"52.37") && shows(&dirty, b"Jan"));
        let clean = clean(&dirty).unwrap();
        assert!(!shows(&clean, b"52.37") && !shows(&clean, b"Jan") && shows(&clean, b"pixels"));
        assert_eq!(package::files(&clean).unwrap().len(), 3);
    }

    #[test]
    fn what_cannot_be_cleaned_inside_is_named() {
        let told = |name: &str, bytes: &[u8]| clean(&package(&[TYPES, (name, bytes)]));
        let inside = |name: &str| Err(Uncleaned::Inside(name.to_owned()));
        assert_eq!(
            told("word/media/a.heic", b"\0\0\0\x18ftypheic\0"),
            inside("word/media/a.heic")
        );
        assert_eq!(told("Pictures/b.JPG", &photo()[..20]), inside("Pictures/b.JPG"));
        assert_eq!(
            told("word/media/c.tiff", b"II*\0\x08\0\0\0\x01"),
            inside("word/media/c.tiff")
        );
        assert!(told("word/media/d.tiff", &turned(6)).is_ok());
        assert!(told("word/media/e.emf", b"lines").is_ok());
    }

    #[test]
    fn a_locked_document_is_told() {
        let list = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        let locked = package(&[("mimetype", b"x"), ("META-INF/manifest.xml", list)]);
        assert_eq!(clean(&locked), Err(Uncleaned::Locked));
        let mut locked = package(&[TYPES]);
        let entry = locked.windows(4).position(|own| own == b"PK\x01\x02").unwrap();
        locked[entry + 8] |= 1;
        assert_eq!(clean(&locked), Err(Uncleaned::Locked));
    }

    #[test]
    fn files_within_files_have_an_end() {
        let mut file = package(&[TYPES]);
        for _ in 0..9 {
            file = package(&[TYPES, ("a.docx", &file)]);
        }
        assert_eq!(clean(&file), Err(Uncleaned::Inside("a.docx".to_owned())));
    }

    #[test]
    fn another_package_stays_as_it_is_and_a_broken_one_is_told() {
        let photos = package(&[("foto.txt", b"Jan")]);
        assert_eq!(clean(&photos), Ok(photos.clone()));
        assert_eq!(clean(&photos[..photos.len() - 30]), Err(Uncleaned::Unreadable));
        assert_eq!(clean(b"PK\x03\x04"), Err(Uncleaned::Unreadable));
    }
}
