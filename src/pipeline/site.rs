//! From files to the site as a value.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::OutPath;
use crate::catalog::{self, Audience, Catalog, Input, Style};
use crate::check::Looked;
use crate::config::Config;
use crate::diag::problem::Site as SiteProblem;
use crate::diag::{Diag, Fatal, Policy, Severity, SourceMap};
use crate::lint::{self, Depth, Told};
use crate::media::Letters;
use crate::output::{Artifact, Output, Reading, Spool, Squeezer};
use crate::parse::Gists;
use crate::plan::plan;
use crate::render::outputs::machine::Press;
use crate::render::outputs::pages::Shared;
use crate::render::outputs::search::Finder;
use crate::render::outputs::templates::Templates;
use crate::store::{Key, Store};
use crate::vfs::{Env, Files};

use super::checked::Finished;
use super::dress::{Dress, Loaded};
use super::easel::{Drawn, Easel, Failure};
use super::kept_gists::KeptGists;
use super::kept_pages::{Earlier, KeptPages, Standing};
use super::kept_texts::KeptTexts;
use super::read::{self, content};
use super::runs::Run;
use super::timings::{Clock, Span as TimeSpan, Timings};
use super::told::{Hints, distinct, forget_what_is_no_text, refused, tell_missing_lists_once};
use super::units::Bench;
use super::untouched::{Untouched, Work};
use super::{
    Links, Options, Purpose, Search, Station, Visibility, assets, beside, brand, pictures,
    places, searching,
};

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
    /// The same, for a later run of the program.
    pub(super) run: Option<Run>,
}

/// What earlier builds made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kept<'a> {
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

impl<'a> Kept<'a> {
    /// The theme of another site in this process, for as long as it is the same.
    pub fn theme_of(built: &'a SiteBuilt) -> Self {
        Self { dress: Some(&built.dress), ..Self::default() }
    }
}

