//! Pictures in at most 256 colours, as PNG files that number them. The only user of `png`.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};

use crate::diag::problem::Media;

/// Flat colours pack well at any level; higher ones take twice the time for a sixth less.
const LEVEL: u8 = 4;

/// The pixels of a picture as numbers of its colours.
#[derive(Debug)]
pub(super) struct Numbered {
    /// Red, green and blue of each colour, in the order in which they come in the picture.
    colours: Vec<u8>,
    pixels: Vec<u8>,
}

/// The pixels (three bytes each) with their colours numbered; `None` when there are too many.
pub(super) fn numbered(rgb: &[u8]) -> Option<Numbered> {
    let mut numbers: BTreeMap<&[u8], u8> = BTreeMap::new();
    let mut colours = Vec::new();
    let mut pixels = Vec::with_capacity(rgb.len() / 3);
    let mut last: (&[u8], u8) = (&[], 0);
    for pixel in rgb.chunks_exact(3) {
        if pixel != last.0 {
            let number = match numbers.get(pixel) {
                Some(number) => *number,
                None => {
                    let number = u8::try_from(numbers.len()).ok()?;
                    numbers.insert(pixel, number);
                    colours.extend_from_slice(pixel);
                    number
                }
            };
            last = (pixel, number);
        }
        pixels.push(last.1);
    }
    Some(Numbered { colours, pixels })
}

impl Numbered {
    /// As a PNG file of this many pixels.
    pub(super) fn png(&self, width: u32, height: u32) -> Result<Vec<u8>, Media> {
        let mut file = Vec::new();
        self.write(&mut file, (width, height))
            .map_err(|error| Media::Damaged { detail: error.to_string() })?;
        Ok(file)
    }

    fn write(
        &self,
        file: &mut Vec<u8>,
        (width, height): (u32, u32),
    ) -> Result<(), EncodingError> {
        let mut encoder = Encoder::new(file, width, height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(self.colours.as_slice());
        // Numbers of colours are no amounts: nothing is to be gained from their differences.
        encoder.set_filter(Filter::NoFilter);
        encoder.set_deflate_compression(DeflateCompression::Level(LEVEL));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(colours: u32) -> Vec<u8> {
        (0..4096_u32)
            .flat_map(|at| {
                let [_, _, high, low] = ((at / 7) % colours).to_be_bytes();
                [low, high, 7]
            })
            .collect()
    }

    #[test]
    fn every_pixel_comes_back() {
        for colours in [1, 2, 256] {
            let pixels = rgb(colours);
            let file = numbered(&pixels).unwrap().png(64, 64).unwrap();
            let read = image::load_from_memory(&file).unwrap().into_rgb8();
            assert_eq!(read.dimensions(), (64, 64));
            assert_eq!(read.into_raw(), pixels);
        }
    }

    #[test]
    fn more_colours_than_numbers_are_left_alone() {
        assert!(numbered(&rgb(257)).is_none());
    }
}
