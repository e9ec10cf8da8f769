//! What a build is asked to do.

use std::path::PathBuf;

use super::Progress;
use crate::diag::Strictness;
use crate::vfs::Env;

/// What is to be built, and in which surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// What the build is asked to do.
    pub options: &'a Options,
    /// The day, and what else the machine says.
    pub env: &'a Env,
}

/// What a build is asked to do; what the surroundings say is in `Env`.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// What the build is for.
    pub purpose: Purpose,
    /// The address of the site, in place of `base-url` of `site.yaml`.
    pub base_url: Option<String>,
    /// Which documents are on the site.
    pub visibility: Visibility,
    /// Whether warnings stop the build.
    pub strictness: Strictness,
    /// How links inside the site end.
    pub links: Links,
    /// What happens to pictures.
    pub pictures: Pictures,
    /// What happens to search.
    pub search: Search,
    /// How many threads work at once; `None` for as many as there are cores.
    pub jobs: Option<usize>,
    /// Whether work of earlier builds is used.
    pub reuse: Reuse,
    /// A consent or media item that counts as withdrawn, whatever the content says.
    pub without_consent: Option<String>,
    /// Where the build says how far it is.
    pub progress: Progress,
    /// What is measured.
    pub measure: Measure,
    /// How the caller tells what came of a build that publishes. With a voice, a build that
    /// finds nothing changed does nothing and gives back what was said in the same voice.
    pub voice: Option<String>,
    /// The fingerprint of what the caller leaves beside the site, as it stands. A build that finds
    /// another one there than the last build left does its work.
    pub beside: Option<String>,
}

impl Options {
    /// What a command does when nothing else is asked for: the public site, without the work of
    /// earlier builds.
    pub fn new(root: impl Into<PathBuf>, purpose: Purpose) -> Self {
        let search = match purpose {
            Purpose::Publish(_) => Search::Index,
            Purpose::Check | Purpose::Compare => Search::Later,
        };
        Self {
            root: root.into(),
            purpose,
            search,
            base_url: None,
            visibility: Visibility::default(),
            strictness: Strictness::default(),
            links: Links::default(),
            pictures: Pictures::default(),
            jobs: None,
            reuse: Reuse::default(),
            without_consent: None,
            progress: Progress::default(),
            measure: Measure::default(),
            voice: None,
            beside: None,
        }
    }
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Each station.
    #[default]
    Stations,
    /// Each page too.
    Pages,
}

/// Whether work of earlier builds is used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reuse {
    /// Everything is made anew, and nothing is kept.
    #[default]
    Nothing,
    /// What is in the store in this folder is not made again, and what is made is kept there.
    Store(PathBuf),
    /// What is in the store in this folder is not made again, and nothing is written there.
    Read(PathBuf),
}

/// What a build is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Write the site to this folder, `public/` under the root when it names none.
    Publish(Option<PathBuf>),
    /// Look at everything and write nothing.
    Check,
    /// The same, with the bytes of every page: the site is compared with another.
    Compare,
}

/// Which documents are on the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Those that readers may see today.
    #[default]
    Public,
    /// Drafts and scheduled documents too, with a banner and `noindex`.
    Preview,
    /// As the public, with the editions that are still to come and their copy desks.
    Editors,
}

/// How links inside the site end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// In a folder, as hosts serve them.
    #[default]
    Folders,
    /// In `index.html`, so that the site can be read from disk.
    Files,
}

/// What happens to pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pictures {
    /// Smaller ones are made of each.
    #[default]
    Derive,
    /// They keep their markup and size; no files are derived.
    Skip,
}

/// What happens to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Search {
    /// The index is made with the site.
    #[default]
    Index,
    /// The site has a search box, and whoever asked for the site makes the index: it takes
    /// longer than the pages do.
    Later,
    /// There is none: the search page is the index from A to Z.
    Skip,
}
