//! Pictures in the sizes that pages, mails and cards need, without what the camera wrote.

mod avif;
mod colour;
mod decode;
mod encode;
mod few;
mod pixels;
mod shape;
mod yuv;

use crate::diag::problem::Media;

use super::encoding::Encoding;
use super::notice::{Notice, with_notice};
use super::png;

pub use shape::{Focus, Shape, scaled_height};

use decode::{Original, decode};
use encode::Made;
use few::{Few, few};
use pixels::Pixels;

/// A file that is to be made of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// Its size, and what becomes of the edges.
    pub shape: Shape,
    /// Its format.
    pub encoding: Encoding,
}

/// Decodes a picture once and makes the wanted files of it, in their order: upright, its colours
/// brought to sRGB, with nothing in it but pixels and the notice. A picture that cannot be decoded
/// or is too large is an error.
///
/// It is decoded as small as everything allows that is ever made of it (`all`), so that a file is
/// the same whichever others are made with it.
pub fn derive(
    bytes: &[u8],
    wanted: &[Wanted],
    all: &[Wanted],
    notice: &Notice,
) -> Result<Vec<Vec<u8>>, Media> {
    let original = decode(bytes, all)?;
    // Files of one shape share their pixels.
    let mut made: Vec<Drawn> = Vec::new();
    let mut files = Vec::with_capacity(wanted.len());
    for own in wanted {
        let known = made.iter().position(|drawn| drawn.shape == own.shape);
        let at = match known {
            Some(at) => at,
            None => {
                made.push(Drawn::of(&original, own.shape, wanted)?);
                made.len() - 1
            }
        };
        let Some(drawn) = made.get(at) else { continue };
        let encoded = encode::encode(&drawn.pixels, own.encoding, drawn.made())?;
        let is_whole = own.encoding == Encoding::Png && drawn.is_kept;
        let stripped = Some(bytes).filter(|_| is_whole && !png::may_be_turned(bytes));
        // A file that was written well is not made larger.
        let stripped = stripped.and_then(png::without_profile);
        let smaller = stripped.filter(|stripped| stripped.len() < encoded.len());
        files.push(with_notice(smaller.unwrap_or(encoded), notice));
    }
    Ok(files)
}

/// A picture in one of the wanted shapes.
struct Drawn {
    shape: Shape,
    pixels: Pixels,
    /// Whether they are those of the original.
    is_kept: bool,
    /// The same in few colours, for files without loss.
    few: Option<Few>,
}

impl Drawn {
    fn of(original: &Original, shape: Shape, wanted: &[Wanted]) -> Result<Self, Media> {
        let pixels = pixels::shaped(original, shape)?;
        let is_kept = pixels.size() == original.size;
        let mut encodings =
            wanted.iter().filter(|own| own.shape == shape).map(|own| own.encoding);
        let is_lossless = encodings.any(Encoding::is_lossless);
        let few = if is_lossless && !is_kept { few(&pixels) } else { None };
        Ok(Self { shape, pixels, is_kept, few })
    }

    fn made(&self) -> Made<'_> {
        if self.is_kept { Made::Kept } else { Made::Scaled(self.few.as_ref()) }
    }
}

/// A picture of nothing, in a grey that says so.
pub fn blank((width, height): (u32, u32), encoding: Encoding) -> Result<Vec<u8>, Media> {
    let pixels = Pixels {
        width,
        height,
        is_clear: false,
        data: vec![0xe3; width as usize * height as usize * 3],
    };
    encode::encode(&pixels, encoding, Made::Kept)
}

#[cfg(test)]
mod tests;
