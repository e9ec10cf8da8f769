//! `lerend schema`: what the fields are, for programs in which people write.

mod decap;
mod described;
mod vscode;

use std::path::Path;

use super::args::{EditorArg, SchemaArgs};
use super::put::new_file;
use super::run::{Call, Exit};
use crate::base::{FileId, SourcePath};
use crate::config::{self, Config};
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Language, Place};
use crate::vfs::{Disk, Files as _};

use described::{Described, described};

/// The names of all schemas, for the command line.
pub(super) fn names() -> Vec<&'static str> {
    described::names().collect()
}

/// Gives out schemas, or writes the configuration of an editing program.
pub(super) fn run(args: &SchemaArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    match (args.editor, &args.output) {
        (Some(EditorArg::Vscode), _) => vscode::write(call),
        (Some(EditorArg::Decap), _) => decap::write(call),
        (None, Some(folder)) => {
            let folder = call.around.folder.join(folder);
            write_all(&folder, call)?;
            call.report().give(&format!("{}\n", folder.display()));
            Ok(Exit::Done)
        }
        (None, None) => {
            let all = described(call.style.language);
            let text = match &args.name {
                Some(name) => {
                    let own = all.into_iter().find(|own| own.name == name);
                    own.map(|own| pretty(&own.schema)).unwrap_or_default()
                }
                None => {
                    let all = all.into_iter().map(|own| (own.name.to_owned(), own.schema));
                    pretty(&serde_json::Value::Object(all.collect()))
                }
            };
            call.report().give(&text);
            Ok(Exit::Done)
        }
    }
}

/// Writes a file per schema into a folder.
fn write_all(folder: &Path, call: &Call<'_, '_>) -> Result<Vec<Described>, Fatal> {
    let all = described(call.style.language);
    for own in &all {
        put(&folder.join(own.file()), &pretty(&own.schema), Put::Anew)?;
    }
    Ok(all)
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// Whether a file that is there is written anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
    /// It is all ours.
    Anew,
    /// People change it.
    Once,
}

/// Writes a file; `false` when another one is there that may not be written anew.
#[expect(clippy::disallowed_methods, reason = "the command is asked for these files")]
fn put(at: &Path, text: &str, how: Put) -> Result<bool, Fatal> {
    let made = match how {
        Put::Anew => at
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(at, text)),
        Put::Once => new_file(at, text.as_bytes()),
    };
    match made {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Ok(std::fs::read(at).is_ok_and(|there| there == text.as_bytes()))
        }
        Err(error) => {
            let detail = format!("{}: {error}", at.display());
            Err(Fatal(Box::new(Diag::new(Place::Nowhere, Host::Unwritable { detail }))))
        }
    }
}

/// The settings of the site; none where there is no site yet.
fn site(files: &Disk) -> Result<Option<Config>, Fatal> {
    let Some(path) = SourcePath::new(config::PATH) else { return Ok(None) };
    let bytes = files.read(&path)?;
    // What is wrong with the settings is told by the build.
    Ok(bytes.map(|own| config::read(FileId(0), &String::from_utf8_lossy(&own)).value))
}

/// The language in which fields are named: Dutch on a Dutch site, English elsewhere.
fn field_language(config: Option<&Config>, told: Language) -> Language {
    config.map_or(told, |own| Language::parse(own.lang.as_str()).unwrap_or(Language::En))
}
