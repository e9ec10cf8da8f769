//! `WebP` and WAV files: chunks in a box.

use crate::media::bytes::{from, piece, u32_le};
use crate::media::tiff::{self, Tiff};

/// What a `WebP` file keeps.
const WEBP: [&[u8]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What a WAV file keeps.
const WAVE: [&[u8]; 3] = [b"fmt ", b"fact", b"data"];
/// What is seen or heard.
const CONTENT: [&[u8]; 4] = [b"VP8 ", b"VP8L", b"ANMF", b"data"];
/// What programmes put behind sound.
const TAGS: [&[u8]; 6] = [b"LIST", b"id3 ", b"ID3 ", b"bext", b"iXML", b"_PMX"];
/// From this length on, none was known when it was written: the sound came out of a pipe.
const UNKNOWN: u32 = 0x7fff_0000;
/// How far before the end of such sound tags are looked for, and how many.
const TAG_BYTES: usize = 64 << 10;
const MAX_TAGS: usize = 20;

type Chunk<'a> = (&'a [u8], &'a [u8]);

/// A copy with the chunks that are seen or heard; `None` when it is not whole.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let kept: &[&[u8]] = match piece(bytes, 8, 4)? {
        b"WEBP" => &WEBP,
        b"WAVE" => &WAVE,
        _ => return None,
    };
    let chunks = chunks(bytes)?;
    let turn = turn(&chunks);
    let mut copy = bytes.get(..12)?.to_vec();
    for (name, data) in chunks.into_iter().filter(|(name, _)| kept.contains(name)) {
        add(&mut copy, name, &with_flags(name, data, turn.is_some()))?;
    }
    if let Some(turn) = turn {
        add(&mut copy, b"EXIF", &tiff::turned(turn))?;
    }
    let size = u32::try_from(copy.len().checked_sub(8)?).ok()?.to_le_bytes();
    copy.get_mut(4..8)?.copy_from_slice(&size);
    Some(copy)
}

fn add(copy: &mut Vec<u8>, name: &[u8], data: &[u8]) -> Option<()> {
    copy.extend(name);
    copy.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
    copy.extend(data);
    copy.extend(std::iter::repeat_n(0, data.len() % 2));
    Some(())
}

/// The chunks up to the end that the file gives itself. What stands behind it is nobody's.
fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let size = u32_le(bytes, 4)?;
    let end = usize::try_from(size).ok()?.checked_add(8)?;
    let mut found = Vec::new();
    let mut has_content = false;
    let mut at = 12;
    while at < bytes.len() && !(has_content && at >= end) {
        let Some(name) = piece(bytes, at, 4).filter(|_| piece(bytes, at, 8).is_some()) else {
            // Too little for a chunk: programmes fill up.
            return has_content.then_some(found);
        };
        let length = u32_le(bytes, at + 4)?;
        let own = piece(bytes, at + 8, usize::try_from(length).ok()?);
        let is_unknown = length >= UNKNOWN && own.is_none()
            || length == 0 && (size >= UNKNOWN || end <= at + 8);
        if name == b"data" && !has_content && is_unknown {
            found.push((name, without_tags(from(bytes, at + 8))));
            return Some(found);
        }
        let data = own?;
        found.push((name, data));
        has_content |= CONTENT.contains(&name);
        at = at.checked_add(8)?.checked_add(data.len())?.checked_add(data.len() % 2)?;
    }
    has_content.then_some(found)
}

/// Sound that goes on to the end of the file, without the tags there.
fn without_tags(mut sound: &[u8]) -> &[u8] {
    for _ in 0..MAX_TAGS {
        let start = sound.len().saturating_sub(TAG_BYTES);
        let reaches_end = |at: &usize| {
            let length = u32_le(sound, at + 4).and_then(|own| usize::try_from(own).ok());
            let end = length.and_then(|own| own.checked_add(at + 8));
            end.is_some_and(|end| end == sound.len() || end + end % 2 == sound.len())
        };
        let is_tag = |at: &usize| piece(sound, *at, 4).is_some_and(|name| TAGS.contains(&name));
        let Some(at) = (start..sound.len()).filter(is_tag).find(reaches_end) else { break };
        sound = sound.get(..at).unwrap_or_default();
    }
    sound
}

