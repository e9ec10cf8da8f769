//! JPEG files: the pixels, how their colours are meant and which way is up.

use std::ops::Range;

use crate::media::bytes::from;
use crate::media::jpeg::{APP0, APP15, COMMENT, END, SCAN, Segment, segments};
use crate::media::tiff::{self, Tiff};

/// A copy without what the camera and other programmes wrote; `None` when it has no end.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut copy = bytes.get(..2)?.to_vec();
    for segment in segments(bytes) {
        if let Some(turn) = orientation(&segment) {
            copy.extend(turned(turn));
        }
        if is_kept(&segment) {
            copy.extend_from_slice(segment.whole);
        }
        if segment.mark == END {
            return Some(copy);
        }
    }
    None
}

/// Overwrites what the camera and other programmes wrote, where nothing may be moved; whether
/// the picture was read to its end. Which way is up is not said: where this is asked for, nobody
/// reads it.
pub(super) fn blank(bytes: &mut [u8]) -> bool {
    let mut gone: Vec<Range<usize>> = Vec::new();
    let mut is_read = false;
    for own in segments(bytes) {
        let end = own.start + own.data.len();
        if !is_kept(&own) {
            gone.push(own.start..end);
        }
        if own.mark == END {
            // What stands behind the end may be a whole second picture.
            let behind = from(bytes, end).trim_ascii_end().len();
            gone.push(end..end + behind);
        }
        // Some programmes write no end: then the pixels go on up to that of the file.
        let is_last = own.mark == SCAN && own.start - 4 + own.whole.len() == bytes.len();
        is_read = own.mark == END || is_last;
    }
    for range in gone {
        bytes.get_mut(range).into_iter().for_each(|own| own.fill(0));
    }
    is_read
}

fn is_kept(segment: &Segment<'_>) -> bool {
    match (segment.mark, segment.data) {
        (APP0, data) => data.starts_with(b"JFIF\0"),
        (0xe2, data) => data.starts_with(b"ICC_PROFILE\0"),
        (0xee, data) => data.starts_with(b"Adobe"),
        (APP0..=APP15 | COMMENT, _) => false,
        _ => true,
    }
}

/// Which way is up, where that is not as the pixels lie.
fn orientation(segment: &Segment<'_>) -> Option<u8> {
    let notes = segment.data.strip_prefix(b"Exif\0\0").filter(|_| segment.mark == 0xe1)?;
    Tiff::of(notes)?.turn()
}

/// A segment that says which way is up and nothing else.
fn turned(turn: u8) -> Vec<u8> {
    [b"\xff\xe1\0\x22Exif\0\0".as_slice(), &tiff::turned(turn)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(mark: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap();
        [&[0xff, mark][..], &length.to_be_bytes(), data].concat()
    }

    #[test]
    fn only_the_picture_stays() {
        let pixels =
            [segment(0xda, b"\x01\x01"), b"\x12\xff\x00\x34\xff\xd0\x56".to_vec()].concat();
        let (jfif, icc) = (segment(0xe0, b"JFIF\0x"), segment(0xe2, b"ICC_PROFILE\0x"));
        let frame = segment(0xc0, b"frame");
        let end = b"\xff\xd9".to_vec();
        let file = [
            b"\xff\xd8".to_vec(),
            jfif.clone(),
            segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
            segment(0xed, b"Photoshop 3.0\0"),
            icc.clone(),
            segment(0xe2, b"MPF\0"),
            segment(0xfe, b"remark"),
            frame.clone(),
            pixels.clone(),
            end.clone(),
            b"\xff\xd8second picture".to_vec(),
        ];
        let expected = [b"\xff\xd8".to_vec(), jfif, icc, frame, pixels, end].concat();
        assert_eq!(clean(&file.concat()), Some(expected.clone()));
        assert_eq!(clean(&expected), Some(expected.clone()));
        assert_eq!(clean(&expected[..expected.len() - 1]), None);
    }

    #[test]
    fn what_may_not_be_moved_is_overwritten() {
        let pixels = [segment(0xda, b"\x01\x01"), b"\x12\xff\x00\x34".to_vec()].concat();
        let start = [b"\xff\xd8".to_vec(), segment(0xe0, b"JFIF\0x")].concat();
        let file = |secret: &[u8], behind: &[u8]| {
            let secrets = [0xe1, 0xed, 0xfe].map(|mark| segment(mark, secret)).concat();
            [&start, &secrets, &pixels, &b"\xff\xd9".to_vec(), &behind.to_vec()]
                .map(Vec::as_slice)
                .concat()
        };
        let mut made = file(b"Jan", b"Jan\r\n");
        assert!(blank(&mut made));
        assert_eq!(made, file(b"\0\0\0", b"\0\0\0\r\n"));
        // Without an end the pixels are the last; what stands between is none of them.
        let mut open = [start.clone(), pixels.clone()].concat();
        assert!(blank(&mut open));
        for broken in [
            start.clone(),
            [&start, &pixels, &b"\xff\xe1\0\x09Jan".to_vec()].map(Vec::as_slice).concat(),
        ] {
            assert!(!blank(&mut broken.clone()));
        }
    }

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so() {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0Test".to_vec();
        exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
        let file = [&b"\xff\xd8"[..], &segment(0xe1, &exif), b"\xff\xd9"].concat();
        let expected = [&b"\xff\xd8"[..], &turned(6), b"\xff\xd9"].concat();
        assert_eq!(clean(&file), Some(expected.clone()));
        assert_eq!(clean(&expected), Some(expected.clone()));
    }
}
