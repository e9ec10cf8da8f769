//! `check`.

use super::args::CheckArgs;
use super::build::{self, options};
use super::next_change::store_folder;
use super::run::{Call, Exit};
use super::since::Change;
use crate::base::Date;
use crate::diag::Fatal;
use crate::diag::draw::Outcome;
use crate::pipeline::{self, Purpose, Reuse, Task};
use crate::web::Http;

/// Looks at everything and writes nothing but the comment that was asked for.
pub(super) fn run(args: &CheckArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    build::can_trace(&args.site, call)?;
    let compares = args.since.is_some() && args.comment.is_some();
    let purpose = if compares { Purpose::Compare } else { Purpose::Check };
    let mut options = options(purpose, &args.site, call);
    if args.external && !args.site.cold {
        // What is remembered of other sites has to stand somewhere.
        options.reuse = Reuse::Store(store_folder(&args.site, call));
    }
    let progress = call.progress(&options.progress);
    let change = args.since.as_ref().map(|revision| Change::since(revision, &options, &env));
    let change = change.transpose()?;
    let task = Task { options: &options, env: &env };
    let mut built = pipeline::build(task)?;
    if args.external {
        let today = Date::at(call.around.clock, "UTC");
        pipeline::follow(&mut built, task, &Http::default(), today);
    }
    drop(progress);
    if let Some(change) = &change {
        change.judge(&mut built);
        if let Some(file) = &args.comment {
            change.comment(file, options.base_url.as_deref(), &built, call)?;
        }
    }
    build::trace(&args.site, &built.timings, call)?;
    let timings = build::told_timings(&args.site, &built.timings, call.style.language);
    let mut report = call.report();
    report.say(&timings);
    report.outcome(&built.diags, &built.sources, &Outcome::Checked(options.strictness), "");
    Ok(build::exit(&built.diags, options.strictness))
}
