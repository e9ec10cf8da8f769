//! What an AVIF file says of its picture: how large it is, how it is turned, what its numbers
//! mean, and where the bytes of its pixels stand. Nothing is decoded.

mod meta;
mod numbers;

use std::ops::Range;

use image::metadata::Orientation;

use crate::diag::problem::Media;

use super::boxes::{Part, part, parts};
use super::bytes::{big_endian, u32_be};

use meta::Meta;

/// What is said of the picture that the file shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Avif {
    /// Width and height in pixels as stored.
    pub(super) size: (u32, u32),
    /// How it is to be turned.
    pub(super) turn: Orientation,
    /// What its colours mean, as a profile.
    pub(super) profile: Option<Vec<u8>>,
    /// What its colours mean, as numbers.
    pub(super) meaning: Option<Meaning>,
    /// Whether it moves.
    pub(super) is_animated: bool,
    /// The bytes of its colours.
    pub(super) colours: Vec<u8>,
    /// What says how clear its pixels are.
    pub(super) clearness: Option<Clearness>,
}

/// What says how clear pixels are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clearness {
    /// The bytes of a picture in grey: white is not clear at all.
    pub(super) bytes: Vec<u8>,
    /// Whether the colours are darker the clearer they are.
    pub(super) is_in_colours: bool,
}

/// What colours mean, in the numbers of the standard (CICP).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) primaries: u16,
    pub(super) transfer: u16,
    pub(super) matrix: u16,
    pub(super) is_full_range: bool,
}

/// Whether the first bytes are those of an AVIF file: its own brand, or one among others.
pub(super) fn is_avif(bytes: &[u8]) -> bool {
    brands(bytes).any(|own| own == b"avif" || own == b"avis")
}

/// Reads what a file says of its picture. One that browsers can show and that cannot be read
/// here (in tiles, cut out of a larger one, brighter than a screen), and one that is cut off or
/// damaged, is an error.
pub(super) fn read(bytes: &[u8]) -> Result<Avif, Media> {
    let meta = Meta::of(bytes).ok_or_else(|| cut_or_damaged(bytes))?;
    let primary = meta.primary().ok_or_else(damaged)?;
    let properties = meta.properties(primary);
    let property = |name: &[u8; 4]| properties.iter().find(|own| own.name == *name);
    match meta.kind(primary).as_ref() {
        Some(b"av01") if property(b"clap").is_some() => return Err(unsupported("clap")),
        Some(b"av01") => {}
        Some(b"grid") => return Err(unsupported("grid")),
        _ => return Err(damaged()),
    }
    let size = property(b"ispe").and_then(|own| {
        Some((u32_be(bytes, own.content.start + 4)?, u32_be(bytes, own.content.start + 8)?))
    });
    let byte_of = |name| property(name).and_then(|own| bytes.get(own.content.start)).copied();
    let colours = |kind: &[u8]| {
        let is_it = |own: &&Part| own.name == *b"colr" && bytes.get(own.head(4)) == Some(kind);
        properties.iter().find(is_it).map(|own| own.content.start + 4..own.content.end)
    };
    let meaning = colours(b"nclx").and_then(|own| meaning(bytes, own.start));
    if meaning.is_some_and(|own| matches!(own.transfer, 16 | 18)) {
        return Err(unsupported("HDR"));
    }
    let profile = colours(b"prof").or_else(|| colours(b"rICC"));
    let clear = meta.clearness_of(primary);
    let clearness = |item: u64| {
        let is_in_colours = meta.refers(*b"prem", primary, item);
        Ok(Clearness { bytes: meta.data(item)?, is_in_colours })
    };
    Ok(Avif {
        size: size.ok_or_else(damaged)?,
        turn: turn(byte_of(b"irot").map(|own| own & 3), byte_of(b"imir").map(|own| own & 1)),
        profile: profile.and_then(|own| bytes.get(own)).map(<[u8]>::to_vec),
        meaning,
        is_animated: brands(bytes).any(|own| own == b"avis"),
        colours: meta.data(primary)?,
        clearness: clear.map(clearness).transpose()?,
    })
}

