//! Drawings as pixels, made once ever: the cards for previews elsewhere, and charts.

use crate::base::UrlPath;
use crate::diag::Fatal;
use crate::diag::problem::Media;
use crate::media::{self, Letters};
use crate::output::{Artifact, Content};
use crate::render::leaf::chart::PIXELS;
use crate::render::outputs::pages::PreviewCard;
use crate::store::{Key, KeyMaker};

use super::kept_pages::KeptPages;

/// The picture of a card, with what its facts are kept by.
pub(super) fn card(
    card: &PreviewCard,
    kept: KeptPages<'_>,
    letters: &Letters,
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let drawing = card.drawing();
    let key = KeyMaker::of("social-card", env!("LEREND_MEDIA_FINGERPRINT")).value(&drawing);
    pixels(&card.url, key, kept, || drawing.png(letters))
}

/// The picture of a chart, with what its facts are kept by.
pub(super) fn chart(
    url: &UrlPath,
    svg: &str,
    kept: KeptPages<'_>,
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let svg = svg.as_bytes();
    let key = KeyMaker::of("chart", env!("LEREND_MEDIA_FINGERPRINT"));
    let key = key.number(u64::from(PIXELS)).part(svg);
    pixels(url, key, kept, || media::rasterise(svg, PIXELS).and_then(|raster| raster.png()))
}

fn pixels(
    url: &UrlPath,
    key: KeyMaker,
    kept: KeptPages<'_>,
    make: impl Fn() -> Result<Vec<u8>, Media>,
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let Some(path) = url.file() else { return Ok(None) };
    let key = key.key();
    let (known, facts) = kept.find_made(&path, &key);
    let content = match known {
        Some(known) => Content::Kept(known),
        None => {
            let png = match kept.store {
                Some(store) => store.get_or(&key, make),
                None => make(),
            };
            // The drawing is our own: it can always be drawn.
            let Ok(png) = png else { return Ok(None) };
            kept.finished(&path, png)?
        }
    };
    Ok(Some((Artifact { path, content, claimed_by: None }, facts)))
}
