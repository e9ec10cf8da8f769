//! What was measured, as a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::measure::Run;

/// A size of site, a program, and what it did.
type Row = (usize, &'static str, &'static str);

/// All runs.
#[derive(Default)]
pub struct Table(BTreeMap<Row, Vec<Run>>);

impl Table {
    /// Adds a run.
    pub fn add(&mut self, count: usize, program: &'static str, what: &'static str, run: Run) {
        self.0.entry((count, program, what)).or_default().push(run);
    }

    /// The rows of a size: medians, and with `versus` the ratios of our time to that of the
    /// others, pair by pair.
    pub fn of(&self, count: usize, versus: bool) -> String {
        let mut text = format!(
            "\n{count} documents\n\n| program | build | CPU s | wall s | peak MB | files | MB | \
             files/s of CPU |\n| --- | --- | --: | --: | --: | --: | --: | --: |\n"
        );
        let rows = || self.0.iter().filter(|((own, ..), _)| *own == count);
        for ((_, program, what), runs) in rows() {
            let cpu = median(runs.iter().map(|run| run.cpu));
            let wall = median(runs.iter().map(|run| run.wall));
            let peak = median(runs.iter().map(|run| run.peak));
            let Run { files, bytes, .. } = runs[0];
            let _ = writeln!(
                text,
                "| {program} | {what} | {cpu:.2} | {wall:.2} | {peak:.0} | {files} | {:.1} | {:.0} |",
                bytes as f64 / 1e6,
                files as f64 / cpu.max(0.01)
            );
        }
        if versus {
            text.push_str(
                "\n| lerend | to | CPU | from | to |\n| --- | --- | --: | --: | --: |\n",
            );
            let ours = rows().filter(|((_, program, _), _)| *program == "lerend");
            for ((_, _, what), own) in ours {
                for ((_, peer, _), theirs) in rows().filter(|((_, own, _), _)| *own != "lerend")
                {
                    let pairs =
                        || own.iter().zip(theirs).map(|(own, their)| own.cpu / their.cpu);
                    let least = pairs().fold(f64::INFINITY, f64::min);
                    let most = pairs().fold(0.0, f64::max);
                    let _ = writeln!(
                        text,
                        "| {what} | {peer} cold | {:.3} × | {least:.3} | {most:.3} |",
                        median(pairs())
                    );
                }
            }
        }
        text
    }
}

pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
