//! The files of media items: pictures derived in their sizes, the rest without what cameras and
//! programmes wrote into it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{OutPath, SourcePath, UrlPath};
use crate::catalog::{Catalog, MediaEntry, MediaInUse, Rendition};
use crate::diag::problem::{Media, Uncleaned};
use crate::diag::{Diag, Fatal};
use crate::media::{self, Notice, Shape, Wanted};
use crate::output::{Artifact, Content, Facts};
use crate::store::{Key, KeyMaker, Store};
use crate::vfs::Files;

use super::kept_pages::KeptPages;
use super::read_media::is_heavy;
use super::{Options, Pictures, Station};

/// Pictures of more pixels than this are decoded one at a time, so that memory stays bounded.
const HEAVY_PIXELS: u64 = 24_000_000;

/// The files of every media item that is used and may be shown, and what stands in place of
/// pictures in mails that were sent and may no longer be shown.
pub(super) fn artifacts(
    catalog: &Catalog,
    files: &dyn Files,
    kept: KeptPages<'_>,
    options: &Options,
) -> Result<Pieces, Fatal> {
    let (pictures, progress) = (options.pictures, &options.progress);
    let sent: BTreeSet<&str> =
        catalog.sent_media().into_iter().map(|own| own.entry.item.id.as_str()).collect();
    let in_use = catalog.media_in_use();
    let used = catalog.media_entries().filter(|entry| {
        let was_sent = sent.contains(entry.item.id.as_str());
        entry.allowed.site && (in_use.shows(entry) || entry.allowed.newsletter && was_sent)
    });
    let (heavy, light): (Vec<&MediaEntry>, Vec<&MediaEntry>) = used.partition(|entry| {
        entry.facts.as_ref().is_some_and(|facts| {
            let (width, height) = facts.size.unwrap_or_default();
            is_heavy(facts.bytes) || u64::from(width) * u64::from(height) > HEAVY_PIXELS
        })
    });
    let workshop = Workshop { catalog, in_use: &in_use, files, kept, pictures };
    progress.count(Station::Pictures, light.len() + heavy.len());
    let make = |entry: &&MediaEntry| {
        let made = workshop.of(entry);
        progress.step();
        made
    };
    let mut made: Vec<Result<Made, Fatal>> = light.par_iter().map(make).collect();
    made.extend(heavy.iter().map(make));
    let mut pieces = Pieces::default();
    for made in made {
        let made = made?;
        pieces.artifacts.extend(made.artifacts);
        pieces.keys.extend(made.keys);
        pieces.left_out.extend(made.left_out);
        pieces.diags.extend(made.diag);
    }
    if pictures == Pictures::Derive {
        let recalled = catalog.recalled_pictures();
        pieces.artifacts.extend(recalled.iter().filter_map(placeholder));
    }
    Ok(pieces)
}

/// The files of all media items.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) artifacts: Vec<Artifact>,
    /// What derived pictures were made from.
    pub(super) keys: Vec<(OutPath, Key)>,
    /// What could not be made.
    pub(super) left_out: Vec<OutPath>,
    pub(super) diags: Vec<Diag>,
}

#[derive(Default)]
struct Made {
    artifacts: Vec<Artifact>,
    keys: Vec<(OutPath, Key)>,
    left_out: Vec<OutPath>,
    diag: Option<Diag>,
}

/// Where the files of media items are made.
#[derive(Clone, Copy)]
struct Workshop<'a> {
    catalog: &'a Catalog,
    in_use: &'a MediaInUse<'a>,
    files: &'a dyn Files,
    kept: KeptPages<'a>,
    pictures: Pictures,
}

