//! `new`: a starter file, made from the same field tables that check it.

use std::io::Write as _;

use super::args::{NewArgs, NewType};
use super::run::{Call, Exit};
use crate::base::{FileId, Slug, SourcePath};
use crate::config::{self, Config};
use crate::diag::problem::{Host, Rights, Tree};
use crate::diag::{Diag, Fatal, Language, Place};
use crate::model::{DocKind, MEDIA};
use crate::parse::Part;
use crate::schema::{Need, starter};
use crate::vfs::{Disk, Files as _};

/// A file that is about to be written.
struct NewFile {
    path: SourcePath,
    text: String,
    /// What to do with it, in the language of messages.
    next: &'static str,
}

/// Writes a starter file and says what to do with it.
pub(super) fn run(args: &NewArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let config = site(call)?;
    let file = match args.kind.document() {
        Some(kind) => document(kind, args, &config, call)?,
        None => sidecar(&args.name, &config, call)?,
    };
    write(&file, call)?;
    let made = match call.style.language {
        Language::Nl => "is gemaakt",
        Language::En => "was made",
    };
    let said = format!("{} {made}.\n{}\n", file.path, file.next);
    call.report().give(&said);
    Ok(Exit::Done)
}

/// The settings of the site, without which there is no place for a file.
fn site(call: &Call<'_, '_>) -> Result<Config, Fatal> {
    let files = Disk::open(&call.root)?;
    let bytes = match SourcePath::new(config::PATH) {
        Some(path) => files.read(&path)?,
        None => None,
    };
    let bytes = bytes.ok_or_else(|| Fatal::new(Place::Nowhere, Host::NoSite))?;
    // What is wrong with the settings is told by the build.
    Ok(config::read(FileId(0), &String::from_utf8_lossy(&bytes)).value)
}

/// The language of fields and headings: Dutch on a Dutch site, English elsewhere.
fn language(config: &Config) -> Language {
    Language::parse(config.lang.as_str()).unwrap_or(Language::En)
}

fn document(
    kind: DocKind,
    args: &NewArgs,
    config: &Config,
    call: &Call<'_, '_>,
) -> Result<NewFile, Fatal> {
    let bad_name = || {
        let problem = Tree::BadName { name: args.name.clone(), suggestion: None };
        Fatal::new(Place::Nowhere, problem)
    };
    let id = Slug::from_text(&args.name).ok_or_else(bad_name)?;
    let folder = format!("content/{}", kind.folder());
    let path = SourcePath::new(&format!("{folder}/{id}.md")).ok_or_else(bad_name)?;
    let own_folder =
        SourcePath::new(&format!("{folder}/{id}/index.md")).ok_or_else(bad_name)?;
    if Disk::open(&call.root)?.read(&own_folder)?.is_some() {
        return Err(already_there(own_folder));
    }
    let language = language(config);
    let today = call.env(args.date)?.today(&config.time_zone).to_string();
    let draft = match language {
        Language::Nl => "ja",
        Language::En => "yes",
    };
    let title = title(&args.name);
    let mut given = vec![("title", title.as_str()), ("draft", draft)];
    // Types that need no date get none.
    if kind.table().field("date").is_some_and(|field| field.need == Need::Required) {
        given.push(("date", today.as_str()));
    }
    let fields = starter(kind.table(), &given, language);
    let headings: Vec<String> = Part::of_body(kind)
        .into_iter()
        .map(|part| format!("## {}\n", part.heading(language)))
        .collect();
    let text =
        format!("---\n{}{fields}---\n\n{}", about_comments(language), headings.join("\n"));
    let next = match call.style.language {
        Language::Nl => {
            "Vul de velden in die nog leeg zijn en schrijf je tekst. `lerend check` kijkt alles na.\n\
             Klaar? Haal de regel `concept: ja` (`draft: yes`) weg, dan komt het op de site."
        }
        Language::En => {
            "Fill in the fields that are still empty and write your text. `lerend check` checks it.\n\
             Ready? Take the line `draft: yes` (`concept: ja`) away, and it goes onto the site."
        }
    };
    Ok(NewFile { path, text, next })
}

/// A name as a title: `samen-in-drenthe` → `Samen in drenthe`; a title stays as it is.
fn title(name: &str) -> String {
    let words = if name.contains(' ') { name.to_owned() } else { name.replace('-', " ") };
    let mut chars = words.trim().chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn about_comments(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "# Vul in wat leeg is. Een regel met # hoeft niet: haal het hekje weg als je haar gebruikt.\n"
        }
        Language::En => {
            "# Fill in what is empty. A line with # may stay: take the hash away to use it.\n"
        }
    }
}

/// What a sidecar of a file with some ending says by itself, and what has to be filled in.
fn media_fields(ending: &str) -> &'static [(&'static str, &'static str)] {
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

fn sidecar(name: &str, config: &Config, call: &Call<'_, '_>) -> Result<NewFile, Fatal> {
    let below = if name.starts_with("content/") {
        name.to_owned()
    } else {
        format!("content/media/{name}")
    };
    let missing = || Fatal::new(Place::Nowhere, Rights::NoFile { file: below.clone() });
    let media = SourcePath::new(&below).ok_or_else(missing)?;
    if Disk::open(&call.root)?.read(&media)?.is_none() {
        return Err(missing());
    }
    let path = SourcePath::new(&format!("{below}.yaml")).ok_or_else(missing)?;
    let language = language(config);
    let ending = media.extension().to_ascii_lowercase();
    let fields = starter(&MEDIA, media_fields(&ending), language);
    let text = format!("{}{fields}", about_comments(language));
    let next = match call.style.language {
        Language::Nl => "Vul de velden in die nog leeg zijn. `lerend check` kijkt alles na.",
        Language::En => "Fill in the fields that are still empty. `lerend check` checks it.",
    };
    Ok(NewFile { path, text, next })
}

fn already_there(path: SourcePath) -> Fatal {
    Fatal(Box::new(Diag::of_file(path, Host::AlreadyThere)))
}

/// Writes a file where there is none.
#[expect(clippy::disallowed_methods, reason = "the one command that adds to the content")]
fn write(file: &NewFile, call: &Call<'_, '_>) -> Result<(), Fatal> {
    let at = call.root.join(file.path.as_str());
    let made = at
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::File::create_new(&at))
        .and_then(|mut new| new.write_all(file.text.as_bytes()));
    made.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => already_there(file.path.clone()),
        _ => {
            let problem = Host::Unwritable { detail: error.to_string() };
            Fatal(Box::new(Diag::of_file(file.path.clone(), problem)))
        }
    })
}

impl NewType {
    /// The type of document; `None` for the data of a media file.
    fn document(self) -> Option<DocKind> {
        Some(match self {
            Self::Factsheet => DocKind::Factsheet,
            Self::Story => DocKind::Story,
            Self::Finding => DocKind::Finding,
            Self::Region => DocKind::Region,
            Self::Report => DocKind::Report,
            Self::Event => DocKind::Event,
            Self::Newsletter => DocKind::Newsletter,
            Self::Questionnaire => DocKind::Questionnaire,
            Self::Blueprint => DocKind::Blueprint,
            Self::Page => DocKind::Page,
            Self::Media => return None,
        })
    }
}