/// Makes the site from files. It is the same whatever is kept of earlier builds.
pub fn site(
    files: &dyn Files,
    options: &Options,
    env: &Env,
    kept: Kept<'_>,
) -> Result<SiteBuilt, Fatal> {
    let mut clock = Clock::start();
    let reach = |station| options.progress.reach(station);
    reach(Station::Read);
    let mut sources = SourceMap::default();
    let mut diags = Vec::new();
    let gists = kept.store.filter(|own| own.keeps()).map(KeptGists);
    let gists = gists.as_ref().map(|own| own as &dyn Gists);
    let content = content(files, &mut sources, (kept.texts, gists))?;
    let mut content = content.into_value(&mut diags);
    if let Some(base_url) = &options.base_url {
        content.config.base_url = format!("{}/", base_url.trim_end_matches('/'));
    }
    if let Some(reference) = &options.without_consent {
        content.withdraw(reference, env.today(&content.config.time_zone));
    }
    time_zone(&content.config, &mut diags);
    clock.lap("read and parse");
    reach(Station::Theme);

    let dress = Dress::of(files, &content, kept.dress)?;
    diags.extend_from_slice(&dress.diags);
    let loaded = &dress.loaded;
    clock.lap("theme");
    reach(Station::Catalog);

    let language = kept.texts.map(|own| &own.language);
    let policy = content.config.policy.clone();
    let store_max_bytes = u64::from(content.config.store_max_mb) * 1_000_000;
    let input = input(content, options, env, loaded);
    let catalog =
        catalog::build(input, kept.texts.map(|own| &own.catalog)).into_value(&mut diags);
    diags.extend(brand::check(&loaded.theme, &catalog));
    let run = kept.standing.and_then(|standing| match standing {
        Standing::Files(_) => Some(Run::new(&catalog, (&dress, options))),
        _ => None,
    });
    let since = run.as_ref().zip(kept.run);
    let changed = since.and_then(|(run, before)| Some((before, run.changed_since(before)?)));
    let known = changed.as_ref().map(|(before, changed)| before.told_but(changed));
    let depth = depth_of(options, &policy);
    let known = known.unwrap_or_default();
    let (told, of_pictures) = lint::check((&catalog, depth), &sources, (language, known));
    diags.extend(of_pictures);
    clock.lap("catalogue");
    reach(Station::Pages);

    let mut output = None;
    let mut keys = BTreeMap::new();
    let (mut work, mut links) = (Work::default(), Looked::default());
    let pages = KeptPages {
        earlier: kept.earlier,
        store: kept.store,
        standing: kept.standing,
        spool: kept.spool,
        squeezer: kept.squeezer,
        is_served: kept.is_served,
    };
    if !refused(diags.iter().chain(lint::each(&told)), &policy, options)
        && let Some(templates) = &loaded.templates
    {
        let untouched = match changed {
            Some((before, changed)) => Untouched::since_run(&before.work, pages, changed),
            None => kept.earlier.and_then(|own| own.untouched((&catalog, &dress))),
        };
        clock.lap("compare");
        let kept_work = (pages, untouched.as_ref());
        let made = render((&catalog, loaded, templates), files, (kept_work, &clock), options)?;
        (keys, work) = (made.keys, made.work);
        diags.extend(made.diags);
        clock.lap("render");
        reach(Station::Check);
        clock.taken.pages = made.spans;
        let reading = Reading { files, earlier: kept.earlier.map(|own| own.output.as_ref()) };
        let mut left_out = made.failed;
        let collected = Output::collect(made.artifacts, reading)?.into_value(&mut diags);
        left_out.extend_from_slice(collected.left_out());
        // What is not there was told; that links to it are dead is no news.
        left_out.retain(|path| collected.get(path.as_str()).is_none());
        let left_out: Vec<String> = left_out.iter().flat_map(addresses).collect();
        let headings = lint::headings(diags.iter().chain(lint::each(&told)));
        let finished = Finished { catalog: &catalog, output: &collected, keys: &keys, options };
        let (found, looked) = finished.check((&left_out, &headings), kept);
        diags.extend(found);
        links = looked;
        pages.keep(&keys, &collected);
        clock.lap("collect and check");
        output = Some(Arc::new(collected));
    }
    // There may be a great many of these: they come to the others when the pages are made, and
    // where the site is served those that are only hints when somebody asks.
    let raises = policy.raises_above(Severity::Hint);
    let is_wanted = |diag: &&Diag| {
        let is_raised = || policy.severity(diag.problem.code(), diag.severity) > Severity::Hint;
        !kept.is_served || diag.severity > Severity::Hint || raises && is_raised()
    };
    if !kept.is_served {
        diags.reserve_exact(lint::each(&told).count());
    }
    diags.extend(lint::each(&told).filter(is_wanted).cloned());
    let hints = if kept.is_served { told.clone() } else { Told::default() };
    let hints = Hints::of(hints, &policy, &diags);
    forget_what_is_no_text(&mut diags);
    tell_missing_lists_once(&mut diags, &catalog.vocabulary);
    policy.apply(&mut diags);
    let output = output.filter(|_| !refused(&diags, &policy, options));
    places::of_lines(&mut diags, files, &mut sources);
    places::of_addresses(&mut diags, &sources);
    Ok(SiteBuilt {
        diags: distinct(diags),
        hints,
        sources,
        output,
        catalog,
        timings: clock.taken,
        store_max_bytes,
        keys,
        dress,
        run: run.map(|own| own.with(told, (&mut work, &mut links))),
        work,
        links,
    })
}

/// How closely texts are looked at: a build that publishes says no hints.
fn depth_of(options: &Options, policy: &Policy) -> Depth {
    let publishes = matches!(options.purpose, Purpose::Publish(_));
    let says_hints = !publishes || policy.raises_above(Severity::Hint);
    if says_hints { Depth::Hints } else { Depth::Warnings }
}

pub(super) fn time_zone(config: &Config, diags: &mut Vec<Diag>) {
    if !crate::base::Date::knows_zone(&config.time_zone) {
        let name = config.time_zone.value.clone();
        diags.push(Diag::at(config.time_zone.span, SiteProblem::UnknownTimeZone { name }));
    }
}

