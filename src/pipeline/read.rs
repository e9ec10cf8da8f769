//! Reads and parses every file of the content tree.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;

use crate::base::{FileId, Lang, SourcePath, Span};
use crate::catalog::{Companion, FileFacts, SentRecord};
use crate::config::{self, Config};
use crate::diag::problem::{Host, Tree};
use crate::diag::{Diag, Fatal, Noted, Place, SourceMap};
use crate::media;
use crate::model::{Document, MediaItem};
use crate::output::Hash;
use crate::parse::data::Table;
use crate::parse::{self, Origin, Role, Vocabulary};
use crate::vfs::Files;

use super::kept_texts::KeptTexts;

/// The content tree, parsed.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) config: Config,
    /// The file of the settings and its text.
    pub(super) settings: (FileId, Arc<str>),
    pub(super) documents: Vec<Document>,
    pub(super) vocabulary: Vocabulary,
    pub(super) media: Vec<MediaItem>,
    pub(super) media_files: BTreeMap<SourcePath, FileFacts>,
    pub(super) companions: BTreeMap<SourcePath, Companion>,
    pub(super) data: BTreeMap<SourcePath, Table>,
    pub(super) records: BTreeMap<SourcePath, SentRecord>,
}

/// Reads and parses the content tree. Only what cannot be read at all stops it.
pub(super) fn content(
    files: &dyn Files,
    sources: &mut SourceMap,
    kept: Option<&KeptTexts>,
) -> Result<Noted<Content>, Fatal> {
    let mut listing = files.list("content")?;
    listing.files.sort_unstable();
    let mut diags = listing.diags;
    let site_path = SourcePath::new(config::PATH);
    let site = listing.files.iter().find(|path| path.as_str() == config::PATH);
    let Some(site) = site else {
        return Err(Fatal::new(site_path.map_or(Place::Nowhere, Place::File), Host::NoSite));
    };
    let (file, text) = read((files, kept), site)?.into(sources, site, &mut diags);
    let config = config::read(file, &text).into_value(&mut diags);

    let mut sorted = Sorted::default();
    let roles = listing.files.iter().filter(|path| path.as_str() != config::PATH);
    let roles: Vec<_> = roles.map(|path| (path, parse::classify(path))).collect();
    let text_of = |(path, role): &(&SourcePath, Result<Role, Diag>)| match role {
        Ok(Role::Site | Role::Media) | Err(_) => Ok(None),
        Ok(_) => read((files, kept), path).map(Some),
    };
    let texts: Vec<Result<Option<Read>, Fatal>> = roles.par_iter().map(text_of).collect();
    for ((path, role), text) in roles.into_iter().zip(texts) {
        match (role, text?) {
            (Ok(role), Some(text)) => {
                sorted.add(path, role, text.into(sources, path, &mut diags));
            }
            (Ok(Role::Media), None) => sorted.media.push(path.clone()),
            (Ok(_), None) => {}
            (Err(diag), _) => diags.push(diag),
        }
    }
    let main = config.lang.clone();
    let documents: Vec<Noted<Document>> =
        sorted.documents.into_par_iter().map(|own| own.parse(&main, kept)).collect();
    let mut vocabulary = Vocabulary::default();
    for (name, file, text) in &sorted.lists {
        diags.extend(parse::vocabulary(name, *file, text, &mut vocabulary));
    }
    let mut media = Vec::new();
    for (file, of, text) in &sorted.sidecars {
        let (item, references) = parse::sidecar(*file, of, text);
        media.push(item.into_value(&mut diags));
        vocabulary.references.extend(references);
    }
    let files_of_media = media_files((files, kept), &sorted.media, &mut diags)?;
    if let Some(kept) = kept {
        kept.keep_only(&listing.files);
    }
    captions(&sorted.companions, &media, &files_of_media, &mut diags);
    let media_files = files_of_media.into_iter().map(|(path, own)| (path, own.facts)).collect();
    let data = sorted
        .data
        .iter()
        .map(|(path, file, text)| {
            (path.clone(), parse::data::read(*file, text).into_value(&mut diags))
        })
        .collect();
    let documents = documents.into_iter().map(|own| own.into_value(&mut diags)).collect();
    let (companions, records) = (sorted.companions, sorted.records);
    let content = Content {
        config,
        settings: (file, text),
        documents,
        vocabulary,
        media,
        media_files,
        companions,
        data,
        records,
    };
    Ok(Noted::new(content, diags))
}

