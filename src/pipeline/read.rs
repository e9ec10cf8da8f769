//! Reads and parses every file of the content tree.

use std::collections::BTreeMap;
use std::mem;
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
use crate::vfs::{Files, Folder};

use super::kept_texts::{KeptTexts, LastRead, Parsed};
use super::read_media::{MediaFile, captions, media_files};
use super::read_texts::{Read, guess, read, read_texts};

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
    let (last, now) = (kept.map(KeptTexts::take), LastRead::default());
    let mut reader = Reader { files, sources, diags: listing.diags, last, now };
    let settings = reader.text(site, settings);
    let config = config::read(settings.file, &settings.text).into_value(&mut reader.diags);

    let sorted = reader.sort(&paths)?;
    let Sorted { documents, lists, sidecars, media: media_paths, companions, data, records } =
        sorted;
    let last = reader.last.as_ref().map(|own| &own.documents);
    let parse = |(at, own): (usize, Unparsed)| {
        let known = last.and_then(|last| last.get(at, &own.path));
        own.parse(&config.lang, known, gists)
    };
    let parsed: Vec<(SourcePath, Arc<Parsed>)> =
        documents.into_par_iter().enumerate().map(parse).collect();
    let mut vocabulary = reader.vocabulary(&lists);
    let mut media = described(&sidecars, &paths, &mut vocabulary, &mut reader.diags);
    vocabulary.put_first(&config.lang);
    for own in &mut media {
        own.record.put_first(&config.lang);
    }
    let read_media = reader.media(&media_paths)?;
    captions(&companions, &media, &read_media, &mut reader.diags);
    let media_files = read_media.into_iter().map(|(path, own)| (path, own.facts)).collect();
    let data = reader.tables(data);
    let documents = reader.documents(parsed, kept);
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
    /// What is read now, for the next time.
    now: LastRead,
}

impl Reader<'_> {
    /// Reads every text but the settings and sorts all files by what they are.
    fn sort(&mut self, paths: &[SourcePath]) -> Result<Sorted, Fatal> {
        let others = paths.par_iter().filter(|path| path.as_str() != config::PATH);
        let roles: Vec<_> = others.map(|path| (path, parse::classify(path))).collect();
        let texts = read_texts(self.files, &roles, self.last.as_ref())?;
        let mut sorted = Sorted::default();
        for ((path, role), text) in roles.into_iter().zip(texts) {
            match (role, text) {
                (Ok(role), Some((text, mark))) => {
                    if let (Read::Text(text), Some(mark)) = (&text, mark) {
                        self.now.texts.push(path.clone(), (mark, Arc::clone(text)));
                    }
                    sorted.add(path, role, self.text(path, text));
                }
                (Ok(Role::Media), None) => {
                    // Without its sidecar it is used nowhere.
                    let sidecar = SourcePath::new(&format!("{path}.yaml"));
                    if sidecar.is_some_and(|own| paths.binary_search(&own).is_ok()) {
                        self.diags.extend(parse::bad_picture_name(path));
                    }
                    sorted.media.push(path.clone());
                }
                (Ok(_), None) => {}
                (Err(diag), _) => self.diags.push(diag),
            }
        }
        Ok(sorted)
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

    /// The documents; what was read is kept for the next time, where somebody asks for that.
    fn documents(
        &mut self,
        parsed: Vec<(SourcePath, Arc<Parsed>)>,
        kept: Option<&KeptTexts>,
    ) -> Vec<Document> {
        let mut documents = Vec::with_capacity(parsed.len());
        for (path, own) in parsed {
            documents.push(own.document.clone().into_value(&mut self.diags));
            if kept.is_some() {
                self.now.documents.push(path, own);
            }
        }
        if let Some(kept) = kept {
            kept.put(mem::take(&mut self.now));
        }
        documents
    }

    /// What every media file says of itself.
    fn media(
        &mut self,
        paths: &[SourcePath],
    ) -> Result<BTreeMap<SourcePath, MediaFile>, Fatal> {
        let mut media = BTreeMap::new();
        for (path, mark, own) in media_files(self.files, paths, self.last.as_ref())? {
            if let Some(mark) = mark {
                self.now.media.push(path.clone(), (mark, own.clone()));
            }
            media.insert(path, own.into_value(&mut self.diags));
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

/// A document that is still to be parsed.
struct Unparsed {
    path: SourcePath,
    kind: DocKind,
    id: String,
    /// The language in its name.
    lang: Option<Lang>,
    text: SourceText,
}

impl Unparsed {
    /// Its path and what it was parsed into, in this build or the last.
    fn parse(
        self,
        main: &Lang,
        last: Option<&Arc<Parsed>>,
        gists: Option<&dyn Gists>,
    ) -> (SourcePath, Arc<Parsed>) {
        let Self { path, kind, id, lang, text: SourceText { file, text } } = self;
        let lang = lang.unwrap_or_else(|| main.clone());
        if let Some(known) = last.filter(|own| own.is_of(file, &text, &lang)) {
            return (path, Arc::clone(known));
        }
        let origin = Origin { file, path: path.clone(), kind, id, lang: lang.clone() };
        let document = parse::document(origin, &text, gists);
        (path, Arc::new(Parsed { file, lang, text, document }))
    }
}

/// The files of the tree by what they are.
#[derive(Default)]
struct Sorted {
    documents: Vec<Unparsed>,
    lists: Vec<(&'static str, SourceText)>,
    /// Each with the path of what it describes.
    sidecars: Vec<(SourcePath, SourceText)>,
    media: Vec<SourcePath>,
    companions: BTreeMap<SourcePath, Companion>,
    data: Vec<(SourcePath, SourceText)>,
    records: BTreeMap<SourcePath, SentRecord>,
}

impl Sorted {
    fn add(&mut self, path: &SourcePath, role: Role, own: SourceText) {
        match role {
            Role::Document { kind, id, lang } => {
                let path = path.clone();
                self.documents.push(Unparsed { path, kind, id, lang, text: own });
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
            Role::Site | Role::Media => {}
        }
    }
}
