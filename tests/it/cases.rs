//! Runs `tests/cases/**/*.md`; how a case is written stands in `tests/README.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lerend::diag::draw::Format;
use lerend::diag::{Code, Language, Severity};
use rayon::prelude::*;

use crate::media;
use crate::site::{Site, site};

/// A case: a site and its whole expected outcome.
struct Case {
    title: String,
    line: usize,
    blocks: Vec<Block>,
}

struct Block {
    /// `file`, `problem`, …
    kind: String,
    /// What follows it on its line.
    argument: String,
    text: String,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Splits a file into cases at its headings; fenced blocks belong to the case above them.
fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fence: Option<(String, Block)> = None;
    for (at, line) in text.lines().enumerate() {
        if let Some((ticks, block)) = &mut fence {
            if line.trim_end() == ticks {
                let (_, block) = fence.take().unwrap();
                cases.last_mut().unwrap().blocks.push(block);
            } else {
                block.text.push_str(line);
                block.text.push('\n');
            }
        } else if line.starts_with("```") {
            let ticks: String = line.chars().take_while(|c| *c == '`').collect();
            let info = line.trim_start_matches('`').trim();
            let (kind, argument) = info.split_once(' ').unwrap_or((info, ""));
            let block = Block {
                kind: kind.to_owned(),
                argument: argument.to_owned(),
                text: String::new(),
            };
            fence = Some((ticks, block));
        } else if let Some(title) = line.strip_prefix("# ").or_else(|| line.strip_prefix("## "))
        {
            cases.push(Case { title: title.to_owned(), line: at + 1, blocks: Vec::new() });
        }
    }
    assert!(fence.is_none(), "a fenced block is not closed");
    cases.retain(|case| !case.blocks.is_empty());
    cases
}