/// A document that is still to be parsed.
struct Unparsed {
    file: FileId,
    path: SourcePath,
    role: (crate::model::DocKind, String, Option<Lang>),
    text: Arc<str>,
}

impl Unparsed {
    fn parse(self, main: &Lang, kept: Option<&KeptTexts>) -> Noted<Document> {
        let Self { file, path, role: (kind, id, lang), text } = self;
        let lang = lang.unwrap_or_else(|| main.clone());
        let origin = Origin { file, path: path.clone(), kind, id, lang: lang.clone() };
        let parse = || parse::document(origin, &text);
        match kept {
            Some(kept) => kept.document((&path, file), (&text, &lang), parse),
            None => parse(),
        }
    }
}

/// The files of the tree by what they are.
#[derive(Default)]
struct Sorted {
    documents: Vec<Unparsed>,
    lists: Vec<(&'static str, FileId, Arc<str>)>,
    sidecars: Vec<(FileId, SourcePath, Arc<str>)>,
    media: Vec<SourcePath>,
    companions: BTreeMap<SourcePath, Companion>,
    data: Vec<(SourcePath, FileId, Arc<str>)>,
    records: BTreeMap<SourcePath, SentRecord>,
}

impl Sorted {
    fn add(&mut self, path: &SourcePath, role: Role, (file, text): (FileId, Arc<str>)) {
        match role {
            Role::Document { kind, id, lang } => {
                let path = path.clone();
                self.documents.push(Unparsed { file, path, role: (kind, id, lang), text });
            }
            Role::Vocabulary(name) => self.lists.push((name, file, text)),
            Role::Sidecar(of) => self.sidecars.push((file, of, text)),
            Role::Companion => {
                let hash = Hash::of(text.as_bytes()).short();
                self.companions.insert(path.clone(), Companion { hash, text });
            }
            Role::Record(edition) => {
                self.records.insert(edition, SentRecord { file, text });
            }
            Role::Data => self.data.push((path.clone(), file, text)),
            Role::Site | Role::Media => {}
        }
    }
}

/// What was read of a file.
enum Read {
    Text(Arc<str>),
    /// Its bytes are no text.
    Bytes(Arc<[u8]>),
}

fn read(
    (files, kept): (&dyn Files, Option<&KeptTexts>),
    path: &SourcePath,
) -> Result<Read, Fatal> {
    let mut bytes = None;
    let mut read = || -> Result<Option<Arc<str>>, Fatal> {
        let found = files.read(path)?.unwrap_or_else(|| Arc::from([].as_slice()));
        let text = std::str::from_utf8(&found).ok().map(Arc::from);
        bytes = Some(found).filter(|_| text.is_none());
        Ok(text)
    };
    let text = match kept {
        Some(kept) => kept.text(path, files.mark(path), read)?,
        None => read()?,
    };
    Ok(match text {
        Some(text) => Read::Text(text),
        None => Read::Bytes(bytes.unwrap_or_else(|| Arc::from([].as_slice()))),
    })
}

impl Read {
    /// The text, which goes into the source map. Bytes that are not UTF-8 are a problem at the
    /// first of them.
    fn into(
        self,
        sources: &mut SourceMap,
        path: &SourcePath,
        diags: &mut Vec<Diag>,
    ) -> (FileId, Arc<str>) {
        let bytes = match self {
            Self::Text(text) => return (sources.add(path.clone(), Arc::clone(&text)), text),
            Self::Bytes(bytes) => bytes,
        };
        let offset =
            std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let shown: Arc<str> = Arc::from(String::from_utf8_lossy(&bytes).as_ref());
        let file = sources.add(path.clone(), Arc::clone(&shown));
        let span = Span::new(file, offset, offset + '\u{fffd}'.len_utf8());
        diags.push(Diag::at(span, Tree::NotUtf8 { offset, guess: guess(&bytes) }));
        (file, shown)
    }
}

/// Which encoding bytes that are not UTF-8 probably have.
fn guess(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        _ if bytes.contains(&0) => None,
        _ => Some("Windows-1252"),
    }
}

