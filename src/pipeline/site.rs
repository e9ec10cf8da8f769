//! From files to the site as a value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Date, OutPath};
use crate::catalog::{self, Audience, Catalog, DocumentPart, Input, Style};
use crate::check::Looked;
use crate::diag::problem::Site as SiteProblem;
use crate::diag::{Diag, Fatal, Policy, Severity, SourceMap};
use crate::lint::{self, Depth, Told};
use crate::output::{Output, Reading, Spool, Squeezer};
use crate::parse::Gists;
use crate::store::{Key, Store};
use crate::vfs::Files;

use super::checked::Finished;
use super::drawing::{Drawing, Made};
use super::earlier_run::{Run, told_but};
use super::kept_gists::KeptGists;
use super::kept_pages::{Earlier, KeptPages, Standing};
use super::kept_texts::KeptTexts;
use super::loaded_theme::{Dress, Loaded};
use super::problems::{
    Hints, distinct, forget_what_is_no_text, refused, tell_missing_lists_once,
};
use super::read::{self, content};
use super::timings::{Clock, Timings};
use super::units::Bench;
use super::untouched::{MadeFrom, Untouched, Work};
use super::{Links, Options, Purpose, Station, Task, Visibility, brand, places};

/// The site as a value, with what was noted while making it.
#[derive(Debug)]
pub struct SiteBuilt {
    /// Everything that was noted, with the severities that the site wants; sorted by place.
    pub diags: Vec<Diag>,
    /// Where the site is served: hints about texts, which are not among the others.
    pub hints: Hints,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
    /// The site; `None` when errors keep it from being made.
    pub output: Option<Arc<Output>>,
    /// All documents, as the site was made from them.
    pub catalog: Catalog,
    /// How long the stations took.
    pub timings: Timings,
    /// How many bytes the store of earlier work may have.
    pub store_max_bytes: u64,
    /// What each page was made from.
    pub(super) keys: BTreeMap<OutPath, Key>,
    /// The theme.
    pub(super) dress: Arc<Dress>,
    /// How it was made, when it may be made again in this process.
    pub(super) work: Work,
    /// What was found in the links of its pages.
    pub(super) links: Looked,
    /// What was said of its texts.
    pub(super) told: Told,
    /// The same, for a later run of the program.
    pub(super) run: Option<Run>,
}

/// What earlier builds made.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeptWork<'a> {
    /// A build in this process: pages and facts that are the same are used again.
    pub(super) earlier: Option<&'a Earlier>,
    /// The theme, when it was loaded in this process.
    pub(super) dress: Option<&'a Arc<Dress>>,
    /// What was made of texts in this process.
    pub(super) texts: Option<&'a KeptTexts>,
    /// Bytes that are costly to make.
    pub(super) store: Option<&'a Store>,
    /// What an earlier run of the program made.
    pub(super) run: Option<&'a Run>,
    /// Which pages stand in the output folder already.
    pub(super) standing: Option<&'a Standing>,
    /// Where the bytes of new files go.
    pub(super) spool: Option<&'a dyn Spool>,
    /// What makes files smaller that stay in memory.
    pub(super) squeezer: Option<&'a Squeezer>,
    /// Whether the site is served, and seldom asked for all its files.
    pub(super) is_served: bool,
}

impl<'a> KeptWork<'a> {
    /// The theme of another site in this process, for as long as it is the same.
    pub fn theme_of(built: &'a SiteBuilt) -> Self {
        Self { dress: Some(&built.dress), ..Self::default() }
    }

    /// Where files are found that were made earlier.
    fn pages(self) -> KeptPages<'a> {
        KeptPages {
            earlier: self.earlier,
            store: self.store,
            standing: self.standing,
            spool: self.spool,
            squeezer: self.squeezer,
            is_served: self.is_served,
        }
    }
}

/// Makes the site from files. It is the same whatever is kept of earlier builds.
pub fn site(files: &dyn Files, task: Task<'_>, kept: KeptWork<'_>) -> Result<SiteBuilt, Fatal> {
    let mut making = Making::start(files, task, kept);
    let content = making.content()?;
    let policy = content.config.policy.clone();
    let store_max_bytes = u64::from(content.config.store_max_mb) * 1_000_000;
    let dress = making.dress(&content)?;
    let catalog = making.catalog(content, &dress.loaded);
    let from = MadeFrom { catalog, dress };
    let run = making.run(&from);
    let changed = match (run.as_ref(), kept.run) {
        (Some(run), Some(before)) => run.changed_since(before),
        _ => kept.earlier.and_then(|own| own.changed(&from)),
    };
    making.clock.lap("compare");
    let told = making.judge(&from.catalog, &policy, changed.as_ref());
    let mut whole = making.whole(&from, &told, changed)?;
    let hints = making.hints(&told, &policy);
    making.settle(&from.catalog, &policy);
    let Making { clock, diags, sources, .. } = making;
    let MadeFrom { catalog, dress } = from;
    Ok(SiteBuilt {
        output: whole.output.filter(|_| !refused(&diags, &policy, task.options)),
        diags: distinct(diags),
        hints,
        sources,
        catalog,
        timings: clock.taken,
        store_max_bytes,
        keys: whole.keys,
        dress,
        run: run.map(|own| own.with(told.clone(), &mut whole.work, &mut whole.links)),
        work: whole.work,
        links: whole.links,
        told,
    })
}

