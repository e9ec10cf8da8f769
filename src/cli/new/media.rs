//! The data of a media file: what it says of itself is filled in, the rest is asked or left to
//! be filled in.

use std::path::Path;

use super::known::Known;
use super::{NewFile, about_comments, already_there, ask, language, unwritten};
use crate::base::{Slug, SourcePath};
use crate::cli::put::new_file;
use crate::cli::run::Call;
use crate::config::Config;
use crate::diag::problem::{Host, Misuse, Rights, Tree};
use crate::diag::{Diag, Fatal, Language, Place, Problem};
use crate::media::{self, Facts};
use crate::model::MEDIA;
use crate::parse::{Role, classify};
use crate::schema::{Need, starter};
use crate::vfs::{Disk, Files as _, Folder};

/// What may stand beside a sidecar, as it is told.
const MEDIA_FILES: &[&str] =
    &["*.png, *.jpg, *.svg", "*.mp4, *.webm", "*.mp3, *.m4a, *.ogg, *.wav", "*.pdf"];

/// What a sidecar of a file with some ending says by itself, and what has to be filled in.
fn fields_of(ending: &str) -> &'static [(&'static str, &'static str)] {
    match ending {
        "avif" | "gif" | "jpeg" | "jpg" | "png" | "webp" => {
            &[("kind", "photo"), ("alt", ""), ("people", "")]
        }
        "svg" => &[("kind", "illustration"), ("alt", ""), ("people", "none")],
        "mp4" | "webm" => {
            &[("kind", "film"), ("people", ""), ("captions", ""), ("transcript", "")]
        }
        "m4a" | "mp3" | "ogg" | "wav" => &[("kind", "audio"), ("transcript", "")],
        _ => &[("kind", "document")],
    }
}

/// A media file, with its place in the content; it may still have to be brought there.
struct Found {
    path: SourcePath,
    bytes: Vec<u8>,
    is_elsewhere: bool,
}

/// The sidecar of a media file. A file that stands elsewhere is copied into `content/media/`.
pub(super) fn sidecar(
    name: &str,
    config: &Config,
    call: &mut Call<'_, '_>,
) -> Result<NewFile, Fatal> {
    let found = match inside(name, call)? {
        Some(found) => found,
        None => elsewhere(name, call)?,
    };
    let Found { path, bytes, .. } = &found;
    usable(&found)?;
    let missing = || Fatal::new(Place::Nowhere, Host::NoFile { file: path.to_string() });
    let sidecar = SourcePath::new(&format!("{path}.yaml")).ok_or_else(missing)?;
    let files = Disk::open(&call.root)?;
    let to_be = if found.is_elsewhere { vec![path, &sidecar] } else { vec![&sidecar] };
    for there in to_be {
        if files.read(there)?.is_some() {
            return Err(already_there(there.clone()));
        }
    }
    own_id(path, &files)?;
    let facts = media::probe(path, bytes).value;
    let mut given = said(path, bytes, &facts);
    let known = Known { beside: Some((path, &files)), ..Known::default() };
    ask_for_others(&mut given, &known, call);
    let given: Vec<(&str, &str)> =
        given.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let language = language(config);
    let fields = starter(&MEDIA, &given, language);
    let text = format!("{}{fields}", about_comments(language));
    // Last, so that who stops answering leaves nothing behind.
    bring_in(&found, call)?;
    Ok(NewFile { path: sidecar, text, next: next(&facts, bytes.len(), call.style.language) })
}

