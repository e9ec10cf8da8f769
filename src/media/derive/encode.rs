//! Pixels as files.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};

use crate::diag::problem::Media;
use crate::media::encoding::Encoding;

use super::few::Few;
use super::pixels::Pixels;

/// High enough for faces on a dense screen, low enough for a phone.
const JPEG_QUALITY: u8 = 80;
/// Coarse, then fine: more steps take more bytes.
const JPEG_STEPS: u8 = 2;
/// Looks like the JPEG and takes less room.
const WEBP_QUALITY: f32 = 76.0;
/// Looks like the others.
#[cfg(feature = "avif")]
const AVIF_QUALITY: f32 = 65.0;
/// The fastest: a step slower takes many times as long and gains a tenth.
#[cfg(feature = "avif")]
const AVIF_SPEED: u8 = 10;

/// Four steps of 256 at most, and only where colours meet. A drawing that was scaled has edges
/// in thousands of colours that nobody drew: kept to the letter they make it heavier than the
/// original.
const WEBP_NEARNESS: i32 = 40;

/// Where pixels come from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Made<'a> {
    /// As they were in the original.
    Kept,
    /// By scaling: none of them is anybody's own. The same in few colours, where it looks alike.
    Scaled(Option<&'a Few>),
}

pub(super) fn encode(
    pixels: &Pixels,
    encoding: Encoding,
    made: Made<'_>,
) -> Result<Vec<u8>, Media> {
    match (encoding, made) {
        (Encoding::Jpeg, _) => jpeg(&on_white(pixels)),
        (Encoding::Png, Made::Scaled(Some(few))) => {
            few.numbered.png(pixels.width, pixels.height)
        }
        (Encoding::Png, _) => png(pixels),
        (Encoding::Webp, _) => webp(pixels, Loss::Some),
        (Encoding::WebpLossless, Made::Scaled(few)) => {
            let near = webp(pixels, Loss::Unseen)?;
            let Some(few) = few else { return Ok(near) };
            let few = webp(&few.pixels, Loss::None)?;
            Ok(if few.len() < near.len() { few } else { near })
        }
        (Encoding::WebpLossless, Made::Kept) => webp(pixels, Loss::None),
        (Encoding::Avif, _) => avif(&on_white(pixels)),
    }
}

fn damaged(detail: &impl std::fmt::Display) -> Media {
    Media::Damaged { detail: detail.to_string() }
}

/// A progressive file of two steps. Of all that the encoder can write, this is the smallest that
/// every decoder reads: a baseline file with tables of its own has a scan for each colour, which
/// `zune-jpeg` takes for something else.
fn jpeg(pixels: &Pixels) -> Result<Vec<u8>, Media> {
    let side = |length: u32| u16::try_from(length).map_err(|error| damaged(&error));
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, JPEG_QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_progressive_scans(JPEG_STEPS);
    encoder
        .encode(&pixels.data, side(pixels.width)?, side(pixels.height)?, ColorType::Rgb)
        .map_err(|error| damaged(&error))?;
    Ok(file)
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, Media> {
    let mut file = Vec::new();
    let (best, filter) = (CompressionType::Best, FilterType::Adaptive);
    let encoder = PngEncoder::new_with_quality(&mut file, best, filter);
    let is_grey = !pixels.is_clear
        && pixels
            .data
            .chunks_exact(3)
            .all(|own| own.first() == own.get(1) && own.get(1) == own.get(2));
    let grey: Vec<u8>;
    let (data, colour) = if is_grey {
        grey = pixels.data.chunks_exact(3).filter_map(|own| own.first().copied()).collect();
        (&grey, ExtendedColorType::L8)
    } else if pixels.is_clear {
        (&pixels.data, ExtendedColorType::Rgba8)
    } else {
        (&pixels.data, ExtendedColorType::Rgb8)
    };
    encoder
        .write_image(data, pixels.width, pixels.height, colour)
        .map_err(|error| damaged(&error))?;
    Ok(file)
}

/// Made by one thread: the others are at work on other pictures, and so its bytes are the same
/// on every machine.
#[cfg(feature = "avif")]
fn avif(pixels: &Pixels) -> Result<Vec<u8>, Media> {
    use ravif::RGB8;

    let colours = pixels.data.as_chunks::<3>().0.iter();
    let colours: Vec<RGB8> = colours.map(|[r, g, b]| RGB8::new(*r, *g, *b)).collect();
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    if colours.len() != width.saturating_mul(height) {
        return Err(damaged(&"AVIF"));
    }
    let encoder = ravif::Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_speed(AVIF_SPEED)
        .with_num_threads(Some(1));
    let file = encoder.encode_rgb(ravif::Img::new(&colours[..], width, height));
    file.map(|own| own.avif_file).map_err(|error| damaged(&error))
}

/// A program that was built without the encoder does not ask for it.
#[cfg(not(feature = "avif"))]
fn avif(_: &Pixels) -> Result<Vec<u8>, Media> {
    Err(Media::Unsupported { what: "AVIF".to_owned(), instead: &["JPEG", "PNG"] })
}

/// How far a file may differ from its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loss {
    Some,
    Unseen,
    None,
}

fn webp(pixels: &Pixels, loss: Loss) -> Result<Vec<u8>, Media> {
    let refused = || damaged(&"WebP");
    let mut config = webp::WebPConfig::new().map_err(|()| refused())?;
    config.lossless = i32::from(loss != Loss::Some);
    if loss == Loss::Unseen {
        config.near_lossless = WEBP_NEARNESS;
    }
    config.quality = WEBP_QUALITY;
    config.method = 4;
    let encoder = if pixels.is_clear {
        webp::Encoder::from_rgba(&pixels.data, pixels.width, pixels.height)
    } else {
        webp::Encoder::from_rgb(&pixels.data, pixels.width, pixels.height)
    };
    let file = encoder.encode_advanced(&config).map_err(|_| refused())?;
    Ok(file.to_vec())
}

/// JPEG knows no clear pixels: what is behind them is white.
fn on_white(pixels: &Pixels) -> Pixels {
    if !pixels.is_clear {
        return pixels.clone();
    }
    let mixed = pixels.data.chunks_exact(4).flat_map(|pixel| {
        let alpha = u32::from(pixel.get(3).copied().unwrap_or(255));
        let mix = move |value: &u8| {
            let sum = u32::from(*value) * alpha + 255 * (255 - alpha);
            u8::try_from((sum + 127) / 255).unwrap_or(255)
        };
        pixel.get(..3).unwrap_or_default().iter().map(mix).collect::<Vec<u8>>()
    });
    Pixels { data: mixed.collect(), is_clear: false, ..*pixels }
}
