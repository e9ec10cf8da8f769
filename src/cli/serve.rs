//! `serve`.

use std::cell::RefCell;
use std::path::{PathBuf, absolute};
use std::sync::{Arc, Mutex, PoisonError};

use super::args::{ServeArgs, SiteArgs};
use super::build::{self, options};
use super::run::{Call, Exit};
use crate::base::{Date, encode_path};
use crate::catalog::{Catalog, Due, Matter};
use crate::config::EditorLink;
use crate::diag::draw::{self, Format, Outcome, Style};
use crate::diag::{Diag, Fatal, Language, Place, Severity, SourceMap};
use crate::output::{Output, Reading};
use crate::pipeline::{self, Purpose, Rebuild, ServedIndex, SiteBuilt, Visibility};
use crate::serve::{self, Group, Item, Items, Rebuilt, Server, Watched};
use crate::theme;
use crate::vfs::{Disk, Files, Memory, Remembered};

/// Serves the site until it is stopped.
pub(super) fn run(args: &ServeArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    let mut options = options(Purpose::Check, &args.site, call);
    if options.visibility == Visibility::Public {
        options.visibility = Visibility::Editors;
    }
    let files = Arc::new(Remembered::new(Disk::open(&options.root)?));
    let language = call.style.language;
    let listen = serve::Options { host: args.host.clone(), port: args.port, language };
    let server = Server::bind(&listen, Arc::clone(&files) as Arc<dyn Files + Send + Sync>)?;
    let url = server.url();
    options.base_url.get_or_insert_with(|| url.clone());
    call.report().say(&format!("{url}\n"));
    if args.open {
        server.open_browser();
    }
    let watched = Watched {
        roots: ["content", "themes"]
            .iter()
            .chain(&theme::OF_SITE)
            .map(|own| options.root.join(own))
            .collect(),
    };
    let progress = options.progress.clone();
    let mut again = Rebuild::new(options.clone(), env).serving();
    let index = Arc::new(Index { options, made: Mutex::default() });
    // What is shown depends on the day: documents appear and expire by themselves.
    let (around, date) = (call.around, args.site.date);
    let shown: RefCell<Option<(String, Date)>> = RefCell::default();
    let today = |zone: &str| date.or_else(|| Some(Date::at(around.now().ok()?, zone)));
    let is_new_day = || {
        let shown = shown.borrow();
        shown.as_ref().is_some_and(|(zone, day)| today(zone).is_some_and(|now| now != *day))
    };
    let mut build = || {
        if let Ok(env) = call.env(date) {
            again.set_env(env);
        }
        let line = call.progress(&progress);
        let (rebuilt, catalog, said) = rebuild(files.as_ref(), &mut again, &args.site, call);
        drop(line);
        let day = |own: &Catalog| (own.config.time_zone.value.clone(), own.today);
        shown.replace(catalog.as_ref().map(day));
        if let Some(catalog) = catalog.filter(|_| rebuilt.output.is_some()) {
            let index = Arc::clone(&index);
            server.show_beside(move || index.files(&catalog));
        }
        call.report().say(&said);
        rebuilt
    };
    server.run(&watched, &files, &mut build, &is_new_day)?;
    Ok(Exit::Done)
}

/// One build, with what to say of it on the terminal.
fn rebuild(
    files: &dyn Files,
    again: &mut Rebuild,
    site: &SiteArgs,
    call: &Call<'_, '_>,
) -> (Rebuilt, Option<Catalog>, String) {
    let told = Told { root: call.root.clone(), language: call.style.language };
    let made = pipeline::on_threads(site.jobs.map(usize::from), || again.site(files));
    let traced = |made: SiteBuilt| build::trace(site, &made.timings, call).map(|()| made);
    let made = match made.and_then(traced) {
        Ok(made) => made,
        Err(fatal) => {
            let (diags, sources) = ([*fatal.0], SourceMap::default());
            let errors = told.problems(&diags, &sources, &EditorLink::default());
            let said = draw::told(&diags, &sources, &call.style, ("", &Outcome::Refused));
            return (Rebuilt { errors, ..Rebuilt::default() }, None, said);
        }
    };
    let SiteBuilt { diags, hints: of_texts, sources, output, catalog, timings, .. } = made;
    let strictness = build::strictness(site);
    let outcome =
        if output.is_some() { Outcome::Checked(strictness) } else { Outcome::Refused };
    let (hints, shown): (Vec<Diag>, Vec<Diag>) =
        diags.into_iter().partition(|diag| diag.severity == Severity::Hint);
    let mut said = build::told_timings(site, &timings, call.style.language);
    said += &draw::told(&shown, &sources, &call.style, ("", &outcome));
    // In the browser stands why there is no new site, whatever it is that keeps it from being made.
    let (errors, warnings): (Vec<Diag>, Vec<Diag>) = shown
        .into_iter()
        .partition(|diag| strictness.refuses(diag.problem.code(), diag.severity));
    let errors = told.problems(&errors, &sources, &catalog.config.editor_link);
    let known = catalog.clone();
    let notices = Items::later(move || {
        let editor = &known.config.editor_link;
        let mut items = told.problems(&warnings, &sources, editor);
        items.extend(told.problems(&of_texts.with(hints), &sources, editor));
        items.extend(told.dues(&known, &sources));
        items
    });
    (Rebuilt { output, errors, notices }, Some(catalog), said)
}

