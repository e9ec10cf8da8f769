//! The data of a media file: what it says of itself is filled in, the rest is asked or left to
//! be filled in.

use std::path::Path;

use super::{NewFile, about_comments, already_there, ask, language, unwritten};
use crate::base::{Slug, SourcePath};
use crate::cli::run::Call;
use crate::config::Config;
use crate::diag::problem::{Host, Tree};
use crate::diag::{Fatal, Language, Place};
use crate::media::{self, Facts};
use crate::model::MEDIA;
use crate::parse::{Role, classify};
use crate::schema::{Need, starter};
use crate::vfs::{Disk, Files as _};

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

/// The sidecar of a media file. A file that stands elsewhere is copied into `content/media/`.
pub(super) fn sidecar(
    name: &str,
    config: &Config,
    call: &mut Call<'_, '_>,
) -> Result<NewFile, Fatal> {
    let (path, bytes) = match inside(name, call)? {
        Some(found) => found,
        None => brought_in(name, call)?,
    };
    let missing = || Fatal::new(Place::Nowhere, Host::NoFile { file: path.to_string() });
    let sidecar = SourcePath::new(&format!("{path}.yaml")).ok_or_else(missing)?;
    if Disk::open(&call.root)?.read(&sidecar)?.is_some() {
        return Err(already_there(sidecar));
    }
    let facts = media::probe(&path, &bytes).value;
    let said = media::said(&bytes);
    let mut given: Vec<(&str, String)> = fields_of(&path.extension().to_ascii_lowercase())
        .iter()
        .map(|(key, value)| (*key, (*value).to_owned()))
        .collect();
    given.extend(said.made_on.map(|day| ("made-on", day.to_string())));
    given.extend(said.maker.map(|maker| ("maker", maker)));
    given.extend(length(&facts).map(|length| ("duration", length)));
    for field in MEDIA.fields() {
        let known = given.iter().position(|(key, _)| *key == field.key);
        let is_open = known.is_none_or(|at| given.get(at).is_some_and(|own| own.1.is_empty()));
        let is_wanted = known.is_some() || field.need == Need::Required;
        if is_open
            && is_wanted
            && let Some(value) = ask::field(&MEDIA, field, call)
        {
            given.retain(|(key, _)| *key != field.key);
            given.push((field.key, value));
        }
    }
    let given: Vec<(&str, &str)> =
        given.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let language = language(config);
    let fields = starter(&MEDIA, &given, language);
    let text = format!("{}{fields}", about_comments(language));
    Ok(NewFile { path: sidecar, text, next: next(&facts, bytes.len(), call.style.language) })
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
fn inside(name: &str, call: &Call<'_, '_>) -> Result<Option<(SourcePath, Vec<u8>)>, Fatal> {
    let files = Disk::open(&call.root)?;
    let below = if name.starts_with("content/") {
        name.to_owned()
    } else {
        format!("content/media/{name}")
    };
    let Some(path) = SourcePath::new(&below) else { return Ok(None) };
    Ok(files.read(&path)?.map(|bytes| (path, bytes.to_vec())))
}

/// Refuses a file that could not be on the site: what would be wrong with it is told before it
/// stands there.
fn usable(path: &SourcePath, bytes: &[u8]) -> Result<(), Fatal> {
    match classify(path) {
        Ok(Role::Media) => {}
        Ok(Role::Companion) => {
            return Err(Fatal::new(Place::File(path.clone()), Tree::NoDataOfItsOwn));
        }
        Ok(_) => {
            let problem = Tree::UnknownFile { expected: MEDIA_FILES, nearest: None };
            return Err(Fatal::new(Place::File(path.clone()), problem));
        }
        Err(diag) => return Err(Fatal(Box::new(diag))),
    }
    let wrong = media::probe(path, bytes).diags.into_iter().find(crate::diag::Diag::is_error);
    wrong.map_or(Ok(()), |diag| Err(Fatal(Box::new(diag))))
}

/// A file from elsewhere, copied to where media stand.
#[expect(clippy::disallowed_methods, reason = "what is brought in stands outside the site")]
fn brought_in(name: &str, call: &Call<'_, '_>) -> Result<(SourcePath, Vec<u8>), Fatal> {
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
    usable(&path, &bytes)?;
    let to = call.root.join(path.as_str());
    let copied = to
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::File::create_new(&to))
        .and_then(|mut new| std::io::Write::write_all(&mut new, &bytes));
    copied.map_err(|error| unwritten(&path, &error))?;
    Ok((path, bytes))
}
