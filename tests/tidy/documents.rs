//! What the documents promise is there.

use std::collections::BTreeSet;
use std::ffi::OsString;

use lerend::cli::{Exit, Surroundings, Terminal, run};

use super::{no_breach, source};

/// The documents whose commands are looked at.
const DOCUMENTS: &[&str] = &["README.md", "CONTRIBUTING.md", "docs"];

/// The lines in code blocks that call the program, with their file.
fn commands() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for source in DOCUMENTS.iter().flat_map(|document| source::below(document)) {
        // The pages of `explain` show wrong commands on purpose.
        if source.path.starts_with("docs/problems/") || !source.is("md") {
            continue;
        }
        let mut in_block = false;
        for line in source.text.lines() {
            let fence = line.trim_start().starts_with("```");
            in_block ^= fence;
            let command = line.trim_start().trim_start_matches("$ ");
            if in_block && !fence && command.starts_with("lerend ") {
                let command = command.split(" #").next().unwrap_or(command).trim();
                found.insert((source.path.clone(), command.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_command_in_the_documents_exists() {
    let mut breaches = Vec::new();
    for (path, command) in commands() {
        let words: Vec<OsString> = command.split_whitespace().map(OsString::from).collect();
        // Help is given after the words before it were understood.
        let asked = words.into_iter().chain([OsString::from("--help")]);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let terminal = &mut Terminal { out: &mut out, err: &mut err, input: None };
        if run(asked, &Surroundings::default(), terminal) != Exit::Done {
            let said = String::from_utf8_lossy(&err);
            breaches
                .push(format!("{path}: `{command}`: {}", said.lines().next().unwrap_or("")));
        }
    }
    no_breach("every command in the documents exists", &breaches);
}

/// The line of a block of code that ends otherwise than its writer meant: at the end of the file, or
/// at the fence of another block that stands in it. `None` when all end well.
fn crooked_block(text: &str) -> Option<usize> {
    let mut open: Option<(usize, usize)> = None;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        if ticks < 3 {
            continue;
        }
        let has_language = line.len() > ticks;
        match open {
            Some((_, own)) if ticks == own && has_language => return Some(at + 1),
            Some((_, own)) if ticks >= own && !has_language => open = None,
            Some(_) => {}
            None => open = Some((at + 1, ticks)),
        }
    }
    open.map(|(line, _)| line)
}

#[test]
fn every_block_of_code_in_the_documents_ends_where_it_should() {
    let mut breaches = Vec::new();
    for source in DOCUMENTS.iter().flat_map(|document| source::below(document)) {
        if let Some(line) = crooked_block(&source.text).filter(|_| source.is("md")) {
            breaches.push(format!(
                "{}:{line}: close the block above it, or use more ticks around it",
                source.path
            ));
        }
    }
    no_breach("every block of code ends where it should", &breaches);
    let nested = "```markdown\n## A\n```sh\nx\n```\n";
    assert_eq!(crooked_block(nested), Some(3));
    assert_eq!(crooked_block("````markdown\n```sh\nx\n```\n````\n"), None);
}

#[test]
fn the_readme_names_the_way_to_run_all_tests() {
    assert!(source::read("README.md").contains("tests/run"));
    assert!(source::read(".ci/run").contains("tests/run"));
}

#[test]
fn the_changelog_knows_this_version() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    let changelog = source::read("CHANGELOG.md");
    assert!(changelog.contains(&heading) || changelog.contains("## Unreleased"), "{heading}");
}

#[test]
fn the_architecture_names_every_module() {
    let architecture = source::read("ARCHITECTURE.md");
    let lib = source::read("src/lib.rs");
    let modules =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let breaches: Vec<String> = modules
        .filter(|module| !architecture.contains(&format!("`{module}/`")))
        .map(|module| format!("ARCHITECTURE.md: say what lives in `{module}/`"))
        .collect();
    no_breach("the architecture names every module", &breaches);
    let lines = architecture.lines().count();
    assert!(lines <= 150, "ARCHITECTURE.md has {lines} lines; 150 is what people read");
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    let documents = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs"];
    let mut breaches = Vec::new();
    for source in documents.iter().flat_map(|document| source::below(document)) {
        if source.path.starts_with("docs/problems/") || !source.is("md") {
            continue;
        }
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let prose = without_code(&source.text);
        for target in prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = target.contains("://") || target.starts_with("mailto:");
            if !file.is_empty()
                && !elsewhere
                && !source::project().join(folder).join(file).exists()
            {
                breaches.push(format!("{}: `{target}`", source.path));
            }
        }
    }
    no_breach("links between the documents lead somewhere", &breaches);
}

/// The words of a document without its code blocks and code in lines, whose links are examples.
fn without_code(text: &str) -> String {
    let mut in_block = false;
    let mut prose = String::new();
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        in_block ^= fence;
        if !in_block && !fence {
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    prose
}

#[test]
fn links_in_code_are_examples() {
    let text = "[a](a.md)\n```markdown\n[b](b.md)\n```\nor `[c](c.md)` and [d](d.md)\n";
    assert_eq!(without_code(text), "[a](a.md)\nor  and [d](d.md)\n");
}
