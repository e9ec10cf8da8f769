//! The machine formats, each against the schema of whoever reads it (`tests/schemas/`).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use boon::{Compiler, Schemas};
use lerend::diag::draw::Format;
use lerend::diag::{Language, Severity};
use serde_json::Value;

use crate::site::{Outcome, site};

/// A site with mistakes in documents, a list, a sidecar, data, a component, a template and
/// `site.yaml`.
fn wrong() -> Outcome {
    site()
        .file("content/pages/a.md", PAGE)
        .file("content/pages/b.md", "---\ntitle: B\ntitle: Weer B\n---\n")
        .file("content/vocabulary/organisations.yaml", "- {id: bureau, naam: B, name: B}\n")
        .file("content/media/x.png.yaml", "soort: foto\nalt: \"%, 100 % \u{e9}\"\n")
        .file("content/data/d.csv", "a,b\n1\n")
        .file("content/site.yaml", "title: Proef\nlanguage: nl\nbase-url: nergens\n")
        .build()
}

const PAGE: &str = "---\ntitle: A\nonbekend: x\n---\n\nTekst [x](weg.md), [y](weg.md).\n\n\
    ```chart\ntype: taart\nx: a\ny: b\ntitle: T\ndata: ../data/d.csv\n```\n";

fn valid(schema: &str, value: &Value) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    let text = fs::read_to_string(folder.join(schema)).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("mem:own", serde_json::from_str(&text).unwrap()).unwrap();
    let compiled = compiler.compile("mem:own", &mut schemas).unwrap();
    schemas.validate(value, compiled).map_err(|error| error.to_string())
}

fn drawn(format: Format) -> String {
    wrong().drawn(Severity::Hint, Language::Nl, format)
}

#[test]
fn every_format_is_what_its_readers_expect() {
    let count = wrong().built.diags.len();
    assert!(count > 8, "{}", drawn(Format::Concise));
    let lines = drawn(Format::Json);
    assert_eq!(lines.lines().count(), count);
    for line in lines.lines() {
        valid("json-line.json", &serde_json::from_str(line).unwrap()).unwrap();
    }
    let gitlab: Value = serde_json::from_str(&drawn(Format::Gitlab)).unwrap();
    assert_eq!(gitlab.as_array().unwrap().len(), count);
    valid("gitlab-code-quality.json", &gitlab).unwrap();
    let sarif: Value = serde_json::from_str(&drawn(Format::Sarif)).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), count);
    valid("sarif-2.1.0.json", &sarif).unwrap();
    let github = drawn(Format::Github);
    assert_eq!(github.lines().count(), count);
    for line in github.lines() {
        let command = command(line).unwrap_or_else(|| panic!("no command: {line}"));
        valid("github-command.json", &command).unwrap();
    }
}

/// A workflow command, read as the runner reads it: `::name key=value,…::message`.
fn command(line: &str) -> Option<Value> {
    let (head, message) = line.strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let read = |text: &str| {
        let text = text.replace("%2C", ",").replace("%3A", ":");
        text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    let mut command = serde_json::Map::new();
    command.insert("command".to_owned(), name.into());
    command.insert("message".to_owned(), read(message).into());
    for property in properties.split(',') {
        let (key, value) = property.split_once('=')?;
        let value = read(value);
        let number = value.parse::<u32>().ok().filter(|_| key != "title" && key != "file");
        command.insert(key.to_owned(), number.map_or_else(|| value.into(), Value::from));
    }
    Some(Value::Object(command))
}

#[test]
fn a_schema_refuses_what_is_not_its_format() {
    for schema in [
        "json-line.json",
        "gitlab-code-quality.json",
        "sarif-2.1.0.json",
        "github-command.json",
    ] {
        assert!(valid(schema, &serde_json::json!({ "code": "x" })).is_err(), "{schema}");
        assert!(valid(schema, &serde_json::json!([{ "severity": "x" }])).is_err(), "{schema}");
    }
}

fn fingerprints(page: &str) -> Vec<String> {
    let outcome = site().file("content/pages/a.md", page).build();
    let text = outcome.drawn(Severity::Hint, Language::Nl, Format::Gitlab);
    let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
    let print = |issue: &Value| issue["fingerprint"].as_str().unwrap().to_owned();
    issues.iter().map(print).collect()
}

#[test]
fn fingerprints_stay_when_lines_shift_and_are_told_apart() {
    let before = fingerprints("---\ntitle: A\n---\n\n[x](weg.md)\n\n[x](weg.md)\n");
    let after = fingerprints(
        "---\ntitle: A\n---\n\nEen alinea erbij.\n\nNog een.\n\n[x](weg.md)\n\n[x](weg.md)\n",
    );
    assert_eq!(before, after);
    let distinct: BTreeSet<&String> = before.iter().collect();
    assert_eq!(distinct.len(), before.len(), "two findings have one fingerprint");
    assert!(before.len() >= 2);
}

#[test]
fn the_other_place_of_a_collision_is_told_in_every_format_that_can() {
    let sarif: Value = serde_json::from_str(&drawn(Format::Sarif)).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let twice = results.iter().find(|own| own["ruleId"] == "yaml/duplicate-key").unwrap();
    assert_eq!(twice["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 2);
    let json = drawn(Format::Json);
    let line = json.lines().find(|line| line.contains("yaml/duplicate-key")).unwrap();
    let line: Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["related"][0]["line"], 2);
    assert!(drawn(Format::Full).contains("ook hier: content/pages/b.md:2:1"));
}