/// A media file as it was read.
#[derive(Debug, Clone)]
pub(super) struct MediaFile {
    facts: FileFacts,
    /// How long a film lasts, where it says so.
    length: Option<Duration>,
}

fn length(facts: &media::Facts) -> Option<Duration> {
    match facts {
        media::Facts::Film { duration, .. } => *duration,
        _ => None,
    }
}

/// Checks captions, against the length of the film whose sidecar names them.
fn captions(
    companions: &BTreeMap<SourcePath, Companion>,
    media: &[MediaItem],
    files: &BTreeMap<SourcePath, MediaFile>,
    diags: &mut Vec<Diag>,
) {
    for (path, own) in companions.iter().filter(|(path, _)| path.extension() == "vtt") {
        let film = media.iter().find(|item| {
            let named = item.captions.as_ref().zip(item.file.as_ref());
            named.and_then(|(name, file)| file.join(name)).as_ref() == Some(path)
        });
        let file = film.and_then(|item| files.get(item.file.as_ref()?));
        let length = file.and_then(|file| file.length);
        media::captions(path, own.text.as_bytes(), length).into_value(diags);
    }
}

/// What every media file says of itself; those that cannot be used are noted and left out.
fn media_files(
    (files, kept): (&dyn Files, Option<&KeptTexts>),
    paths: &[SourcePath],
    diags: &mut Vec<Diag>,
) -> Result<BTreeMap<SourcePath, MediaFile>, Fatal> {
    let read = |path: &SourcePath| -> Result<_, Fatal> {
        let bytes = files.read(path)?.unwrap_or_else(|| Arc::from([].as_slice()));
        let facts = media::probe(path, &bytes);
        let file = |facts: media::Facts| MediaFile {
            length: length(&facts),
            facts: of(&facts, &bytes),
        };
        Ok(facts.map(file))
    };
    let find = |path: &SourcePath| {
        let found = match kept {
            Some(kept) => kept.media(path, files.mark(path), || read(path)),
            None => read(path),
        };
        Ok((path.clone(), found?))
    };
    let found: Vec<Result<(SourcePath, Noted<MediaFile>), Fatal>> =
        paths.par_iter().map(find).collect();
    let mut out = BTreeMap::new();
    for result in found {
        let (path, facts) = result?;
        out.insert(path, facts.into_value(diags));
    }
    Ok(out)
}

fn of(facts: &media::Facts, bytes: &[u8]) -> FileFacts {
    use media::Facts;
    let (size, pages, derived) = match facts {
        Facts::Picture(own) => (Some((own.width, own.height)), None, Some(own.encoding)),
        Facts::Drawing { width, height } => (Some((*width, *height)), None, None),
        Facts::Pdf(own) => (None, own.pages, None),
        Facts::Film { size, .. } => (*size, None, None),
        Facts::Office { .. } | Facts::Audio { .. } | Facts::Captions(_) | Facts::Unusable => {
            (None, None, None)
        }
    };
    let hash = Hash::of(bytes);
    let (hash, whole_hash) = (hash.short(), hash.to_string());
    FileFacts { hash, whole_hash, bytes: bytes.len() as u64, size, pages, derived }
}
