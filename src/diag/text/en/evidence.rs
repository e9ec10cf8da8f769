//! English words for the area `evidence`.

use crate::diag::Words;
use crate::diag::problem::Evidence;

use super::link::why_words;

pub(in crate::diag::text) fn evidence(problem: &Evidence) -> Words {
    match problem {
        Evidence::PatternTooWeak { regions, sources } => Words::new(format!(
            "too little evidence for a `pattern`: {} and {}; it takes 3 regions or 2 independent sources",
            count(*regions, "region", "regions"),
            count(*sources, "source", "independent sources")
        ))
        .help("add regions or an independent source, or write `strength: experience`"),
        Evidence::NoResearchSource { strength: (_, en) } => Words::new(format!(
            "`{en}` needs a source that is a report, dataset or registration; there is none"
        ))
        .help("add such a source, or choose `strength: pattern` or `experience`"),
        Evidence::NoJudge { key } => Words::new(format!("this strength must say who judged it and when; `{key}` is missing"))
            .help(match *key {
                "strength-by" => "write `strength-by:` with the organisation",
                _ => "write `strength-date:` with the date",
            }),
        Evidence::FigureMismatch { written, value, id } => Words::new(format!(
            "this says {written}, but the key figure `{id}` is {value}"
        ))
        .help("correct the number here, or in the key figure itself if that is where the mistake is"),
        Evidence::FigureNotShown { title, why } => Words::new(format!(
            "this key figure is of \"{title}\", and that is not shown on the site: {}",
            why_words(*why)
        ))
        .help("the link goes, but the number itself still stands here: remove it, or see whether it may stay and remove the link only"),
        Evidence::MixedFigures { labels } => Words::new(format!(
            "targets and results are mixed here: {}", labels.join(", ")
        ))
        .help("separate them, or say in the title that these are targets and results"),
        Evidence::MixedPeriods { labels } => Words::new(format!(
            "these figures are about different periods: {}", labels.join(", ")
        ))
        .help("separate them, or name the periods in the text"),
        Evidence::SameFigure { id } => Words::new(format!("the key figure `{id}` is here twice"))
            .help("give one of the two an `id` of its own"),
        Evidence::GoalNotTarget => Words::new("a goal of a plan can only be a target").help("write `kind: target`"),
        Evidence::CoverageTooLarge { n, of } => Words::new(format!("{n} of {of} is not possible"))
            .help("write at `n` how many were looked at, and at `of` how many there are in all"),
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
