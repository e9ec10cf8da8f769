//! `lerend schema`: what the fields are, for programs in which people write.

mod decap;
mod described;
mod vscode;

use std::path::Path;

use super::args::{EditorArg, SchemaArgs};
use super::put::{new_file, replace, unwritable};
use super::run::{Call, Exit};
use crate::base::{FileId, SourcePath};
use crate::config::{self, Config};
use crate::diag::{Fatal, Language};
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
            write_all(&folder, "", call)?;
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

/// Writes a file per schema into a folder, which is below another; they are all ours.
fn write_all(root: &Path, below: &str, call: &Call<'_, '_>) -> Result<Vec<Described>, Fatal> {
    let all = described(call.style.language);
    for own in &all {
        replace(root, &format!("{below}{}", own.file()), pretty(&own.schema).as_bytes())?;
    }
    Ok(all)
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// Writes a file that people change; `false` when another one is there, which stays.
#[expect(clippy::disallowed_methods, reason = "what is there is compared")]
fn once(at: &Path, text: &str) -> Result<bool, Fatal> {
    match new_file(at, text.as_bytes()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Ok(std::fs::read(at).is_ok_and(|there| there == text.as_bytes()))
        }
        Err(error) => Err(unwritable(at, &error)),
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
