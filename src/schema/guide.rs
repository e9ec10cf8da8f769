//! The field guide: a table of fields as Markdown.

use std::fmt::Write as _;

use crate::diag::Language;

use super::{Field, Kind, Need, Table};

/// The fields of a type as a Markdown table, with those of nested groups below it.
pub fn guide(table: &Table, language: Language) -> String {
    let mut out = String::new();
    rows(&mut out, table, language, "");
    let head = match language {
        Language::Nl => "| veld | Nederlands | nodig | wat | voorbeeld |",
        Language::En => "| field | in Dutch | needed | what | example |",
    };
    format!("{head}\n| --- | --- | --- | --- | --- |\n{out}")
}

fn rows(out: &mut String, table: &Table, language: Language, prefix: &str) {
    for field in table.fields() {
        let (what, needed) = match language {
            Language::Nl => (field.nl, need(field, ["ja", "nee", "tenzij", "bij"])),
            Language::En => (field.en, need(field, ["yes", "no", "unless", "when"])),
        };
        let example = if field.example.is_empty() {
            String::new()
        } else {
            format!("`{}`", field.example.replace('|', "\\|"))
        };
        let _ = writeln!(
            out,
            "| `{prefix}{}` | `{}` | {needed} | {what}{} | {example} |",
            field.key,
            field.alias,
            choices(field, language)
        );
        if let Some((inner, mark)) = nested(&field.kind) {
            rows(out, inner, language, &format!("{prefix}{}{mark}.", field.key));
        }
    }
}

fn nested(kind: &Kind) -> Option<(&'static Table, &'static str)> {
    match kind {
        Kind::Record(table) | Kind::RefOrRecord(table) => Some((table, "")),
        Kind::List(item) => nested(item).map(|(table, _)| (table, "[]")),
        _ => None,
    }
}

fn need(field: &Field, words: [&str; 4]) -> String {
    let [yes, no, unless, when] = words;
    match field.need {
        Need::Required => yes.to_owned(),
        Need::Optional => no.to_owned(),
        Need::Unless(key, value) => format!("{unless} `{key}: {value}`"),
        Need::When(key, value) => format!("{when} `{key}: {value}`"),
    }
}

fn choices(field: &Field, language: Language) -> String {
    let choice = match &field.kind {
        Kind::Choice(choice) => choice,
        Kind::List(Kind::Choice(choice)) => choice,
        _ => return String::new(),
    };
    let word = |(key, alias): &(&str, &str)| match language {
        Language::Nl => format!("`{alias}` (`{key}`)"),
        Language::En => format!("`{key}`"),
    };
    let words: Vec<String> = choice.options.iter().map(word).collect();
    format!(" {}.", words.join(", "))
}
