//! Photographs in a PDF stand there as the camera made them. Everything keeps its place: what
//! goes is overwritten.

use std::ops::Range;

use crate::media::boxes::parts;
use crate::media::bytes::{find, from};
use crate::media::clean::jpeg;
use crate::media::pdf::{self, Head, places};

use super::ascii85;

/// The most photographs with another encoding around them that are looked at.
const MAX_PHOTOS: usize = 20_000;
/// The most bytes that are unpacked of one file.
const MAX_BYTES: usize = 256 << 20;
/// How the two kinds of photographs begin.
const JPEG: &[u8] = b"\xff\xd8\xff";
const JPEG_2000: &[u8] = b"\0\0\0\x0cjP  \r\n\x87\n";
/// The boxes of a JPEG 2000 that say how its pixels are meant.
const BOXES: [&[u8; 4]; 7] = [b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jpch", b"jplh", b"jp2c"];

/// Overwrites what cameras wrote into the photographs of a file; whether all could be read.
pub(super) fn blank(copy: &mut [u8], bytes: &[u8]) -> bool {
    let are_read = plain(copy, bytes);
    packed(copy, bytes) && are_read
}

/// Photographs that stand there as they are, whatever the words around them say.
fn plain(copy: &mut [u8], bytes: &[u8]) -> bool {
    let mut is_whole = true;
    let mut at = 0;
    while let Some(offset) = find(from(bytes, at), b"stream") {
        at += offset + b"stream".len();
        let line_end = from(bytes, at).iter().take(2).take_while(|own| b"\r\n".contains(own));
        let start = at + line_end.count();
        let data = from(bytes, start);
        if !data.starts_with(JPEG) && !data.starts_with(JPEG_2000) {
            continue;
        }
        let Some(length) = find(data, b"endstream") else { return false };
        at = start + length;
        is_whole &= copy.get_mut(start..at).is_some_and(photo);
    }
    is_whole
}

/// One photograph; whether it was read to its end.
fn photo(bytes: &mut [u8]) -> bool {
    if bytes.starts_with(JPEG) {
        return jpeg::blank(bytes);
    }
    let mut end = 0;
    let mut gone: Vec<Range<usize>> = Vec::new();
    for own in parts(bytes, 0..bytes.len()) {
        end = own.content.end;
        if !BOXES.contains(&&own.name) {
            gone.push(own.content);
        }
    }
    let behind = from(bytes, end).trim_ascii_end().len();
    gone.push(end..end + behind);
    for range in gone {
        bytes.get_mut(range).into_iter().for_each(|own| own.fill(0));
    }
    bytes.starts_with(JPEG_2000)
}

/// An encoding around a photograph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coat {
    Flate,
    Letters,
}

/// Photographs with another encoding around them.
fn packed(copy: &mut [u8], bytes: &[u8]) -> bool {
    let mut room = MAX_BYTES;
    let mut is_whole = places(bytes, b"/DCTDecode").nth(MAX_PHOTOS).is_none();
    let mut read = 0;
    for at in places(bytes, b"/DCTDecode").take(MAX_PHOTOS) {
        let head = Head::of(bytes, at).filter(|own| at >= read && own.is_stream());
        let Some(head) = head else { continue };
        let Some(place) = head.data(bytes, bytes.len()) else {
            is_whole = false;
            continue;
        };
        read = place.end;
        let data = bytes.get(place.clone()).unwrap_or_default();
        if data.is_empty() || data.starts_with(JPEG) {
            continue;
        }
        let made = coats(head.text).and_then(|coats| cleaned(data, &coats, &mut room));
        match (made, copy.get_mut(place)) {
            (Some(made), Some(own)) => own.copy_from_slice(&made),
            _ => is_whole = false,
        }
    }
    is_whole
}

/// The encodings around a photograph, the outer one first; `None` when there is one that is not
/// known.
fn coats(head: &[u8]) -> Option<Vec<Coat>> {
    let filters = from(head, find(head, b"/Filter")? + b"/Filter".len());
    let before = filters.get(..find(filters, b"/DCTDecode")?)?;
    let names = before.split(|byte| *byte == b'/').skip(1).map(<[u8]>::trim_ascii);
    let coat = |name: &[u8]| match name {
        b"FlateDecode" => Some(Coat::Flate),
        b"ASCII85Decode" => Some(Coat::Letters),
        _ => None,
    };
    names.map(coat).collect()
}

