//! A site of any size for lerend, the same on every machine.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::measure::remove;
use crate::words::Writer;

/// How many regions, topics, learning questions and sources a site has.
const REGIONS: usize = 35;
const TOPICS: usize = 6;
const QUESTIONS: usize = 12;
const SOURCES: usize = 60;

/// Which types of documents there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mix {
    /// Factsheets and stories, four to one, as other generators can have them.
    Plain,
    /// All types, with what they say of each other.
    Real,
}

impl Mix {
    /// For names of folders.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Real => "real",
        }
    }

    /// The folder of a document, by its number.
    pub fn kind(self, document: usize) -> &'static str {
        match (self, document % 20) {
            (Self::Plain, at) if at % 5 == 4 => "stories",
            (Self::Plain, _) => "factsheets",
            (Self::Real, 10..15) => "stories",
            (Self::Real, 15..18) => "findings",
            (Self::Real, 18) => "events",
            (Self::Real, 19) if document % 100 == 99 => "newsletters",
            (Self::Real, 19) => "reports",
            (Self::Real, _) => "factsheets",
        }
    }
}

/// What a document is about, the same for every generator.
pub struct About {
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Its day.
    pub date: String,
    /// Its regions, by number.
    pub regions: Vec<usize>,
    /// Its topics, by number.
    pub topics: Vec<usize>,
    /// What is not said yet.
    pub writer: Writer,
}

/// The head of a document.
pub fn about(document: usize) -> About {
    let mut writer = Writer::new(document);
    let title = format!("{} {document}", writer.title());
    let summary = writer.plain(12, 18);
    let dice = writer.dice();
    let mut regions = BTreeSet::from([document % REGIONS]);
    if dice.chance(25) {
        regions.insert(dice.below(REGIONS));
    }
    let mut topics = BTreeSet::from([dice.below(TOPICS)]);
    if dice.chance(40) {
        topics.insert(dice.below(TOPICS));
    }
    let days = document * 7919 % 4200;
    let (year, month, day) = (2014 + days / 360, days / 30 % 12 + 1, days % 28 + 1);
    About {
        title,
        summary,
        date: format!("{year}-{month:02}-{day:02}"),
        regions: regions.into_iter().collect(),
        topics: topics.into_iter().collect(),
        writer,
    }
}

/// The name of a document in addresses.
pub fn id(document: usize) -> String {
    format!("d-{document:06}")
}

/// Writes a site of so many documents, unless it is there.
pub fn write(root: &Path, documents: usize, mix: Mix) -> io::Result<()> {
    let mark = root.join("made-of");
    let made_of = format!("{documents} {mix:?} {}", env!("CARGO_PKG_VERSION"));
    if fs::read_to_string(&mark).is_ok_and(|text| text == made_of) {
        return Ok(());
    }
    remove(root)?;
    let content = root.join("content");
    let kinds = ["factsheets", "stories", "findings", "events", "reports", "newsletters"];
    for folder in kinds.iter().chain(&["regions", "vocabulary", "pages"]) {
        fs::create_dir_all(content.join(folder))?;
    }
    for (path, text) in frame() {
        fs::write(content.join(path), text)?;
    }
    (0..documents).into_par_iter().try_for_each(|document| {
        let path = format!("{}/{}.md", mix.kind(document), id(document));
        fs::write(content.join(path), text(document, documents, mix))
    })?;
    fs::write(mark, made_of)
}

