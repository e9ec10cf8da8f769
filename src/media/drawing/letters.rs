//! Letters as pixels, each drawn once per size, and where they stand in a line of text.

#[expect(clippy::disallowed_types, reason = "letters are looked up, never listed")]
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use harfrust::{
    Direction, GlyphInfo, GlyphPosition, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer,
    script,
};
use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::flat::Line;
use super::fonts::Face;

/// How many steps there are from the ground to the colour of a text.
pub(super) const STEPS: u8 = 31;

/// A letter of a font, as it is drawn at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Letter {
    face: Face,
    id: u32,
    /// In pixels.
    size: u16,
    /// How far it begins beside a whole pixel, in quarters of one.
    quarter: u8,
}

/// A letter as pixels.
#[derive(Debug, Default)]
pub(super) struct Glyph {
    /// From where it stands to its first pixel, from the left.
    pub(super) left: i32,
    /// From its base line to its first row; above it, so most often below 0.
    pub(super) top: i32,
    /// Pixels to a row.
    pub(super) width: usize,
    /// How much of each pixel it covers, 0 to `STEPS`, row by row.
    pub(super) cover: Vec<u8>,
}

/// A letter in a line of text.
pub(super) struct Placed {
    /// From the beginning of the line, in pixels.
    pub(super) x: i32,
    /// From its base line, in pixels; downwards.
    pub(super) y: i32,
    pub(super) glyph: Arc<Glyph>,
}

/// The letters that were drawn, for all drawings that share them.
#[derive(Debug, Default)]
#[expect(clippy::disallowed_types, reason = "letters are looked up, never listed")]
pub struct Letters(RwLock<HashMap<Letter, Arc<Glyph>>>);

impl Letters {
    /// The letters of a line, as far as they begin before `end` pixels. What the font lacks is
    /// taken from another; what all of them lack is left blank.
    pub(super) fn line(&self, line: &Line, end: u16) -> Vec<Placed> {
        let Line { face, size, .. } = *line;
        let mut placed = Vec::new();
        let mut pen = 0;
        for (own, run) in runs(&line.words, face) {
            let Some(cut) = cut(own) else { continue };
            for shaped in cut.shaped(run, size, i64::from(line.spacing)) {
                let x = pen + shaped.x;
                pen += shaped.advance;
                if x >= i64::from(end) * 4 {
                    return placed;
                }
                let quarter = u8::try_from(x.rem_euclid(4)).unwrap_or_default();
                let glyph = self.glyph(Letter { face: own, id: shaped.id, size, quarter });
                let pixels = |quarters: i64| i32::try_from(quarters.div_euclid(4)).ok();
                if let (Some(x), Some(y)) = (pixels(x), pixels(shaped.y + 2)) {
                    placed.push(Placed { x, y, glyph });
                }
            }
        }
        placed
    }

    fn glyph(&self, letter: Letter) -> Arc<Glyph> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&letter).cloned();
        known.unwrap_or_else(|| {
            let glyph = Arc::new(draw(letter).unwrap_or_default());
            let mut drawn = self.0.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(drawn.entry(letter).or_insert(glyph))
        })
    }
}

