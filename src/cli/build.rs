//! `build` and `check`.

use super::args::SiteArgs;
use super::next_change::{self, store_folder};
use super::put;
use super::run::{Call, Exit};
use super::timings;
use crate::diag::draw::Outcome;
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Language, Problem, Severity, Strictness};
use crate::pipeline::{
    self, Links, Measure, Options, Pictures, Purpose, Reuse, Search, Task, Timings, Told,
    Visibility,
};
use crate::store;

/// Builds the site and reports what came of it.
pub(super) fn run(
    purpose: Purpose,
    site: &SiteArgs,
    call: &mut Call<'_, '_>,
) -> Result<Exit, Fatal> {
    let env = call.env(site.date)?;
    can_trace(site, call)?;
    let mut options = options(purpose, site, call);
    // What is said to people can be said again when nothing changed.
    options.voice = call.style.format.is_for_people().then(|| format!("{:?}", call.style));
    let progress = call.progress(&options.progress);
    options.beside = next_change::standing(&store_folder(site, call));
    let mut built = pipeline::build(Task { options: &options, env: &env })?;
    drop(progress);
    if let Some(Told { said, .. }) = &built.unchanged {
        let nothing = match call.style.language {
            Language::Nl => "er is niets veranderd",
            Language::En => "nothing has changed",
        };
        call.report().say(&format!("{}; {nothing}\n", said.trim_end()));
        return Ok(Exit::Done);
    }
    if options.purpose != Purpose::Check {
        built.diags.retain(|diag| diag.severity != Severity::Hint);
    }
    let folder = built.published.as_ref().map(|published| {
        let folder = &published.folder;
        folder.strip_prefix(&call.around.folder).unwrap_or(folder).to_string_lossy()
    });
    let outcome = match (&built.published, &folder) {
        (Some(published), Some(folder)) => {
            let is_preview = options.visibility == Visibility::Preview;
            Outcome::Published { files: published.files, folder, is_preview }
        }
        _ if options.purpose == Purpose::Check => Outcome::Checked(options.strictness),
        _ => Outcome::Refused,
    };
    // What goes wrong beside the site is no fault of the content.
    let exit = exit(&built.diags, options.strictness);
    let next = match (&built.published, &built.catalog) {
        (Some(_), Some(catalog)) => {
            // A store that cannot be used is told already, and nothing is written there.
            let is_kept = !site.cold && !has_no_store(&built.diags);
            let folder = is_kept.then(|| store_folder(site, call));
            let language = call.style.language;
            let (line, trouble) =
                next_change::tell(catalog, &call.root, folder.as_deref(), language);
            built.diags.extend(trouble);
            line
        }
        _ => String::new(),
    };
    let timings = told_timings(site, &built.timings, call.style.language);
    let mut report = call.report();
    report.say(&timings);
    report.outcome(&built.diags, &built.sources, &outcome, &next);
    if let Some(record) = built.record.take().filter(|_| exit == Exit::Done) {
        let said = report.told(&built.diags, &built.sources, &outcome, &next);
        record.keep(Told { said, beside: next_change::standing(&store_folder(site, call)) });
    }
    trace(site, &built.timings, call)?;
    // The program ends here: the system takes all memory back at once.
    std::mem::forget(built);
    Ok(exit)
}

/// Whether it was told that nothing can be kept.
fn has_no_store(diags: &[Diag]) -> bool {
    diags.iter().any(|diag| matches!(diag.problem, Problem::Host(Host::NoStore { .. })))
}

/// Where the time went, when that is asked for.
pub(super) fn told_timings(site: &SiteArgs, timings: &Timings, language: Language) -> String {
    if site.timings { timings::text(timings, language) } else { String::new() }
}

/// That the file for where the time went can be written, if one is asked for: after the work it
/// would be too late to say.
pub(super) fn can_trace(site: &SiteArgs, call: &Call<'_, '_>) -> Result<(), Fatal> {
    let at = site.trace.as_ref().map(|trace| call.around.folder.join(trace));
    at.map_or(Ok(()), |at| put::can_be_named(&at))
}

/// Writes where the time went to a file, when that is asked for.
pub(super) fn trace(
    site: &SiteArgs,
    timings: &Timings,
    call: &Call<'_, '_>,
) -> Result<(), Fatal> {
    match &site.trace {
        Some(trace) => timings::write_trace(timings, &call.around.folder.join(trace)),
        None => Ok(()),
    }
}

/// How a command ends after what a build noted.
pub(super) fn exit(diags: &[Diag], strictness: Strictness) -> Exit {
    if fails(diags, strictness) { Exit::Content } else { Exit::Done }
}

/// Whether warnings stop the build.
pub(super) fn strictness(site: &SiteArgs) -> Strictness {
    if site.strict { Strictness::Warnings } else { Strictness::Errors }
}

/// What the pipeline is asked to do.
pub(super) fn options(purpose: Purpose, site: &SiteArgs, call: &Call<'_, '_>) -> Options {
    let store = store_folder(site, call);
    // Who only looks is helped by a store that is there, and writes to none but one that is named.
    let reuse = match &purpose {
        _ if site.cold => Reuse::Nothing,
        Purpose::Publish(_) => Reuse::Store(store),
        _ if site.store.is_some() => Reuse::Store(store),
        Purpose::Check | Purpose::Compare if store::is_there(&store) => Reuse::Read(store),
        Purpose::Check | Purpose::Compare => Reuse::Nothing,
    };
    let usual = Options::new(call.root.clone(), purpose);
    Options {
        base_url: site.base_url.clone(),
        visibility: if site.preview { Visibility::Preview } else { Visibility::Public },
        strictness: strictness(site),
        links: if site.offline { Links::Files } else { Links::Folders },
        pictures: if site.no_images { Pictures::Skip } else { Pictures::Derive },
        search: if site.no_search { Search::Skip } else { usual.search },
        jobs: site.jobs.map(usize::from),
        without_consent: None,
        measure: if site.timings || site.trace.is_some() {
            Measure::Pages
        } else {
            Measure::Stations
        },
        reuse,
        ..usual
    }
}

fn fails(diags: &[Diag], strictness: Strictness) -> bool {
    diags.iter().any(|diag| strictness.refuses(diag.problem.code(), diag.severity))
}
