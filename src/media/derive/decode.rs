//! A picture file as pixels: upright, in sRGB, and of a JPEG no more pixels than are needed.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageReader, RgbImage};
use jpeg_decoder::PixelFormat;

use crate::diag::problem::Media;
use crate::media::probe::{check_size, is_sideways, limits};
use crate::media::{avif, jpeg};

use super::Wanted;
use super::colour::to_srgb;
use super::pixels::Pixels;

/// A picture in memory.
#[derive(Debug)]
pub(super) struct Original {
    /// Its pixels; fewer than the file has where fewer are needed.
    pub(super) pixels: Pixels,
    /// Width and height of the file as seen.
    pub(super) size: (u32, u32),
}

/// Decodes a picture, of a JPEG as small as the wanted files allow.
pub(super) fn decode(bytes: &[u8], wanted: &[Wanted]) -> Result<Original, Media> {
    if avif::is_avif(bytes) {
        return decode_avif(bytes);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Media::Damaged { detail: error.to_string() })?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(problem)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let upright = if is_sideways(orientation) { (height, width) } else { (width, height) };
    let spare = wanted.iter().map(|own| own.shape.spare(upright)).fold(8.0, f64::min);
    let mut pixels = match jpeg_pixels(bytes, (width, height), spare) {
        Some(pixels) => pixels,
        None => DynamicImage::from_decoder(decoder).map_err(problem)?,
    };
    pixels.apply_orientation(orientation);
    let pixels = to_srgb(eight_bits(pixels), profile.as_deref());
    Ok(Original { pixels, size: upright })
}

fn decode_avif(bytes: &[u8]) -> Result<Original, Media> {
    let own = avif::read(bytes)?;
    check_size(own.size.0, own.size.1)?;
    let mut pixels = super::avif::pixels(&own)?;
    pixels.apply_orientation(own.turn);
    let size = (pixels.width(), pixels.height());
    let profile = super::avif::profile(&own);
    Ok(Original { pixels: to_srgb(eight_bits(pixels), profile.as_deref()), size })
}

/// A JPEG, decoded at a half, a quarter or an eighth of its size where that is enough; `None`
/// for other files, for those in inks, and for those that only the other decoder may bear.
fn jpeg_pixels(bytes: &[u8], (width, height): (u32, u32), spare: f64) -> Option<DynamicImage> {
    if !matches!(jpeg::components(bytes)?, 1 | 3) {
        return None;
    }
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    let part = match spare {
        8.0.. => 8,
        4.0.. => 4,
        2.0.. => 2,
        _ => 1,
    };
    let side = |length: u32| u16::try_from(length.div_ceil(part)).ok();
    let (width, height) = decoder.scale(side(width)?, side(height)?).ok()?;
    let data = decoder.decode().ok()?;
    let (width, height) = (u32::from(width), u32::from(height));
    match decoder.info()?.pixel_format {
        PixelFormat::RGB24 => RgbImage::from_raw(width, height, data).map(Into::into),
        PixelFormat::L8 => GrayImage::from_raw(width, height, data).map(Into::into),
        PixelFormat::L16 | PixelFormat::CMYK32 => None,
    }
}

fn eight_bits(pixels: DynamicImage) -> Pixels {
    let (width, height) = (pixels.width(), pixels.height());
    if !pixels.color().has_alpha() {
        return Pixels { width, height, is_clear: false, data: pixels.into_rgb8().into_raw() };
    }
    let data = pixels.into_rgba8().into_raw();
    if data.chunks_exact(4).any(|pixel| pixel.get(3) != Some(&255)) {
        return Pixels { width, height, is_clear: true, data };
    }
    let colours = data.chunks_exact(4).flat_map(|pixel| pixel.get(..3).unwrap_or_default());
    Pixels { width, height, is_clear: false, data: colours.copied().collect() }
}

fn problem(error: ImageError) -> Media {
    match error {
        ImageError::Unsupported(error) => {
            Media::Unsupported { what: error.to_string(), instead: &["JPEG", "PNG"] }
        }
        error => Media::Damaged { detail: error.to_string() },
    }
}
