//! A look at the finished site.

use std::collections::BTreeMap;

use crate::base::{OutPath, UrlPath};
use crate::catalog::Catalog;
use crate::check::{self, Known, Looked, Rules};
use crate::config::Section;
use crate::diag::Diag;
use crate::output::Output;
use crate::render::outputs::mail;
use crate::store::Key;

use super::{Kept, Options, Pictures};

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
        (left_out, headings): (&[String], &[String]),
        kept: Kept<'_>,
    ) -> (Vec<Diag>, Looked) {
        let config = &self.catalog.config;
        let images = format!("{}/", config.path(Section::Images, &config.lang));
        let mut assumed: Vec<&str> = left_out.iter().map(String::as_str).collect();
        if self.options.pictures == Pictures::Skip {
            assumed.push(&images);
        }
        let sent = mail::kept_folders(self.catalog);
        let sent: Vec<&str> = sent.iter().map(UrlPath::as_str).collect();
        let told: Vec<&str> = headings.iter().map(String::as_str).collect();
        let rules = Rules {
            assumed: &assumed,
            kept: &sent,
            told: &told,
            ..Rules::new(&config.base_url)
        };
        let is_same = |path: &OutPath| self.is_same(path, kept);
        let looked = kept.earlier.map(|own| &own.links).or(kept.run.map(|own| &own.links));
        let known = looked.map(|looked| Known { looked, is_same: &is_same });
        check::check(self.output, &rules, known)
    }

    /// Whether a page is the same as in the build that is remembered.
    fn is_same(&self, path: &OutPath, kept: Kept<'_>) -> bool {
        if let Some(earlier) = kept.earlier {
            let hash = |own: &Output| own.get(path.as_str()).map(|(_, file)| file.facts.hash);
            return hash(&earlier.output) == hash(self.output);
        }
        let key = self.keys.get(path);
        key.is_some() && kept.run.and_then(|own| own.key_of(path)) == key
    }
}
