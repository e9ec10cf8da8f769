//! What a media file says of who made it and when. Cameras and programmes write it down; it is
//! offered to an editor, never published unasked.

use crate::base::Date;

use super::super::avif;
use super::super::bytes::{find, from, piece};
use super::pdf::text_after;

/// Tags of a camera's notes.
const ARTIST: u16 = 0x013b;
const CHANGED: u16 = 0x0132;
const NOTES: u16 = 0x8769;
const TAKEN: u16 = 0x9003;

/// Entries of a directory that are looked at.
const MAX_ENTRIES: usize = 500;

/// Seconds from 1904, where films count from, to 1970.
const EPOCH_OF_FILMS: i64 = 2_082_844_800;

/// Who made a file and when, as far as it says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Who made it.
    pub maker: Option<String>,
    /// The day on which it was made.
    pub made_on: Option<Date>,
}

/// What a media file says of who made it and when.
pub fn said(bytes: &[u8]) -> Said {
    if bytes.starts_with(b"%PDF") {
        return of_pdf(bytes);
    }
    if let Some(at) = find(bytes, b"mvhd") {
        return Said { maker: None, made_on: of_film(from(bytes, at + 4)) };
    }
    let notes = if avif::is_avif(bytes) { avif::notes(bytes) } else { notes_of_camera(bytes) };
    notes.map(of_picture).unwrap_or_default()
}

fn of_pdf(bytes: &[u8]) -> Said {
    let is_locked = find(bytes, b"/Encrypt").is_some();
    let date = text_after(bytes, b"/CreationDate").filter(|_| !is_locked);
    let date = date.and_then(|text| digits_as_day(text.trim_start_matches("D:")));
    let maker = text_after(bytes, b"/Author").filter(|_| !is_locked);
    Said { maker: maker.and_then(|text| clean(&text)), made_on: date }
}

fn of_film(header: &[u8]) -> Option<Date> {
    let seconds = match header.first()? {
        0 => i64::from(u32::from_be_bytes(piece(header, 4, 4)?.try_into().ok()?)),
        _ => i64::try_from(u64::from_be_bytes(piece(header, 4, 8)?.try_into().ok()?)).ok()?,
    };
    let since = seconds.checked_sub(EPOCH_OF_FILMS).filter(|since| *since > 0)?;
    Some(Date::at(since, "UTC"))
}

/// The notes of a camera in a JPEG, PNG or WebP, from their byte order on.
fn notes_of_camera(bytes: &[u8]) -> Option<&[u8]> {
    let marks: [(&[u8], usize); 3] = [(b"Exif\0\0", 6), (b"eXIf", 4), (b"EXIF", 8)];
    marks.iter().find_map(|(mark, skipped)| {
        let notes = from(bytes, find(bytes, mark)? + skipped);
        (notes.starts_with(b"II*\0") || notes.starts_with(b"MM\0*")).then_some(notes)
    })
}

fn of_picture(notes: &[u8]) -> Said {
    let tiff = Tiff { bytes: notes, is_little: notes.starts_with(b"II") };
    let first = tiff.number(4, 4).unwrap_or_default();
    let inner = tiff.entry(first, NOTES).and_then(|at| tiff.number(at + 8, 4));
    let taken = inner.and_then(|folder| tiff.text(folder, TAKEN));
    let date = taken.or_else(|| tiff.text(first, CHANGED));
    Said {
        maker: tiff.text(first, ARTIST).and_then(|text| clean(&text)),
        made_on: date.and_then(|text| digits_as_day(&text.replace(':', ""))),
    }
}

/// The directory of a camera's notes.
struct Tiff<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

impl Tiff<'_> {
    fn number(&self, at: usize, length: usize) -> Option<usize> {
        let digits = piece(self.bytes, at, length)?;
        let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
        Some(if self.is_little {
            digits.iter().rev().fold(0, add)
        } else {
            digits.iter().fold(0, add)
        })
    }

    /// Where the entry of a tag stands in a directory.
    fn entry(&self, directory: usize, tag: u16) -> Option<usize> {
        let count = self.number(directory, 2)?.min(MAX_ENTRIES);
        (0..count)
            .map(|n| directory + 2 + n * 12)
            .find(|at| self.number(*at, 2) == Some(usize::from(tag)))
    }

    fn text(&self, directory: usize, tag: u16) -> Option<String> {
        let at = self.entry(directory, tag)?;
        let count = self.number(at + 4, 4)?;
        // Short texts stand in the entry itself.
        let start = if count <= 4 { at + 8 } else { self.number(at + 8, 4)? };
        let bytes = piece(self.bytes, start, count)?;
        let text = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
        Some(String::from_utf8_lossy(text).into_owned())
    }
}

/// The day at the start of `20210115…`.
fn digits_as_day(text: &str) -> Option<Date> {
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..8)?);
    Date::parse_iso(&format!("{year}-{month}-{day}"))
}

/// A name on one line; `None` when there is none.
fn clean(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let text = words.join(" ").trim().to_owned();
    (!text.is_empty() && text.chars().count() <= 200).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG with notes of a camera, big or little end first.
    fn jpeg(is_little: bool) -> Vec<u8> {
        let two = |n: u16| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let four = |n: u32| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let mut tiff = if is_little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        tiff.extend(four(8));
        tiff.extend(two(2));
        for (tag, kind, count, value) in [(ARTIST, 2, 11, 38), (NOTES, 4, 1, 50)] {
            tiff.extend([two(tag), two(kind)].concat());
            tiff.extend([four(count), four(value)].concat());
        }
        tiff.extend(four(0));
        tiff.extend(*b"Anna Bakker\0");
        tiff.extend(two(1));
        tiff.extend([two(TAKEN), two(2)].concat());
        tiff.extend([four(20), four(68)].concat());
        tiff.extend(four(0));
        tiff.extend(*b"2021:01:15 10:00:00\0");
        [b"\xff\xd8\xff\xe1\0\0Exif\0\0".as_slice(), &tiff].concat()
    }

    #[test]
    fn a_camera_says_who_and_when() {
        for is_little in [true, false] {
            let said = said(&jpeg(is_little));
            assert_eq!(said.maker.as_deref(), Some("Anna Bakker"));
            assert_eq!(said.made_on, Date::new(2021, 1, 15));
        }
    }

    #[test]
    fn a_document_and_a_film_say_it_too() {
        let pdf = b"%PDF-1.4 << /Author (KplusV) /CreationDate (D:20210218103000) >>";
        let made = said(pdf);
        assert_eq!(
            (made.maker.as_deref(), made.made_on),
            (Some("KplusV"), Date::new(2021, 2, 18))
        );
        let mut film = b"....mvhd\0\0\0\0".to_vec();
        film.extend(3_692_908_800_u32.to_be_bytes());
        assert_eq!(said(&film).made_on, Date::new(2021, 1, 8));
    }

    #[test]
    fn what_is_cut_or_hostile_says_nothing() {
        let whole = jpeg(true);
        for end in 0..whole.len() {
            said(&whole[..end]);
        }
        assert_eq!(said(b"\xff\xd8Exif\0\0II*\0\xff\xff\xff\xff"), Said::default());
        assert_eq!(said(b"mvhd"), Said::default());
        assert_eq!(said(b""), Said::default());
    }
}
