//! All documents together: links, relations and back-links resolved, and the rules that need
//! the whole catalogue: references, strength, consent, media, addresses, figures, what is
//! unused.
//!
//! `build` takes everything that was parsed and gives a frozen `Catalog`; pages ask it through
//! `query`.

mod address;
mod again;
mod agenda;
mod availability;
mod body;
mod brand;
mod broken;
mod build;
mod components;
mod consent;
mod edition;
mod sent;
mod quoted;
mod entry;
mod evidence;
mod figures;
mod glossary;
mod index;
mod ingredients;
mod kept;
mod labels;
mod listing;
mod lists;
mod marks;
mod medium;
mod media_in_use;
mod nameable;
mod open_tables;
mod pictures;
mod proposal;
mod query;
mod query_named;
mod query_related;
mod query_regions;
mod reads;
mod references;
mod relations;
mod register;
mod region_names;
mod resolve;
mod ruled;
mod rules;
mod since;
mod taken;
mod tiles;
mod translated;
mod unread;
mod unused_files;
mod versions;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use crate::base::{Date, FileId, Lang, RefKind, SourcePath};
use crate::config::Config;
use crate::i18n::Strings;
use crate::media::Encoding;
use crate::model::body::{Body, Resolved};
use crate::model::{Document, MediaItem};
use crate::parse::Vocabulary;
use crate::parse::data::Table;

pub use address::{Addresses, Style, section_of};
pub use agenda::{Due, Matter, SECURITY, Turn, TurnKind};
pub use availability::Availability;
pub use build::build;
pub use consent::Allowed;
pub use edition::{Correction, EditionItem, corrections};
pub use entry::{Entry, first_time};
pub use evidence::{Ground, Support};
pub use figures::FigureRef;
pub use ingredients::Ingredients;
pub use kept::KeptCatalog;
pub use labels::{Labelled, section_label};
pub use listing::{Listing, Subject};
pub use marks::Marks;
pub use media_in_use::MediaInUse;
pub use medium::MediaEntry;
pub use nameable::Nameable;
pub use open_tables::{DataTable, TableOf};
pub use pictures::{Rendition, licence_url};
pub use proposal::{Proposal, Proposed};
pub use query::newest_first;
pub use query_regions::Coverage;
pub use quoted::Said;
pub use reads::{DocumentPart, Reads};
pub use register::ConsentState;
pub use resolve::{data_url, figure_anchor};
pub use sent::{SentMedia, record_path};
pub use taken::alias_url;
pub use tiles::{MapFrame, TileValue, short_name};

/// Everything that was parsed.
#[derive(Debug, Clone)]
pub struct Input {
    /// The site's settings.
    pub config: Arc<Config>,
    /// The documents, sorted by path.
    pub documents: Vec<Document>,
    /// The lists.
    pub vocabulary: Vocabulary,
    /// The media items that have a sidecar.
    pub media: Vec<MediaItem>,
    /// Every media file with what is known of it.
    pub media_files: BTreeMap<SourcePath, FileFacts>,
    /// Captions and transcripts.
    pub companions: BTreeMap<SourcePath, Companion>,
    /// The data files.
    pub data: BTreeMap<SourcePath, Table>,
    /// What is kept of editions that were sent, by the path of the edition.
    pub records: BTreeMap<SourcePath, SentRecord>,
    /// Files that are published as they are.
    pub as_is: Vec<SourcePath>,
    /// The texts of the theme, per language of the site.
    pub strings: BTreeMap<Lang, Strings>,
    /// The day it is.
    pub today: Date,
    /// Whether drafts and scheduled documents are shown.
    pub audience: Audience,
    /// Whether addresses end in `index.html`.
    pub style: Style,
}

/// What is kept of an edition that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SentRecord {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub text: Arc<str>,
    /// The media items whose pictures stood in the mail, and whether one was made for beside a
    /// text.
    pub media: BTreeMap<String, bool>,
    /// The corrections that the mail told: the document (`factsheet:vertraging`) and what was wrong.
    pub told: BTreeSet<(String, String)>,
    /// The ids of the consents and media items that stand in it.
    pub needs: BTreeSet<String>,
}

/// A file of words beside a media file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// The first hexadecimal digits of the hash of its bytes.
    pub hash: String,
    /// Its text.
    pub text: Arc<str>,
}

/// What is known of a media file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileFacts {
    /// The first hexadecimal digits of the hash of its bytes.
    pub hash: String,
    /// All of them.
    pub whole_hash: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Width and height in pixels as shown, of a picture or film.
    pub size: Option<(u32, u32)>,
    /// The pages of a document.
    pub pages: Option<u32>,
    /// The format of pictures derived from it; `None` when it is published as it is.
    pub derived: Option<Encoding>,
    /// Whether a picture weighs less than those that are made of it and a part as wide.
    pub is_flat: bool,
}

/// Who the site is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The public.
    Public,
    /// Colleagues: drafts and scheduled documents are shown too.
    Preview,
    /// Editors at work: as the public, with the editions that are still to come.
    Editors,
}

/// All documents, resolved and frozen: the only answers that pages may ask for. It is shared
/// without being copied, and can note what is read through it.
#[derive(Debug)]
pub struct Catalog {
    whole: Arc<Whole>,
    recorder: reads::Recorder,
    /// The body that was asked for last: whoever asks for one asks again.
    last_body: Mutex<Option<(usize, Arc<Body<Resolved>>)>>,
}

impl Catalog {
    /// What it holds, while it is being made: nobody else has it yet, so nothing is copied.
    fn whole_mut(&mut self) -> &mut Whole {
        self.last_body = Mutex::default();
        Arc::make_mut(&mut self.whole)
    }

    fn noting(whole: Arc<Whole>, recorder: reads::Recorder) -> Self {
        Self { whole, recorder, last_body: Mutex::default() }
    }
}

impl From<Whole> for Catalog {
    fn from(whole: Whole) -> Self {
        Self::noting(Arc::new(whole), reads::Recorder::default())
    }
}

impl Clone for Catalog {
    /// The same catalogue, of which nothing is noted.
    fn clone(&self) -> Self {
        Self::noting(Arc::clone(&self.whole), reads::Recorder::default())
    }
}

impl Deref for Catalog {
    type Target = Whole;

    fn deref(&self) -> &Whole {
        &self.whole
    }
}

/// What a catalogue holds. What is large and seldom changes is shared with the next one.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The site's settings.
    pub config: Arc<Config>,
    /// The day it is.
    pub today: Date,
    /// The lists.
    pub vocabulary: Arc<Vocabulary>,
    /// The addresses of everything.
    pub addresses: Addresses,
    /// Who the site is built for.
    pub audience: Audience,
    pub(crate) entries: Vec<Entry>,
    pub(crate) index: Arc<index::Index>,
    pub(crate) data: Arc<BTreeMap<SourcePath, Table>>,
    pub(crate) records: BTreeMap<SourcePath, SentRecord>,
    /// Files that are published as they are.
    pub(crate) as_is: Vec<SourcePath>,
    pub(crate) media: Arc<BTreeMap<String, MediaEntry>>,
    /// What cannot be told to be missing, because a file that may hold it could not be read.
    pub(crate) unread: BTreeSet<RefKind>,
    /// Media files without a sidecar.
    pub(crate) unmarked: BTreeSet<SourcePath>,
    /// Ids of sidecars without a media file.
    pub(crate) lost_media: BTreeSet<String>,
    pub(crate) uses: Arc<resolve::Uses>,
    pub(crate) relations: Arc<relations::Relations>,
    pub(crate) strings: BTreeMap<Lang, Strings>,
}
