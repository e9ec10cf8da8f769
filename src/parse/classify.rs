//! What a file of the content tree is, by its path alone.

use unicode_normalization::UnicodeNormalization as _;

use crate::base::{Lang, OutPath, Slug, SourcePath, nearest};
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
    /// What is kept of an edition that was sent, with the path of the edition.
    Record(SourcePath),
    /// A CSV file.
    Data,
    /// A file that is published as it is, at an address that others know: `CNAME`,
    /// `.well-known/…`.
    AsIs,
}

/// How the name of a record ends.
const RECORD: &str = ".sent.json";

/// The lists of `vocabulary/`.
const LISTS: &[&str] = &[
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
];

const AT_THE_TOP: &[&str] = &["site.yaml", "index.md"];
const MEDIA_AND_DATA: &[&str] =
    &["*.png, *.jpg, *.svg, *.mp4, *.mp3, *.pdf", "*.yaml", "*.csv"];
const DOCUMENTS: &[&str] =
    &["*.md", "*.png, *.jpg, *.svg, *.mp4, *.mp3, *.pdf", "*.yaml", "*.csv"];
const ONE_DOCUMENT: &[&str] =
    &["index.md", "*.png, *.jpg, *.svg, *.mp4, *.mp3, *.pdf", "*.yaml", "*.csv"];

/// The longest id, in bytes. File systems take names of 255; the longest that is made of an id is
/// that of a fragment, `questionnaire-<id>.preview.html`.
const LONGEST_ID: usize = 255 - "questionnaire-".len() - ".preview.html".len();

/// What somebody who writes Dutch would call the folders.
const DUTCH_FOLDERS: &[(&str, &str)] = &[
    ("paginas", "pages"),
    ("verhalen", "stories"),
    ("bevindingen", "findings"),
    ("regios", "regions"),
    ("rapporten", "reports"),
    ("bijeenkomsten", "events"),
    ("nieuwsbrieven", "newsletters"),
    ("vragenlijsten", "questionnaires"),
    ("handreikingen", "blueprints"),
    ("woordenlijsten", "vocabulary"),
    ("beelden", "media"),
    ("bestanden", "files"),
    ("static", "files"),
    (".well-known", "files"),
];

/// The last of them cannot be on a site: what to do instead is said where files are looked at.
const MEDIA_ENDINGS: &[&str] = &[
    "avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "mp4", "webm", "m4a", "mp3", "ogg",
    "wav", "pdf", "docx", "odt", "pptx", "odp", "xlsx", "ods", "zip", "heic", "heif", "tif",
    "tiff", "bmp", "mov",
];
/// Others of pictures, films, sound and documents, which are no media here either.
const OLDER_ENDINGS: &[&str] = &[
    "jfif", "jpe", "jp2", "psd", "ai", "eps", "m4v", "avi", "mkv", "wmv", "mpg", "mpeg", "ogv",
    "aac", "flac", "wma", "oga", "opus", "doc", "xls", "ppt", "rtf", "pages", "numbers", "key",
    "eml", "msg", "7z", "rar", "gz", "tar",
];
/// Those of what pages show as a picture.
const PICTURE_ENDINGS: &[&str] = &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// What an address cannot hold, or means something in Markdown. `#` and `%` are encoded.
const NOT_IN_ADDRESSES: &str = "\"'\u{2018}\u{2019}`<>:*?|\\[]";

const COMPANION_ENDINGS: &[&str] = &["vtt", "txt"];

/// Sorts a path below `content/`. A file that is nothing known is a problem, never skipped.
pub fn classify(path: &SourcePath) -> Result<Role, Diag> {
    let below = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let segments: Vec<&str> = below.split('/').collect();
    match segments.as_slice() {
        ["site.yaml"] => Ok(Role::Site),
        [name] if path.extension() == "md" => home(path, name),
        [_] => Err(unknown(path, AT_THE_TOP)),
        ["vocabulary", _] => list(path),
        ["vocabulary", ..] => Err(unknown(path, LISTS)),
        ["data", ..] if path.extension() == "csv" => Ok(Role::Data),
        ["data", ..] => Err(unknown(path, &["*.csv"])),
        ["media", ..] => beside(path, MEDIA_AND_DATA),
        ["files", _, ..] => as_is(path),
        [folder, rest @ ..] => {
            match DocKind::FOLDERS.iter().find(|kind| kind.folder() == *folder) {
                Some(kind) => in_folder(path, *kind, rest),
                None => Err(Diag::of_file(path.clone(), unknown_folder(folder))),
            }
        }
        [] => Err(unknown(path, AT_THE_TOP)),
    }
}