/// Fields, by English key.
type Given = Vec<(&'static str, String)>;

/// What the file says of itself.
fn said(path: &SourcePath, bytes: &[u8], facts: &Facts) -> Given {
    let said = media::said(bytes);
    let mut given: Given = fields_of(&path.extension().to_ascii_lowercase())
        .iter()
        .map(|(key, value)| (*key, (*value).to_owned()))
        .collect();
    given.extend(said.made_on.map(|day| ("made-on", day.to_string())));
    given.extend(said.maker.map(|maker| ("maker", maker)));
    given.extend(length(facts).map(|length| ("duration", length)));
    given
}

/// Adds the answers to what the file does not say.
fn ask_for_others(given: &mut Given, known: &Known<'_>, call: &mut Call<'_, '_>) {
    for field in MEDIA.fields() {
        let at = given.iter().position(|(key, _)| *key == field.key);
        let is_open = at.is_none_or(|at| given.get(at).is_some_and(|own| own.1.is_empty()));
        let is_wanted = at.is_some() || field.need == Need::Required;
        if is_open
            && is_wanted
            && let Some(value) = ask::field(&MEDIA, field, known, call)
        {
            given.retain(|(key, _)| *key != field.key);
            given.push((field.key, value));
        }
    }
}

/// What the file is, and what to do next.
fn next(facts: &Facts, bytes: usize, language: Language) -> String {
    let size = match facts {
        Facts::Picture(own) => Some((own.width, own.height)),
        Facts::Drawing { width, height } => Some((*width, *height)),
        Facts::Film { size, .. } => *size,
        _ => None,
    };
    let size = size.map(|(width, height)| format!("{width} × {height} pixels, "));
    let size = size.unwrap_or_default();
    let kilobytes = bytes.div_ceil(1000);
    match language {
        Language::Nl => format!(
            "Het bestand: {size}{kilobytes} kB.\nVul de velden in die nog leeg zijn. `lerend check` kijkt alles na."
        ),
        Language::En => format!(
            "The file: {size}{kilobytes} kB.\nFill in the fields that are still empty. `lerend check` checks it."
        ),
    }
}

fn length(facts: &Facts) -> Option<String> {
    let (Facts::Film { duration, .. } | Facts::Audio { duration, .. }) = facts else {
        return None;
    };
    let seconds = duration.as_ref()?.as_secs();
    Some(format!("{}:{:02}", seconds / 60, seconds % 60))
}

/// A file of the content tree, by its path or by its name in `content/media/`.
fn inside(name: &str, call: &Call<'_, '_>) -> Result<Option<Found>, Fatal> {
    let files = Disk::open(&call.root)?;
    let named = [name.to_owned(), format!("content/media/{name}")];
    let of_content = named.iter().find(|own| own.starts_with("content/"));
    let in_tree = of_content.and_then(|own| SourcePath::new(own));
    for path in in_tree.into_iter().chain(in_content(name, call)) {
        if let Some(bytes) = files.read(&path)? {
            return Ok(Some(Found { path, bytes: bytes.to_vec(), is_elsewhere: false }));
        }
    }
    Ok(None)
}

/// The same, by a path from where somebody stands: a file of the content is not copied.
fn in_content(name: &str, call: &Call<'_, '_>) -> Option<SourcePath> {
    let root = call.root.canonicalize().ok()?;
    let file = call.around.folder.join(name).canonicalize().ok()?;
    let below: Vec<&str> =
        file.strip_prefix(root).ok()?.iter().map(|own| own.to_str()).collect::<Option<_>>()?;
    SourcePath::new(&below.join("/")).filter(|own| own.as_str().starts_with("content/"))
}

/// Refuses a file that could not be on the site: what would be wrong with it is told before it
/// stands there, and no data are written that nothing can use.
fn usable(found: &Found) -> Result<(), Fatal> {
    let Found { path, bytes, is_elsewhere } = found;
    let refused = |problem: Problem| Err(Fatal::new(Place::File(path.clone()), problem));
    let misuse = |wrong: Misuse| {
        refused(Host::Usage { command: "lerend new media".to_owned(), wrong }.into())
    };
    match classify(path) {
        Ok(Role::Media) => {}
        Ok(Role::Companion) => return refused(Tree::NoDataOfItsOwn.into()),
        Ok(Role::Sidecar(of)) if !is_elsewhere => {
            return misuse(Misuse::DataThemselves { of: of.name().to_owned() });
        }
        Ok(_) => return misuse(Misuse::NoMedia { expected: MEDIA_FILES }),
        Err(diag) => return refused(diag.problem),
    }
    let wrong = media::probe(path, bytes).diags.into_iter().find(Diag::is_error);
    wrong.map_or(Ok(()), |diag| Err(Fatal(Box::new(diag))))
}

/// Refuses a file with the id of another that has data: then neither could be used.
fn own_id(path: &SourcePath, files: &Disk) -> Result<(), Fatal> {
    let with_data = files.list(&Folder::CONTENT)?.files.into_iter().filter_map(|own| {
        match classify(&own) {
            Ok(Role::Sidecar(of)) => Some((own, of)),
            _ => None,
        }
    });
    let folded = |own: &SourcePath| own.as_str().to_lowercase();
    let is_same = |of: &SourcePath| of.stem() == path.stem() || folded(of) == folded(path);
    let mut same = with_data.filter(|(_, of)| of != path && is_same(of));
    same.next().map_or(Ok(()), |(sidecar, of)| {
        let other = Some(of.stem().to_owned()).filter(|other| other != path.stem());
        let problem = Rights::SameId { id: path.stem().to_owned(), other };
        Err(Fatal(Box::new(Diag::of_file(path.clone(), problem).related_file(sidecar))))
    })
}

/// A file from elsewhere, with its place among the media.
#[expect(clippy::disallowed_methods, reason = "what is brought in stands outside the site")]
fn elsewhere(name: &str, call: &Call<'_, '_>) -> Result<Found, Fatal> {
    let shown =
        if name.contains('/') { name.to_owned() } else { format!("content/media/{name}") };
    let missing = || Fatal::new(Place::Nowhere, Host::NoFile { file: shown.clone() });
    let from = call.around.folder.join(name);
    if !from.is_file() {
        return Err(missing());
    }
    let part = |part: Option<&std::ffi::OsStr>| {
        part.and_then(|part| part.to_str()).map(str::to_owned).unwrap_or_default()
    };
    let stem = Slug::from_text(&part(from.file_stem())).ok_or_else(missing)?;
    let ending = part(Path::new(name).extension()).to_ascii_lowercase();
    let path =
        SourcePath::new(&format!("content/media/{stem}.{ending}")).ok_or_else(missing)?;
    let bytes = std::fs::read(&from).map_err(|error| {
        Fatal::new(Place::Nowhere, Host::Unreadable { detail: format!("{name}: {error}") })
    })?;
    Ok(Found { path, bytes, is_elsewhere: true })
}

/// Copies a file from elsewhere to where media stand.
fn bring_in(found: &Found, call: &Call<'_, '_>) -> Result<(), Fatal> {
    if !found.is_elsewhere {
        return Ok(());
    }
    let to = call.root.join(found.path.as_str());
    new_file(&to, &found.bytes).map_err(|error| unwritten(&found.path, &error))
}
