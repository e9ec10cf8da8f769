//! Pixels without transparency, and the files they can become.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::diag::problem::Media;

use super::palette;

/// A picture in memory: red, green and blue, 8 bits each, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl std::fmt::Debug for Raster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { width, height, .. } = self;
        f.debug_struct("Raster")
            .field("width", width)
            .field("height", height)
            .finish_non_exhaustive()
    }
}

impl Raster {
    /// `rgb` has three bytes for every pixel.
    pub(super) fn new(width: u32, height: u32, rgb: Vec<u8>) -> Self {
        Self { width, height, rgb }
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Three bytes for every pixel, row by row.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// As a PNG file. Drawings in few colours keep only the number of each pixel's colour: that
    /// is smaller, and many times faster to pack.
    pub fn png(&self) -> Result<Vec<u8>, Media> {
        if let Some(numbered) = palette::numbered(&self.rgb, self.width) {
            return numbered.png(self.width, self.height);
        }
        let mut file = Vec::new();
        let (best, filter) = (CompressionType::Best, FilterType::Adaptive);
        self.write(PngEncoder::new_with_quality(&mut file, best, filter))?;
        Ok(file)
    }

    /// As a JPEG file of this quality, 1 to 100.
    pub fn jpeg(&self, quality: u8) -> Result<Vec<u8>, Media> {
        let mut file = Vec::new();
        self.write(JpegEncoder::new_with_quality(&mut file, quality))?;
        Ok(file)
    }

    fn write(&self, encoder: impl ImageEncoder) -> Result<(), Media> {
        encoder
            .write_image(&self.rgb, self.width, self.height, ExtendedColorType::Rgb8)
            .map_err(|error| Media::Damaged { detail: error.to_string() })
    }
}
