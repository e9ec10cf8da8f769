//! All files of a site: its pages, what stands beside them, and its pictures.

use std::sync::Arc;

use crate::base::OutPath;
use crate::catalog::Catalog;
use crate::diag::{Diag, Fatal};
use crate::media::Letters;
use crate::output::Artifact;
use crate::plan::plan;
use crate::render::outputs::machine::Press;
use crate::render::outputs::pages::Shared;
use crate::render::outputs::search::Finder;
use crate::render::outputs::templates::Templates;
use crate::store::Key;
use crate::vfs::Files;

use super::draw_pages::{Drawn, Easel, Failure, Pictured};
use super::loaded_theme::Loaded;
use super::timings::Span;
use super::units::{Bench, Unit};
use super::untouched::{Untouched, Work};
use super::{Options, Search, Station, Visibility, assets, beside, pictures, searching};

/// A site whose files are still to be made.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) loaded: &'a Loaded,
    pub(super) templates: &'a Templates,
    pub(super) options: &'a Options,
    pub(super) bench: Bench<'a>,
}

/// The files of a site, in an order that does not depend on threads.
pub(super) struct Made {
    pub(super) artifacts: Vec<Artifact>,
    /// The paths of pages that could not be made.
    pub(super) failed: Vec<OutPath>,
    /// What each page was made from.
    pub(super) keys: Vec<(OutPath, Key)>,
    /// How long each page took.
    pub(super) spans: Vec<Span>,
    /// How it was made, when it may be made again.
    pub(super) work: Work,
    pub(super) diags: Vec<Diag>,
}

impl Drawing<'_> {
    /// Makes all of it.
    pub(super) fn made(self, files: &dyn Files) -> Result<Made, Fatal> {
        let Self { catalog, loaded, templates, options, bench } = self;
        let (artifacts, mut facts) = assets::assets(&loaded.theme, &loaded.params);
        let parts = searching::parts(catalog, options);
        facts.search = searching::is_wanted(options).then(|| Finder::of(&parts));
        let preview = options.visibility == Visibility::Preview;
        let (shared, reads) = catalog.reads_of(|own| Shared::new(own, &facts, preview));
        let pages = bench.untouched.and_then(Untouched::plan);
        let pages = pages.unwrap_or_else(|| plan(catalog).into());
        options.progress.count(Station::Pages, pages.len());
        let easel = Easel {
            catalog,
            shared: &shared,
            templates,
            kept: bench.kept,
            untouched: bench.untouched,
            clock: bench.clock,
            measure: bench.measure,
            pictures: options.pictures,
            letters: Letters::default(),
        };
        let press = Press { catalog, pages: &pages, shared: &shared, templates };
        let draw = || easel.draw_all(&pages, &options.progress);
        let draw_all = || rayon::join(draw, || beside::artifacts(press, bench));
        let (index, (drawn, others)) = match options.search {
            Search::Index if !parts.is_empty() => {
                searching::beside(catalog, &parts, bench, draw_all)
            }
            _ => (Ok(Vec::new()), draw_all()),
        };
        let plan = bench.kept.earlier.map(|_| Arc::clone(&pages));
        let mut made = Made::new(artifacts, Work { plan, ..Work::new(reads) });
        for page in drawn {
            made.add_page(page, bench)?;
        }
        for (name, unit) in index?.into_iter().chain(others?) {
            made.add_unit(name, unit, bench);
        }
        made.add_drawings(easel.charts_of_unseen()?);
        made.add_pictures(pictures::artifacts(catalog, files, bench.kept, options)?);
        Ok(made)
    }
}

impl Made {
    fn new(artifacts: Vec<Artifact>, work: Work) -> Self {
        let (failed, keys, spans, diags) = Default::default();
        Self { artifacts, failed, keys, spans, work, diags }
    }

    fn add_page(
        &mut self,
        drawn: Result<Drawn, Failure>,
        bench: Bench<'_>,
    ) -> Result<(), Fatal> {
        let mut drawn = match drawn {
            Ok(drawn) => drawn,
            Err(Failure::Spool(fatal)) => return Err(fatal),
            Err(Failure::Template(path, diag)) => {
                self.failed.push(path);
                // One mistake in a template breaks many pages; it is told once.
                if self.diags.iter().all(|known| known.place != diag.place) {
                    self.diags.push(*diag);
                }
                return Ok(());
            }
        };
        if bench.kept.remembers() {
            self.work.add_page(&mut drawn);
        }
        let Drawn { artifact, key, pictures, left_out, span, .. } = drawn;
        self.add_drawings((pictures, left_out));
        self.spans.extend(span);
        self.keys.extend(key.map(|key| (artifact.path.clone(), key)));
        self.artifacts.push(artifact);
        Ok(())
    }

    fn add_drawings(&mut self, (pictures, left_out): Pictured) {
        for (picture, key) in pictures {
            self.keys.push((picture.path.clone(), key));
            self.artifacts.push(picture);
        }
        self.failed.extend(left_out);
    }

    fn add_unit(&mut self, name: String, unit: Unit, bench: Bench<'_>) {
        self.diags.extend(unit.files.diags.iter().cloned());
        if bench.kept.earlier.is_none() {
            self.keys.extend(unit.keys());
        }
        if bench.kept.remembers() {
            self.work.add_unit(name, &unit);
        }
        self.artifacts.extend(unit.files.value);
        self.spans.extend(unit.span);
    }

    fn add_pictures(&mut self, pictures: pictures::Pieces) {
        self.keys.extend(pictures.keys);
        self.failed.extend(pictures.left_out);
        self.artifacts.extend(pictures.artifacts);
        self.diags.extend(pictures.diags);
    }
}