/// A text as our fonts can write it: without signs such as emoji that none of them has.
///
/// # Errors
/// The first letter that none of them has: what is left would be half a text.
pub fn writable(text: &str) -> Result<String, char> {
    let has = |c: char| {
        let face =
            |face: Face| cut(face).is_some_and(|own| own.font.charmap().map(c).is_some());
        c.is_ascii() || Face::ALL.into_iter().any(face)
    };
    if text.chars().all(|c| has(c) || c.is_whitespace()) {
        return Ok(text.to_owned());
    }
    let mut written = String::with_capacity(text.len());
    // A letter with its mark may be there as one.
    for c in text.nfc() {
        match c {
            c if has(c) || c.is_whitespace() => written.push(c),
            // A mark that belongs to a sign goes with it.
            '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}' => {}
            c if c.is_alphanumeric() || is_combining_mark(c) => return Err(c),
            _ => {}
        }
    }
    Ok(written.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Pieces of text, each with the font that has its letters: the wanted one where it can be.
fn runs(words: &str, wanted: Face) -> Vec<(Face, &str)> {
    let has =
        |face: Face, c: char| cut(face).is_some_and(|own| own.font.charmap().map(c).is_some());
    let mut runs = Vec::new();
    let (mut start, mut face) = (0, wanted);
    for (at, c) in words.char_indices() {
        // A mark stands over the letter before it, so it comes from the same font.
        let stays = is_combining_mark(c) && has(face, c);
        let others = || Face::ALL.into_iter().find(|other| has(*other, c));
        let own = match stays {
            true => face,
            false if has(wanted, c) => wanted,
            false => others().unwrap_or(wanted),
        };
        if own != face {
            runs.push((face, words.get(start..at).unwrap_or_default()));
            (start, face) = (at, own);
        }
    }
    runs.push((face, words.get(start..).unwrap_or_default()));
    runs
}

/// A font that is ready to set text.
struct Cut {
    font: FontRef<'static>,
    shaping: ShaperData,
    plan: ShapePlan,
    /// How many of its units are as long as its size.
    units: i64,
}

/// A letter of a piece of text; lengths in quarters of a pixel.
struct Shaped {
    id: u32,
    x: i64,
    /// Downwards.
    y: i64,
    advance: i64,
}

/// The font; `None` for a file that is no font, which ours are.
fn cut(face: Face) -> Option<&'static Cut> {
    static CUTS: LazyLock<[(Face, Option<Cut>); 3]> =
        LazyLock::new(|| Face::ALL.map(|face| (face, Cut::new(face))));
    CUTS.iter().find(|(own, _)| *own == face)?.1.as_ref()
}

impl Cut {
    fn new(face: Face) -> Option<Self> {
        let font = FontRef::new(face.file()).ok()?;
        let shaping = ShaperData::new(&font);
        let shaper = shaping.shaper(&font).build();
        let plan =
            ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let units = i64::from(shaper.units_per_em()).max(1);
        Some(Self { font, shaping, plan, units })
    }

    fn shaped(&self, run: &str, size: u16, spacing: i64) -> Vec<Shaped> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(run);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaper = self.shaping.shaper(&self.font).build();
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(&self.plan)));
        let quarters =
            |units: i64| (units * i64::from(size) * 4 + self.units / 2).div_euclid(self.units);
        let infos = shaped.glyph_infos();
        // Rounded as a whole, so that no rests add up.
        let mut pen = 0;
        let pairs = infos.iter().zip(shaped.glyph_positions()).enumerate();
        let place = |(at, (info, own)): (usize, (&GlyphInfo, &GlyphPosition))| {
            let before = pen;
            pen += i64::from(own.x_advance);
            // Marks over a letter stand with it.
            let is_last = infos.get(at + 1).is_none_or(|next| next.cluster != info.cluster);
            let spacing = if is_last { spacing } else { 0 };
            Shaped {
                id: info.glyph_id,
                x: quarters(before + i64::from(own.x_offset)) - quarters(before),
                y: -quarters(i64::from(own.y_offset)),
                advance: quarters(pen) - quarters(before) + spacing,
            }
        };
        pairs.map(place).collect()
    }
}

/// The pixels of a letter; `None` for one that shows nothing.
fn draw(letter: Letter) -> Option<Glyph> {
    let outlines = cut(letter.face)?.font.outline_glyphs();
    let outline = outlines.get(GlyphId::new(letter.id))?;
    let size = Size::new(f32::from(letter.size));
    let mut pen = Pen(PathBuilder::new());
    outline.draw(DrawSettings::unhinted(size, LocationRef::default()), &mut pen).ok()?;
    let path = pen.0.finish()?;
    let path =
        path.transform(Transform::from_translate(f32::from(letter.quarter) / 4.0, 0.0))?;
    rastered(&path)
}

fn rastered(path: &Path) -> Option<Glyph> {
    let bounds = path.bounds().round_out()?;
    let (left, top) = (bounds.left(), bounds.top());
    let mut mask = Mask::new(bounds.width(), bounds.height())?;
    let to_origin = Transform::from_translate(-path_place(left), -path_place(top));
    mask.fill_path(path, FillRule::Winding, true, to_origin);
    let width = usize::try_from(mask.width()).ok()?;
    let cover = mask.data().iter().map(|cover| step(*cover)).collect();
    Some(Glyph { left, top, width, cover })
}

#[expect(clippy::cast_precision_loss, reason = "letters are a few hundred pixels high")]
fn path_place(pixels: i32) -> f32 {
    pixels as f32
}

/// How much of a pixel is covered, in steps.
fn step(cover: u8) -> u8 {
    let steps = u16::from(cover) * u16::from(STEPS) + 127;
    u8::try_from(steps / 255).unwrap_or(STEPS)
}

/// Fonts count upwards, pixels downwards.
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, -cy0, x, -y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, -cy0, cx1, -cy1, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
