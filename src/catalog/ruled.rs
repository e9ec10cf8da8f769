//! What the rules of the whole catalogue said, kept by document: a save changes few of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diag;

use super::reads::{DocumentPart, Reads};
use super::{Catalog, Entry, rules};

/// What was said of every document and of the rest of the site.
#[derive(Debug, Clone, Default)]
pub(super) struct Ruled {
    /// By position; nothing for a document of which nothing was said and that asked no other.
    documents: Vec<Option<Arc<Told>>>,
    site: Arc<[Diag]>,
}

/// What was said of one document, and what was read of others for that.
#[derive(Debug)]
struct Told {
    diags: Vec<Diag>,
    reads: Reads,
}

impl Told {
    fn of(catalog: &Catalog, entry: &Entry, is_whole: bool) -> Option<Arc<Self>> {
        let rule = |catalog: &Catalog| rules::of_document(catalog, entry, is_whole);
        let (diags, reads) = catalog.reads_of(rule);
        let is_silent = diags.is_empty() && reads.parts().next().is_none();
        (!is_silent).then(|| Arc::new(Self { diags, reads }))
    }
}

impl Ruled {
    /// Applies all rules.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let is_whole = is_whole(catalog);
        let of_document = |entry: &Entry| Told::of(catalog, entry, is_whole);
        let (documents, site) = rayon::join(
            || catalog.entries.par_iter().map(of_document).collect(),
            || rules::of_site(catalog, is_whole).into(),
        );
        Self { documents, site }
    }

    /// Applies the rules to documents that changed, in nothing that others are found by, and to those
    /// that read something of them. What is said of the rest of the site stands where the same things are used,
    /// and as long as no place in these documents is told of there: only that of an old address is.
    pub(super) fn again(
        &self,
        catalog: &Catalog,
        changed: &BTreeSet<DocumentPart>,
        same_uses: bool,
    ) -> Self {
        let is_whole = is_whole(catalog);
        let again = |(entry, known): (&Entry, &Option<Arc<Told>>)| {
            let is_other = DocumentPart::is_of(entry.at, changed)
                || known.as_ref().is_some_and(|own| own.reads.meets(changed));
            if is_other { Told::of(catalog, entry, is_whole) } else { known.clone() }
        };
        let documents = catalog.entries.iter().zip(&self.documents).map(again).collect();
        let mut entries = catalog.entries.iter();
        let has_moved = entries.any(|entry| {
            let has_alias = !entry.document.head.aliases.is_empty();
            has_alias && changed.contains(&DocumentPart::fields(entry.at))
        });
        let site = if same_uses && !has_moved {
            Arc::clone(&self.site)
        } else {
            rules::of_site(catalog, is_whole).into()
        };
        Self { documents, site }
    }

    /// Everything that was said, by document.
    pub(super) fn diags(&self) -> impl Iterator<Item = &Diag> {
        let of_documents = self.documents.iter().flatten().flat_map(|own| &own.diags);
        of_documents.chain(self.site.iter())
    }
}

/// Whether every document could be read: what seems unused may stand in one that could not.
fn is_whole(catalog: &Catalog) -> bool {
    catalog.entries.iter().all(|entry| entry.document.is_readable)
}
