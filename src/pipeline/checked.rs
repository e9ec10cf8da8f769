//! A look at the finished site.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{OutPath, UrlPath};
use crate::catalog::Catalog;
use crate::check::{self, Known, Looked, Rules};
use crate::config::Section;
use crate::diag::Diag;
use crate::output::{File, Output};
use crate::render::outputs::mail;
use crate::store::Key;

use super::{KeptWork, Options, Pictures};

/// A site that is still to be looked at.
pub(super) struct Finished<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) output: &'a Output,
    /// What its pages were made from.
    pub(super) keys: &'a BTreeMap<OutPath, Key>,
    pub(super) options: &'a Options,
}

impl Finished<'_> {
    /// What a reader would stumble over. Addresses that were left out and headings that are on a
    /// wrong level were told before. What an earlier build found in a page that is the same is
    /// not looked for again.
    pub(super) fn check(
        &self,
        left_out: &[String],
        headings: &[String],
        kept: KeptWork<'_>,
    ) -> (Vec<Diag>, Looked) {
        let config = &self.catalog.config;
        let images = format!("{}/", config.path(Section::Images, &config.lang));
        let mut assumed: Vec<&str> = left_out.iter().map(String::as_str).collect();
        if self.options.pictures == Pictures::Skip {
            assumed.push(&images);
        }
        let sent = mail::kept_folders(self.catalog);
        let sent: Vec<&str> = sent.iter().map(UrlPath::as_str).collect();
        let mut told: Vec<&str> = headings.iter().map(String::as_str).collect();
        told.sort_unstable();
        let rules = Rules {
            assumed: &assumed,
            kept: &sent,
            told: &told,
            ..Rules::new(&config.base_url)
        };
        let changed = kept.earlier.map(|own| others(&own.output, self.output));
        let is_same = |path: &OutPath| match &changed {
            Some(changed) => !changed.contains(path),
            None => {
                let key = self.keys.get(path);
                key.is_some() && kept.run.and_then(|own| own.key_of(path)) == key
            }
        };
        let looked = kept.earlier.map(|own| &own.links).or(kept.run.map(|own| &own.links));
        let output = kept.earlier.map(|own| own.output.as_ref());
        let known = looked.map(|looked| Known { looked, is_same: &is_same, output });
        check::check(self.output, &rules, known)
    }
}

/// The files that an earlier site does not have, or has with other bytes.
fn others<'a>(before: &Output, now: &'a Output) -> BTreeSet<&'a OutPath> {
    // Both are sorted.
    let mut before = before.files().peekable();
    let is_other = |(path, file): &(&'a OutPath, &File)| {
        while before.next_if(|(other, _)| other < path).is_some() {}
        let known = before.next_if(|(other, _)| other == path);
        known.is_none_or(|(_, known)| known.facts.hash != file.facts.hash)
    };
    now.files().filter(is_other).map(|(path, _)| path).collect()
}