impl Workshop<'_> {
    fn of(self, entry: &MediaEntry) -> Result<Made, Fatal> {
        let mut made = Made::default();
        let (Some(path), Some(facts)) = (&entry.item.file, &entry.facts) else {
            return Ok(made);
        };
        let is_shown = self.in_use.shows(entry);
        let mut original = None;
        if is_shown && (facts.derived.is_none() || entry.item.publish_original) {
            original = self.published(&mut made, entry, path, &facts.whole_hash)?;
            for own in &entry.captions {
                let url = self.catalog.captions_url(entry, own);
                let words = self.files.read(&own.path)?.unwrap_or_else(|| Arc::from([]));
                self.original(&mut made, &url, &own.path, &words)?;
            }
        }
        if self.pictures == Pictures::Skip {
            return Ok(made);
        }
        let is_drawing = facts.derived.is_none();
        let notice = self.catalog.notice(entry);
        let renditions = if is_shown {
            self.catalog.renditions(entry, self.in_use)
        } else {
            // It stands in mails that were sent, and nowhere else.
            self.catalog.mail_renditions(entry, self.in_use)
        };
        let all: Vec<Wanted> = renditions.iter().map(wanted).collect();
        let order = Order { hash: &facts.whole_hash, notice: &notice, is_drawing, all: &all };
        let missing = self.missing(&mut made, &order, renditions);
        if missing.is_empty() {
            return Ok(made);
        }
        let original = match original {
            Some(bytes) => Some(bytes),
            None => self.files.read(path)?,
        };
        let Some(bytes) = original else { return Ok(Made::default()) };
        match order.carried_out(&bytes, &missing, self.kept.store) {
            Ok(files) => {
                for ((rendition, _), file) in missing.iter().zip(files) {
                    let Some(path) = rendition.url.file() else { continue };
                    let content = self.kept.finished(&path, file)?;
                    made.artifacts.push(Artifact { path, content, claimed_by: None });
                }
            }
            Err(problem) => {
                made.left_out.extend(missing.iter().filter_map(|(own, _)| own.url.file()));
                made.diag = Some(Diag::of_file(path.clone(), problem));
            }
        }
        Ok(made)
    }

    /// The files that no earlier build made; those that one made are there.
    fn missing(
        self,
        made: &mut Made,
        order: &Order<'_>,
        renditions: Vec<Rendition>,
    ) -> Vec<(Rendition, Key)> {
        let mut missing = Vec::new();
        for rendition in renditions {
            let key = key(order.key(), &rendition);
            let Some(path) = rendition.url.file() else { continue };
            let (known, facts) = self.kept.find_made(&path, &key);
            match known {
                Some(known) => {
                    let (path, content) = (path.clone(), Content::Kept(known));
                    made.artifacts.push(Artifact { path, content, claimed_by: None });
                }
                None => missing.push((rendition, key)),
            }
            made.keys.push((path, facts));
        }
        missing
    }

    /// The original where a sidecar publishes it, from an earlier build where that made it of the same bytes:
    /// a film is large. Returns those bytes when they had to be read.
    fn published(
        self,
        made: &mut Made,
        entry: &MediaEntry,
        source: &SourcePath,
        hash: &str,
    ) -> Result<Option<Arc<[u8]>>, Fatal> {
        let url = self.catalog.original(entry);
        let Some(path) = url.file() else { return Ok(None) };
        // What is kept are facts, which other code finds out.
        let cleaned = KeyMaker::of("original", env!("LEREND_FINGERPRINT"));
        let key = cleaned.part(hash.as_bytes()).part(source.as_str().as_bytes()).key();
        let known = self.kept.facts(&path, &key);
        let content = match known.filter(|facts| facts.hash.to_string() == hash) {
            Some(facts) => Some(Content::Copy(source.clone(), Some(facts))),
            None => self.kept.find(&path, &key).map(Content::Kept),
        };
        let mut bytes = None;
        if let Some(content) = content {
            made.artifacts.push(Artifact { path: path.clone(), content, claimed_by: None });
        } else if let Some(read) = self.files.read(source)? {
            self.original(made, &url, source, &read)?;
            bytes = Some(read);
        }
        made.keys.push((path, key));
        Ok(bytes)
    }

    /// A file as it is published: without what cameras and programmes wrote into it. One that
    /// cannot be cleaned is not published.
    fn original(
        self,
        made: &mut Made,
        url: &UrlPath,
        source: &SourcePath,
        bytes: &[u8],
    ) -> Result<(), Fatal> {
        let Some(path) = url.file() else { return Ok(()) };
        let content = match media::clean(bytes) {
            // Its facts are found out here, so that a film is not read once more for them.
            Ok(pure) if pure == bytes => {
                let facts = Facts::of(&path, bytes, None);
                Content::Copy(source.clone(), Some(facts))
            }
            Ok(pure) => self.kept.finished(&path, pure)?,
            // What is of no kind that is published was told when it was read.
            Err(Uncleaned::Kind) => return Ok(()),
            Err(why) => {
                made.left_out.push(path);
                made.diag = Some(Diag::of_file(source.clone(), Media::NotCleaned { why }));
                return Ok(());
            }
        };
        made.artifacts.push(Artifact { path, content, claimed_by: None });
        Ok(())
    }
}

/// Files that are to be made of one original.
struct Order<'a> {
    /// The hash of its bytes.
    hash: &'a str,
    notice: &'a Notice,
    is_drawing: bool,
    /// All that is made of it, now or by an earlier build: it is decoded as small as that allows.
    all: &'a [Wanted],
}

