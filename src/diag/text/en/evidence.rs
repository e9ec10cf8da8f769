//! English words for the area `evidence`.

use crate::diag::Words;
use crate::diag::problem::Evidence;

pub(in crate::diag::text) fn evidence(problem: &Evidence) -> Words {
    match problem {
        Evidence::PatternTooWeak { regions, sources } => Words::new(format!(
            "too little for a `pattern`: now {} and {}; needed: 3 regions or 2 independent sources",
            count(*regions, "region", "regions"),
            count(*sources, "source", "independent sources")
        ))
        .help("add regions or an independent source, or write `strength: experience`"),
        Evidence::NoResearchSource { strength: (_, en) } => Words::new(format!(
            "`{en}` needs a source that is a report, dataset or registration; there is none"
        ))
        .help("add such a source, or choose `strength: pattern` or `experience`"),
        Evidence::NoJudge { key } => Words::new(format!("this strength needs who judged so and when; `{key}` is missing"))
            .help(match *key {
                "strength-by" => "write `strength-by:` with the organisation",
                _ => "write `strength-date:` with the date",
            }),
        Evidence::FigureMismatch { written, value, id } => Words::new(format!(
            "this says {written}, but the key figure `{id}` is {value}"
        ))
        .help("mend the number here, or at the key figure itself if that is wrong"),
        Evidence::MixedFigures { labels } => Words::new(format!(
            "targets and results stand together here: {}", labels.join(", ")
        ))
        .help("put them apart, or say in the title that these are targets and results"),
        Evidence::MixedPeriods { labels } => Words::new(format!(
            "these figures are about different periods: {}", labels.join(", ")
        ))
        .help("put them apart, or name the periods in the text"),
        Evidence::SameFigure { id } => Words::new(format!("the key figure `{id}` stands here twice"))
            .help("give one of the two an `id` of its own"),
        Evidence::GoalNotTarget => Words::new("a goal of a plan is a target and nothing else").help("write `kind: target`"),
        Evidence::CoverageTooLarge { n, of } => Words::new(format!("{n} of {of} cannot be"))
            .help("put at `n` how many were looked at and at `of` how many there are"),
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