/// The file of a document.
fn text(document: usize, documents: usize, mix: Mix) -> String {
    let mut about = about(document);
    let kind = mix.kind(document);
    let list = |word: &str, numbers: &[usize]| {
        let names: Vec<String> = numbers.iter().map(|own| format!("{word}-{own:02}")).collect();
        format!("[{}]", names.join(", "))
    };
    let (regions, topics) = (list("regio", &about.regions), list("onderwerp", &about.topics));
    let mut head = format!(
        "title: \"{}\"\nsummary: \"{}\"\ndate: {}\ntopics: {topics}\n",
        about.title, about.summary, about.date
    );
    let near = |kind: &str| {
        let all = (document..document + 200).map(|own| own % documents);
        let of_kind: Vec<String> = all
            .filter(|own| *own != document && mix.kind(*own) == kind)
            .take(2)
            .map(id)
            .collect();
        of_kind.join(", ")
    };
    let source = format!("bron-{:02}", about.writer.dice().below(SOURCES));
    let sure = format!(
        "seen-in: {regions}\nperiod: 2019-06\nsources: [{source}]\nstrength: experience\n\
         strength-why: \"{}\"\n",
        about.writer.plain(6, 10)
    );
    let question = format!("answers: [vraag-{:02}]\n", about.writer.dice().below(QUESTIONS));
    let _ = match kind {
        "stories" => write!(
            head,
            "region: regio-{:02}\nregions: {regions}\nform: article\noutcome: \"{}\"\n\
             significance: \"{}\"\ncontribution: {{text: \"{}\"}}\nlesson: \"{}\"\n{question}",
            about.regions[0],
            about.writer.plain(8, 12),
            about.writer.plain(8, 12),
            about.writer.plain(8, 12),
            about.writer.plain(8, 12),
        ),
        "findings" => write!(
            head,
            "statement: \"{}\"\nverdict: works-if\nconditions: \"{}\"\n{sure}{question}\
             evidence:\n  - {{item: \"source:{source}\", supports: supports}}\n",
            about.writer.plain(8, 12),
            about.writer.plain(8, 12),
        ),
        "events" => write!(
            head,
            "start: 2026-12-01 10:00\n\
             regions: {regions}\n"
        ),
        "reports" => write!(
            head,
            "kind: study\nauthor: bureau\n\
             regions: {regions}\n{question}"
        ),
        "newsletters" => {
            let items: Vec<String> = (document - 98..document - 90)
                .map(|own| {
                    let kind = mix.kind(own).trim_end_matches('s');
                    format!(
                        "  - {{item: \"{kind}:{}\", rubric: Uitgelicht, style: small}}",
                        id(own)
                    )
                })
                .collect();
            write!(
                head,
                "number: {}\nsubject: Nieuws\nblocks:\n{}\n",
                document / 100 + 1,
                items.join("\n")
            )
        }
        _ => {
            let real = match mix {
                Mix::Plain => String::new(),
                Mix::Real => format!(
                    "findings: [{}]\nexamples: [{}]\n{question}",
                    near("findings"),
                    near("stories")
                ),
            };
            write!(head, "{sure}{real}")
        }
    };
    let link = |other: usize| format!("../{}/{}.md", mix.kind(other), id(other));
    format!("---\n{head}---\n\n{}", about.writer.body(document, documents, &link))
}

/// Everything but the documents.
fn frame() -> Vec<(String, String)> {
    let mut files = vec![
        (
            "site.yaml".to_owned(),
            "title: Factsheets\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
             emails: [redactie@voorbeeld.example]\n\
             severity: {content/unused: off, text/long-factsheet: off}\n"
                .to_owned(),
        ),
        ("index.md".to_owned(), "---\ntitle: Begin\n---\nWelkom.\n".to_owned()),
        (
            "vocabulary/organisations.yaml".to_owned(),
            "- {id: bureau, name: Bureau}\n".to_owned(),
        ),
    ];
    let mut list = |name: &str, count: usize, line: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = (0..count).map(line).collect();
        files.push((format!("vocabulary/{name}.yaml"), lines.join("\n") + "\n"));
    };
    list("topics", TOPICS, &|at| {
        format!(
            "- {{id: onderwerp-{at:02}, label: Onderwerp {at}, definition: Waar het over gaat}}"
        )
    });
    list("questions", QUESTIONS, &|at| {
        format!(
            "- {{id: vraag-{at:02}, question: \"Wat leren we van {at}?\", asked-by: [programme], \
             since: 2019}}"
        )
    });
    list("sources", SOURCES, &|at| {
        format!("- {{id: bron-{at:02}, kind: report, title: Rapport {at}, author: Bureau}}")
    });
    for at in 0..REGIONS {
        let text = format!(
            "---\ntitle: Regio {at:02}\ncode: R{at:02}\ntile: {{col: {}, row: {}}}\n---\n",
            at % 6,
            at / 6
        );
        files.push((format!("regions/regio-{at:02}.md"), text));
    }
    files
}
