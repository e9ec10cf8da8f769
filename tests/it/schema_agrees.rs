//! The schemas for editors say of a front matter what the build says of it.

use boon::{Compiler, Schemas};
use lerend::base::{FileId, OffsetMap};
use lerend::config::SITE;
use lerend::diag::{Diag, Language};
use lerend::model::{DocKind, MEDIA, vocabulary};
use lerend::schema::{self, Table, json_schema};
use lerend::yaml;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::forms::{self, Form, Maker, word};
use crate::mutations::tree::Known;

/// Tables that stand for a whole file.
fn tables() -> Vec<&'static Table> {
    let documents = DocKind::FOLDERS.iter().map(|kind| kind.table());
    documents
        .chain([&MEDIA, &SITE, &vocabulary::LISTS, &vocabulary::SOURCE, &vocabulary::CONSENT])
        .collect()
}

/// Whether the build takes the fields: what it says of them alone is no error.
fn build_takes(table: &'static Table, text: &str) -> bool {
    let node = yaml::read(text, &OffsetMap::whole(FileId(0), 0));
    assert_eq!(node.diags, [], "{text}");
    let Some(node) = node.value else { return false };
    let (mut read, _) = schema::read(table, &node);
    if read.value.yes("draft") {
        schema::lenient(&mut read.diags);
    }
    !read.diags.iter().any(Diag::is_error)
}

/// The fields as an editor's YAML reader sees them.
fn as_json(form: &Form) -> Value {
    match form {
        Form::Nothing => Value::Null,
        Form::Word(text) => match text.as_str() {
            "true" => true.into(),
            "false" => false.into(),
            // Leading zeros and signs make a text of it.
            text if is_plain_number(text) => serde_json::from_str(text).unwrap(),
            text => text.into(),
        },
        Form::List(items) => items.iter().map(as_json).collect(),
        Form::Fields(entries) => Value::Object(
            entries.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        ),
    }
}

fn is_plain_number(text: &str) -> bool {
    let whole = text.strip_prefix('-').unwrap_or(text);
    let (digits, rest) = whole.split_once('.').unwrap_or((whole, "0"));
    let are_digits = |own: &str| !own.is_empty() && own.bytes().all(|b| b.is_ascii_digit());
    are_digits(digits) && are_digits(rest) && (digits == "0" || !digits.starts_with('0'))
}

/// Values that fit somewhere and are wrong elsewhere.
fn scraps() -> impl Strategy<Value = Form> {
    let words = prop::sample::select(vec![
        "",
        " ",
        "ja",
        "Nee",
        "TRUE",
        "true",
        "false",
        "misschien",
        "0",
        "12",
        "-3",
        "1.5",
        "0.3",
        "4294967295",
        "4294967296",
        "2020",
        "999",
        "2020-Q4",
        "2020-q5",
        "2020-03",
        "2020-13",
        "2021-03-18",
        "2021-02-29",
        "2020-02-29",
        "1900-02-29",
        "18-03-2021",
        "31-4-2021",
        "29-02-2020",
        "2021-03-18 13:30",
        "2021-03-18T9:30",
        "2021-03-18 24:00",
        "2021-03-18 13:3",
        "2021-03-18 13:30:59",
        "all",
        "alle",
        "patroon",
        "works-if",
        "foto",
        "fictief",
        "https://voorbeeld.example/a?b#c",
        "http://",
        "ftp://a",
        "nl",
        "nl-NL",
        "Nederlands",
        "een twee drie",
        "all-rights-reserved",
        "youtube",
    ]);
    let leaf = prop_oneof![
        6 => words.prop_map(word),
        1 => Just(Form::Nothing),
        1 => (0_usize..260).prop_map(|n| word("a".repeat(n))),
        1 => (0_usize..50).prop_map(|n| word("woord ".repeat(n))),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Form::List),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3)
                .prop_map(|own| Form::Fields(own.into_iter().collect())),
        ]
    })
}

/// What is done to a valid front matter.
#[derive(Debug, Clone)]
enum Edit {
    Remove(prop::sample::Index),
    Put(prop::sample::Index, Form),
    PutInside(prop::sample::Index, prop::sample::Index, Form),
    Rename(prop::sample::Index, bool),
    Draft(bool),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let index = any::<prop::sample::Index>;
    let edit = prop_oneof![
        3 => index().prop_map(Edit::Remove),
        4 => (index(), scraps()).prop_map(|(at, form)| Edit::Put(at, form)),
        4 => (index(), index(), scraps()).prop_map(|(a, b, form)| Edit::PutInside(a, b, form)),
        1 => (index(), any::<bool>()).prop_map(|(at, twice)| Edit::Rename(at, twice)),
        1 => any::<bool>().prop_map(Edit::Draft),
    ];
    prop::collection::vec(edit, 0..3)
}