/// Which way is up, where a file with a head that may say so does.
fn turn(chunks: &[Chunk<'_>]) -> Option<u8> {
    chunks.iter().find(|(name, _)| *name == b"VP8X")?;
    let (_, notes) = chunks.iter().find(|(name, _)| *name == b"EXIF")?;
    Tiff::of_chunk(notes)?.turn()
}

/// The head of a `WebP` file says whether there is EXIF and XMP.
fn with_flags(name: &[u8], data: &[u8], is_turned: bool) -> Vec<u8> {
    let mut data = data.to_vec();
    if let (b"VP8X", Some(flags)) = (name, data.first_mut()) {
        *flags &= !0x0c;
        *flags |= if is_turned { 0x08 } else { 0 };
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: &[u8], chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
        let mut body = kind.to_vec();
        for (name, data) in chunks {
            body.extend(*name);
            body.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
            body.extend(*data);
            body.extend(std::iter::repeat_n(0, data.len() % 2));
        }
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        [b"RIFF".as_slice(), &length, &body].concat()
    }

    #[test]
    fn chunks_of_programmes_go() {
        let dirty = file(
            b"WEBP",
            &[
                (b"VP8X", b"\x2c123456789"),
                (b"ICCP", b"icc"),
                (b"VP8 ", b"px"),
                (b"EXIF", b"gps"),
                (b"XMP ", b"x"),
            ],
        );
        let pure =
            file(b"WEBP", &[(b"VP8X", b"\x20123456789"), (b"ICCP", b"icc"), (b"VP8 ", b"px")]);
        assert_eq!(clean(&dirty), Some(pure.clone()));
        assert_eq!(clean(&pure), Some(pure));
        let dirty = file(
            b"WAVE",
            &[(b"bext", b"who"), (b"fmt ", b"f"), (b"LIST", b"INFO"), (b"data", b"la")],
        );
        assert_eq!(clean(&dirty), Some(file(b"WAVE", &[(b"fmt ", b"f"), (b"data", b"la")])));
        assert_eq!(clean(&dirty[..dirty.len() - 1]), None);
        assert_eq!(clean(&file(b"WAVE", &[(b"fmt ", b"f")])), None);
    }

    #[test]
    fn sound_out_of_a_pipe_does_not_know_how_long_it_is() {
        let pure = file(b"WAVE", &[(b"fmt ", b"f."), (b"data", b"la la ")]);
        let tags = b"INFOIART\x0a\0\0\0Jan Jansen";
        let dirty = file(
            b"WAVE",
            &[(b"fmt ", b"f."), (b"LIST", tags), (b"data", b"la la "), (b"LIST", tags)],
        );
        let data = dirty.windows(4).position(|own| own == b"data").unwrap() + 4;
        for (whole, sound) in
            [([0xff; 4], [0xff; 4]), ([0; 4], [0; 4]), (*b"\0\xf0\xff\x7f", *b"\0\xf0\xff\x7f")]
        {
            let mut dirty = dirty.clone();
            dirty[4..8].copy_from_slice(&whole);
            dirty[data..data + 4].copy_from_slice(&sound);
            assert_eq!(clean(&dirty), Some(pure.clone()));
        }
        // Only the sound knows how long it is.
        let mut dirty = dirty.clone();
        dirty[4..8].fill(0);
        assert_eq!(clean(&dirty), Some(pure));
    }

    #[test]
    fn what_stands_behind_the_end_goes() {
        let pure = file(b"WEBP", &[(b"VP8 ", b"px")]);
        for behind in [b"Jan".as_slice(), b"Jan Jansen, Utrecht", &[0; 40]] {
            assert_eq!(clean(&[&pure, behind].concat()), Some(pure.clone()));
        }
    }

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so() {
        let notes = |tail: &[u8]| [b"Exif\0\0", tiff::turned(6).as_slice(), tail].concat();
        let head = b"\x0c123456789";
        let dirty = file(
            b"WEBP",
            &[(b"VP8X", head), (b"VP8 ", b"px"), (b"EXIF", &notes(b"gps")), (b"XMP ", b"x")],
        );
        let pure = file(
            b"WEBP",
            &[(b"VP8X", b"\x08123456789"), (b"VP8 ", b"px"), (b"EXIF", &tiff::turned(6))],
        );
        assert_eq!(clean(&dirty), Some(pure.clone()));
        assert_eq!(clean(&pure), Some(pure));
    }
}
