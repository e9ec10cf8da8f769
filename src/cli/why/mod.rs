//! `why`: what made a page, or why a document is not on the site.

mod hidden;
mod made;
mod used;

use super::args::WhyArgs;
use super::build::options;
use super::run::{Call, Exit};
use crate::base::{SourcePath, nearest};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Language, Place};
use crate::pipeline::{Pictures, Purpose, Rebuild, SiteBuilt, Visibility};
use crate::vfs::Disk;

/// What is needed to answer.
struct Asked<'a> {
    made: &'a SiteBuilt,
    files: &'a Disk,
    language: Language,
    /// Whether drafts and scheduled documents are looked at as if they were shown.
    preview: bool,
}

/// Answers.
pub(super) fn run(args: &WhyArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    let mut options = options(Purpose::Check, &args.site, call);
    // Their names are what matters, and those are known without making them.
    options.pictures = Pictures::Derive;
    let files = Disk::open(&options.root)?;
    let made = Rebuild::new(options.clone(), env).site(&files)?;
    let preview = options.visibility == Visibility::Preview;
    let asked = Asked { made: &made, files: &files, language: call.style.language, preview };
    let path = plain(&args.path, &made.catalog.config.base_url, call);
    let said = match asked.of_source(&path)? {
        Some(said) => Some(said),
        None => match asked.of_output(&path)? {
            Some(said) => Some(said),
            None => asked.of_part(&path)?.or_else(|| asked.of_machine(&path)),
        },
    };
    match said {
        Some(said) => call.report().give(&said),
        None => {
            let nearest = asked.nearest(&path);
            let problem = Host::UnknownPath { path: args.path.clone(), nearest };
            return Err(Fatal::new(Place::Nowhere, problem));
        }
    }
    Ok(Exit::Done)
}

/// A path as it is known here: relative to the root, or to the output. An address of the site
/// is read as the path of its page.
fn plain(written: &str, base_url: &str, call: &Call<'_, '_>) -> String {
    let path = written.split(['#', '?']).next().unwrap_or_default().replace('\\', "/");
    // The site may stand in a folder of its host.
    let (_, below) = base_url.split_once("://").unwrap_or(("", base_url));
    let folder = below.find('/').and_then(|at| below.get(at..)).unwrap_or("/");
    let inside = path.strip_prefix(base_url).or_else(|| match folder {
        "/" => None,
        _ => path.strip_prefix(folder),
    });
    let path = inside.map(str::to_owned).unwrap_or(path);
    let root = call.root.to_string_lossy();
    let path = path.strip_prefix(root.as_ref()).unwrap_or(&path);
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => path,
    };
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let path = path.strip_prefix("public/").unwrap_or(path);
    if path == "." { String::new() } else { path.to_owned() }
}

impl Asked<'_> {
    /// What there is to say of a file of the content tree; `None` when it is no document.
    fn of_source(&self, path: &str) -> Result<Option<String>, Fatal> {
        let Some(source) = SourcePath::new(path) else { return Ok(None) };
        let entries = self.made.catalog.entries();
        let Some(at) = entries.iter().position(|own| own.document.path == source) else {
            return Ok(None);
        };
        let Some(entry) = entries.get(at) else { return Ok(None) };
        if !entry.is_shown() {
            return Ok(Some(self.hidden(entry)));
        }
        let Some(file) = entry.url.file() else { return Ok(None) };
        if self.made.output.is_none() {
            return Ok(Some(self.refused(entry)));
        }
        let page = self.of_output(file.as_str())?.unwrap_or_default();
        Ok(Some(format!("{}{page}", self.hidden(entry))))
    }

    fn nearest(&self, path: &str) -> Option<String> {
        let output = self.made.output.iter().flat_map(|own| own.files());
        let pages: Vec<&str> = output.map(|(path, _)| path.as_str()).collect();
        let folders = pages.iter().filter_map(|path| path.strip_suffix("index.html"));
        let entries = self.made.catalog.entries().iter();
        let documents = entries.map(|entry| entry.document.path.as_str());
        let folders = folders.filter(|path| !path.is_empty());
        let known = folders.chain(pages.iter().copied()).chain(documents);
        nearest(path, known).map(str::to_owned)
    }

    fn word(&self, dutch: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            Language::En => english,
        }
    }
}
