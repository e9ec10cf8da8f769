//! The cards for previews elsewhere: each drawing as pixels, made once ever.

use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::media;
use crate::output::{Artifact, Content};
use crate::plan::Page;
use crate::render::leaf::social_card::WIDTH;
use crate::render::outputs::pages::{PreviewCard, Shared, Studio};
use crate::store::{KeyMaker, Store};

use super::pictures::artifact;

/// The cards of all pages that have one.
pub(super) fn artifacts(
    pages: &[Page],
    (catalog, shared): (&Catalog, &Shared),
    store: Option<&Store>,
) -> Vec<Artifact> {
    let card = |page: &Page| Studio::new(page, catalog, shared).preview_card();
    let made = pages.par_iter().filter_map(|page| drawn(&card(page)?, store));
    made.collect()
}

fn drawn(card: &PreviewCard, store: Option<&Store>) -> Option<Artifact> {
    let svg = card.svg.as_bytes();
    let key = KeyMaker::of("social-card", env!("LEREND_MEDIA_FINGERPRINT")).part(svg).key();
    // The drawing is our own: it can always be drawn.
    let make = || media::rasterise(svg, WIDTH).and_then(|raster| raster.png());
    let png = match store {
        Some(store) => store.get_or(&key, make),
        None => make(),
    };
    let png = png.ok()?;
    artifact(&card.url, Content::Bytes(Arc::from(png)))
}