impl Order<'_> {
    /// The files in the order of the renditions: from the store, and those that are not there
    /// made together.
    fn carried_out(
        &self,
        bytes: &[u8],
        renditions: &[(Rendition, Key)],
        store: Option<&Store>,
    ) -> Result<Vec<Vec<u8>>, Media> {
        let kept: Vec<Option<Vec<u8>>> =
            renditions.iter().map(|(_, key)| store.and_then(|store| store.get(key))).collect();
        let missing: Vec<&Rendition> = renditions
            .iter()
            .zip(&kept)
            .filter_map(|((own, _), kept)| kept.is_none().then_some(own))
            .collect();
        let mut made = self.made(bytes, &missing)?.into_iter();
        let mut files = Vec::with_capacity(renditions.len());
        for (kept, (_, key)) in kept.into_iter().zip(renditions) {
            if let Some(kept) = kept {
                files.push(kept);
            } else if let Some(file) = made.next() {
                if let Some(store) = store {
                    store.put(key, &file);
                }
                files.push(file);
            }
        }
        Ok(files)
    }

    fn made(&self, bytes: &[u8], renditions: &[&Rendition]) -> Result<Vec<Vec<u8>>, Media> {
        if renditions.is_empty() {
            return Ok(Vec::new());
        }
        if self.is_drawing {
            // What is drawn is what is published.
            let drawing = media::clean(bytes).map_err(|why| Media::NotCleaned { why })?;
            let drawn = |own: &&Rendition| {
                let file = media::rasterise(&drawing, own.width)?.png()?;
                Ok(media::with_notice(file, self.notice))
            };
            return renditions.iter().map(drawn).collect();
        }
        let wanted: Vec<Wanted> = renditions.iter().map(|own| wanted(own)).collect();
        media::derive(bytes, &wanted, self.all, self.notice)
    }

    fn key(&self) -> KeyMaker {
        let Notice { maker, credit, rights, licence_url } = self.notice;
        let texts = [maker, credit, rights, licence_url];
        let source = KeyMaker::of("picture", env!("LEREND_MEDIA_FINGERPRINT"))
            .part(self.hash.as_bytes());
        let noted = texts.iter().fold(source, |key, text| key.part(text.as_bytes()));
        let count = noted.number(self.all.len() as u64);
        self.all.iter().fold(count, |key, own| shaped(key, own.shape))
    }
}

fn wanted(own: &Rendition) -> Wanted {
    Wanted { shape: own.shape, encoding: own.encoding }
}

fn key(source: KeyMaker, rendition: &Rendition) -> Key {
    shaped(source, rendition.shape).part(rendition.encoding.mime().as_bytes()).key()
}

fn shaped(source: KeyMaker, shape: Shape) -> KeyMaker {
    match shape {
        Shape::Whole { width } => source.number(width.into()),
        Shape::Filled { width, height, focus } => source
            .number(width.into())
            .number(height.into())
            .number(focus.x.to_bits())
            .number(focus.y.to_bits()),
    }
}

/// What stands in place of a picture that may no longer be shown, at the address that stands in
/// mails that were sent.
fn placeholder(recalled: &Rendition) -> Option<Artifact> {
    let Rendition { url, width, height, encoding, .. } = recalled;
    let file = media::blank((*width, *height), *encoding).ok()?;
    artifact(url, Content::Bytes(Arc::from(file)))
}

pub(super) fn artifact(url: &UrlPath, content: Content) -> Option<Artifact> {
    Some(Artifact { path: url.file()?, content, claimed_by: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::Encoding;

    fn rendition(width: u32) -> Rendition {
        Rendition {
            url: UrlPath::home(),
            width,
            height: 1,
            shape: Shape::Whole { width },
            encoding: Encoding::Webp,
        }
    }

    #[test]
    fn what_the_store_holds_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store")).unwrap();
        // No picture: only the store can give files of it.
        let notice = Notice { maker: "Jan".to_owned(), ..Notice::default() };
        let order = Order { hash: "0123", notice: &notice, is_drawing: false, all: &[] };
        let wanted = |order: &Order<'_>, width: u32| {
            let rendition = rendition(width);
            let key = key(order.key(), &rendition);
            (rendition, key)
        };
        let made = |order: &Order<'_>, widths: &[u32]| {
            let wanted: Vec<_> = widths.iter().map(|width| wanted(order, *width)).collect();
            order.carried_out(b"geen beeld", &wanted, Some(&store))
        };
        assert!(made(&order, &[480]).is_err());
        store.put(&wanted(&order, 480).1, b"klein");
        assert_eq!(made(&order, &[480]), Ok(vec![b"klein".to_vec()]));
        assert!(made(&order, &[480, 960]).is_err());
        // Another maker is another file.
        let other = Notice { maker: "Piet".to_owned(), ..Notice::default() };
        let order = Order { notice: &other, ..order };
        assert!(made(&order, &[480]).is_err());
    }
}
