//! Pixels in memory, and smaller ones made of them.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::diag::problem::Media;

use super::decode::Original;
use super::shape::Shape;

/// A picture in memory: upright, sRGB, 8 bits a channel, row by row.
#[derive(Debug, Clone)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Whether there is a fourth channel that says how clear a pixel is.
    pub(super) is_clear: bool,
    pub(super) data: Vec<u8>,
}

impl Pixels {
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

/// The pixels of a shape. A picture that has the size already is left as it is.
pub(super) fn shaped(original: &Original, shape: Shape) -> Result<Pixels, Media> {
    let (width, height) = shape.size(original.size);
    let original = &original.pixels;
    let of = (original.width, original.height);
    if (width, height) == of {
        return Ok(original.clone());
    }
    let problem = |detail: String| Media::Damaged { detail };
    let kind = if original.is_clear { PixelType::U8x4 } else { PixelType::U8x3 };
    let from = ImageRef::new(original.width, original.height, &original.data, kind)
        .map_err(|error| problem(error.to_string()))?;
    let mut to = Image::new(width, height, kind);
    let (left, top, part_width, part_height) = shape.part(of);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .crop(left, top, part_width, part_height);
    // The colour of what is clear does not bleed into what is beside it: the resizer weighs it.
    Resizer::new()
        .resize(&from, &mut to, &options)
        .map_err(|error| problem(error.to_string()))?;
    Ok(Pixels { width, height, is_clear: original.is_clear, data: to.into_vec() })
}
