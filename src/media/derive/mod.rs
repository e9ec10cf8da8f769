//! Pictures in the widths that pages and mails need, without what the camera wrote.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Resampling;
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageReader,
};

use crate::diag::problem::Media;

use super::encoding::Encoding;
use super::png;
use super::probe::{check_size, limits};

/// High enough for faces on a dense screen, low enough for a phone.
const JPEG_QUALITY: u8 = 80;

/// The widths in which a picture is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    widths: Vec<u32>,
}

impl Plan {
    /// The widths in pixels, in any order.
    pub fn new(mut widths: Vec<u32>) -> Self {
        widths.retain(|width| *width > 0);
        widths.sort_unstable();
        widths.dedup();
        Self { widths }
    }

    /// For pages: 480, 960 and 1440.
    pub fn site() -> Self {
        Self::new(vec![480, 960, 1440])
    }

    /// For mails: 552 and twice that.
    pub fn mail() -> Self {
        Self::new(vec![552, 1104])
    }

    /// The width and height of every file that is made of a picture of this size, narrowest
    /// first. None is wider than the picture: where it is narrower than a wanted width, its
    /// own size takes the place of that and of all wider ones. Never empty.
    pub fn sizes(&self, width: u32, height: u32) -> Vec<(u32, u32)> {
        let mut sizes: Vec<(u32, u32)> = self
            .widths
            .iter()
            .filter(|wanted| **wanted < width)
            .map(|wanted| (*wanted, scaled(height, *wanted, width)))
            .collect();
        if sizes.len() < self.widths.len() || sizes.is_empty() {
            sizes.push((width, height));
        }
        sizes
    }
}

/// A height that keeps the proportions; at least one pixel.
fn scaled(height: u32, to: u32, width: u32) -> u32 {
    let width = u64::from(width.max(1));
    let scaled = (u64::from(height) * u64::from(to) + width / 2) / width;
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// A finished picture file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The media type.
    pub mime: &'static str,
    /// The ending for its name, without a dot.
    pub ext: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Decodes a picture once, turns it upright and makes the wanted widths of it, as JPEG or PNG
/// as `PictureFacts::encoding` foretells. The files carry pixels and a colour profile, nothing
/// else. A picture that cannot be decoded or is too large is an error.
pub fn derive(bytes: &[u8], plan: &Plan) -> Result<Vec<Derived>, Media> {
    let original = decode(bytes)?;
    let (width, height) = (original.pixels.width(), original.pixels.height());
    let encoding = Encoding::of(bytes, u64::from(width) * u64::from(height));
    let mut files = Vec::new();
    for (to_width, to_height) in plan.sizes(width, height) {
        let is_original = to_width == width;
        let made = if is_original {
            original.encode(&original.pixels, encoding)?
        } else {
            let smaller = resized(&original.pixels, to_width, to_height);
            original.encode(&smaller, encoding)?
        };
        let stripped = Some(bytes)
            .filter(|bytes| {
                is_original && encoding == Encoding::Png && !png::may_be_turned(bytes)
            })
            .and_then(png::strip_png)
            .filter(|stripped| stripped.len() < made.len());
        files.push(Derived {
            width: to_width,
            height: to_height,
            mime: encoding.mime(),
            ext: encoding.extension(),
            bytes: stripped.unwrap_or(made),
        });
    }
    Ok(files)
}

/// A picture in memory: upright, 8 bits a channel.
#[derive(Debug)]
struct Original {
    pixels: DynamicImage,
    /// How its colours are meant, where the file says so.
    profile: Option<Vec<u8>>,
}

fn decode(bytes: &[u8]) -> Result<Original, Media> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Media::Damaged { detail: error.to_string() })?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(problem)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(problem)?;
    pixels.apply_orientation(orientation);
    let pixels = eight_bits(pixels);
    Ok(Original { pixels, profile })
}

fn eight_bits(pixels: DynamicImage) -> DynamicImage {
    let colour = pixels.color();
    match (colour.has_color(), colour.has_alpha()) {
        (false, false) => pixels.into_luma8().into(),
        (false, true) => pixels.into_luma_alpha8().into(),
        (true, false) => pixels.into_rgb8().into(),
        (true, true) => pixels.into_rgba8().into(),
    }
}

fn resized(pixels: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return pixels.resize_exact(width, height, Resampling::Lanczos3);
    }
    // The colour of what is transparent must not bleed into what is beside it.
    let mut weighted = pixels.to_rgba8();
    for pixel in weighted.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let weigh = |value: u8| divided(u32::from(value) * u32::from(alpha), 255);
        pixel.0 = [weigh(red), weigh(green), weigh(blue), alpha];
    }
    let smaller =
        DynamicImage::from(weighted).resize_exact(width, height, Resampling::Lanczos3);
    let mut smaller = smaller.into_rgba8();
    for pixel in smaller.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let lift = |value: u8| divided(u32::from(value) * 255, u32::from(alpha).max(1));
        pixel.0 = [lift(red), lift(green), lift(blue), alpha];
    }
    smaller.into()
}

/// Rounded, at most 255.
fn divided(value: u32, by: u32) -> u8 {
    u8::try_from((value + by / 2) / by).unwrap_or(u8::MAX)
}

impl Original {
    fn encode(&self, pixels: &DynamicImage, encoding: Encoding) -> Result<Vec<u8>, Media> {
        let mut out = Vec::new();
        match encoding {
            Encoding::Jpeg => {
                self.write(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY), pixels)
            }
            Encoding::Png => {
                let (best, filter) = (CompressionType::Best, FilterType::Adaptive);
                self.write(PngEncoder::new_with_quality(&mut out, best, filter), pixels)
            }
        }
        .map_err(problem)?;
        Ok(out)
    }

    fn write(
        &self,
        mut encoder: impl ImageEncoder,
        pixels: &DynamicImage,
    ) -> Result<(), ImageError> {
        // The profile of a print file speaks of inks, which are gone after decoding.
        let space: &[u8] = if pixels.color().has_color() { b"RGB " } else { b"GRAY" };
        let fits = |profile: &&Vec<u8>| profile.get(16..20) == Some(space);
        if let Some(profile) = self.profile.as_ref().filter(fits) {
            // An encoder that cannot keep it leaves the colours as they are.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        let colour = ExtendedColorType::from(pixels.color());
        encoder.write_image(pixels.as_bytes(), pixels.width(), pixels.height(), colour)
    }
}

fn problem(error: ImageError) -> Media {
    match error {
        ImageError::Unsupported(error) => {
            Media::Unsupported { what: error.to_string(), instead: &["JPEG", "PNG"] }
        }
        error => Media::Damaged { detail: error.to_string() },
    }
}

#[cfg(test)]
mod tests;