/// A photograph without what the camera wrote, as long as it was; `None` when it cannot be read
/// or does not fit.
fn cleaned(data: &[u8], coats: &[Coat], room: &mut usize) -> Option<Vec<u8>> {
    let mut bytes = data.to_vec();
    for coat in coats {
        bytes = match coat {
            Coat::Flate => pdf::unpacked(&bytes, *room)?,
            Coat::Letters => ascii85::decoded(&bytes)?,
        };
        *room = room.saturating_sub(bytes.len());
    }
    let before = bytes.clone();
    let is_read = bytes.starts_with(JPEG) && photo(&mut bytes);
    if !is_read {
        return None;
    }
    // Packed again it could be longer: what says nothing stays as it is.
    if bytes == before {
        return Some(data.to_vec());
    }
    for coat in coats.iter().rev() {
        bytes = match coat {
            Coat::Flate => pdf::packed(&bytes),
            Coat::Letters => ascii85::encoded(&bytes),
        };
    }
    let rest = data.len().checked_sub(bytes.len())?;
    bytes.extend(std::iter::repeat_n(b'\n', rest));
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(mark: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap();
        [&[0xff, mark][..], &length.to_be_bytes(), data].concat()
    }

    /// A photograph in which a camera wrote this, and this stands behind it.
    fn photograph(secret: &[u8], behind: &[u8]) -> Vec<u8> {
        let pixels: Vec<u8> = (0..400_u32).map(|own| (own * own % 251) as u8).collect();
        let notes = [0xe1, 0xed, 0xfe].map(|mark| segment(mark, secret)).concat();
        let scan = segment(0xda, b"\x01");
        [b"\xff\xd8", notes.as_slice(), &scan, &pixels, b"\xff\xd9", behind].concat()
    }

    fn document(filters: &str, data: &[u8]) -> Vec<u8> {
        let length = data.len();
        let head = format!("%PDF-1.7\n4 0 obj<</Filter{filters}/Length {length}>>stream\n");
        [head.as_bytes(), data, b"\nendstream endobj\n%%EOF"].concat()
    }

    fn blanked(file: &[u8]) -> (bool, Vec<u8>) {
        let mut copy = file.to_vec();
        let is_whole = blank(&mut copy, file);
        assert_eq!(copy.len(), file.len());
        (is_whole, copy)
    }

    #[test]
    fn what_a_camera_wrote_into_a_photograph_goes_and_nothing_moves() {
        let photo = |secret: &[u8]| photograph(secret, secret);
        for filters in ["/DCTDecode", "[/DCTDecode]", "[ /DCT#44ecode ]", " 9 0 R"] {
            let made = blanked(&document(filters, &photo(b"52.37N")));
            assert_eq!(made, (true, document(filters, &photo(&[0; 6]))), "{filters}");
        }
        let broken = document("/DCTDecode", &photo(b"52.37N")[..20]);
        assert!(!blanked(&broken).0);
        let open = [b"stream\n".as_slice(), &photo(b"52.37N")].concat();
        assert!(!blanked(&open).0);
    }

    #[test]
    fn a_photograph_in_another_encoding_is_cleaned_in_it() {
        let secret = b"52.37N 4.89E, the camera of Jan Jansen".as_slice();
        let (photo, clear) = (photograph(secret, b""), photograph(&vec![0; secret.len()], b""));
        let flate = |bytes: &[u8]| pdf::packed(bytes);
        let read = |data: &[u8]| pdf::unpacked(data, 9000);
        let data = |file: &[u8]| {
            let start = find(file, b"stream\n").unwrap() + 7;
            file[start..start + find(&file[start..], b"\nendstream").unwrap()].to_vec()
        };
        let (whole, made) = blanked(&document("[/FlateDecode/DCTDecode]", &flate(&photo)));
        assert_eq!((whole, read(&data(&made))), (true, Some(clear.clone())));
        let letters = document("[ /ASCII85Decode /DCTDecode ]", &ascii85::encoded(&photo));
        let (whole, made) = blanked(&letters);
        assert_eq!((whole, ascii85::decoded(&data(&made))), (true, Some(clear.clone())));
        assert_eq!(blanked(&made), (true, made.clone()));
        let both = ascii85::encoded(&flate(&photo));
        let (whole, made) = blanked(&document("[/ASCII85Decode/FlateDecode/DCTDecode]", &both));
        let inner = ascii85::decoded(&data(&made)).unwrap();
        assert_eq!((whole, read(&inner)), (true, Some(clear)));
    }

    #[test]
    fn an_encoding_that_cannot_be_read_is_told() {
        let photo = photograph(b"52.37N", b"");
        for filters in ["[/LZWDecode/DCTDecode]", "[/FlateDecode/DCTDecode]", "/DCTDecode"] {
            let file = document(filters, &[b"x", photo.as_slice()].concat());
            assert!(!blanked(&file).0, "{filters}");
        }
        assert!(blanked(b"%PDF-1.7 4 0 obj(/DCTDecode)endobj").0);
        assert!(blanked(&document("/DCTDecode", b"")).0);
    }

    #[test]
    fn a_photograph_of_the_newer_kind_says_nothing_either() {
        let boxed = |name: &[u8], content: &[u8]| {
            let length = u32::try_from(content.len() + 8).unwrap();
            [length.to_be_bytes().as_slice(), name, content].concat()
        };
        let photo = |secret: &[u8]| {
            let own = [boxed(b"uuid", secret), boxed(b"jp2h", b"x"), boxed(b"xml ", secret)];
            [JPEG_2000, &own.concat(), &boxed(b"jp2c", b"pixels"), secret].concat()
        };
        let made = blanked(&document("/JPXDecode", &photo(b"52.37N")));
        assert_eq!(made, (true, document("/JPXDecode", &photo(&[0; 6]))));
    }
}
