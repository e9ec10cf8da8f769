//! `init`: a new site with a few files to begin with, which builds at once.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::args::InitArgs;
use super::put::{new_file, unwritable};
use super::run::{Call, Exit};
use crate::base::SourcePath;
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Language, Place};

static DUTCH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter/nl");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter/en");

/// What git is to leave alone.
const IGNORED: &str = ".gitignore";

/// Writes the files of a new site where none of them is, and says what to do with them.
pub(super) fn run(args: &InitArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let root = call.around.folder.join(&args.folder);
    let starter = match call.style.language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    };
    let mut files = Vec::new();
    gather(starter, &mut files);
    // A site that is there already stays as it is, also where a file of it has another name.
    if let Some(path) = SourcePath::new("content").filter(|_| root.join("content").is_dir()) {
        return Err(Fatal(Box::new(Diag::of_file(path, Host::AlreadyThere))));
    }
    if is_content(&root) {
        return Err(Fatal::new(Place::Nowhere, Host::InsideContent));
    }
    // Rules of what git leaves alone that are there already stay.
    files.retain(|(path, _)| path != IGNORED || !root.join(IGNORED).is_file());
    for (path, bytes) in files {
        write(&root, &path, bytes)?;
    }
    let folder = args.folder.display().to_string();
    // What begins with a hyphen would be read as an option.
    let before = if folder.starts_with('-') { "./" } else { "" };
    let folder = quoted(&format!("{before}{folder}"));
    let said = match call.style.language {
        Language::Nl => format!(
            "In {folder} staat een nieuwe site. Bekijk haar met:\n\nlerend --root {folder} serve\n"
        ),
        Language::En => format!(
            "There is a new site in {folder}. Look at it with:\n\nlerend --root {folder} serve\n"
        ),
    };
    call.report().give(&said);
    Ok(Exit::Done)
}

/// Whether a folder is part of the content of a site.
fn is_content(folder: &Path) -> bool {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let is_one = |own: &Path| own.ends_with("content") && own.join("site.yaml").is_file();
    whole.ancestors().any(is_one)
}

/// A path as it can be typed behind a command.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~:\\".contains(c);
    match path {
        _ if path.chars().all(is_plain) => path.to_owned(),
        // A shell reads on between double quotation marks.
        _ if path.contains(['$', '`', '"', '!']) => {
            format!("'{}'", path.replace('\'', r"'\''"))
        }
        _ => format!("\"{path}\""),
    }
}

fn gather(folder: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        files.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
    }
    for folder in folder.dirs() {
        gather(folder, files);
    }
}

fn write(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Fatal> {
    let at = root.join(path);
    new_file(&at, bytes).map_err(|error| unwritable(&at, &error))
}
