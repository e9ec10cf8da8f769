//! Drawings as pixels, made once ever: the cards for previews elsewhere, and charts.

use crate::base::UrlPath;
use crate::diag::Fatal;
use crate::media;
use crate::output::{Artifact, Content};
use crate::render::leaf::chart::{ChartPicture, PIXELS};
use crate::render::leaf::social_card::WIDTH;
use crate::render::outputs::pages::PreviewCard;
use crate::store::{Key, KeyMaker};

use super::kept_pages::KeptPages;

/// The picture of a card, with what its facts are kept by.
pub(super) fn card(
    card: &PreviewCard,
    kept: KeptPages<'_>,
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let key = KeyMaker::of("social-card", env!("LEREND_MEDIA_FINGERPRINT"));
    pixels(&card.url, (&card.svg, WIDTH), (key, kept))
}

/// The picture of a chart, with what its facts are kept by.
pub(super) fn chart(
    url: &UrlPath,
    picture: &ChartPicture,
    kept: KeptPages<'_>,
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let key = KeyMaker::of("chart", env!("LEREND_MEDIA_FINGERPRINT"));
    pixels(url, (&picture.svg, PIXELS), (key, kept))
}

fn pixels(
    url: &UrlPath,
    (svg, width): (&str, u32),
    (key, kept): (KeyMaker, KeptPages<'_>),
) -> Result<Option<(Artifact, Key)>, Fatal> {
    let svg = svg.as_bytes();
    let Some(path) = url.file() else { return Ok(None) };
    let key = key.part(svg).key();
    let (known, facts) = kept.find_made(&path, &key);
    let content = match known {
        Some(known) => Content::Kept(known),
        None => {
            // The drawing is our own: it can always be drawn.
            let make = || media::rasterise(svg, width).and_then(|raster| raster.png());
            let png = match kept.store {
                Some(store) => store.get_or(&key, make),
                None => make(),
            };
            let Ok(png) = png else { return Ok(None) };
            kept.finished(&path, png)?
        }
    };
    Ok(Some((Artifact { path, content, claimed_by: None }, facts)))
}
