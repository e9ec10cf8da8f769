//! The chunks of a PNG file: what they say, and a copy without what is nobody's business.

use super::bytes::{find, from, piece, u32_be};
use super::tiff::{Tiff, turned};

/// The first bytes of every PNG file.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks that say how the pixels look; all others are left out of a published copy.
const KEPT: [&[u8; 4]; 11] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
    b"cICP",
];

/// One chunk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk<'a> {
    /// Its four letters.
    pub(super) name: &'a [u8],
    /// Its data.
    pub(super) data: &'a [u8],
    /// All of it, with length and checksum.
    pub(super) whole: &'a [u8],
}

/// The chunks up to the first one that is not complete.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut at = SIGNATURE.len();
    std::iter::from_fn(move || {
        let length = usize::try_from(u32_be(bytes, at)?).ok()?;
        let whole = piece(bytes, at, length.checked_add(12)?)?;
        at += whole.len();
        Some(Chunk { name: piece(whole, 4, 4)?, data: piece(whole, 8, length)?, whole })
    })
}

/// What pixels are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pixels {
    /// They can be transparent.
    Clear,
    /// They have at most 256 colours.
    Palette,
    /// They have any colour.
    Full,
}

/// What the chunks of a PNG say without decoding a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PngFacts {
    /// Whether the file has its end.
    pub(super) is_complete: bool,
    /// Whether it holds more than one picture.
    pub(super) is_animated: bool,
    /// What its pixels are made of.
    pub(super) pixels: Pixels,
    /// How many bytes the pixels take.
    pub(super) data_bytes: usize,
}

/// Reads the chunks.
pub(super) fn facts(bytes: &[u8]) -> PngFacts {
    let mut facts = PngFacts {
        is_complete: false,
        is_animated: false,
        pixels: Pixels::Full,
        data_bytes: 0,
    };
    for chunk in chunks(bytes) {
        match chunk.name {
            b"IHDR" => {
                facts.pixels = match chunk.data.get(9) {
                    Some(3) => Pixels::Palette,
                    Some(4 | 6) => Pixels::Clear,
                    _ => Pixels::Full,
                };
            }
            b"tRNS" => facts.pixels = Pixels::Clear,
            b"acTL" => facts.is_animated = true,
            b"IDAT" => facts.data_bytes += chunk.data.len(),
            b"IEND" => facts.is_complete = true,
            _ => {}
        }
    }
    facts
}

/// A copy of a PNG file with the same pixels and colours and the same side up, without texts,
/// dates, camera data, animation and whatever stands behind its end; `None` when it is no complete PNG.
pub(super) fn strip_png(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(SIGNATURE) {
        return None;
    }
    let mut copy = SIGNATURE.to_vec();
    for own in chunks(bytes) {
        if own.name == b"eXIf" {
            let turn = Tiff::of_chunk(own.data).and_then(|notes| notes.turn());
            copy.extend(
                turn.and_then(|turn| chunk(*b"eXIf", &turned(turn))).unwrap_or_default(),
            );
        }
        if !KEPT.iter().any(|kept| kept.as_slice() == own.name) {
            continue;
        }
        copy.extend_from_slice(own.whole);
        if own.name == b"IEND" {
            return Some(copy);
        }
    }
    None
}

/// A copy as `strip_png` makes it, of a file that says nothing of how its colours are meant:
/// where they mean something else than sRGB, they have to be brought to it.
pub(super) fn without_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let speaks_of_colour =
        |own: Chunk<'_>| matches!(own.name, b"iCCP" | b"cICP" | b"gAMA" | b"cHRM");
    let copy = strip_png(bytes)?;
    let speaks = chunks(&copy).any(speaks_of_colour);
    (!speaks).then_some(copy)
}

/// A chunk of this name with these data.
pub(super) fn chunk(name: [u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(data.len()).ok()?.to_be_bytes();
    let sum = checksum(&[name.as_slice(), data].concat()).to_be_bytes();
    Some([&length, name.as_slice(), data, &sum].concat())
}

/// The sum by which a PNG and a package know that their bytes are whole.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// Whether a PNG says that it must be turned before it is shown.
pub(super) fn may_be_turned(bytes: &[u8]) -> bool {
    // Only a head that is looked at: a stray hit merely costs some bytes.
    find(from(bytes, SIGNATURE.len()), b"eXIf").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so() {
        let part = |name: &[u8; 4], data: &[u8]| chunk(*name, data).unwrap();
        let file = |notes: &[u8]| {
            [
                SIGNATURE,
                &part(b"IHDR", b"head"),
                notes,
                &part(b"IDAT", b"px"),
                &part(b"IEND", b""),
            ]
            .concat()
        };
        let notes = |turn: u8| part(b"eXIf", &[turned(turn).as_slice(), b"gps"].concat());
        let pure = file(&part(b"eXIf", &turned(6)));
        assert_eq!(strip_png(&file(&notes(6))), Some(pure.clone()));
        assert_eq!(strip_png(&pure), Some(pure));
        assert_eq!(strip_png(&file(&notes(1))), Some(file(b"")));
    }
}
