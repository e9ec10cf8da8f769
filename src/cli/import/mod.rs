//! `import`: a filled-in questionnaire or a handed-in story becomes a draft. Nothing that is
//! there is changed, no word of what was handed in is lost, and a draft that does not fit keeps
//! nobody else from publishing.

mod letters;
mod mail;
mod fields;
mod plain;
mod told;
mod questions;
mod answers;
mod story;
mod aside;
mod settle;

use std::ops::Range;

use super::args::ImportArgs;
use super::build::options;
use super::new::{NewFile, write};
use super::run::{Call, Exit};
use crate::base::{Date, Lang, SourcePath, Span, nearest};
use crate::catalog::Catalog;
use crate::diag::draw;
use crate::diag::problem::{Field, Host, Import, NotImported};
use crate::diag::{Diag, Fatal, Language, Place, Problem, Severity, SourceMap};
use crate::model::DocKind;
use crate::pipeline::{Pictures, Purpose, Rebuild, Visibility};
use crate::vfs::{Disk, Files as _};

use letters::Handed;
use settle::Settler;
use told::Note;

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
    /// What there is to tell of its lines.
    notes: Vec<Note>,
    /// What there is to tell of the file that was handed in.
    handed: Vec<(Range<usize>, Field)>,
    /// The language of its fields and headings.
    language: Language,
}

/// Reads a file, writes a draft, and says what to do with it.
pub(super) fn run(args: &ImportArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let Handed { text, read_as, left_out } = read(args, call)?;
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
    let above = text.len() - text.trim_start().len();
    let whole = fields::closed(text.get(above..).unwrap_or_default());
    let draft = match answers::read(&whole) {
        Some(given) => answers::draft(&given, &desk)?,
        None => story::draft(&whole, &desk)?,
    };
    let mut of_file: Vec<(Range<usize>, Problem)> = draft
        .handed
        .iter()
        .map(|(place, own)| (place.start + above..place.end + above, own.clone().into()))
        .collect();
    if let Some((letters, place)) = read_as {
        of_file.push((place, Import::NotUtf8 { letters }.into()));
    }
    if let Some((count, first, at)) = left_out {
        let first = format!("U+{:04X}", u32::from(first));
        of_file.push((at..at, Import::UnseenCharacters { count, first }.into()));
    }
    let desk = Desk { language: draft.language, ..desk };
    let settled = Settler::of(&desk).settle(draft, &mut again)?;
    let mut sources = settled.sources;
    let mut diags: Vec<Diag> =
        settled.diags.into_iter().filter(|diag| diag.severity != Severity::Hint).collect();
    diags.extend(settled.notes);
    diags.extend(handed(args, text, of_file, &mut sources));
    let file = NewFile { path: settled.path, text: settled.text, next: next(call) };
    write(&file, call)?;
    let made = match call.style.language {
        Language::Nl => "is gemaakt, als concept",
        Language::En => "was made, as a draft",
    };
    let told = draw::all(&diags, &sources, &call.style);
    call.report().say(&told);
    call.report().give(&format!("{} {made}.\n{}\n", file.path, file.next));
    Ok(Exit::Done)
}

/// What there is to tell of the file that was handed in, which is no part of the site.
fn handed(
    args: &ImportArgs,
    text: String,
    problems: Vec<(Range<usize>, Problem)>,
    sources: &mut SourceMap,
) -> Vec<Diag> {
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned());
    let path = args.file.to_str().and_then(SourcePath::new);
    let path = path.or_else(|| SourcePath::new(&name.unwrap_or_default()));
    let file = path.map(|path| sources.add(path, text.into()));
    let place = |range: &Range<usize>| {
        file.map_or(Place::Nowhere, |file| Place::Span(Span::new(file, range.start, range.end)))
    };
    problems.into_iter().map(|(range, problem)| Diag::new(place(&range), problem)).collect()
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
fn read(args: &ImportArgs, call: &Call<'_, '_>) -> Result<Handed, Fatal> {
    let path = call.around.folder.join(&args.file);
    let shown = args.file.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => Host::NoFile { file: shown },
            _ => Host::Unreadable { detail: format!("{shown}: {error}") },
        };
        Fatal::new(Place::Nowhere, problem)
    })?;
    letters::read(&bytes).ok_or_else(|| refused(NotImported::NotText))
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
            .filter(|entry| entry.kind() == DocKind::Region)
            .map(|entry| entry.document.id.as_str())
            .collect();
        let nearest = nearest(name, known.iter().copied()).map(str::to_owned);
        Err(refused(NotImported::UnknownRegion { name: name.to_owned(), nearest }))
    }

    /// The id of the region that a line `Regio: …` among these names, where the site has it.
    fn region_within(&self, lines: &[&str]) -> Option<String> {
        lines.iter().find_map(|line| {
            let (key, name) = line.split_once(':')?;
            let name = name.trim_matches(['*', ' ', '.']);
            let key = key.trim().trim_start_matches('*');
            let is_region = fields::is_one_of(key, &["region", "regio"]);
            self.catalog.region_id(name).filter(|_| is_region).map(str::to_owned)
        })
    }

    /// Yes, in the language of fields.
    fn yes(&self) -> &'static str {
        if self.language == Language::Nl { "ja" } else { "yes" }
    }

    /// A field of a story, in the language of fields.
    fn field(&self, key: &str, value: &str) -> String {
        let own = DocKind::Story.table().field(key).filter(|_| self.language == Language::Nl);
        format!("{}: {value}", own.map_or(key, |field| field.alias))
    }

    /// The line that makes a document a draft.
    fn draft_line(&self) -> String {
        self.field("draft", self.yes())
    }

    /// The first path that is free: `name.md`, `name-2.md` and so on; `name.en.md` in another language than
    /// the main one. What has the name in any language would be its translation.
    fn free(&self, folder: &str, name: &str, lang: &Lang) -> Result<SourcePath, Fatal> {
        let config = &self.catalog.config;
        let ending = |lang: &Lang| {
            if *lang == config.lang { ".md".to_owned() } else { format!(".{lang}.md") }
        };
        for number in 1..1000_u32 {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            let stem = format!("content/{folder}/{name}{number}");
            let Some(path) = SourcePath::new(&format!("{stem}{}", ending(lang))) else { break };
            let endings = config.langs.iter().map(ending);
            let endings = endings.flat_map(|own| [format!("/index{own}"), own]);
            let taken = endings.filter_map(|own| SourcePath::new(&format!("{stem}{own}")));
            let mut is_free = true;
            for own in taken {
                is_free &= self.files.read(&own)?.is_none();
            }
            if is_free {
                return Ok(path);
            }
        }
        Err(Fatal::new(Place::Nowhere, Host::AlreadyThere))
    }
}
