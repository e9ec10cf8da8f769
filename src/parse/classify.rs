//! What a file of the content tree is, by its path alone.

use crate::base::{Lang, Slug, SourcePath, nearest};
use crate::diag::Diag;
use crate::diag::problem::Tree;
use crate::model::DocKind;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// `site.yaml`
    Site,
    /// A document.
    Document {
        /// Its type.
        kind: DocKind,
        /// Its id.
        id: String,
        /// Its language, where the name says one.
        lang: Option<Lang>,
    },
    /// A list of `vocabulary/`, by its name.
    Vocabulary(&'static str),
    /// A media file.
    Media,
    /// Captions or a transcript, which a sidecar names.
    Companion,
    /// A sidecar, with the path of its media file.
    Sidecar(SourcePath),
    /// A CSV file.
    Data,
}

/// The lists of `vocabulary/`.
pub(super) const VOCABULARIES: &[&str] = &[
    "topics",
    "questions",
    "sources",
    "organisations",
    "people",
    "consents",
    "glossary",
    "waves",
    "lists",
    "jargon",
];

const MEDIA_ENDINGS: &[&str] = &[
    "avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "mp4", "webm", "m4a", "mp3", "ogg",
    "wav", "pdf", "docx", "odt", "pptx", "odp", "xlsx", "ods", "zip",
];
const COMPANION_ENDINGS: &[&str] = &["vtt", "txt"];

/// Sorts a path below `content/`. A file that is nothing known is a problem, never skipped.
pub fn classify(path: &SourcePath) -> Result<Role, Diag> {
    let below = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let segments: Vec<&str> = below.split('/').collect();
    match segments.as_slice() {
        ["site.yaml"] => Ok(Role::Site),
        [name] if path.extension() == "md" => home(path, name),
        [_] => Err(unknown(path, &["site.yaml", "index.md"])),
        ["vocabulary", _] => list(path),
        ["vocabulary", ..] => Err(unknown(path, &["*.yaml"])),
        ["data", ..] if path.extension() == "csv" => Ok(Role::Data),
        ["data", ..] => Err(unknown(path, &["*.csv"])),
        ["media", ..] => beside(path),
        [folder, rest @ ..] => {
            match DocKind::FOLDERS.iter().find(|kind| kind.folder() == *folder) {
                Some(kind) => in_folder(path, *kind, rest),
                None => Err(Diag::of_file(path.clone(), unknown_folder(folder))),
            }
        }
        [] => Err(unknown(path, &["site.yaml", "index.md"])),
    }
}

fn home(path: &SourcePath, name: &str) -> Result<Role, Diag> {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    match stem.split_once('.') {
        None if stem == "index" => Ok(document(DocKind::Home, "index", None)),
        Some(("index", tag)) if Lang::new(tag).is_some() => {
            Ok(document(DocKind::Home, "index", Lang::new(tag)))
        }
        _ => Err(unknown(path, &["site.yaml", "index.md"])),
    }
}

fn list(path: &SourcePath) -> Result<Role, Diag> {
    let known = VOCABULARIES.iter().find(|name| path.name() == format!("{name}.yaml"));
    known.map(|name| Role::Vocabulary(name)).ok_or_else(|| {
        unknown(
            path,
            &[
                "topics.yaml",
                "questions.yaml",
                "sources.yaml",
                "organisations.yaml",
                "people.yaml",
                "consents.yaml",
                "glossary.yaml",
                "waves.yaml",
                "lists.yaml",
                "jargon.yaml",
            ],
        )
    })
}

fn in_folder(path: &SourcePath, kind: DocKind, rest: &[&str]) -> Result<Role, Diag> {
    match rest {
        [_] if path.extension() == "md" => named(path, kind, path.stem()),
        [folder, _] if path.name() == "index.md" => named(path, kind, folder),
        [folder, _] if path.extension() == "md" => match path.stem().split_once('.') {
            Some(("index", tag)) if Lang::new(tag).is_some() => {
                named(path, kind, &format!("{folder}.{tag}"))
            }
            _ => Err(unknown(path, &["index.md", "*.csv", "*.png, *.jpg", "*.yaml"])),
        },
        _ => beside(path),
    }
}

fn named(path: &SourcePath, kind: DocKind, stem: &str) -> Result<Role, Diag> {
    let (id, lang) = match stem.rsplit_once('.') {
        Some((id, tag)) if Lang::new(tag).is_some() => (id, Lang::new(tag)),
        _ => (stem, None),
    };
    if Slug::new(id).is_none() {
        let suggestion = Slug::from_text(id).map(|slug| slug.to_string());
        let problem = Tree::BadName { name: id.to_owned(), suggestion };
        return Err(Diag::of_file(path.clone(), problem));
    }
    Ok(document(kind, id, lang))
}

fn document(kind: DocKind, id: &str, lang: Option<Lang>) -> Role {
    Role::Document { kind, id: id.to_owned(), lang }
}

/// Media, data and sidecars: in `media/`, or beside the document they belong to.
fn beside(path: &SourcePath) -> Result<Role, Diag> {
    let ending = path.extension().to_ascii_lowercase();
    if ending == "csv" {
        return Ok(Role::Data);
    }
    if ending == "yaml" {
        let media = path.as_str().strip_suffix(".yaml").and_then(SourcePath::new);
        return media.map(Role::Sidecar).ok_or_else(|| unknown(path, &["*.png.yaml"]));
    }
    if COMPANION_ENDINGS.contains(&ending.as_str()) {
        return Ok(Role::Companion);
    }
    if MEDIA_ENDINGS.contains(&ending.as_str()) {
        return Ok(Role::Media);
    }
    Err(unknown(path, &["*.png, *.jpg, *.svg, *.mp4, *.mp3, *.pdf", "*.yaml", "*.csv"]))
}

fn unknown(path: &SourcePath, expected: &'static [&'static str]) -> Diag {
    Diag::of_file(path.clone(), Tree::UnknownFile { expected })
}

fn unknown_folder(folder: &str) -> Tree {
    let folders = DocKind::FOLDERS.iter().map(|kind| kind.folder());
    let known = folders.chain(["vocabulary", "media", "data"]);
    Tree::UnknownFolder {
        folder: folder.to_owned(),
        nearest: nearest(folder, known).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(path: &str) -> Result<Role, Diag> {
        classify(&SourcePath::new(path).unwrap())
    }

    #[test]
    fn the_folder_decides_the_type() {
        let twente = document(DocKind::Region, "twente", None);
        assert_eq!(role("content/regions/twente.md"), Ok(twente.clone()));
        assert_eq!(role("content/regions/twente/index.md"), Ok(twente));
        let english = document(DocKind::Story, "a", Some(Lang::en()));
        assert_eq!(role("content/stories/a.en.md"), Ok(english.clone()));
        assert_eq!(role("content/stories/a/index.en.md"), Ok(english));
        assert_eq!(role("content/index.md"), Ok(document(DocKind::Home, "index", None)));
        assert_eq!(role("content/stories/a/foto.jpg"), Ok(Role::Media));
        assert_eq!(role("content/vocabulary/topics.yaml"), Ok(Role::Vocabulary("topics")));
        let photo = SourcePath::new("content/media/a.jpg").unwrap();
        assert_eq!(role("content/media/a.jpg.yaml"), Ok(Role::Sidecar(photo)));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for path in [
            "content/verhalen/a.md",
            "content/regions/a.txt2",
            "content/los.md",
            "content/regions/Een B.md",
        ] {
            assert!(role(path).is_err(), "{path}");
        }
    }
}