fn change(form: &mut Form, table: &Table, edit: Edit) {
    let Form::Fields(entries) = form else { return };
    if entries.is_empty() {
        return;
    }
    match edit {
        Edit::Remove(at) => {
            entries.remove(at.index(entries.len()));
        }
        Edit::Put(at, value) => {
            let at = at.index(entries.len());
            entries[at].1 = value;
        }
        Edit::PutInside(at, inside, value) => {
            let at = at.index(entries.len());
            match &mut entries[at].1 {
                Form::List(items) if !items.is_empty() => {
                    let inner = inside.index(items.len());
                    match &mut items[inner] {
                        Form::Fields(own) if !own.is_empty() => {
                            let at = inside.index(own.len());
                            own[at].1 = value;
                        }
                        other => *other = value,
                    }
                }
                Form::Fields(own) if !own.is_empty() => {
                    let at = inside.index(own.len());
                    own[at].1 = value;
                }
                other => *other = value,
            }
        }
        Edit::Rename(at, twice) => {
            let at = at.index(entries.len());
            let (key, value) = entries[at].clone();
            let Some(field) = table.field(&key) else { return };
            let other = if key == field.key { field.alias } else { field.key };
            if entries.iter().any(|(own, _)| own == other && own != &key) {
                // A key that is there twice is no YAML for a schema to judge.
            } else if other == key {
                entries[at].0 = format!("{key}x");
            } else if twice {
                entries.push((other.to_owned(), value));
            } else {
                other.clone_into(&mut entries[at].0);
            }
        }
        Edit::Draft(yes) => {
            if let Some(field) = table.field("draft") {
                entries.retain(|(key, _)| *key != field.key && *key != field.alias);
                entries.push((field.alias.to_owned(), word(if yes { "ja" } else { "nee" })));
            }
        }
    }
}

/// What no schema can say: that a period runs backwards.
fn has_backward_period(table: &'static Table, text: &str) -> bool {
    let node = yaml::read(text, &OffsetMap::whole(FileId(0), 0)).value;
    node.is_some_and(|node| {
        let (read, _) = schema::read(table, &node);
        read.diags.iter().any(|own| own.problem.code().name == "front-matter/backward-period")
    })
}

#[test]
fn the_schemas_and_the_build_agree_about_front_matter() {
    let mut verdicts = [0_usize; 2];
    for table in tables() {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let own = json_schema(table, table.name, Language::Nl);
        compiler.add_resource("mem:own", own).unwrap();
        let compiled = compiler.compile("mem:own", &mut schemas).unwrap();
        let mut runner = TestRunner::new(Config {
            cases: 120,
            failure_persistence: None,
            ..Config::default()
        });
        let languages = prop::sample::select(vec![Language::Nl, Language::En]);
        let counts = std::cell::RefCell::new(&mut verdicts);
        let checked = runner.run(&(languages, edits()), |(language, edits)| {
            let without: &[&str] = &["draft", "embargo", "withdrawn", "sample"];
            let mut form = Maker { site: &Known, language }.fields(table, without);
            for edit in edits {
                change(&mut form, table, edit);
            }
            let text = forms::yaml(&form);
            let takes = build_takes(table, &text);
            if has_backward_period(table, &text) {
                return Ok(());
            }
            let read = as_json(&form);
            let told = schemas.validate(&read, compiled);
            counts.borrow_mut()[usize::from(takes)] += 1;
            let agree = told.is_ok() == takes;
            prop_assert!(
                agree,
                "{}: the build {} it, the schema says {:?}:\n{text}",
                table.name,
                if takes { "takes" } else { "refuses" },
                told.map_err(|error| error.to_string()),
            );
            Ok(())
        });
        checked.unwrap_or_else(|error| panic!("{error}"));
    }
    // Both verdicts must be well represented, or agreement says nothing.
    assert!(verdicts.iter().all(|count| *count > 300), "{verdicts:?}");
}

#[test]
fn every_schema_is_one() {
    let schema = Value::Object(serde_json::Map::from_iter([(
        "$ref".to_owned(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    )]));
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("mem:meta", schema).unwrap();
    let compiled = compiler.compile("mem:meta", &mut schemas).unwrap();
    for table in tables() {
        for language in [Language::Nl, Language::En] {
            let own = json_schema(table, table.name, language);
            schemas.validate(&own, compiled).unwrap_or_else(|error| panic!("{error}"));
            let text = own.to_string();
            assert!(text.contains("\"description\"") && text.contains("\"examples\""));
        }
    }
}
