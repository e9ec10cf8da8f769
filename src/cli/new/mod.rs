//! `new`: a starter file, made from the same field tables that check it. What the command line
//! does not say is asked in plain words, on a terminal.

mod ask;
mod document;
mod known;
mod media;
mod tried;

use super::args::{NewArgs, NewType, Since};
use super::put::new_file;
use super::run::{Call, Exit};
use crate::base::{Date, FileId, SourcePath};
use crate::config::{self, Config};
use crate::diag::problem::{Host, Misuse};
use crate::diag::{Diag, Fatal, Language, Place};
use crate::model::DocKind;
use crate::vfs::{Disk, Files as _};

/// A file that is about to be written.
pub(super) struct NewFile {
    pub(super) path: SourcePath,
    pub(super) text: String,
    /// What to do with it, in the language of messages.
    pub(super) next: String,
}

/// What to make, and what it is called.
struct Wanted {
    kind: NewType,
    name: String,
    /// Whether somebody is there to ask about the fields that are needed.
    asks: bool,
    /// For an edition: from when on its proposed items are new.
    since: Option<Since>,
    /// The day that counts as today, where another is meant.
    date: Option<Date>,
}

/// Writes a starter file and says what to do with it.
pub(super) fn run(args: &NewArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let config = site(call)?;
    let wanted = wanted(args, call)?;
    if wanted.since.is_some() && wanted.kind.document() != Some(DocKind::Newsletter) {
        return Err(Fatal::new(Place::Nowhere, for_newsletters_only(wanted.kind)));
    }
    let file = match wanted.kind.document() {
        Some(kind) => document::starter_of(kind, &wanted, &config, call)?,
        None => media::sidecar(&wanted.name, &config, call)?,
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

/// What the command line says, and what it does not say asked.
fn wanted(args: &NewArgs, call: &mut Call<'_, '_>) -> Result<Wanted, Fatal> {
    if let (Some(kind), Some(name)) = (args.kind, &args.name) {
        return Ok(Wanted {
            kind,
            name: name.clone(),
            asks: false,
            since: args.since,
            date: args.date,
        });
    }
    let missing = || Fatal::new(Place::Nowhere, Host::NothingToMake);
    let kind = match args.kind {
        Some(kind) => kind,
        None => ask::kind(call).ok_or_else(missing)?,
    };
    let name = match &args.name {
        Some(name) => name.clone(),
        None => ask::name(kind, call).ok_or_else(missing)?,
    };
    Ok(Wanted { kind, name, asks: true, since: args.since, date: args.date })
}

/// That `--since` says nothing of anything else.
fn for_newsletters_only(kind: NewType) -> Host {
    let kind = kind.document().map_or("media", DocKind::as_str).to_owned();
    let wrong = Misuse::Conflict { one: "--since".to_owned(), other: kind };
    Host::Usage { command: "lerend new".to_owned(), wrong }
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

fn already_there(path: SourcePath) -> Fatal {
    Fatal(Box::new(Diag::of_file(path, Host::AlreadyThere)))
}

/// Writes a file where there is none.
pub(super) fn write(file: &NewFile, call: &Call<'_, '_>) -> Result<(), Fatal> {
    let at = call.root.join(file.path.as_str());
    new_file(&at, file.text.as_bytes()).map_err(|error| unwritten(&file.path, &error))
}

/// Why a file could not be added.
fn unwritten(path: &SourcePath, error: &std::io::Error) -> Fatal {
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        return already_there(path.clone());
    }
    let problem = Host::Unwritable { detail: error.to_string() };
    Fatal(Box::new(Diag::of_file(path.clone(), problem)))
}

impl NewType {
    /// Everything that can be made, in the order in which it is offered.
    const ALL: [Self; 11] = [
        Self::Factsheet,
        Self::Story,
        Self::Finding,
        Self::Newsletter,
        Self::Event,
        Self::Report,
        Self::Region,
        Self::Blueprint,
        Self::Questionnaire,
        Self::Page,
        Self::Media,
    ];

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