/// A site that is being made: from what, how, and what was noted so far.
struct Making<'a> {
    files: &'a dyn Files,
    task: Task<'a>,
    kept: KeptWork<'a>,
    clock: Clock,
    sources: SourceMap,
    diags: Vec<Diag>,
}

/// A finished site and how it was made; without output where mistakes keep it from being made.
#[derive(Default)]
struct Whole {
    output: Option<Arc<Output>>,
    keys: BTreeMap<OutPath, Key>,
    work: Work,
    links: Looked,
}

impl<'a> Making<'a> {
    fn start(files: &'a dyn Files, task: Task<'a>, kept: KeptWork<'a>) -> Self {
        let (clock, sources, diags) = (Clock::start(), SourceMap::default(), Vec::new());
        Self { files, task, kept, clock, sources, diags }
    }

    /// The content tree, as the options want it.
    fn content(&mut self) -> Result<read::Content, Fatal> {
        self.task.options.progress.reach(Station::Read);
        let gists = self.kept.store.filter(|own| own.keeps()).map(KeptGists);
        let gists = gists.as_ref().map(|own| own as &dyn Gists);
        let content = content(self.files, &mut self.sources, self.kept.texts, gists)?;
        let mut content = content.into_value(&mut self.diags);
        as_asked(&mut content, self.task, &mut self.diags);
        self.clock.lap("read and parse");
        Ok(content)
    }

    fn dress(&mut self, content: &read::Content) -> Result<Arc<Dress>, Fatal> {
        self.task.options.progress.reach(Station::Theme);
        let dress = Dress::of(self.files, content, self.kept.dress)?;
        self.diags.extend_from_slice(&dress.diags);
        self.clock.lap("theme");
        Ok(dress)
    }

    fn catalog(&mut self, content: read::Content, loaded: &Loaded) -> Catalog {
        self.task.options.progress.reach(Station::Catalog);
        let input = input(content, self.task, loaded);
        let kept = self.kept.texts.map(|own| &own.catalog);
        let catalog = catalog::build(input, kept).into_value(&mut self.diags);
        self.diags.extend(brand::check(&loaded.theme, &catalog));
        self.clock.lap("catalogue");
        catalog
    }

    /// What a later run of the program will want to know of this one.
    fn run(&self, from: &MadeFrom) -> Option<Run> {
        match self.kept.standing? {
            Standing::Files(_) => Some(Run::new(&from.catalog, &from.dress, self.task.options)),
            _ => None,
        }
    }

    /// Whether the texts can be read with ease.
    fn judge(
        &mut self,
        catalog: &Catalog,
        policy: &Policy,
        changed: Option<&BTreeSet<DocumentPart>>,
    ) -> Told {
        let told = self.kept.run.map(|own| &own.told);
        let told = told.or(self.kept.earlier.map(|own| &own.told));
        let told = told.zip(changed).map(|(told, changed)| told_but(told, changed));
        let earlier = lint::Earlier {
            last: self.kept.texts.map(|own| &own.language),
            told: told.unwrap_or_default(),
        };
        let depth = depth_of(self.task.options, policy);
        let (told, of_pictures) = lint::check(catalog, &self.sources, depth, earlier);
        self.diags.extend(of_pictures);
        self.clock.lap("language");
        told
    }

    /// The site itself, unless what was noted refuses it.
    fn whole(
        &mut self,
        from: &MadeFrom,
        told: &Told,
        changed: Option<BTreeSet<DocumentPart>>,
    ) -> Result<Whole, Fatal> {
        let MadeFrom { catalog, dress } = from;
        let (options, kept) = (self.task.options, self.kept);
        options.progress.reach(Station::Pages);
        let noted = self.diags.iter().chain(told.each());
        let is_refused = refused(noted, &catalog.config.policy, options);
        let Some(templates) = dress.loaded.templates.as_ref().filter(|_| !is_refused) else {
            return Ok(Whole::default());
        };
        let pages = kept.pages();
        let untouched = changed.and_then(|changed| match (kept.run, kept.earlier) {
            (Some(run), _) => Untouched::since_run(&run.work, pages, changed),
            (None, Some(own)) => Untouched::since(&own.work, &own.output, changed),
            (None, None) => None,
        });
        let drawing = Drawing {
            catalog,
            loaded: &dress.loaded,
            templates,
            options,
            bench: Bench {
                kept: pages,
                untouched: untouched.as_ref(),
                clock: &self.clock,
                measure: options.measure,
            },
        };
        let made = drawing.made(self.files)?;
        self.clock.lap("render");
        self.collect(catalog, told, made)
    }

