//! Brightness and colour, each by itself, as red, green and blue.

use crate::diag::problem::Media;
use crate::media::avif::Meaning;

/// The rows of a plane, which may be kept in any way.
pub(super) trait Rows {
    /// Fills a row with the numbers that stand in this one.
    fn read(&self, y: usize, row: &mut [u16]);
}

/// One number for each pixel, or for every other one.
pub(super) struct Plane<R> {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) rows: R,
}

/// A picture as it was decoded.
pub(super) struct Frame<R> {
    /// How bright it is.
    pub(super) luma: Plane<R>,
    /// How blue and how red; a picture in grey has none.
    pub(super) chroma: Option<(Plane<R>, Plane<R>)>,
    /// Whether two pixels beside each other share their colour.
    pub(super) is_narrow: bool,
    /// Whether two pixels above each other share their colour.
    pub(super) is_low: bool,
    /// Bits for each number.
    pub(super) depth: u32,
    /// What the numbers mean.
    pub(super) meaning: Meaning,
}

/// What becomes of the numbers of a pixel.
#[derive(Clone, Copy)]
enum Mix {
    /// They are green, blue and red.
    None,
    /// Brightness is mixed from so much red and blue; the rest is green.
    Weighted { red: f32, blue: f32 },
}

/// How numbers become shares of 1.
struct Scale {
    black: f32,
    luma: f32,
    middle: f32,
    chroma: f32,
}

impl<R: Rows> Frame<R> {
    /// Red, green and blue of all pixels, row by row.
    pub(super) fn rgb(&self) -> Result<Vec<u8>, Media> {
        let Some((blues, reds)) = &self.chroma else {
            return Ok(self.grey().into_iter().flat_map(|own| [own; 3]).collect());
        };
        let (mix, scale) = (mix(self.meaning)?, self.scale());
        let mut pixels =
            Vec::with_capacity(self.luma.width.saturating_mul(self.luma.height) * 3);
        let mut row = vec![0; self.luma.width];
        for y in 0..self.luma.height {
            self.luma.rows.read(y, &mut row);
            let shared = self.wide(blues, y).into_iter().zip(self.wide(reds, y));
            for (luma, (blue, red)) in row.iter().zip(shared) {
                pixels.extend(pixel(mix, &scale, [f32::from(*luma), blue, red]));
            }
        }
        Ok(pixels)
    }

    /// How bright all pixels are, row by row.
    pub(super) fn grey(&self) -> Vec<u8> {
        let scale = self.scale();
        let mut pixels = Vec::with_capacity(self.luma.width.saturating_mul(self.luma.height));
        let mut row = vec![0; self.luma.width];
        for y in 0..self.luma.height {
            self.luma.rows.read(y, &mut row);
            pixels.extend(row.iter().map(|own| level(scale.luma(f32::from(*own)))));
        }
        pixels
    }

    /// A row of colour as wide as the picture. Between two numbers lies what is between them.
    fn wide(&self, plane: &Plane<R>, y: usize) -> Vec<f32> {
        let read = |y: usize| {
            let mut row = vec![0; plane.width];
            plane.rows.read(y.min(plane.height.saturating_sub(1)), &mut row);
            row.into_iter().map(f32::from).collect::<Vec<f32>>()
        };
        let row = if self.is_low {
            let (near, far) = neighbours(y);
            read(near)
                .into_iter()
                .zip(read(far))
                .map(|(near, far)| between(near, far))
                .collect()
        } else {
            read(y)
        };
        if !self.is_narrow {
            return row;
        }
        let at = |x: usize| row.get(x).or(row.last()).copied().unwrap_or(0.0);
        let pixel = |x: usize| {
            let (near, far) = neighbours(x);
            between(at(near), at(far))
        };
        (0..self.luma.width).map(pixel).collect()
    }

    fn scale(&self) -> Scale {
        let steps = |of: u32| f32::from(u16::try_from(of).unwrap_or(u16::MAX));
        let depth = self.depth.clamp(8, 12);
        let middle = steps(1 << (depth - 1));
        if self.meaning.is_full_range {
            let full = steps((1 << depth) - 1);
            return Scale { black: 0.0, luma: full, middle, chroma: full };
        }
        let part = |of: u32| steps(of << (depth - 8));
        Scale { black: part(16), luma: part(219), middle, chroma: part(224) }
    }
}

impl Scale {
    fn luma(&self, value: f32) -> f32 {
        (value - self.black) / self.luma
    }

    fn chroma(&self, value: f32) -> f32 {
        (value - self.middle) / self.chroma
    }
}

/// The number that a pixel shares with its neighbour, and the one on its other side.
fn neighbours(at: usize) -> (usize, usize) {
    let near = at / 2;
    (near, if at % 2 == 1 { near + 1 } else { near.saturating_sub(1) })
}

fn between(near: f32, far: f32) -> f32 {
    near * 0.75 + far * 0.25
}

fn mix(meaning: Meaning) -> Result<Mix, Media> {
    match meaning.matrix {
        0 => Ok(Mix::None),
        1 => Ok(Mix::Weighted { red: 0.2126, blue: 0.0722 }),
        2 | 5 | 6 => Ok(Mix::Weighted { red: 0.299, blue: 0.114 }),
        9 => Ok(Mix::Weighted { red: 0.2627, blue: 0.0593 }),
        other => {
            let what = format!("AVIF (matrix {other})");
            Err(Media::Unsupported { what, instead: &["JPEG", "PNG"] })
        }
    }
}

fn pixel(mix: Mix, scale: &Scale, [first, second, third]: [f32; 3]) -> [u8; 3] {
    match mix {
        Mix::None => [third, first, second].map(|own| level(scale.luma(own))),
        Mix::Weighted { red, blue } => {
            let luma = scale.luma(first);
            let (blueness, redness) = (scale.chroma(second), scale.chroma(third));
            let own_red = luma + 2.0 * (1.0 - red) * redness;
            let own_blue = luma + 2.0 * (1.0 - blue) * blueness;
            let own_green = (luma - red * own_red - blue * own_blue) / (1.0 - red - blue);
            [own_red, own_green, own_blue].map(level)
        }
    }
}

/// A share of 1 as a number of a pixel.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 255"
)]
fn level(share: f32) -> u8 {
    (share * 255.0).round().clamp(0.0, 255.0) as u8
}
