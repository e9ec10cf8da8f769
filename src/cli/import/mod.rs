//! `import`: a filled-in questionnaire or a handed-in story becomes a draft. Nothing that is
//! there is changed, and a draft that does not fit keeps nobody else from publishing.

mod answers;
mod settle;
mod story;

use super::args::ImportArgs;
use super::build::options;
use super::new::{NewFile, write};
use super::run::{Call, Exit};
use crate::base::{Date, SourcePath, nearest};
use crate::catalog::Catalog;
use crate::diag::draw;
use crate::diag::problem::{Host, NotImported};
use crate::diag::{Fatal, Language, Place, Severity};
use crate::pipeline::{Pictures, Purpose, Rebuild, Visibility};
use crate::vfs::{Disk, Files as _};

/// What an import knows of the site.
struct Desk<'a> {
    catalog: &'a Catalog,
    files: &'a Disk,
    today: Date,
    /// The language of fields and headings.
    language: Language,
    /// A region that was named beside the file.
    region: Option<&'a str>,
}

/// A document that is about to be written.
struct Draft {
    path: SourcePath,
    text: String,
}

/// Reads a file, writes a draft, and says what to do with it.
pub(super) fn run(args: &ImportArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let text = read(args, call)?;
    let env = call.env(args.site.date)?;
    let mut options = options(Purpose::Check, &args.site, call);
    options.pictures = Pictures::Skip;
    options.visibility = Visibility::Preview;
    let files = Disk::open(&options.root)?;
    let mut again = Rebuild::new(options, env);
    let made = again.site(&files)?;
    let catalog = &made.catalog;
    let language = Language::parse(catalog.config.lang.as_str()).unwrap_or(Language::En);
    let desk = Desk {
        catalog,
        files: &files,
        today: catalog.today,
        language,
        region: args.region.as_deref(),
    };
    let draft = match answers::read(&text) {
        Some(given) => answers::draft(&given, &desk)?,
        None => story::draft(&text, &desk)?,
    };
    let settled = settle::settle(draft, &files, &mut again)?;
    let diags: Vec<_> =
        settled.diags.into_iter().filter(|diag| diag.severity != Severity::Hint).collect();
    let file = NewFile { path: settled.path, text: settled.text, next: next(call) };
    write(&file, call)?;
    let made = match call.style.language {
        Language::Nl => "is gemaakt, als concept",
        Language::En => "was made, as a draft",
    };
    let told = draw::all(&diags, &settled.sources, &call.style);
    call.report().say(&told);
    call.report().give(&format!("{} {made}.\n{}\n", file.path, file.next));
    Ok(Exit::Done)
}

fn next(call: &Call<'_, '_>) -> String {
    let said = match call.style.language {
        Language::Nl => {
            "Lees het na, en vul in wat nog leeg is. `lerend serve --preview` laat het zien.\n\
             Klaar? Haal de regel `concept: ja` (`draft: yes`) weg, dan komt het op de site."
        }
        Language::En => {
            "Read it, and fill in what is still empty. `lerend serve --preview` shows it.\n\
             Ready? Take the line `draft: yes` (`concept: ja`) away, and it goes onto the site."
        }
    };
    said.to_owned()
}

#[expect(clippy::disallowed_methods, reason = "what is handed in stands outside the site")]
fn read(args: &ImportArgs, call: &Call<'_, '_>) -> Result<String, Fatal> {
    let path = call.around.folder.join(&args.file);
    let shown = args.file.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => Host::NoFile { file: shown },
            _ => Host::Unreadable { detail: format!("{shown}: {error}") },
        };
        Fatal::new(Place::Nowhere, problem)
    })?;
    if bytes.contains(&0) || bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") {
        return Err(refused(NotImported::NotText));
    }
    // A letter that is no UTF-8 can be mended in the draft; the rest is worth keeping.
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"))
}

fn refused(why: NotImported) -> Fatal {
    Fatal::new(Place::Nowhere, Host::NotImported { why })
}

impl Desk<'_> {
    /// The id of a region that is called so, by id or any of its names.
    fn region(&self, name: &str) -> Result<String, Fatal> {
        let catalog = self.catalog;
        if let Some(id) = catalog.region_id(name.trim()) {
            return Ok(id.to_owned());
        }
        let known: Vec<&str> = catalog
            .entries()
            .iter()
            .filter(|entry| entry.kind() == crate::model::DocKind::Region)
            .map(|entry| entry.document.id.as_str())
            .collect();
        let nearest = nearest(name, known.iter().copied()).map(str::to_owned);
        Err(refused(NotImported::UnknownRegion { name: name.to_owned(), nearest }))
    }

    /// The first path that is free: `name.md`, `name-2.md` and so on.
    fn free(&self, folder: &str, name: &str) -> Result<SourcePath, Fatal> {
        for number in 1..1000_u32 {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            let stem = format!("content/{folder}/{name}{number}");
            let (Some(path), Some(own)) = (
                SourcePath::new(&format!("{stem}.md")),
                SourcePath::new(&format!("{stem}/index.md")),
            ) else {
                break;
            };
            if self.files.read(&path)?.is_none() && self.files.read(&own)?.is_none() {
                return Ok(path);
            }
        }
        Err(Fatal::new(Place::Nowhere, Host::AlreadyThere))
    }
}
