//! A sidecar: what is known of a media file.

use crate::base::{FileId, OffsetMap, RefKind, SourcePath, Span};
use crate::diag::{Diag, Noted};
use crate::model::{MEDIA, MediaItem};
use crate::schema::{self, Reference};
use crate::yaml::{self, Node};

/// Parses the sidecar of a media file. `media` is the file's path, which need not exist: a film
/// elsewhere has a sidecar alone.
pub fn sidecar(
    file: FileId,
    media: &SourcePath,
    text: &str,
) -> (Noted<MediaItem>, Vec<Reference>) {
    let mut diags: Vec<Diag> = Vec::new();
    let node = yaml::read(text, &OffsetMap::whole(file, 0)).into_value(&mut diags);
    let broken = node.is_none() && diags.iter().any(Diag::is_error);
    let node = node.unwrap_or_else(|| Node::empty_mapping(Span::top(file)));
    let (record, mut references) = schema::read(&MEDIA, &node);
    if !broken {
        diags.extend(record.diags);
    }
    let embedded = record.value.has("embed");
    let id = if embedded { media.name() } else { media.stem() };
    let item = MediaItem::from_record(record.value, id, (!embedded).then(|| media.clone()));
    // The picture before a film plays is a media item too, by its id or its file name.
    references.extend(item.poster.clone().map(|id| Reference {
        kind: RefKind::Media,
        id,
        list: None,
    }));
    (Noted::new(item, diags), references)
}
