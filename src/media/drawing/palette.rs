//! Pictures in at most 256 colours, as PNG files that number them. The only user of `png`.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};

use crate::diag::problem::Media;

/// Flat colours pack well at any level: the next two take longer and save nothing, and those
/// after that take three times as long for a sixth less.
const LEVEL: u8 = 2;

/// The pixels of a picture as numbers of its colours.
#[derive(Debug)]
pub(in crate::media) struct Numbered {
    /// Red, green and blue of each colour.
    colours: Vec<u8>,
    pixels: Vec<u8>,
}

/// The pixels (`width` to a row) with their colours numbered; `None` when there are too many.
/// Their transparency is left out.
pub(super) fn numbered(rgba: &[[u8; 4]], width: u32) -> Option<Numbered> {
    let width = usize::try_from(width).ok()?.max(1);
    let mut numbers = Numbers::new();
    let mut pixels = Vec::with_capacity(rgba.len());
    let mut above: &[[u8; 4]] = &[];
    for row in rgba.chunks(width) {
        // Most rows of a flat drawing are the one above.
        if row == above {
            pixels.extend_from_within(pixels.len() - width..);
        } else {
            numbers.of_row(row, &mut pixels)?;
        }
        above = row;
    }
    Some(Numbered { colours: numbers.colours, pixels })
}

/// The numbers of colours. Most lookups are answered by a table with a place for the colour
/// that was asked for last among those that share the place.
struct Numbers {
    all: BTreeMap<u32, u8>,
    colours: Vec<u8>,
    recent: [Option<(u32, u8)>; 1 << RECENT_BITS],
}

const RECENT_BITS: u32 = 10;

impl Numbers {
    fn new() -> Self {
        Self { all: BTreeMap::new(), colours: Vec::new(), recent: [None; 1 << RECENT_BITS] }
    }

    /// The numbers of the pixels of a row go to the end of `pixels`.
    fn of_row(&mut self, row: &[[u8; 4]], pixels: &mut Vec<u8>) -> Option<()> {
        for run in row.chunk_by(|own, next| own == next) {
            let number = self.of(*run.first()?)?;
            pixels.resize(pixels.len() + run.len(), number);
        }
        Some(())
    }

    fn of(&mut self, [red, green, blue, _]: [u8; 4]) -> Option<u8> {
        let colour = u32::from_be_bytes([0, red, green, blue]);
        let mixed = colour.wrapping_mul(0x9e37_79b1);
        let place = usize::try_from(mixed >> (u32::BITS - RECENT_BITS)).unwrap_or_default();
        let recent = self.recent.get_mut(place)?;
        if let Some((own, number)) = recent
            && *own == colour
        {
            return Some(*number);
        }
        let number = match self.all.get(&colour) {
            Some(number) => *number,
            None => {
                let number = u8::try_from(self.all.len()).ok()?;
                self.all.insert(colour, number);
                self.colours.extend_from_slice(&[red, green, blue]);
                number
            }
        };
        *recent = Some((colour, number));
        Some(number)
    }
}

impl Numbered {
    /// Pixels as numbers of `colours`: red, green and blue of each, at most 256.
    pub(in crate::media) fn new(colours: Vec<u8>, pixels: Vec<u8>) -> Self {
        Self { colours, pixels }
    }

    /// As a PNG file of this many pixels.
    pub(in crate::media) fn png(&self, width: u32, height: u32) -> Result<Vec<u8>, Media> {
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

    fn pixels(colours: u32) -> Vec<[u8; 4]> {
        let pixel = |at: u32| {
            let [_, _, high, low] = ((at / 7) % colours).to_be_bytes();
            [low, high, 7, 255]
        };
        (0..4096).map(pixel).collect()
    }

    #[test]
    fn every_pixel_comes_back() {
        for colours in [1, 2, 256] {
            let pixels = pixels(colours);
            let file = numbered(&pixels, 64).unwrap().png(64, 64).unwrap();
            let read = image::load_from_memory(&file).unwrap().into_rgba8();
            assert_eq!(read.dimensions(), (64, 64));
            assert_eq!(read.as_raw(), pixels.as_flattened());
        }
    }

    #[test]
    fn more_colours_than_numbers_are_left_alone() {
        assert!(numbered(&pixels(257), 64).is_none());
    }
}
