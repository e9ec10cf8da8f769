//! The cards for previews elsewhere: each drawing as pixels, made once ever.

use std::sync::Arc;

use crate::media;
use crate::output::{Artifact, Content};
use crate::render::leaf::social_card::WIDTH;
use crate::render::outputs::pages::PreviewCard;
use crate::store::{Key, KeyMaker};

use super::kept_pages::{KeptPages, facts_key};

/// The picture of a card, with what its facts are kept by.
pub(super) fn artifact(card: &PreviewCard, kept: KeptPages<'_>) -> Option<(Artifact, Key)> {
    let svg = card.svg.as_bytes();
    let path = card.url.file()?;
    let key = KeyMaker::of("social-card", env!("LEREND_MEDIA_FINGERPRINT")).part(svg).key();
    let facts = facts_key(&key);
    let content = match kept.find(&path, &facts) {
        Some(known) => Content::Kept(known),
        None => {
            // The drawing is our own: it can always be drawn.
            let make = || media::rasterise(svg, WIDTH).and_then(|raster| raster.png());
            let png = match kept.store {
                Some(store) => store.get_or(&key, make),
                None => make(),
            };
            Content::Bytes(Arc::from(png.ok()?))
        }
    };
    Some((Artifact { path, content, claimed_by: None }, facts))
}
