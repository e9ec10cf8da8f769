//! Letters as pixels, each drawn once per size, and where they stand in a line of text.

#[expect(clippy::disallowed_types, reason = "letters are looked up, never listed")]
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use harfrust::{Direction, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

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

/// The letters that were drawn, for all drawings that share them.
#[derive(Debug, Default)]
#[expect(clippy::disallowed_types, reason = "letters are looked up, never listed")]
pub struct Letters(RwLock<HashMap<Letter, Arc<Glyph>>>);

impl Letters {
    /// The letters of a line, each with how far from the line's beginning it stands, in pixels.
    /// Every letter is followed by `spacing` quarters of a pixel more than its font has.
    pub(super) fn line(
        &self,
        (face, size): (Face, u16),
        (words, spacing): (&str, i32),
    ) -> Vec<(i32, Arc<Glyph>)> {
        let Some(cut) = cut(face) else { return Vec::new() };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaper = cut.shaping.shaper(&cut.font).build();
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(&cut.plan)));
        let quarters = |units: i32| (units * i32::from(size) * 4).div_euclid(cut.units);
        let (mut pen, mut extra) = (0, 0);
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let place = |(info, at): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
            let x = quarters(pen + at.x_offset) + extra;
            pen += at.x_advance;
            extra += spacing;
            let quarter = u8::try_from(x.rem_euclid(4)).unwrap_or_default();
            let letter = Letter { face, id: info.glyph_id, size, quarter };
            (x.div_euclid(4), self.glyph(letter))
        };
        glyphs.map(place).collect()
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

/// A font that is ready to set text.
struct Cut {
    font: FontRef<'static>,
    shaping: ShaperData,
    plan: ShapePlan,
    /// How many of its units are as long as its size.
    units: i32,
}

/// The font; `None` for a file that is no font, which ours are.
fn cut(face: Face) -> Option<&'static Cut> {
    static CUTS: LazyLock<[Option<Cut>; 3]> = LazyLock::new(|| Face::ALL.map(Cut::new));
    let [regular, bold, serif] = &*CUTS;
    match face {
        Face::Sans => regular.as_ref(),
        Face::SansBold => bold.as_ref(),
        Face::Serif => serif.as_ref(),
    }
}

impl Cut {
    fn new(face: Face) -> Option<Self> {
        let font = FontRef::new(face.file()).ok()?;
        let shaping = ShaperData::new(&font);
        let shaper = shaping.shaper(&font).build();
        let plan =
            ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let units = shaper.units_per_em();
        Some(Self { font, shaping, plan, units })
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