/// What a camera or programme wrote of the picture, as cameras write it into a JPEG.
pub(super) fn notes(bytes: &[u8]) -> Option<&[u8]> {
    let meta = Meta::of(bytes)?;
    let item = meta.items().into_iter().find(|(_, kind)| kind == b"Exif")?;
    // Behind a number that says where they begin.
    let notes = bytes.get(meta.places(item.0)?.first()?.clone())?;
    let skipped = usize::try_from(u32_be(notes, 0)?).ok()?;
    notes.get(skipped.checked_add(4)?..)
}

/// Where that stands of a file which is neither the picture nor how clear it is: notes of
/// cameras and programmes, smaller pictures of it, and what may belong to them.
pub(super) fn beside_the_picture(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    let meta = Meta::of(bytes)?;
    let primary = meta.primary()?;
    let kept = [Some(primary), meta.clearness_of(primary)];
    let items = meta.items().into_iter().filter(|(item, _)| !kept.contains(&Some(*item)));
    let needed: Vec<Range<usize>> =
        kept.iter().flatten().filter_map(|item| meta.places(*item)).flatten().collect();
    let is_needed =
        |own: &Range<usize>| needed.iter().any(|of| own.start < of.end && of.start < own.end);
    let others = items.filter_map(|(item, _)| meta.places(item)).flatten();
    Some(others.filter(|own| !is_needed(own)).collect())
}

fn brands(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let first = part(bytes, 0, bytes.len()).filter(|own| own.name == *b"ftyp");
    let words = first.and_then(|own| bytes.get(own.content)).unwrap_or_default();
    // Between the first and the others stands a number.
    words.chunks_exact(4).enumerate().filter(|(at, _)| *at != 1).map(|(_, own)| own)
}

fn damaged() -> Media {
    Media::Damaged { detail: "AVIF".to_owned() }
}

fn unsupported(kind: &str) -> Media {
    Media::Unsupported { what: format!("AVIF ({kind})"), instead: &["JPEG", "PNG"] }
}

/// Of a file without the box that all depends on.
fn cut_or_damaged(bytes: &[u8]) -> Media {
    // A box that goes on behind the end of the file is none.
    let (mut end, mut has_pixels) = (0, false);
    for own in parts(bytes, 0..bytes.len()) {
        end = own.content.end;
        has_pixels |= own.name == *b"mdat";
    }
    if end < bytes.len() || !has_pixels { Media::Truncated } else { damaged() }
}

fn meaning(bytes: &[u8], at: usize) -> Option<Meaning> {
    let number =
        |at: usize| big_endian(bytes, at, 2).and_then(|number| u16::try_from(number).ok());
    Some(Meaning {
        primaries: number(at)?,
        transfer: number(at + 2)?,
        matrix: number(at + 4)?,
        is_full_range: bytes.get(at + 6)? & 0x80 != 0,
    })
}

/// First turned against the clock, then mirrored: top with bottom (0) or left with right (1).
fn turn(quarters: Option<u8>, mirror: Option<u8>) -> Orientation {
    use Orientation::{
        FlipHorizontal, FlipVertical, NoTransforms, Rotate90, Rotate90FlipH, Rotate180,
        Rotate270, Rotate270FlipH,
    };
    match (quarters.unwrap_or(0), mirror) {
        (0, None) => NoTransforms,
        (1, None) => Rotate270,
        (2, None) => Rotate180,
        (_, None) => Rotate90,
        (0, Some(0)) | (2, Some(1)) => FlipVertical,
        (0 | 2, Some(_)) => FlipHorizontal,
        (1, Some(0)) | (3, Some(1)) => Rotate90FlipH,
        (_, Some(_)) => Rotate270FlipH,
    }
}

#[cfg(test)]
mod tests;