/// The index for search; without it the search page says that it is not there.
struct Index {
    options: pipeline::Options,
    made: Mutex<ServedIndex>,
}

impl Index {
    /// Its files; `None` when they would be those that are there.
    fn files(&self, catalog: &Catalog) -> Option<Output> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let artifacts = made.files(catalog, &self.options).ok()??;
        let none = Memory::default();
        let reading = Reading { files: &none, earlier: None };
        Output::collect(artifacts, reading).ok().map(|collected| collected.value)
    }
}

/// How items are told.
struct Told {
    root: PathBuf,
    language: Language,
}

impl Told {
    /// Problems, each with the text of the terminal.
    fn problems(&self, diags: &[Diag], sources: &SourceMap, editor: &EditorLink) -> Vec<Item> {
        let style =
            Style { format: Format::Full, language: self.language, colour: false, width: 90 };
        let item = |diag: &Diag| {
            let group = match diag.severity {
                Severity::Error => Group::Error,
                Severity::Warning => Group::Warning,
                Severity::Hint => Group::Hint,
                Severity::Off => return None,
            };
            let text = draw::all(std::slice::from_ref(diag), sources, &style);
            Some(self.placed(
                Item {
                    group,
                    text: text.trim_end().to_owned(),
                    note: String::new(),
                    file: None,
                    editor: None,
                    page: None,
                },
                &diag.place,
                sources,
                editor,
            ))
        };
        let mut items: Vec<Item> = diags.iter().filter_map(item).collect();
        // As on the terminal: by file.
        items.sort_by(|a, b| (a.group, &a.file).cmp(&(b.group, &b.file)));
        items
    }

    /// What the catalogue says needs attention.
    fn dues(&self, catalog: &Catalog, sources: &SourceMap) -> Vec<Item> {
        let item = |due: Due| {
            let item = Item {
                group: group(due.matter),
                note: due.date.map_or_else(String::new, |date| {
                    self.note(due.matter, date, catalog.today)
                }),
                file: None,
                editor: None,
                page: due.url.map(|url| format!("/{}", encode_path(&url))),
                text: due.name,
            };
            self.placed(item, &due.place, sources, &catalog.config.editor_link)
        };
        catalog.agenda().into_iter().map(item).collect()
    }

    /// The item with its file and a link that opens it.
    fn placed(
        &self,
        mut item: Item,
        place: &Place,
        sources: &SourceMap,
        editor: &EditorLink,
    ) -> Item {
        let (path, line, column) = match place {
            Place::Span(span) => {
                let Some(path) = sources.path(span.file) else { return item };
                let (start, _) = sources.positions(*span);
                (path, start.line, start.column)
            }
            Place::File(path) => (path, 1, 1),
            Place::Output(_) | Place::Nowhere => return item,
        };
        let whole = self.root.join(path.as_str());
        let whole = absolute(&whole).unwrap_or(whole);
        item.file = Some(format!("{path}:{line}:{column}"));
        // A file of the theme that is part of the program is not there to be opened.
        let is_there = path.as_str().starts_with("content/") || whole.is_file();
        item.editor = is_there
            .then(|| editor.address(&whole.to_string_lossy(), (line, column)))
            .flatten();
        item
    }

    fn note(&self, matter: Matter, date: Date, today: Date) -> String {
        let past = date < today;
        let words = match (matter, self.language) {
            (Matter::Scheduled, Language::Nl) => "vanaf",
            (Matter::Expires, Language::Nl) => "tot en met",
            (Matter::Review, Language::Nl) if past => "had nagekeken moeten zijn voor",
            (Matter::Review, Language::Nl) => "nakijken voor",
            (Matter::Consent, Language::Nl) if past => "geëindigd op",
            (Matter::Consent, Language::Nl) => "tot en met",
            (Matter::Scheduled, Language::En) => "from",
            (Matter::Expires, Language::En) => "through",
            (Matter::Review, Language::En) if past => "was to be reviewed before",
            (Matter::Review, Language::En) => "review before",
            (Matter::Consent, Language::En) if past => "ended on",
            (Matter::Consent, Language::En) => "through",
            (_, Language::Nl) => "op",
            (_, Language::En) => "on",
        };
        format!("{words} {date}")
    }
}

fn group(matter: Matter) -> Group {
    match matter {
        Matter::Draft => Group::Draft,
        Matter::Scheduled => Group::Scheduled,
        Matter::Expires => Group::Expires,
        Matter::Review => Group::Review,
        Matter::Withdrawn => Group::Withdrawn,
        Matter::Consent => Group::Consent,
        Matter::Unmarked => Group::Media,
    }
}
