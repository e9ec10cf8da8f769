//! Collects a theme from the site's folder and the one inside the program.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tokens::declared;
use super::{DEFAULT, Param, TemplateFile, Theme, ThemeFile, embedded, flat, script, styles};
use crate::base::{Lang, SourcePath, Spanned, nearest};
use crate::diag::problem::{Theme as Problem, Tree};
use crate::diag::{Diag, Fatal, Noted};
use crate::vfs::{Files, Folder, Memory, Overlay};

impl Theme {
    /// Loads a theme by name. What it lacks comes from the default theme, file by file; an
    /// unknown name is noted and gives the default theme.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn load(files: &dyn Files, named: &Spanned<String>) -> Result<Noted<Self>, Fatal> {
        let mut diags = Vec::new();
        let mut name = named.as_str();
        if name != DEFAULT {
            let listing = Folder::of_theme(name).map(|folder| files.list(&folder));
            let listing = listing.transpose()?.unwrap_or_default();
            if listing.files.is_empty() {
                diags.push(unknown(files, named)?);
                // It may well be there, behind a link that is not followed.
                diags.extend(listing.diags);
                name = DEFAULT;
            }
        }
        let mut shelf = Shelf { site: files, inside: embedded(), name, diags };
        let theme = shelf.collect()?;
        Ok(Noted::new(theme, shelf.diags))
    }
}

fn unknown(files: &dyn Files, name: &Spanned<String>) -> Result<Diag, Fatal> {
    let listing = files.list(&Folder::THEMES)?;
    let folders: BTreeSet<&str> =
        listing.files.iter().filter_map(|path| path.as_str().split('/').nth(1)).collect();
    let known = folders.into_iter().chain([DEFAULT]);
    let nearest = nearest(name, known).map(ToOwned::to_owned);
    let problem = Problem::UnknownTheme { name: name.value.clone(), nearest };
    Ok(Diag::at(name.span, problem))
}

/// Where the files of a theme are looked for.
struct Shelf<'a> {
    site: &'a dyn Files,
    inside: Memory,
    name: &'a str,
    diags: Vec<Diag>,
}

/// Whose file it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Owner {
    /// The site's own, beside `content/`.
    Site,
    /// The chosen theme's; also what a site has below `themes/default/`.
    Theme,
    /// The default theme's.
    Default,
}

/// The folders of a theme that a site may also have beside `content/`: what stands there wins
/// file by file over the theme, whichever it is.
pub const OF_SITE: [&str; 2] = ["templates", "styles"];

/// A file with the theme it was found in.
struct Found {
    path: SourcePath,
    bytes: Arc<[u8]>,
    owner: Owner,
}

