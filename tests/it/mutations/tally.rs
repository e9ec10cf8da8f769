//! What came of all mutations, in figures.

use std::collections::BTreeMap;

use lerend::diag::{Diag, Language, Position, text};

use super::tree::File;
use super::wrong::{Change, Mutation};

/// What was said of one mutation.
pub struct Verdict {
    pub is_told: bool,
    pub is_placed: bool,
    /// Whether the word that was meant is offered first; none where none was.
    pub is_meant: Option<bool>,
    pub said: Vec<String>,
    pub expected: Position,
}

#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    told: usize,
    placed: usize,
    slips: usize,
    meant: usize,
}

/// The figures, and what went wrong.
#[derive(Default)]
pub struct Tally {
    counts: BTreeMap<Change, Count>,
    silent: Vec<String>,
    misplaced: Vec<String>,
    missed: Vec<String>,
    jargon: Vec<String>,
}

/// Names of the parser and of the program's own types, which say nothing to an editor.
const TYPE_NAMES: &[&str] = &[
    "String", "str`", "Vec<", "Option<", "Some(", "None", "u16", "u32", "usize", "i32", "i64",
    "f64", "bool", "enum", "struct", "serde", "saphyr", "granit", "scalar", "sequence",
    "mapping", "Spanned", "RefKind", "Kind::", "Err(", "Ok(", "null", "token", "parse", "::",
];

impl Tally {
    pub fn add(&mut self, file: &File, mutation: &Mutation, verdict: &Verdict) {
        let count = self.counts.entry(mutation.change).or_default();
        count.all += 1;
        count.told += usize::from(verdict.is_told);
        count.placed += usize::from(verdict.is_placed);
        count.slips += usize::from(verdict.is_meant.is_some());
        count.meant += usize::from(verdict.is_meant == Some(true));
        let value = mutation.form.at(&mutation.path);
        let at = format!("{}:{}", verdict.expected.line, verdict.expected.column);
        let line = format!(
            "{} {:?} {} at {at}: {value:.60?}, meant {:?}: {:?}",
            file.path, mutation.change, mutation.name, mutation.meant, verdict.said
        );
        if !verdict.is_told {
            self.silent.push(line);
        } else if !verdict.is_placed {
            self.misplaced.push(line);
        } else if verdict.is_meant == Some(false) {
            self.missed.push(line);
        }
    }

    /// Looks for words that no editor knows.
    pub fn read_words<'a>(&mut self, diags: impl IntoIterator<Item = &'a Diag>) {
        for diag in diags {
            for language in [Language::Nl, Language::En] {
                let words = text::words(&diag.problem, language);
                let said = format!("{} {}", words.message, words.help.unwrap_or_default());
                if TYPE_NAMES.iter().any(|name| said.contains(name)) {
                    self.jargon.push(said);
                }
            }
        }
    }

    pub fn and(mut self, other: Self) -> Self {
        for (change, own) in other.counts {
            let count = self.counts.entry(change).or_default();
            count.all += own.all;
            count.told += own.told;
            count.placed += own.placed;
            count.slips += own.slips;
            count.meant += own.meant;
        }
        self.silent.extend(other.silent);
        self.misplaced.extend(other.misplaced);
        self.missed.extend(other.missed);
        self.jargon.extend(other.jargon);
        self
    }

    fn total(&self) -> Count {
        self.counts.values().fold(Count::default(), |sum, own| Count {
            all: sum.all + own.all,
            told: sum.told + own.told,
            placed: sum.placed + own.placed,
            slips: sum.slips + own.slips,
            meant: sum.meant + own.meant,
        })
    }

    /// The figures; shown by `cargo test -- --nocapture`.
    #[expect(clippy::print_stdout, reason = "the figures are for who runs the test")]
    pub fn print(&self) {
        let line = |name: &str, own: &Count| {
            println!(
                "{name:<16}{:>6} wrong, {:>4} silent, {:>6} placed right, {:>5} of {:>5} meant words first",
                own.all,
                own.all - own.told,
                own.placed,
                own.meant,
                own.slips,
            );
        };
        for (change, own) in &self.counts {
            line(&format!("{change:?}"), own);
        }
        line("together", &self.total());
        let show = |what: &str, lines: &[String]| {
            for own in lines {
                println!("{what}: {own}");
            }
        };
        show("silent", &self.silent);
        show("misplaced", &self.misplaced);
        show("missed", &self.missed);
        show("words", &self.jargon);
    }

    pub fn assert(&self) {
        let total = self.total();
        assert!(total.all > 5000, "only {} mutations", total.all);
        assert!(self.silent.is_empty(), "{} accepted in silence", self.silent.len());
        assert!(total.placed * 100 >= total.all * 99, "{} misplaced", self.misplaced.len());
        assert!(total.meant * 100 >= total.slips * 95, "{} slips missed", self.missed.len());
        assert!(self.jargon.is_empty(), "{:?}", self.jargon.first());
    }
}