    /// Brings all files together and looks at them as a reader would.
    fn collect(&mut self, catalog: &Catalog, told: &Told, made: Made) -> Result<Whole, Fatal> {
        let (options, kept) = (self.task.options, self.kept);
        options.progress.reach(Station::Check);
        let Made { artifacts, failed: mut left_out, keys, spans, mut work, diags } = made;
        self.diags.extend(diags);
        self.clock.taken.pages = spans;
        let earlier = kept.earlier.map(|own| own.output.as_ref());
        let reading = Reading { files: self.files, earlier };
        let output = Output::collect(artifacts, reading)?.into_value(&mut self.diags);
        work.pages.forget(output.left_out());
        left_out.extend_from_slice(output.left_out());
        // What is not there was told; that links to it are dead is no news.
        left_out.retain(|path| output.get(path.as_str()).is_none());
        let left_out: Vec<String> = left_out.iter().flat_map(addresses).collect();
        let headings = lint::headings(self.diags.iter().chain(told.each()));
        // A map of many is made faster than it is added to.
        let keys = keys.into_iter().collect();
        let finished = Finished { catalog, output: &output, keys: &keys, options };
        let (found, links) = finished.check(&left_out, &headings, kept);
        self.diags.extend(found);
        kept.pages().keep(&keys, &output);
        self.clock.lap("collect and check");
        Ok(Whole { output: Some(Arc::new(output)), keys, work, links })
    }

    /// Brings what was said of the texts to the rest. There may be a great deal of it: it comes
    /// when the pages are made, and where the site is served, what is only a hint when somebody asks.
    fn hints(&mut self, told: &Told, policy: &Policy) -> Hints {
        let is_served = self.kept.is_served;
        let raises = policy.raises_above(Severity::Hint);
        let is_wanted = |diag: &&Diag| {
            let is_raised =
                || policy.severity(diag.problem.code(), diag.severity) > Severity::Hint;
            !is_served || diag.severity > Severity::Hint || raises && is_raised()
        };
        if !is_served {
            self.diags.reserve_exact(told.each().count());
        }
        self.diags.extend(told.each().filter(is_wanted).cloned());
        let hints = if is_served { told.clone() } else { Told::default() };
        Hints::of(hints, policy, &self.diags)
    }

    /// Gives everything that was noted its severity and place.
    fn settle(&mut self, catalog: &Catalog, policy: &Policy) {
        forget_what_is_no_text(&mut self.diags);
        tell_missing_lists_once(&mut self.diags, &catalog.vocabulary);
        policy.apply(&mut self.diags);
        places::of_lines(&mut self.diags, self.files, &mut self.sources);
        places::of_addresses(&mut self.diags, &self.sources);
    }
}

/// How closely texts are looked at: a build that publishes says no hints.
fn depth_of(options: &Options, policy: &Policy) -> Depth {
    let publishes = matches!(options.purpose, Purpose::Publish(_));
    let says_hints = !publishes || policy.raises_above(Severity::Hint);
    if says_hints { Depth::Hints } else { Depth::Warnings }
}

/// Makes content what the options want it to be.
pub(super) fn as_asked(content: &mut read::Content, task: Task<'_>, diags: &mut Vec<Diag>) {
    let Task { options, env } = task;
    if let Some(base_url) = &options.base_url {
        content.config.base_url = format!("{}/", base_url.trim_end_matches('/'));
    }
    let zone = content.config.time_zone.clone();
    if let Some(reference) = &options.without_consent {
        content.withdraw(reference, env.today(&zone));
    }
    if !Date::knows_zone(&zone) {
        diags.push(Diag::at(zone.span, SiteProblem::UnknownTimeZone { name: zone.value }));
    }
}

pub(super) fn input(content: read::Content, task: Task<'_>, loaded: &Loaded) -> Input {
    let Task { options, env } = task;
    let mut config = content.config;
    let is_there = |id: &str| content.media.iter().any(|own| own.id == id);
    let named = brand::references(&loaded.theme, &config, is_there);
    config.references.extend(named);
    let config = Arc::new(config);
    Input {
        today: env.today(&config.time_zone),
        documents: content.documents,
        vocabulary: content.vocabulary,
        media: content.media,
        media_files: content.media_files,
        companions: content.companions,
        data: content.data,
        records: content.records,
        as_is: content.as_is,
        strings: loaded.strings.clone(),
        audience: match options.visibility {
            Visibility::Public => Audience::Public,
            Visibility::Preview => Audience::Preview,
            Visibility::Editors => Audience::Editors,
        },
        style: match options.links {
            Links::Folders => Style::Folder,
            Links::Files => Style::File,
        },
        config,
    }
}

/// How links name a file: by its path, and a page also by its folder.
fn addresses(path: &OutPath) -> Vec<String> {
    let path = path.as_str();
    let folder = path.strip_suffix("index.html").map(str::to_owned);
    folder.into_iter().chain([path.to_owned()]).collect()
}
