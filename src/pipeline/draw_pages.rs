//! Draws the pages that no earlier build drew.

use rayon::prelude::*;

use crate::base::{OutPath, Span, UrlPath};
use crate::catalog::{Catalog, Entry, Reads};
use crate::diag::{Diag, Fatal};
use crate::media::Letters;
use crate::model::DocKind;
use crate::output::{Artifact, Content};
use crate::plan::{Page, PageKind};
use crate::render::outputs::mail::{self, Post};
use crate::render::outputs::pages::{self, Shared, Studio};
use crate::render::outputs::templates::{IsKnown, Templates};
use crate::store::Key;

use super::kept_pages::KeptPages;
use super::timings::{Clock, Span as TimeSpan};
use super::untouched::Untouched;
use super::{Measure, Pictures, Progress, cards};

/// A page that was drawn, or found drawn.
pub(super) struct Drawn {
    pub(super) artifact: Artifact,
    /// What it was made from.
    pub(super) key: Option<Key>,
    /// The pictures of its card and its charts, each with what it was made from.
    pub(super) pictures: Vec<(Artifact, Key)>,
    /// The pictures that were left out because none are wanted.
    pub(super) left_out: Vec<OutPath>,
    /// How long it took, where that was asked for.
    pub(super) span: Option<TimeSpan>,
    /// What was read for it.
    pub(super) reads: Reads,
    /// What else it shows of all documents.
    pub(super) order: Option<Key>,
}

/// Pictures, each with what it was made from, and the paths of pictures that are left out.
pub(super) type Pictured = (Vec<(Artifact, Key)>, Vec<OutPath>);

/// Why there is no file of a page.
pub(super) enum Failure {
    /// Its template failed: its path and what is wrong.
    Template(OutPath, Box<Diag>),
    /// It could not be written.
    Spool(Fatal),
}

impl From<Fatal> for Failure {
    fn from(fatal: Fatal) -> Self {
        Self::Spool(fatal)
    }
}

/// What drawing pages needs.
pub(super) struct Easel<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) shared: &'a Shared,
    pub(super) templates: &'a Templates,
    pub(super) kept: KeptPages<'a>,
    pub(super) untouched: Option<&'a Untouched<'a>>,
    pub(super) clock: &'a Clock,
    pub(super) measure: Measure,
    pub(super) pictures: Pictures,
    /// The letters of the cards.
    pub(super) letters: Letters,
}

