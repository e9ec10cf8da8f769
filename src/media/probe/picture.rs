//! Pictures of pixels: their size as seen, and whether they are whole.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::diag::problem::Media;

use super::super::bytes::{find_last, from, piece};
use super::super::clean::after_blocks;
use super::super::encoding::{Encoding, WebpFacts, is_flat};
use super::super::{avif, jpeg, png};
use super::format::Format;
use super::{Facts, Found};

/// The longest side in pixels.
const MAX_SIDE: u32 = 12_000;
/// The most pixels.
const MAX_PIXELS: u64 = 100_000_000;
/// The most memory for decoding, in bytes: the most pixels, with room to turn them.
const MAX_MEMORY: u64 = 1 << 30;

/// What a page has to know of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFacts {
    /// Its media type.
    pub mime: &'static str,
    /// Width in pixels as seen, after turning it as the camera says.
    pub width: u32,
    /// Height in pixels as seen.
    pub height: u32,
    /// The format of the files that are made of it.
    pub encoding: Encoding,
    /// Whether the file itself weighs less than pictures that are a part as wide.
    pub is_flat: bool,
}

/// Refuses a picture that would take too much memory, before it is decoded.
pub(in crate::media) fn check_size(width: u32, height: u32) -> Result<(), Media> {
    let pixels = u64::from(width) * u64::from(height);
    if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
        return Err(Media::TooManyPixels { width, height, side: MAX_SIDE });
    }
    Ok(())
}

/// Width and height as stored; `None` when it is no picture or one that is too large.
pub(in crate::media) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits());
    let (width, height) = reader.into_dimensions().ok()?;
    check_size(width, height).is_ok().then_some((width, height))
}

/// What a decoder may use.
pub(in crate::media) fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    limits
}

pub(super) fn probe(format: Format, bytes: &[u8]) -> Found {
    let (kind, mime) = match format {
        Format::Png => (ImageFormat::Png, "image/png"),
        Format::Gif => (ImageFormat::Gif, "image/gif"),
        Format::Webp => (ImageFormat::WebP, "image/webp"),
        _ => (ImageFormat::Jpeg, "image/jpeg"),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    reader.limits(limits());
    let is_complete = is_complete(format, bytes);
    let mut decoder = reader.into_decoder().map_err(|error| {
        if is_complete {
            Media::Damaged { detail: error.to_string() }
        } else {
            Media::Truncated
        }
    })?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if !is_complete {
        return Err(Media::Truncated);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) =
        if is_sideways(orientation) { (height, width) } else { (width, height) };
    let pixels = u64::from(width) * u64::from(height);
    let (encoding, is_flat) = (Encoding::of(bytes, pixels), is_flat(bytes, pixels));
    let remarks = [
        (is_animated(format, bytes), Media::Animated),
        (jpeg::components(bytes) == Some(4), Media::PrintColours),
        (is_deep(decoder.original_color_type()), Media::SixteenBit),
    ];
    let problems =
        remarks.into_iter().filter_map(|(applies, own)| applies.then_some(own)).collect();
    Ok((Facts::Picture(PictureFacts { mime, width, height, encoding, is_flat }), problems))
}

/// A picture in a format that says all that a page needs before its pixels.
pub(super) fn probe_avif(bytes: &[u8]) -> Found {
    let own = avif::read(bytes)?;
    let (width, height) = own.size;
    check_size(width, height)?;
    if width == 0 || height == 0 {
        return Err(Media::Damaged { detail: "0 pixels".to_owned() });
    }
    let (width, height) = if is_sideways(own.turn) { (height, width) } else { (width, height) };
    let encoding = Encoding::of_avif(&own);
    let problems = if own.is_animated { vec![Media::Animated] } else { Vec::new() };
    let facts = PictureFacts { mime: "image/avif", width, height, encoding, is_flat: false };
    Ok((Facts::Picture(facts), problems))
}

/// Whether width and height change places.
pub(in crate::media) fn is_sideways(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn is_complete(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Png => png::facts(bytes).is_complete,
        Format::Gif => gif_frames(bytes).is_some(),
        Format::Webp => WebpFacts::of(bytes).is_complete,
        _ => jpeg_has_end(bytes),
    }
}

fn is_animated(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Png => png::facts(bytes).is_animated,
        Format::Gif => gif_frames(bytes).is_some_and(|frames| frames > 1),
        Format::Webp => WebpFacts::of(bytes).is_animated,
        _ => false,
    }
}

/// Whether the end mark stands behind the start of the pixels. Thumbnails in the head have
/// end marks of their own.
fn jpeg_has_end(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        match piece(bytes, at, 4) {
            Some([0xff, 0xda, ..]) => return find_last(from(bytes, at), b"\xff\xd9").is_some(),
            Some([0xff, 0xff, ..]) => at += 1,
            Some([0xff, _, high, low]) => {
                at += 2 + usize::from(u16::from_be_bytes([*high, *low])).max(2);
            }
            _ => return false,
        }
    }
}

/// Whether a channel has more steps than a screen shows.
fn is_deep(colour: ExtendedColorType) -> bool {
    use ExtendedColorType::{L16, La16, Rgb16, Rgb32F, Rgba16, Rgba32F};
    matches!(colour, L16 | La16 | Rgb16 | Rgba16 | Rgb32F | Rgba32F)
}

/// The number of pictures in a GIF; `None` when its end is missing.
fn gif_frames(bytes: &[u8]) -> Option<usize> {
    let table = |packed: u8| if packed & 0x80 != 0 { 3 << ((packed & 7) + 1) } else { 0 };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        at = match bytes.get(at)? {
            0x3b => return Some(frames),
            0x21 => after_blocks(bytes, at + 2)?,
            0x2c => {
                frames += 1;
                after_blocks(bytes, at + 11 + table(*bytes.get(at + 9)?))?
            }
            _ => return None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_refused_by_its_head() {
        let side = 40_000_u32.to_be_bytes();
        let head = [side.as_slice(), &side, &[8, 2, 0, 0, 0]].concat();
        let head = png::chunk(*b"IHDR", &head).unwrap();
        let bytes = [png::SIGNATURE, &head, b"\0\0\0\0IDAT\x35\xaf\x06\x1e"].concat();
        assert_eq!(
            probe(Format::Png, &bytes),
            Err(Media::TooManyPixels { width: 40_000, height: 40_000, side: MAX_SIDE })
        );
    }

    #[test]
    fn a_side_of_12_000_is_allowed_and_100_megapixels_together() {
        assert_eq!(check_size(12_000, 8_000), Ok(()));
        assert!(check_size(12_001, 1).is_err());
        assert!(check_size(11_000, 11_000).is_err());
    }
}
