//! The directories of a TIFF file, which cameras also write into pictures of other kinds.

use super::bytes::piece;

/// Entries of a directory that are looked at.
const MAX_ENTRIES: usize = 500;
/// Which way is up.
const ORIENTATION: u16 = 0x0112;
/// What programmes and cameras write of people, places, machines and days: software, host, day,
/// artist, owner, maker and model of the camera, texts for machines, and the directories of a
/// camera and of a place.
const NOTED: [u16; 16] = [
    0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x8298, 0x83bb, 0x8649,
    0x8769, 0x8825, 0x9c9b, 0x9c9d, 0xc62f,
];

/// The notes of a camera, from their byte order on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tiff<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

impl<'a> Tiff<'a> {
    /// `None` when the bytes do not begin as they should.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let is_little = bytes.starts_with(b"II*\0");
        (is_little || bytes.starts_with(b"MM\0*")).then_some(Self { bytes, is_little })
    }

    /// As a chunk of a PNG or `WebP` has them: some programmes write the mark of a JPEG before.
    pub(super) fn of_chunk(bytes: &'a [u8]) -> Option<Self> {
        Self::of(bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes))
    }

    pub(super) fn number(&self, at: usize, length: usize) -> Option<usize> {
        let digits = piece(self.bytes, at, length)?;
        let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
        Some(if self.is_little {
            digits.iter().rev().fold(0, add)
        } else {
            digits.iter().fold(0, add)
        })
    }

    /// Where the first directory stands.
    pub(super) fn first(&self) -> Option<usize> {
        self.number(4, 4)
    }

    /// Where the entries of a directory stand.
    fn entries(&self, directory: usize) -> impl Iterator<Item = usize> {
        let count = self.number(directory, 2).unwrap_or_default().min(MAX_ENTRIES);
        (0..count).map_while(move |at| directory.checked_add(2 + at * 12))
    }

    /// Where the entry of a tag stands in a directory.
    pub(super) fn entry(&self, directory: usize, tag: u16) -> Option<usize> {
        let is_it = |at: &usize| self.number(*at, 2) == Some(usize::from(tag));
        self.entries(directory).find(is_it)
    }

    pub(super) fn text(&self, directory: usize, tag: u16) -> Option<String> {
        let at = self.entry(directory, tag)?;
        let count = self.number(at + 4, 4)?;
        // Short texts stand in the entry itself.
        let start = if count <= 4 { at + 8 } else { self.number(at + 8, 4)? };
        let bytes = piece(self.bytes, start, count)?;
        let text = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
        Some(String::from_utf8_lossy(text).into_owned())
    }

    /// Which way is up, where that is not as the pixels lie.
    pub(super) fn turn(&self) -> Option<u8> {
        let at = self.entry(self.first()?, ORIENTATION)?;
        let turn = u8::try_from(self.number(at + 8, 2)?).ok()?;
        (2..=8).contains(&turn).then_some(turn)
    }

    /// Whether somebody wrote down who, where, when or with what; also when that cannot be told.
    pub(super) fn says_more(&self) -> bool {
        let Some(first) = self.first() else { return true };
        let Some(count) = self.number(first, 2) else { return true };
        let is_noted = |at: usize| {
            let whole = piece(self.bytes, at, 12).and_then(|_| self.number(at, 2));
            let tag = whole.and_then(|own| u16::try_from(own).ok());
            tag.is_none_or(|own| NOTED.contains(&own))
        };
        count > MAX_ENTRIES || self.entries(first).any(is_noted)
    }
}

/// Notes that say which way is up and nothing else.
pub(super) fn turned(turn: u8) -> Vec<u8> {
    let mut notes = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    notes.extend([turn, 0, 0, 0, 0, 0, 0]);
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_which_way_is_up_says_nothing_else() {
        for turn in 2..=8 {
            let notes = turned(turn);
            let tiff = Tiff::of(&notes).unwrap();
            assert_eq!((tiff.turn(), tiff.says_more()), (Some(turn), false));
        }
        assert_eq!(Tiff::of(&turned(1)).unwrap().turn(), None);
        assert_eq!(Tiff::of(&turned(9)).unwrap().turn(), None);
        let behind_mark = [b"Exif\0\0".as_slice(), &turned(6)].concat();
        assert_eq!(Tiff::of_chunk(&behind_mark).unwrap().turn(), Some(6));
    }

    #[test]
    fn notes_of_a_place_and_notes_that_are_cut_off_say_more() {
        let mut notes = turned(6);
        assert!(Tiff::of(&notes[..12]).unwrap().says_more());
        notes[10..12].copy_from_slice(&0x8825_u16.to_be_bytes());
        assert!(Tiff::of(&notes).unwrap().says_more());
        assert!(Tiff::of(b"II*\0\xff\xff\xff\xff").unwrap().says_more());
    }
}
