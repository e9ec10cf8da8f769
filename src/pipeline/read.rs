//! Reads and parses every file of the content tree.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{FileId, Lang, SourcePath, Span};
use crate::catalog::{Companion, FileFacts, SentRecord};
use crate::config::{self, Config};
use crate::diag::problem::{Host, Rights, Tree};
use crate::diag::{Diag, Fatal, Noted, Place, Problem, SourceMap};
use crate::model::{DocKind, Document, MediaItem};
use crate::output::Hash;
use crate::parse::data::Table;
use crate::parse::{self, Gists, Origin, Role, Vocabulary};
use crate::render::outputs::newsletter::{self, Recorded};
use crate::vfs::{Files, Folder, Mark};

use super::kept_texts::{Kept, KeptTexts, LastRead, Parsed, Row};
use super::read_media::{MediaFile, captions, media_files};
use super::read_texts::{Found, Read, Same, find_texts, forget_lost_characters, guess, read};

/// The content tree, parsed.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) config: Config,
    pub(super) settings: SourceText,
    pub(super) documents: Vec<Document>,
    pub(super) vocabulary: Vocabulary,
    pub(super) media: Vec<MediaItem>,
    pub(super) media_files: BTreeMap<SourcePath, FileFacts>,
    pub(super) companions: BTreeMap<SourcePath, Companion>,
    pub(super) data: BTreeMap<SourcePath, Table>,
    pub(super) records: BTreeMap<SourcePath, SentRecord>,
    pub(super) as_is: Vec<SourcePath>,
}

/// A text that stands in the source map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceText {
    file: FileId,
    text: Arc<str>,
}

/// Reads and parses the content tree. Only what cannot be read at all stops it.
pub(super) fn content(
    files: &dyn Files,
    sources: &mut SourceMap,
    kept: Option<&KeptTexts>,
    gists: Option<&dyn Gists>,
) -> Result<Noted<Content>, Fatal> {
    let mut listing = files.list(&Folder::CONTENT)?;
    listing.files.sort_unstable();
    let paths = listing.files;
    let (site, settings) = settings(files, &paths, &listing.diags)?;
    let (last, now) = (kept.map(KeptTexts::take), Vec::new());
    let mut reader = Reader { files, sources, diags: listing.diags, last, now };
    let settings = reader.text(site, settings);
    let config = config::read(settings.file, &settings.text).into_value(&mut reader.diags);

    let sorted = reader.sort(&paths, &config.lang)?;
    let Sorted { documents, lists, sidecars, companions, data, records, .. } = sorted;
    let (media_paths, as_is) = (sorted.media, sorted.as_is);
    let last = reader.last.as_ref();
    let parse = |own: Draft| {
        let (at, mark, own) = own.parsed(&config.lang, last, gists);
        (own.document.clone(), at, Kept::Document(mark, own))
    };
    let parsed: Vec<_> = documents.into_par_iter().map(parse).collect();
    let mut vocabulary = reader.vocabulary(&lists);
    let mut media = described(&sidecars, &paths, &mut vocabulary, &mut reader.diags);
    vocabulary.put_first(&config.lang);
    for own in &mut media {
        own.record.put_first(&config.lang);
    }
    let read_media = reader.media(&paths, &media_paths)?;
    captions(&companions, &media, &read_media, &mut reader.diags);
    let media_files = read_media.into_iter().map(|(path, own)| (path, own.facts)).collect();
    let data = reader.tables(data);
    let documents = reader.documents(parsed);
    if let Some(kept) = kept {
        let files = Row::of(paths.into_iter().zip(reader.now));
        kept.put(LastRead { main: Some(config.lang.clone()), files });
    }
    let content = Content {
        config,
        settings,
        documents,
        vocabulary,
        media,
        media_files,
        companions,
        data,
        records,
        as_is,
    };
    Ok(Noted::new(content, reader.diags))
}

/// The settings of the site, without which there is none.
fn settings<'a>(
    files: &dyn Files,
    paths: &'a [SourcePath],
    diags: &[Diag],
) -> Result<(&'a SourcePath, Read), Fatal> {
    let site = paths.iter().find(|path| path.as_str() == config::PATH);
    let text = site.map(|path| read(files, path)).transpose()?.flatten();
    site.zip(text).ok_or_else(|| {
        // It may well be there, behind a link that is not followed.
        if let Some(diag) = diags.iter().find(|diag| hides_the_site(diag)) {
            return Fatal(Box::new(diag.clone()));
        }
        let place = SourcePath::new(config::PATH).map_or(Place::Nowhere, Place::File);
        Fatal::new(place, Host::NoSite)
    })
}

/// Whether a problem is that `content/` or `site.yaml` is a link that is not followed.
fn hides_the_site(diag: &Diag) -> bool {
    let Place::File(path) = &diag.place else { return false };
    let is_on_the_way = [Folder::CONTENT.as_str(), config::PATH].contains(&path.as_str());
    is_on_the_way && matches!(diag.problem, Problem::Tree(Tree::OutsideLink))
}