/// A file that is published as it is. Of a picture, a film or a document it would not be known whose it is and
/// who agreed, and data would stay in it that tell more than anybody meant.
fn as_is(path: &SourcePath) -> Result<Role, Diag> {
    let ending = path.extension().to_ascii_lowercase();
    let is_text = ending == "md";
    if is_text || [MEDIA_ENDINGS, OLDER_ENDINGS].concat().contains(&ending.as_str()) {
        return Err(Diag::of_file(path.clone(), Tree::NotAsIs { is_text }));
    }
    if path.as_is().and_then(OutPath::new).is_none() {
        let problem = Tree::BadName { name: path.name().to_owned(), suggestion: None };
        return Err(Diag::of_file(path.clone(), problem));
    }
    Ok(Role::AsIs)
}

fn home(path: &SourcePath, name: &str) -> Result<Role, Diag> {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    match stem.split_once('.') {
        None if stem == "index" => Ok(document(DocKind::Home, "index", None)),
        Some(("index", tag)) if Lang::new(tag).is_some() => {
            Ok(document(DocKind::Home, "index", Lang::new(tag)))
        }
        _ => Err(unknown(path, AT_THE_TOP)),
    }
}

fn list(path: &SourcePath) -> Result<Role, Diag> {
    let known = LISTS.iter().find(|file| **file == path.name());
    let name = known.and_then(|file| file.strip_suffix(".yaml"));
    name.map(Role::Vocabulary).ok_or_else(|| unknown(path, LISTS))
}

fn in_folder(path: &SourcePath, kind: DocKind, rest: &[&str]) -> Result<Role, Diag> {
    if kind == DocKind::Newsletter
        && rest.len() <= 2
        && let Some(edition) = path.as_str().strip_suffix(RECORD)
        && let Some(edition) = SourcePath::new(&format!("{edition}.md"))
    {
        return Ok(Role::Record(edition));
    }
    match rest {
        [_] if path.extension() == "md" => named(path, kind, path.stem()),
        [folder, _] if path.name() == "index.md" => named(path, kind, folder),
        [folder, _] if path.extension() == "md" => match path.stem().split_once('.') {
            Some(("index", tag)) if Lang::new(tag).is_some() => {
                named(path, kind, &format!("{folder}.{tag}"))
            }
            _ => Err(unknown(path, ONE_DOCUMENT)),
        },
        [_] => beside(path, DOCUMENTS),
        _ => beside(path, ONE_DOCUMENT),
    }
}

fn named(path: &SourcePath, kind: DocKind, stem: &str) -> Result<Role, Diag> {
    let (id, lang) = match stem.rsplit_once('.') {
        Some((id, tag)) if Lang::new(tag).is_some() => (id, Lang::new(tag)),
        _ => (stem, None),
    };
    // Some systems write an accent as a letter of its own; whoever types a name does not.
    let id = id.nfc().to_string();
    let id = id.as_str();
    if Slug::new(id).is_none() {
        let suggestion = Slug::from_text(id).map(|slug| slug.to_string());
        let problem = Tree::BadName { name: id.to_owned(), suggestion };
        return Err(Diag::of_file(path.clone(), problem));
    }
    if id.len() > LONGEST_ID {
        let problem = Tree::LongName { length: id.len(), limit: LONGEST_ID };
        return Err(Diag::of_file(path.clone(), problem));
    }
    Ok(document(kind, id, lang))
}

fn document(kind: DocKind, id: &str, lang: Option<Lang>) -> Role {
    Role::Document { kind, id: id.to_owned(), lang }
}