pub(super) fn input(
    content: read::Content,
    options: &Options,
    env: &Env,
    loaded: &Loaded,
) -> Input {
    let mut config = content.config;
    let named = brand::references(&loaded.theme, &config);
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

struct Made {
    artifacts: Vec<Artifact>,
    /// The paths of pages that could not be made.
    failed: Vec<OutPath>,
    /// What each page was made from.
    keys: BTreeMap<OutPath, Key>,
    /// How long each page took.
    spans: Vec<TimeSpan>,
    /// How it was made, when it may be made again.
    work: Work,
    diags: Vec<Diag>,
}

fn render(
    (catalog, loaded, templates): (&Catalog, &Loaded, &Templates),
    files: &dyn Files,
    ((kept, untouched), clock): ((KeptPages<'_>, Option<&Untouched<'_>>), &Clock),
    options: &Options,
) -> Result<Made, Fatal> {
    let mut diags = Vec::new();
    let (mut artifacts, mut facts) = assets::assets(&loaded.theme, &loaded.params);
    let parts = searching::parts(catalog, options);
    facts.search = searching::is_wanted(options).then(|| Finder::of(&parts));
    let preview = options.visibility == Visibility::Preview;
    let (shared, reads) = catalog.reads_of(|own| Shared::new(own, &facts, preview));
    let pages = plan(catalog);
    let mut work = Work::new(reads);
    let easel = Easel {
        catalog,
        shared: &shared,
        templates,
        kept,
        untouched,
        clock,
        measure: options.measure,
        pictures: options.pictures,
        letters: Letters::default(),
    };
    let press = Press { catalog, pages: &pages, shared: &shared, templates };
    options.progress.count(Station::Pages, pages.len());
    let draw = || easel.draw_all(&pages, &options.progress);
    let bench = Bench { kept, untouched, clock, measure: options.measure };
    let draw_all = || rayon::join(draw, || beside::artifacts(press, bench));
    let mut keys = Vec::new();
    let (drawn, others, index) = match options.search {
        Search::Index if !parts.is_empty() => {
            let (index, (drawn, others)) =
                searching::beside((catalog, &parts), bench, draw_all);
            (drawn, others, index?)
        }
        _ => {
            let (drawn, others) = draw_all();
            (drawn, others, Vec::new())
        }
    };
    let mut spans = Vec::new();
    let mut failed = Vec::new();
    for result in drawn {
        match result {
            Ok(mut drawn) => {
                if kept.remembers() {
                    work.add_page(&mut drawn);
                }
                let Drawn { artifact, key, pictures, left_out, span, .. } = drawn;
                for (picture, key) in pictures {
                    keys.push((picture.path.clone(), key));
                    artifacts.push(picture);
                }
                failed.extend(left_out);
                spans.extend(span);
                keys.extend(key.map(|key| (artifact.path.clone(), key)));
                artifacts.push(artifact);
            }
            Err(Failure::Spool(fatal)) => return Err(fatal),
            Err(Failure::Template(path, diag)) => {
                failed.push(path);
                // One mistake in a template breaks many pages; it is told once.
                if diags.iter().all(|known: &Diag| known.place != diag.place) {
                    diags.push(*diag);
                }
            }
        }
    }
    for (name, unit) in index.into_iter().chain(others?) {
        diags.extend(unit.files.diags.iter().cloned());
        if kept.earlier.is_none() {
            keys.extend(unit.keys());
        }
        if kept.remembers() {
            work.add_unit(name, &unit);
        }
        artifacts.extend(unit.files.value);
        spans.extend(unit.span);
    }
    let pictures = pictures::artifacts(catalog, (files, kept), options)?;
    keys.extend(pictures.keys);
    failed.extend(pictures.left_out);
    artifacts.extend(pictures.artifacts);
    diags.extend(pictures.diags);
    // A map of many is made faster than it is added to.
    let keys = keys.into_iter().collect();
    Ok(Made { artifacts, failed, keys, spans, work, diags })
}

/// How links name a file: by its path, and a page also by its folder.
fn addresses(path: &OutPath) -> Vec<String> {
    let path = path.as_str();
    let folder = path.strip_suffix("index.html").map(str::to_owned);
    folder.into_iter().chain([path.to_owned()]).collect()
}