/// A content tree that is being read.
struct Reader<'a> {
    files: &'a dyn Files,
    sources: &'a mut SourceMap,
    diags: Vec<Diag>,
    /// What was read last, where that is kept.
    last: Option<LastRead>,
    /// What is read now of each file, for the next time.
    now: Vec<Kept>,
}

impl Reader<'_> {
    /// Reads every text but the settings and sorts all files by what they are.
    fn sort(&mut self, paths: &[SourcePath], main: &Lang) -> Result<Sorted, Fatal> {
        let found = find_texts(self.files, paths, self.last.as_ref(), main)?;
        self.now.resize_with(paths.len(), Kept::default);
        let mut sorted = Sorted::default();
        for (at, (path, found)) in paths.iter().zip(found).enumerate() {
            match found {
                Found::Same(own) => self.same(at, own, &mut sorted),
                Found::Other(Ok(role), Some((text, mark))) => {
                    let place = (at, path);
                    // What is no text is read again, and said again, every time.
                    let mark = mark.filter(|_| matches!(text, Read::Text(_)));
                    if let (Read::Text(text), Some(mark)) = (&text, &mark) {
                        self.keep(at, Kept::Text(mark.clone(), Arc::clone(text)));
                    }
                    sorted.add(place, role, self.text(path, text), mark);
                }
                Found::Other(Ok(Role::Media), None) => {
                    // Without its sidecar it is used nowhere.
                    let sidecar = SourcePath::new(&format!("{path}.yaml"));
                    if sidecar.is_some_and(|own| paths.binary_search(&own).is_ok()) {
                        self.diags.extend(parse::bad_picture_name(path));
                    }
                    sorted.media.push(at);
                }
                Found::Other(Ok(Role::AsIs), None) => sorted.as_is.push(path.clone()),
                Found::Other(Ok(_), None) => {}
                Found::Other(Err(diag), _) => self.diags.push(diag),
            }
        }
        Ok(sorted)
    }

    /// Puts a document that was parsed before in the source map. Where that gives it another
    /// number, its places have to be found again.
    fn same(&mut self, at: usize, own: Same, sorted: &mut Sorted) {
        let Same { path, mark, text, parsed } = own;
        let file = self.sources.add(path, text);
        if parsed.file == file {
            sorted.documents.push(Draft::Known(at, Some(mark), parsed));
        } else if let Ok(role) = parse::classify(&parsed.document.value.meta.path) {
            let text = SourceText { file, text: Arc::clone(&parsed.text) };
            let place = (at, &parsed.document.value.meta.path);
            sorted.add(place, role, text, Some(mark));
        }
    }

    fn keep(&mut self, at: usize, own: Kept) {
        if let Some(place) = self.now.get_mut(at) {
            *place = own;
        }
    }

    /// Puts a text in the source map. Bytes that are not UTF-8 are a problem at the first of them.
    fn text(&mut self, path: &SourcePath, read: Read) -> SourceText {
        let bytes = match read {
            Read::Text(text) => {
                let file = self.sources.add(path.clone(), Arc::clone(&text));
                return SourceText { file, text };
            }
            Read::Bytes(bytes) => bytes,
        };
        let offset =
            std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let text: Arc<str> = Arc::from(String::from_utf8_lossy(&bytes).as_ref());
        let file = self.sources.add(path.clone(), Arc::clone(&text));
        let span = Span::new(file, offset, offset + '\u{fffd}'.len_utf8());
        self.diags.push(Diag::at(span, Tree::NotUtf8 { offset, guess: guess(&bytes) }));
        SourceText { file, text }
    }

    /// What the lists of the vocabulary say.
    fn vocabulary(&mut self, lists: &[(&'static str, SourceText)]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (name, own) in lists {
            self.diags.extend(parse::vocabulary(name, own.file, &own.text, &mut vocabulary));
        }
        vocabulary
    }

    /// What stands in tables.
    fn tables(&mut self, data: Vec<(SourcePath, SourceText)>) -> BTreeMap<SourcePath, Table> {
        let table = |(path, own): (SourcePath, SourceText)| {
            let table = parse::data::read(own.file, &own.text).into_value(&mut self.diags);
            (path, table)
        };
        data.into_iter().map(table).collect()
    }

    /// The documents.
    fn documents(&mut self, parsed: Vec<(Noted<Document>, usize, Kept)>) -> Vec<Document> {
        let mut documents = Vec::with_capacity(parsed.len());
        for (document, at, own) in parsed {
            documents.push(document.into_value(&mut self.diags));
            self.keep(at, own);
        }
        forget_lost_characters(&mut self.diags);
        documents
    }

    /// What every media file says of itself.
    fn media(
        &mut self,
        paths: &[SourcePath],
        positions: &[usize],
    ) -> Result<BTreeMap<SourcePath, MediaFile>, Fatal> {
        let mut media = BTreeMap::new();
        for (at, mark, own) in media_files(self.files, paths, positions, self.last.as_ref())? {
            if let Some(mark) = mark {
                self.keep(at, Kept::Media(mark, own.clone()));
            }
            let path = paths.get(at).cloned();
            media.extend(path.map(|path| (path, own.into_value(&mut self.diags))));
        }
        Ok(media)
    }
}

