//! Flat drawings: rectangles and lines of text in a few colours on a plain ground. Their pixels
//! are numbers of colours from the start and every letter is drawn once, so that drawing one
//! costs little more than packing it; a picture of any kind is for `rasterise`.

use std::ops::RangeInclusive;

use crate::diag::problem::Media;

use super::fonts::Face;
use super::letters::{Glyph, Letters, Placed, STEPS};
use super::palette::Numbered;

/// Red, green, blue.
type Colour = [u8; 3];

/// The colours of a flat drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colours {
    /// The ground, below everything.
    pub paper: Colour,
    /// Titles and figures.
    pub ink: Colour,
    /// Small print.
    pub soft: Colour,
    /// What stands out.
    pub accent: Colour,
    /// Edges.
    pub edge: Colour,
}

/// One of the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// That of the ground: what is drawn in it is a hole.
    Paper,
    /// That of titles and figures.
    Ink,
    /// That of small print.
    Soft,
    /// That of what stands out.
    Accent,
    /// That of edges.
    Edge,
}

/// Rectangles, and over them lines of text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FlatDrawing {
    /// In pixels.
    pub width: u16,
    /// In pixels.
    pub height: u16,
    /// What it is drawn in.
    pub colours: Colours,
    /// Rectangles; later ones cover earlier ones.
    pub patches: Vec<Patch>,
    /// Lines of text.
    pub lines: Vec<Line>,
}

/// A rectangle. What lies outside the drawing is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Patch {
    /// Its left and upper edge, in pixels.
    pub corner: (u16, u16),
    /// Its width and height, in pixels.
    pub size: (u16, u16),
    /// What it is filled with.
    pub ink: Ink,
}

/// A line of text. What lies outside the drawing is left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// Where its first letter begins, and its base line, in pixels.
    pub start: (u16, u16),
    /// Its font.
    pub face: Face,
    /// The size of its letters, in pixels.
    pub size: u16,
    /// What is added behind every letter, in quarters of a pixel.
    pub spacing: i8,
    /// What it is written in.
    pub ink: Ink,
    /// What it says.
    pub words: String,
}

impl FlatDrawing {
    /// As a PNG file.
    pub fn png(&self, letters: &Letters) -> Result<Vec<u8>, Media> {
        let (width, height) = (usize::from(self.width), usize::from(self.height));
        let mut canvas = Canvas { width, pixels: vec![GROUND; width * height] };
        for patch in &self.patches {
            canvas.fill(patch);
        }
        for line in &self.lines {
            canvas.write(line, &letters.line(line, self.width));
        }
        let numbered = Numbered::new(self.numbered(), canvas.pixels);
        numbered.png(u32::from(self.width), u32::from(self.height))
    }

    /// The colours by their numbers: the ground, and each ink in steps from the ground to itself.
    fn numbered(&self) -> Vec<u8> {
        let Colours { paper, ink, soft, accent, edge } = self.colours;
        let mut all = paper.to_vec();
        for own in [ink, soft, accent, edge] {
            for step in 1..=STEPS {
                let parts = paper.iter().zip(own);
                all.extend(parts.map(|(from, to)| mixed((*from, to), step)));
            }
        }
        all
    }
}

/// The number of the ground.
const GROUND: u8 = 0;

impl Ink {
    /// The numbers of the pixels that it covers a little, more, and wholly; for the ground they
    /// are one.
    fn numbers(self) -> RangeInclusive<u8> {
        let first = match self {
            Self::Paper => return GROUND..=GROUND,
            Self::Ink => 1,
            Self::Soft => 1 + STEPS,
            Self::Accent => 1 + 2 * STEPS,
            Self::Edge => 1 + 3 * STEPS,
        };
        first..=first + (STEPS - 1)
    }
}

/// What lies between two parts of colours.
fn mixed((from, to): (u8, u8), step: u8) -> u8 {
    let (step, steps) = (u16::from(step), u16::from(STEPS));
    let sum = u16::from(from) * (steps - step) + u16::from(to) * step + steps / 2;
    u8::try_from(sum / steps).unwrap_or(to)
}

/// The numbers of pixels, row by row.
struct Canvas {
    width: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    fn fill(&mut self, patch: &Patch) {
        let number = *patch.ink.numbers().end();
        let (left, top) = (usize::from(patch.corner.0), usize::from(patch.corner.1));
        let (width, height) = (usize::from(patch.size.0), usize::from(patch.size.1));
        let rows = self.pixels.chunks_exact_mut(self.width.max(1)).skip(top).take(height);
        for row in rows {
            let end = (left + width).min(row.len());
            if let Some(own) = row.get_mut(left..end) {
                own.fill(number);
            }
        }
    }

    fn write(&mut self, line: &Line, set: &[Placed]) {
        let (x, y) = (i32::from(line.start.0), i32::from(line.start.1));
        let numbers = line.ink.numbers();
        for Placed { x: right, y: down, glyph } in set.iter().filter(|own| own.glyph.width > 0)
        {
            let place = (x + right + glyph.left, y + down + glyph.top);
            self.print(place, glyph, &numbers);
        }
    }

    /// A letter over what is there: over its own colour the darker of both counts, over others
    /// it has no soft edge.
    fn print(&mut self, (x, y): (i32, i32), glyph: &Glyph, numbers: &RangeInclusive<u8>) {
        let skipped = usize::try_from(-x).unwrap_or_default();
        let left = usize::try_from(x).unwrap_or_default();
        for (row, cover) in (y..).zip(glyph.cover.chunks_exact(glyph.width)) {
            let Ok(row) = usize::try_from(row) else { continue };
            let row = self.pixels.get_mut(row * self.width..(row + 1) * self.width);
            let Some(row) = row else { return };
            let covered = cover.iter().skip(skipped);
            for (pixel, step) in row.iter_mut().skip(left).zip(covered) {
                let Some(more) = step.checked_sub(1) else { continue };
                if *pixel == GROUND || numbers.contains(pixel) {
                    *pixel = (*numbers.start() + more).min(*numbers.end()).max(*pixel);
                } else if more >= STEPS / 2 {
                    *pixel = *numbers.end();
                }
            }
        }
    }
}