/// Builds a case and says what differs from what was expected.
fn run(case: &Case) -> Result<(), String> {
    let mut built_site: Site = site();
    let mut least = Severity::Warning;
    for block in &case.blocks {
        built_site = match block.kind.as_str() {
            "file" => built_site.file(&block.argument, &block.text),
            "bytes" => built_site.file(&block.argument, bytes(&block.text)),
            "media" => built_site.file(&block.argument, media::bytes(&block.text)),
            "without" => built_site.without(&block.argument),
            "date" => built_site.on(&block.argument),
            "preview" => built_site.preview(),
            "hints" => {
                least = Severity::Hint;
                built_site
            }
            "problem" | "probleem" | "full" | "voluit" | "page" | "absent" => built_site,
            other => return Err(format!("no block of kind `{other}`")),
        };
    }
    let outcome = built_site.build();
    let mut wrong = Vec::new();
    let mut told = false;
    for block in &case.blocks {
        match block.kind.as_str() {
            "problem" | "probleem" | "hints" | "full" | "voluit" => {
                told = true;
                let dutch = matches!(block.kind.as_str(), "probleem" | "voluit");
                let language = if dutch { Language::Nl } else { Language::En };
                let at_length = matches!(block.kind.as_str(), "full" | "voluit");
                let format = if at_length { Format::Full } else { Format::Concise };
                let found = outcome.drawn(least, language, format);
                if found != block.text {
                    wrong.push(format!(
                        "problems\n--- expected\n{}--- found\n{found}",
                        block.text
                    ));
                }
            }
            "page" | "absent" if block.text.trim().is_empty() => {
                wrong.push(format!("`{}` says nothing", block.kind));
            }
            "page" | "absent" if outcome.built.output.is_none() => {
                wrong.push(format!("`{}` needs a site, and there is none", block.kind));
            }
            "page" => {
                let (path, main) =
                    block.argument.split_once(' ').unwrap_or((&block.argument, ""));
                let text = match main {
                    "main" => outcome.main(path),
                    "" => outcome.text(path),
                    other => return Err(format!("no part of a page is called `{other}`")),
                };
                for line in block.text.lines().filter(|line| !text.contains(line.trim())) {
                    wrong.push(format!("`{path}` lacks: {line}"));
                }
            }
            "absent" => {
                let below = |path: &str| path.starts_with(&block.argument);
                for (path, bytes) in outcome.all_bytes().into_iter().filter(|own| below(&own.0))
                {
                    let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes));
                    for line in block.text.lines().filter(|line| text.contains(line.trim())) {
                        wrong.push(format!("`{path}` holds: {line}"));
                    }
                }
            }
            _ => {}
        }
    }
    let found = outcome.problems(least, Language::En);
    if !told && !found.is_empty() {
        wrong.push(format!("no problem was expected\n--- found\n{found}"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// What a panic said: a page is not there, or no site was made.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    panic.downcast_ref::<String>().cloned().unwrap_or_else(|| "panicked".to_owned())
}

/// Bytes in hexadecimal, white space between them.
fn bytes(text: &str) -> Vec<u8> {
    text.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

#[test]
fn every_case_comes_out_as_it_says() {
    // `CASE=theme/` runs those alone whose path has this in it.
    let wanted = std::env::var("CASE").unwrap_or_default();
    let one = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(folder()).unwrap().display().to_string();
        let mut failed = Vec::new();
        let cases = if name.contains(&wanted) { cases(&text) } else { Vec::new() };
        for case in &cases {
            let ran = std::panic::catch_unwind(|| run(case));
            if let Err(why) = ran.unwrap_or_else(|panic| Err(said(&*panic))) {
                failed.push(format!("tests/cases/{name}:{}: {}\n{why}", case.line, case.title));
            }
        }
        (cases.len(), failed)
    };
    let ran: Vec<_> = files(&folder()).into_par_iter().map(one).collect();
    let count: usize = ran.iter().map(|(count, _)| count).sum();
    let failed: Vec<String> = ran.into_iter().flat_map(|(_, failed)| failed).collect();
    assert!(
        failed.is_empty(),
        "{} of {count} cases differ\n\n{}",
        failed.len(),
        failed.join("\n\n")
    );
    assert!(count > 0, "no cases were found");
}

/// Codes that no content can raise, with where they are tested: those of the machine and the
/// command line, and those that would be a mistake of the generator itself.
const ELSEWHERE: &[(&str, &str)] = &[
    ("host/", "src/cli/run/tests/mod.rs"),
    ("import/answered-twice", "src/cli/run/tests/import_kept.rs"),
    ("import/no-date", "src/cli/run/tests/import_kept.rs"),
    ("import/no-question", "src/cli/run/tests/import_kept.rs"),
    ("import/not-utf-8", "src/cli/run/tests/import_kept.rs"),
    ("import/unseen-characters", "src/cli/run/tests/import_kept.rs"),
    ("import/set-aside", "src/cli/run/tests/import_kept.rs"),
    ("site/without-avif", "tests/it/avif.rs"),
    ("link/gone", "tests/it/outside.rs"),
    ("link/moved", "tests/it/outside.rs"),
    ("link/no-answer", "tests/it/outside.rs"),
    ("newsletter/not-absolute", "src/render/outputs/newsletter/tests/promises.rs"),
    ("output/relative-in-mail", "src/check/tests.rs"),
    ("output/source-gone", "src/output/collect.rs"),
    ("tree/not-a-file", "tests/it/disk.rs"),
    ("tree/too-large", "tests/it/disk.rs"),
    ("unsafe/outside-link", "tests/it/disk.rs"),
];

#[test]
fn what_is_tested_elsewhere_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (code, file) in ELSEWHERE {
        let text = fs::read_to_string(root.join(file)).unwrap();
        // `newsletter/not-absolute` is `NotAbsolute` in the program.
        let (_, name) = code.split_once('/').unwrap();
        let variant: String = name.split('-').map(capitalised).collect();
        assert!(text.contains(code) || text.contains(&variant), "{file}: {code}");
    }
}

fn capitalised(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

#[test]
fn every_code_has_a_case_that_raises_it_and_one_that_does_not() {
    let mut raised: BTreeSet<String> = BTreeSet::new();
    let mut quiet: BTreeSet<String> = BTreeSet::new();
    for path in files(&folder()) {
        let text = fs::read_to_string(&path).unwrap();
        let all = cases(&text);
        let own: BTreeSet<String> = all
            .iter()
            .flat_map(|case| &case.blocks)
            .filter(|block| tells_problems(block) || block.kind == "hints")
            .flat_map(|block| block.text.lines().filter_map(code_of))
            .collect();
        let has_quiet = all.iter().any(|case| !case.blocks.iter().any(tells_problems));
        if has_quiet {
            quiet.extend(own.iter().cloned());
        }
        raised.extend(own);
    }
    let needed = |code: &&Code| !ELSEWHERE.iter().any(|(own, _)| code.name.starts_with(own));
    let missing: Vec<&str> = Code::all()
        .iter()
        .filter(needed)
        .map(|code| code.name)
        .filter(|name| !raised.contains(*name) || !quiet.contains(*name))
        .collect();
    assert!(
        missing.is_empty(),
        "write a raising and a quiet case in tests/cases for: {missing:#?}"
    );
}

/// Whether a block says which errors and warnings there are.
fn tells_problems(block: &Block) -> bool {
    matches!(block.kind.as_str(), "problem" | "probleem" | "full" | "voluit")
}

/// The code in a line of `--format concise`: what stands in the first brackets.
fn code_of(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('[')?;
    let (code, _) = rest.split_once("]: ")?;
    Some(code.to_owned())
}
