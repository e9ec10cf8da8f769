//! Drawings as pixels: SVG, for mails and charts, and flat drawings, for social cards. The letters come from fonts that are part
//! of the program and nothing is read but the drawing itself, so every machine draws the same.

mod flat;
mod fonts;
mod letters;
mod palette;
mod raster;

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, ImageKind, Options, Tree};

use crate::diag::problem::Media;

use super::probe;
pub use flat::{Colours, FlatDrawing, Ink, Line, Patch};
pub use fonts::Face;
pub use letters::{Letters, writable};
pub(super) use palette::Numbered;
pub use raster::Raster;

/// The widest and highest that is drawn, in pixels.
const MAX_SIDE: u32 = 4_000;

/// Draws an SVG on white, `width` pixels wide and as high as its proportions ask. Text that
/// names no font of ours is set in Public Sans; serif is Source Serif. Pictures inside the file
/// (`data:` addresses) are drawn, others are not looked for. A drawing that runs something, that
/// reaches out of its file or that cannot be read is an error.
pub fn rasterise(svg: &[u8], width: u32) -> Result<Raster, Media> {
    probe::check_drawing(svg)?;
    let text = std::str::from_utf8(svg).map_err(|_| damaged("not UTF-8"))?;
    let tree = Tree::from_str(text, &options()).map_err(|error| damaged(&error.to_string()))?;
    let size = tree.size();
    let width = width.clamp(1, MAX_SIDE);
    let scale = f64::from(width) / f64::from(size.width());
    let height = pixels(f64::from(size.height()) * scale);
    let mut canvas = Pixmap::new(width, height).ok_or_else(|| damaged("no size"))?;
    canvas.fill(Color::WHITE);
    let (x, y) = (ratio(width, size.width()), ratio(height, size.height()));
    resvg::render(&tree, Transform::from_scale(x, y), &mut canvas.as_mut());
    // White lies below everything, so no pixel is clear.
    Ok(Raster::new(width, height, canvas.take()))
}

fn options() -> Options<'static> {
    let allowed = |mime: &str, data: Arc<Vec<u8>>, _: &Options<'_>| {
        probe::picture_size(&data)?;
        match mime {
            "image/png" => Some(ImageKind::PNG(data)),
            "image/jpeg" | "image/jpg" => Some(ImageKind::JPEG(data)),
            "image/gif" => Some(ImageKind::GIF(data)),
            "image/webp" => Some(ImageKind::WEBP(data)),
            _ => None,
        }
    };
    Options {
        font_family: fonts::SANS.to_owned(),
        fontdb: fonts::all(),
        font_resolver: FontResolver {
            select_font: Box::new(fonts::select),
            ..FontResolver::default()
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(allowed),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and the largest side"
)]
fn pixels(side: f64) -> u32 {
    side.round().clamp(1.0, f64::from(MAX_SIDE)) as u32
}

#[expect(clippy::cast_precision_loss, reason = "sides have at most four digits")]
fn ratio(to: u32, from: f32) -> f32 {
    to as f32 / from
}

fn damaged(detail: &str) -> Media {
    Media::Damaged { detail: detail.to_owned() }
}

#[cfg(test)]
mod tests;
