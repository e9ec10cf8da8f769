//! Pixels without transparency, and the files they can become.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::diag::problem::Media;

use super::palette;

/// A picture in memory, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    width: u32,
    height: u32,
    /// Red, green, blue, and a byte that says that nothing shines through.
    rgba: Vec<u8>,
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
    /// `rgba` has four bytes for every pixel, the last of which is 255.
    pub(super) fn new(width: u32, height: u32, rgba: Vec<u8>) -> Self {
        Self { width, height, rgba }
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Red, green and blue of every pixel and a byte of 255, row by row.
    pub fn pixels(&self) -> &[[u8; 4]] {
        self.rgba.as_chunks().0
    }

    /// As a PNG file. Drawings in few colours keep only the number of each pixel's colour: that
    /// is smaller, and many times faster to pack.
    pub fn png(&self) -> Result<Vec<u8>, Media> {
        if let Some(numbered) = palette::numbered(self.pixels(), self.width) {
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
        let colours = |[red, green, blue, _]: &[u8; 4]| [*red, *green, *blue];
        let rgb: Vec<u8> = self.pixels().iter().flat_map(colours).collect();
        encoder
            .write_image(&rgb, self.width, self.height, ExtendedColorType::Rgb8)
            .map_err(|error| Media::Damaged { detail: error.to_string() })
    }
}