/// Media, data and sidecars: in `media/`, or beside the document they belong to.
fn beside(path: &SourcePath, expected: &'static [&'static str]) -> Result<Role, Diag> {
    let ending = path.extension().to_ascii_lowercase();
    if ending == "csv" {
        return Ok(Role::Data);
    }
    if path.extension() == "yaml" {
        let media = path.as_str().strip_suffix(".yaml").and_then(SourcePath::new);
        return media.map(Role::Sidecar).ok_or_else(|| unknown(path, expected));
    }
    if let Some(name) = with_right_ending(path, &ending) {
        let nearest = Some(name);
        return Err(Diag::of_file(path.clone(), Tree::UnknownFile { expected, nearest }));
    }
    if ending == "txt"
        && let Some(name) = without_second_ending(path)
    {
        let nearest = Some(name.to_owned());
        return Err(Diag::of_file(path.clone(), Tree::UnknownFile { expected, nearest }));
    }
    if COMPANION_ENDINGS.contains(&ending.as_str()) {
        return Ok(Role::Companion);
    }
    if MEDIA_ENDINGS.contains(&ending.as_str()) {
        return Ok(Role::Media);
    }
    Err(unknown(path, expected))
}

fn unknown(path: &SourcePath, expected: &'static [&'static str]) -> Diag {
    let names = expected.iter().copied().filter(|name| !name.contains('*'));
    let nearest = nearest(path.name(), names).map(str::to_owned);
    Diag::of_file(path.clone(), Tree::UnknownFile { expected, nearest })
}

/// The name with the ending as it is written here, where it was written otherwise: `a.md` for `A.MD`.
fn with_right_ending(path: &SourcePath, ending: &str) -> Option<String> {
    match ending {
        "md" | "markdown" => {
            let (id, lang) = match path.stem().rsplit_once('.') {
                Some((id, tag)) if Lang::new(tag).is_some() => (id, format!(".{tag}")),
                _ => (path.stem(), String::new()),
            };
            Slug::from_text(id).map(|id| format!("{id}{lang}.md"))
        }
        "yaml" | "yml" => Some(format!("{}.yaml", path.stem())),
        _ => None,
    }
}

/// What is wrong with the name of a picture: its address stands in lists of addresses, which spaces
/// and commas divide, and texts name it by its name.
pub fn bad_picture_name(path: &SourcePath) -> Option<Diag> {
    let ending = path.extension().to_ascii_lowercase();
    let is_picture = PICTURE_ENDINGS.contains(&ending.as_str());
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || NOT_IN_ADDRESSES.contains(c);
    if !is_picture || !path.stem().contains(is_bad) {
        return None;
    }
    let better = Slug::from_text(path.stem()).map(|slug| format!("{slug}.{ending}"));
    let name = path.name().to_owned();
    Some(Diag::of_file(path.clone(), Tree::BadPictureName { name, better }))
}

/// The name without the ending that a program put behind the right one: `a.md` for `a.md.txt`.
fn without_second_ending(path: &SourcePath) -> Option<&str> {
    let (name, _) = path.name().rsplit_once('.')?;
    [".md", ".yaml", ".csv"].iter().any(|ending| name.ends_with(ending)).then_some(name)
}

fn unknown_folder(folder: &str) -> Tree {
    let folders = DocKind::FOLDERS.iter().map(|kind| kind.folder());
    let known = folders.chain(["vocabulary", "media", "data", "files"]);
    let dutch = DUTCH_FOLDERS.iter().map(|(dutch, _)| *dutch);
    let near = nearest(folder, known.chain(dutch));
    let meant = near.map(|near| {
        let own = DUTCH_FOLDERS.iter().find(|(dutch, _)| *dutch == near);
        own.map_or(near, |(_, english)| english)
    });
    Tree::UnknownFolder { folder: folder.to_owned(), nearest: meant.map(str::to_owned) }
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
        let edition = SourcePath::new("content/newsletters/3.md").unwrap();
        assert_eq!(role("content/newsletters/3.sent.json"), Ok(Role::Record(edition)));
        let photo = SourcePath::new("content/media/a.jpg").unwrap();
        assert_eq!(role("content/media/a.jpg.yaml"), Ok(Role::Sidecar(photo)));
    }

    #[test]
    fn an_accent_that_is_a_letter_of_its_own_makes_no_other_name() {
        let apart = role("content/pages/e\u{301}ditie.md");
        assert_eq!(apart, role("content/pages/\u{e9}ditie.md"));
        assert!(apart.is_ok());
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