impl Easel<'_> {
    /// The files of all pages that have a path, in their order.
    pub(super) fn draw_all(
        &self,
        pages: &[Page],
        progress: &Progress,
    ) -> Vec<Result<Drawn, Failure>> {
        let draw = |pages: &[(usize, &Page)]| -> Vec<_> {
            let draw = |(at, page): &(usize, &Page)| {
                let drawn = self.draw(*at, page);
                progress.step();
                Some((*at, drawn?))
            };
            pages.par_iter().with_max_len(1).filter_map(draw).collect()
        };
        // A list of many documents takes as long as many documents. Begun last, it would be all
        // that is left to do, for one thread.
        let (documents, lists): (Vec<_>, Vec<_>) = pages
            .iter()
            .enumerate()
            .partition(|(_, page)| matches!(page.kind, PageKind::Document(_)));
        let (mut drawn, of_documents) = rayon::join(|| draw(&lists), || draw(&documents));
        drawn.extend(of_documents);
        drawn.sort_unstable_by_key(|(at, _)| *at);
        drawn.into_iter().map(|(_, drawn)| drawn).collect()
    }

    /// The file of a page at a place of the plan; `None` for a page without a path.
    fn draw(&self, at: usize, page: &Page) -> Option<Result<Drawn, Failure>> {
        let path = page.path.clone()?;
        let find = || pages::order(page, self.catalog, self.shared);
        let known = self.untouched.and_then(|own| Some((own, own.sitting(at, &path)?)));
        let order = match known {
            Some((own, sitting)) => own.order_of(sitting, find),
            None => find(),
        };
        let known = known.and_then(|(own, sitting)| own.page(&path, sitting, order));
        if let Some(known) = known {
            return Some(Ok(known));
        }
        let (drawn, reads) = self.catalog.reads_of(|own| self.drawn(page, path, own));
        Some(drawn.map(|drawn| Drawn { reads, order, ..drawn }))
    }

    fn drawn(&self, page: &Page, path: OutPath, catalog: &Catalog) -> Result<Drawn, Failure> {
        let studio = Studio::new(page, catalog, self.shared).with_store(self.kept.store);
        let draw =
            |is_known: Option<IsKnown<'_>>| pages::draw(&studio, self.templates, is_known);
        let ((drawn, known), span) =
            self.clock
                .measure(self.template(page), page.url.as_str(), || self.kept.ask(&path, draw));
        let drawn = match drawn {
            Ok(drawn) => drawn,
            Err(diag) => return Err(Failure::Template(path, diag)),
        };
        let content = match known {
            Some(known) => Content::Kept(known),
            None => self.kept.finished(&path, drawn.text.unwrap_or_default().into_bytes())?,
        };
        let artifact = Artifact { path, content, claimed_by: claimed_by(catalog, page) };
        let span = Some(span).filter(|_| self.measure == Measure::Pages);
        let (pictures, left_out) = self.pictures_of(&studio)?;
        Ok(Drawn {
            artifact,
            key: drawn.key,
            pictures,
            left_out,
            span,
            reads: Reads::default(),
            order: None,
        })
    }

    /// The pictures that are drawn for a page, or the paths of those that its links lead to.
    fn pictures_of(&self, studio: &Studio<'_>) -> Result<Pictured, Fatal> {
        let shown = studio.chart_pictures().into_iter().map(|(url, own)| (url, own.svg));
        let charts: Vec<(UrlPath, String)> = shown.chain(in_mail(studio)).collect();
        let (mut drawn, left_out) = self.charts(&charts)?;
        if self.pictures == Pictures::Derive {
            let card = studio.preview_card();
            let card = card.map(|own| cards::card(own, self.kept, &self.letters));
            drawn.extend(card.transpose()?.flatten());
        }
        Ok((drawn, left_out))
    }

    /// The charts in mails that were sent whose web version is not there: the mails still ask for them.
    pub(super) fn charts_of_unseen(&self) -> Result<Pictured, Fatal> {
        let post = Post { catalog: self.catalog, shared: self.shared };
        let unseen =
            self.catalog.entries().iter().filter(|own| post.catalog.is_sent_unseen(own));
        let charts: Vec<(UrlPath, String)> =
            unseen.flat_map(|own| mail::charts(post, own)).collect();
        self.charts(&charts)
    }

    fn charts(&self, charts: &[(UrlPath, String)]) -> Result<Pictured, Fatal> {
        match self.pictures {
            Pictures::Derive => {
                let drawn = charts.iter().map(|(url, svg)| cards::chart(url, svg, self.kept));
                let drawn = drawn.filter_map(Result::transpose);
                Ok((drawn.collect::<Result<_, _>>()?, Vec::new()))
            }
            Pictures::Skip => {
                Ok((Vec::new(), charts.iter().filter_map(|(url, _)| url.file()).collect()))
            }
        }
    }

    /// The template that draws a page.
    fn template(&self, page: &Page) -> &'static str {
        let entry = match page.kind {
            PageKind::Document(at) => self.catalog.entries().get(at),
            _ => None,
        };
        page.kind.template(entry.map(Entry::kind))
    }
}

/// The charts in the mail of which a page is the web version.
fn in_mail(studio: &Studio<'_>) -> Vec<(UrlPath, String)> {
    let Studio { page, catalog, shared, .. } = *studio;
    let edition = match page.kind {
        PageKind::Document(at) => catalog.entry(at),
        _ => None,
    };
    let edition = edition.filter(|own| own.kind() == DocKind::Newsletter);
    edition.map(|own| mail::charts(Post { catalog, shared }, own)).unwrap_or_default()
}

/// The place in the content that a page comes from.
fn claimed_by(catalog: &Catalog, page: &Page) -> Option<Span> {
    match page.kind {
        PageKind::Document(at) | PageKind::Withdrawn(at) => {
            catalog.entry(at).map(|entry| Span::top(entry.document.file))
        }
        PageKind::Redirect { of, alias } => {
            catalog.entry(of)?.document.head.aliases.get(alias).map(|own| own.span)
        }
        _ => None,
    }
}
