//! What a media file says of who made it and when. Cameras and programmes write it down; it is
//! offered to an editor, never published unasked.

use crate::base::Date;

use super::super::avif;
use super::super::boxes::parts;
use super::super::bytes::{find, from, piece};
use super::super::pdf::is_locked;
use super::super::tiff::Tiff;
use super::format::Format;
use super::pdf::{text_after, text_behind};

/// Tags of a camera's notes.
const ARTIST: u16 = 0x013b;
const CHANGED: u16 = 0x0132;
const NOTES: u16 = 0x8769;
const TAKEN: u16 = 0x9003;

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
    let notes = match Format::of(bytes) {
        Some(Format::Pdf) => return of_pdf(bytes),
        Some(Format::Mp4 | Format::M4a | Format::QuickTime) => {
            return Said { maker: None, made_on: of_film(bytes) };
        }
        Some(Format::Avif) => avif::notes(bytes).and_then(Tiff::of),
        Some(Format::Jpeg | Format::Png | Format::Webp) => notes_of_camera(bytes),
        _ => None,
    };
    notes.map(of_picture).unwrap_or_default()
}

fn of_pdf(bytes: &[u8]) -> Said {
    if is_locked(bytes) {
        return Said::default();
    }
    let text = |key| text_after(bytes, key).or_else(|| text_behind(bytes, bytes, key));
    Said {
        maker: text(b"/Author").and_then(|text| clean(&text)),
        made_on: text(b"/CreationDate")
            .and_then(|text| digits_as_day(text.trim_start_matches("D:"))),
    }
}

fn of_film(bytes: &[u8]) -> Option<Date> {
    let movie = parts(bytes, 0..bytes.len()).find(|own| own.name == *b"moov")?;
    let head = parts(bytes, movie.content).find(|own| own.name == *b"mvhd")?;
    let header = bytes.get(head.content)?;
    let seconds = match header.first()? {
        0 => i64::from(u32::from_be_bytes(piece(header, 4, 4)?.try_into().ok()?)),
        _ => i64::try_from(u64::from_be_bytes(piece(header, 4, 8)?.try_into().ok()?)).ok()?,
    };
    let since = seconds.checked_sub(EPOCH_OF_FILMS).filter(|since| *since > 0)?;
    Some(Date::at(since, "UTC"))
}

/// The notes of a camera in a JPEG, PNG or WebP, from their byte order on.
fn notes_of_camera(bytes: &[u8]) -> Option<Tiff<'_>> {
    let marks: [(&[u8], usize); 3] = [(b"Exif\0\0", 6), (b"eXIf", 4), (b"EXIF", 8)];
    marks.iter().find_map(|(mark, skipped)| Tiff::of(from(bytes, find(bytes, mark)? + skipped)))
}

fn of_picture(tiff: Tiff<'_>) -> Said {
    let first = tiff.first().unwrap_or_default();
    let inner = tiff.entry(first, NOTES).and_then(|at| tiff.number(at + 8, 4));
    let taken = inner.and_then(|folder| tiff.text(folder, TAKEN));
    let date = taken.or_else(|| tiff.text(first, CHANGED));
    Said {
        maker: tiff.text(first, ARTIST).and_then(|text| clean(&text)),
        made_on: date.and_then(|text| digits_as_day(&text.replace(':', ""))),
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
        assert_eq!(said(&film()).made_on, Date::new(2021, 1, 8));
    }

    /// A film that says when it was made.
    fn film() -> Vec<u8> {
        let head = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x18moov\0\0\0\x10mvhd\0\0\0\0";
        [head.as_slice(), &3_692_908_800_u32.to_be_bytes()].concat()
    }

    #[test]
    fn a_photograph_says_nothing_of_a_film() {
        let film = film();
        assert_eq!(said(&[b"\xff\xd8\xff\xe0", &film[..]].concat()), Said::default());
        let mut photo = jpeg(true);
        photo.extend(film);
        assert_eq!(said(&photo).made_on, Date::new(2021, 1, 15));
    }

    #[test]
    fn what_is_cut_or_hostile_says_nothing() {
        let whole = jpeg(true);
        for end in 0..whole.len() {
            said(&whole[..end]);
        }
        assert_eq!(said(b"\xff\xd8\xff\xe1\0\0Exif\0\0II*\0\xff\xff\xff\xff"), Said::default());
        assert_eq!(said(&film()[..39]), Said::default());
        assert_eq!(said(b""), Said::default());
    }
}