impl Shelf<'_> {
    fn collect(&mut self) -> Result<Theme, Fatal> {
        let mut theme = Theme {
            name: self.name.to_owned(),
            version: String::new(),
            licence: String::new(),
            params: BTreeMap::new(),
            templates: Vec::new(),
            styles: String::new(),
            scripts: Vec::new(),
            statics: Vec::new(),
            texts: BTreeMap::new(),
        };
        for name in self.names()? {
            let (kind, rest) = name.split_once('/').unwrap_or(("", &name));
            match kind {
                "templates" => self.templates(rest, &mut theme.templates)?,
                "scripts" => theme.scripts.extend(self.file(&name, rest)?.map(script::small)),
                "static" => theme.statics.extend(self.file(&name, rest)?),
                "i18n" => self.texts(&name, rest, &mut theme.texts)?,
                _ => {}
            }
        }
        theme.templates.sort_by(|a, b| a.name.cmp(&b.name));
        self.about(&mut theme)?;
        theme.styles = self.styles()?;
        Ok(theme)
    }

    /// The paths of all files below the theme, its own and those of the default theme.
    fn names(&mut self) -> Result<BTreeSet<String>, Fatal> {
        let all = Overlay::new(self.site, &self.inside);
        let mut names = BTreeSet::new();
        for folder in [self.name, DEFAULT] {
            let Some(folder) = Folder::of_theme(folder) else { continue };
            let listing = all.list(&folder)?;
            self.diags.extend(listing.diags);
            let names_here = listing.files.iter().filter_map(|path| folder.path_within(path));
            names.extend(names_here.map(ToOwned::to_owned));
            if self.name == DEFAULT {
                break;
            }
        }
        for folder in OF_SITE.iter().filter_map(|own| Folder::new(own)) {
            let listing = self.site.list(&folder)?;
            self.diags.extend(listing.diags);
            names.extend(listing.files.iter().map(|path| path.as_str().to_owned()));
        }
        Ok(names)
    }

    /// The layers in which a file is found, the winning one first. What a site has below
    /// `themes/default/` lies over the default theme for another theme too.
    fn layers(&self, name: &str) -> Result<Vec<Found>, Fatal> {
        let is_of_site = OF_SITE
            .iter()
            .any(|folder| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        let sites = match SourcePath::new(name).filter(|_| is_of_site) {
            Some(path) => self.site.read(&path)?.map(|bytes| (path, bytes)),
            None => None,
        };
        let sites = sites.map(|(path, bytes)| Found { path, bytes, owner: Owner::Site });
        let own = Self::read(self.site, self.name, name, Owner::Theme)?;
        let changed = if self.name == DEFAULT {
            None
        } else {
            Self::read(self.site, DEFAULT, name, Owner::Theme)?
        };
        let below = Self::read(&self.inside, DEFAULT, name, Owner::Default)?;
        Ok([sites, own, changed, below].into_iter().flatten().collect())
    }

    fn read(
        files: &dyn Files,
        theme: &str,
        name: &str,
        owner: Owner,
    ) -> Result<Option<Found>, Fatal> {
        let Some(path) = SourcePath::new(&format!("themes/{theme}/{name}")) else {
            return Ok(None);
        };
        let bytes = files.read(&path)?;
        Ok(bytes.map(|bytes| Found { path, bytes, owner }))
    }

    /// The template that wins under its own name, one of the default theme under `default/`:
    /// tera tries that prefix where there is no other. The next one below the winning one goes by
    /// `theme/`, so that the winning one can extend it.
    fn templates(&mut self, name: &str, into: &mut Vec<TemplateFile>) -> Result<(), Fatal> {
        let mut above = 0;
        for found in self.layers(&format!("templates/{name}"))? {
            let Some(text) = self.text(&found) else { continue };
            let name = match (found.owner, above) {
                (Owner::Default, _) => format!("{DEFAULT}/{name}"),
                (_, 0) => name.to_owned(),
                (_, 1) => format!("theme/{name}"),
                // Nothing leads to a third one.
                _ => continue,
            };
            above += 1;
            into.push(TemplateFile { name, path: found.path, text });
        }
        Ok(())
    }

    fn file(&self, name: &str, rest: &str) -> Result<Option<ThemeFile>, Fatal> {
        let found = self.layers(name)?.into_iter().next();
        Ok(found.map(|found| ThemeFile {
            name: rest.to_owned(),
            path: found.path,
            bytes: found.bytes,
        }))
    }

    /// The texts of a language: those of the theme over those of the default theme.
    fn texts(
        &mut self,
        name: &str,
        rest: &str,
        into: &mut BTreeMap<Lang, BTreeMap<String, String>>,
    ) -> Result<(), Fatal> {
        let Some(lang) = rest.strip_suffix(".yaml").and_then(Lang::new) else {
            return Ok(());
        };
        let table = into.entry(lang).or_default();
        for found in self.layers(name)?.into_iter().rev() {
            if let Some(text) = self.text(&found) {
                table.extend(flat::read(&found.path, &text, &mut self.diags));
            }
        }
        Ok(())
    }

    /// `theme.yaml`: what the theme is and what a site may set. A theme inherits the
    /// parameters of the default theme with its files.
    fn about(&mut self, theme: &mut Theme) -> Result<(), Fatal> {
        let (mut facts, mut own) = (BTreeMap::new(), BTreeMap::new());
        for found in self.layers("theme.yaml")?.into_iter().rev() {
            let Some(text) = self.text(&found) else { continue };
            for (line, key, value) in flat::read_lines(&found.path, &text, &mut self.diags) {
                if found.owner != Owner::Default {
                    own.insert(key.clone(), (found.path.clone(), line));
                }
                facts.insert(key, value);
            }
        }
        theme.version = facts.get("version").cloned().unwrap_or_default();
        theme.licence = facts.get("licence").cloned().unwrap_or_default();
        theme.params = Param::read_all(&facts);
        let of_site = self.tokens_of_site()?;
        for (name, param) in &mut theme.params {
            // What a site writes beside its content wins over any theme.
            let is_set = param.tokens.iter().any(|token| of_site.contains(token));
            let own = own.remove(&format!("params.{name}.default"));
            param.own = own.filter(|_| !is_set);
        }
        Ok(())
    }

    /// The custom properties that the site's own styles give.
    fn tokens_of_site(&mut self) -> Result<BTreeSet<String>, Fatal> {
        let Some(folder) = Folder::new("styles") else { return Ok(BTreeSet::new()) };
        let mut tokens = BTreeSet::new();
        for path in self.site.list(&folder)?.files {
            let text = self.site.read(&path)?.unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            tokens.extend(declared(&text).into_iter().map(|own| own.name));
        }
        Ok(tokens)
    }

    fn styles(&mut self) -> Result<String, Fatal> {
        let Some(main) = self.layers("styles/main.css")?.into_iter().next() else {
            return Ok(String::new());
        };
        let Some(text) = self.text(&main) else { return Ok(String::new()) };
        let mut files = BTreeMap::new();
        for name in self.names()? {
            let Some(rest) = name.strip_prefix("styles/") else { continue };
            if let Some(found) = self.layers(&name)?.into_iter().next() {
                files.insert(rest.to_owned(), self.text(&found).unwrap_or_default());
            }
        }
        let read = |name: &str| files.get(name).cloned();
        Ok(styles::bundle(&main.path, &text, read, &mut self.diags))
    }

    fn text(&mut self, found: &Found) -> Option<String> {
        match std::str::from_utf8(&found.bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(error) => {
                let problem = Tree::NotUtf8 { offset: error.valid_up_to(), guess: None };
                self.diags.push(Diag::of_file(found.path.clone(), problem));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