/// What sidecars say of the media files beside them.
fn described(
    sidecars: &[(SourcePath, SourceText)],
    all: &[SourcePath],
    vocabulary: &mut Vocabulary,
    diags: &mut Vec<Diag>,
) -> Vec<MediaItem> {
    let mut media = Vec::new();
    for (of, own) in sidecars {
        if let Some(problem) = no_media(of, all) {
            diags.push(Diag::missing_from(own.file, problem));
            continue;
        }
        let (item, references) = parse::sidecar(own.file, of, &own.text);
        media.push(item.into_value(diags));
        vocabulary.references.extend(references);
    }
    media
}

/// That what a sidecar describes is there, and is no media file.
fn no_media(of: &SourcePath, all: &[SourcePath]) -> Option<Rights> {
    let role = all.binary_search(of).ok().map(|_| parse::classify(of))?;
    let is_companion = matches!(role, Ok(Role::Companion));
    let file = of.name().to_owned();
    (!matches!(role, Ok(Role::Media))).then_some(Rights::NotMedia { file, is_companion })
}

/// A document on its way, by the position of its file, with its mark.
enum Draft {
    Unparsed(usize, Option<Mark>, Unparsed),
    /// What it was parsed into before.
    Known(usize, Option<Mark>, Arc<Parsed>),
}

/// A document that is still to be parsed.
struct Unparsed {
    path: SourcePath,
    kind: DocKind,
    id: String,
    /// The language in its name.
    lang: Option<Lang>,
    text: SourceText,
}

impl Draft {
    /// The document, parsed in this build or the last.
    fn parsed(
        self,
        main: &Lang,
        last: Option<&LastRead>,
        gists: Option<&dyn Gists>,
    ) -> (usize, Option<Mark>, Arc<Parsed>) {
        let (at, mark, own) = match self {
            Self::Unparsed(at, mark, own) => (at, mark, own),
            Self::Known(at, mark, parsed) => return (at, mark, parsed),
        };
        let known = match last.and_then(|last| last.files.get(at, &own.path)) {
            Some(Kept::Document(_, known)) => Some(known),
            _ => None,
        };
        (at, mark, own.parse(main, known, gists))
    }
}

impl Unparsed {
    fn parse(
        self,
        main: &Lang,
        last: Option<&Arc<Parsed>>,
        gists: Option<&dyn Gists>,
    ) -> Arc<Parsed> {
        let Self { path, kind, id, lang, text: SourceText { file, text } } = self;
        let lang = lang.unwrap_or_else(|| main.clone());
        if let Some(known) = last.filter(|own| own.is_of(file, &text, &lang)) {
            return Arc::clone(known);
        }
        let origin = Origin { file, path, kind, id, lang: lang.clone() };
        let document = parse::document(origin, &text, gists);
        Arc::new(Parsed { file, lang, text, document })
    }
}

/// The files of the tree by what they are.
#[derive(Default)]
struct Sorted {
    documents: Vec<Draft>,
    lists: Vec<(&'static str, SourceText)>,
    /// Each with the path of what it describes.
    sidecars: Vec<(SourcePath, SourceText)>,
    /// The positions of media files.
    media: Vec<usize>,
    companions: BTreeMap<SourcePath, Companion>,
    data: Vec<(SourcePath, SourceText)>,
    records: BTreeMap<SourcePath, SentRecord>,
    /// What is published as it is.
    as_is: Vec<SourcePath>,
}

impl Sorted {
    /// Adds the text of a file at a position, with its mark.
    fn add(
        &mut self,
        (at, path): (usize, &SourcePath),
        role: Role,
        own: SourceText,
        mark: Option<Mark>,
    ) {
        match role {
            Role::Document { kind, id, lang } => {
                let path = path.clone();
                let own = Unparsed { path, kind, id, lang, text: own };
                self.documents.push(Draft::Unparsed(at, mark, own));
            }
            Role::Vocabulary(name) => self.lists.push((name, own)),
            Role::Sidecar(of) => self.sidecars.push((of, own)),
            Role::Companion => {
                let text = own.text;
                let hash = Hash::of(text.as_bytes()).short();
                self.companions.insert(path.clone(), Companion { hash, text });
            }
            Role::Record(edition) => {
                let SourceText { file, text } = own;
                let Recorded { media, told, needs } = newsletter::recorded(&text);
                self.records.insert(edition, SentRecord { file, text, media, told, needs });
            }
            Role::Data => self.data.push((path.clone(), own)),
            Role::Site | Role::Media | Role::AsIs => {}
        }
    }
}
