//! Links to files and headings that are not there, and what was probably meant.

use crate::base::{Shape, SourcePath, allowed, nearest, renamed, same_letters};
use crate::diag::Diag;
use crate::diag::problem::Link;
use crate::model::{RawLink, Target};

use super::medium::MediaEntry;
use super::references::relative;
use super::resolve::Lookup;

impl Lookup<'_> {
    /// The file whose path a reader cannot tell from this one.
    pub(super) fn same_file(&self, path: &SourcePath) -> Option<SourcePath> {
        self.files().find(|own| same_letters(own.as_str(), path.as_str())).cloned()
    }

    /// The media of a file.
    pub(super) fn media_at(&self, path: &SourcePath) -> Option<&MediaEntry> {
        let catalog = self.catalog;
        catalog.media_of_file(path).or_else(|| catalog.media_of_file(&self.same_file(path)?))
    }

    /// Reports a path at which there is no file.
    pub(super) fn broken(&mut self, raw: &RawLink, path: &str) -> Target {
        let nearest = self.nearest_file(path);
        self.diags.push(Diag::at(raw.span, Link::Broken { path: path.to_owned(), nearest }));
        Target::Nothing
    }

    /// Reports a path at which there is no picture.
    pub(super) fn broken_picture(&mut self, raw: &RawLink, path: &str) -> Target {
        let name = path.rsplit('/').next().unwrap_or(path);
        let id = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        let known = self.catalog.media.keys().map(String::as_str);
        let nearest = nearest(&id, known).map(|id| format!("media:{id}"));
        let path = path.to_owned();
        self.diags.push(Diag::at(raw.span, Link::BrokenPicture { path, nearest }));
        Target::Nothing
    }

    /// A file of the same folder that may have had this name; else one that is near in spelling;
    /// else the only one with this name, in whatever folder.
    fn nearest_file(&self, written: &str) -> Option<String> {
        let from = self.path();
        let others: Vec<&SourcePath> = self.files().filter(|to| Some(*to) != from).collect();
        if let Some(near) = from.and_then(|from| beside(&from.join(written)?, &others)) {
            return Some(relative(from, near));
        }
        // A path that is near ends in a name that is, unless a slash is missing: of most files the path
        // need not be made.
        let (limit, name) = (allowed(written), written.rsplit('/').next().unwrap_or(written));
        let shape = Shape::of(name);
        let near = others.iter().filter(|to| shape.may_be_near(limit, to.name()));
        let paths: Vec<String> = near.map(|to| relative(from, to)).collect();
        if let Some(near) = nearest(written, paths.iter().map(String::as_str)) {
            return Some(near.to_owned());
        }
        let name = written.rsplit('/').next().filter(|name| *name != "index.md")?;
        let mut named = others.iter().filter(|to| to.name() == name);
        let (only, more) = (named.next()?, named.next());
        more.is_none().then(|| relative(from, only))
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let catalog = self.catalog;
        let media = catalog.media.values().filter_map(|entry| entry.item.file.as_ref());
        let texts = catalog.index.paths().chain(catalog.data.keys());
        texts.chain(media).chain(&catalog.unmarked)
    }

    /// Reports an anchor that the document at a position does not have.
    pub(super) fn check_anchor(&mut self, raw: &RawLink, at: usize, anchor: &str) {
        let entry = self.catalog.entries.get(at);
        let Some(entry) = entry.filter(|own| own.document.is_readable) else { return };
        let anchors = &self.catalog.text(entry).anchors;
        if anchors.iter().any(|own| own == anchor) {
            return;
        }
        let nearest = nearest(anchor, anchors.iter().map(String::as_str)).map(str::to_owned);
        let anchor = anchor.to_owned();
        self.diags.push(Diag::at(raw.span, Link::BrokenAnchor { anchor, nearest }));
    }
}

/// The file of this folder, with this ending, that may have had this name.
fn beside<'a>(lost: &SourcePath, others: &[&'a SourcePath]) -> Option<&'a SourcePath> {
    let is_alike = |own: &&&SourcePath| {
        own.folder() == lost.folder() && own.extension() == lost.extension()
    };
    let alike: Vec<&SourcePath> = others.iter().filter(is_alike).copied().collect();
    let stem = renamed(lost.stem(), alike.iter().map(|own| own.stem()))?;
    alike.into_iter().find(|own| own.stem() == stem)
}
