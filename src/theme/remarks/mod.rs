//! What a site's own theme files say that nobody will see: names that are nearly right, files that
//! nothing uses, colours that cannot be read, blocks that nobody closes,
//! settings that are none. A theme works with all of these; its maker thinks it
//! does what it does not.

mod braces;
mod contrast;
mod lacking;
mod settings;
mod texts;
mod unused;

use std::sync::Arc;

use crate::base::SourcePath;
use crate::diag::{Diag, Fatal};
use crate::vfs::{Files, Folder};

use super::{DEFAULT, OF_SITE, Theme, embedded};

#[cfg(test)]
pub(super) use contrast::faint;

impl Theme {
    /// What there is to say of the files that a site has for its theme.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn remarks(&self, files: &dyn Files) -> Result<Vec<Diag>, Fatal> {
        let own = own_files(files, &self.name)?;
        // The theme that is part of the program is looked at by its tests.
        if own.is_empty() {
            return Ok(Vec::new());
        }
        let ours = of_default()?;
        let mut diags = contrast::check(&own, &ours);
        diags.extend(lacking::check(self, &own, &ours));
        diags.extend(braces::check(&own));
        diags.extend(settings::check(self, &own));
        diags.extend(texts::check(&own, &ours));
        diags.extend(unused::check(&own, &ours));
        Ok(diags)
    }
}

/// A file of a theme.
#[derive(Debug)]
struct File {
    /// Its path below the theme: `styles/tokens.css`.
    name: String,
    path: SourcePath,
    /// Empty for what is no text.
    text: String,
}

/// The files of the site for its theme, the winning one first where there are several of a name.
fn own_files(files: &dyn Files, theme: &str) -> Result<Vec<File>, Fatal> {
    let mut found = Vec::new();
    for folder in OF_SITE {
        collect(files, Folder::new(folder), folder, &mut found)?;
    }
    let themes = [theme, DEFAULT];
    let names = themes.iter().take(if theme == DEFAULT { 1 } else { 2 });
    for name in names {
        collect(files, Folder::of_theme(name), "", &mut found)?;
    }
    Ok(found)
}

/// The files of the theme that is part of the program.
fn of_default() -> Result<Vec<File>, Fatal> {
    let mut found = Vec::new();
    collect(&embedded(), Folder::of_theme(DEFAULT), "", &mut found)?;
    Ok(found)
}

fn collect(
    files: &dyn Files,
    folder: Option<Folder>,
    below: &str,
    into: &mut Vec<File>,
) -> Result<(), Fatal> {
    let Some(folder) = folder else { return Ok(()) };
    for path in files.list(&folder)?.files {
        let rest = folder.path_within(&path).unwrap_or_default();
        let name = if below.is_empty() { rest.to_owned() } else { format!("{below}/{rest}") };
        let bytes = files.read(&path)?.unwrap_or_else(|| Arc::from([]));
        let text = std::str::from_utf8(&bytes).unwrap_or_default().to_owned();
        into.push(File { name, path, text });
    }
    Ok(())
}

/// The file that a theme uses by a name, and whether it is the site's own.
fn used<'a>(name: &str, own: &'a [File], ours: &'a [File]) -> Option<(&'a File, bool)> {
    let named = |file: &&File| file.name == name;
    let of_site = own.iter().find(named).map(|file| (file, true));
    of_site.or_else(|| ours.iter().find(named).map(|file| (file, false)))
}

/// The files that the stylesheet is made of, in the order of its `main.css`.
fn styles<'a>(own: &'a [File], ours: &'a [File]) -> Vec<(&'a File, bool)> {
    let Some((main, _)) = used("styles/main.css", own, ours) else { return Vec::new() };
    let imports = main.text.split("@import").skip(1);
    let names = imports.filter_map(|rest| rest.split('"').nth(1));
    names.filter_map(|name| used(&format!("styles/{name}"), own, ours)).collect()
}
