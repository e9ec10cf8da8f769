//! Writing YAML: starter files made from a field table.

use std::fmt::Write as _;

use crate::diag::Language;

use super::{Field, Kind, Need, Table};

/// A value as YAML.
pub fn yaml_of(value: &serde_json::Value) -> String {
    // Text, numbers, lists and groups only: there is nothing that could fail.
    serde_yaml::to_string(value).unwrap_or_default()
}

/// The front matter of a new document: the fields it needs, to be filled in, and the others as
/// comments. `given` fills fields in, by English key; an empty text makes a field one to be
/// filled in.
pub fn starter(table: &Table, given: &[(&str, &str)], language: Language) -> String {
    let mut out = String::new();
    for field in table.fields() {
        let (key, meaning) = match language {
            Language::Nl => (field.alias, field.nl),
            Language::En => (field.key, field.en),
        };
        let given = given.iter().find(|(own, _)| *own == field.key).map(|(_, value)| *value);
        let needed = matches!(field.need, Need::Required | Need::Unless(..));
        match given {
            Some(value) if !value.is_empty() => {
                let _ = writeln!(out, "{key}: {}", scalar(field, value, language));
            }
            None if !needed => {
                let _ =
                    writeln!(out, "# {}  # {meaning}", line(key, &example(field, language)));
            }
            _ => {
                let _ = writeln!(out, "# {meaning}{}\n{key}:", hint(field, language));
            }
        }
    }
    out
}

/// The same without the optional fields and their explanation: what there has to be, with the
/// words of closed lists.
pub fn needed(table: &Table, given: &[(&str, &str)], language: Language) -> String {
    let mut out = String::new();
    for field in table.fields() {
        let key = match language {
            Language::Nl => field.alias,
            Language::En => field.key,
        };
        let value = given.iter().find(|(own, _)| *own == field.key).map(|(_, value)| *value);
        match value {
            Some(value) => {
                let _ = writeln!(out, "{key}: {}", scalar(field, value, language));
            }
            None if matches!(field.need, Need::Required | Need::Unless(..)) => {
                let _ = writeln!(out, "{key}: # {}", hint(field, language).trim());
            }
            None => {}
        }
    }
    out
}

/// A value as YAML: a word of a closed list in the language, a text in quotes where it needs
/// them.
fn scalar(field: &Field, value: &str, language: Language) -> String {
    match &field.kind {
        Kind::Choice(choice) => choice.in_language(value, language).unwrap_or(value).to_owned(),
        Kind::Text | Kind::Texts => serde_yaml::to_string(value)
            .map_or_else(|_| String::new(), |yaml| yaml.trim_end().to_owned()),
        _ => value.to_owned(),
    }
}

fn line(key: &str, value: &str) -> String {
    if value.is_empty() { format!("{key}:") } else { format!("{key}: {value}") }
}

/// What may be filled in: the words of a closed list, or an example.
pub fn hint(field: &Field, language: Language) -> String {
    let (choose, word) = match language {
        Language::Nl => ("Kies", "Voorbeeld"),
        Language::En => ("Choose", "Example"),
    };
    match field.kind.choice() {
        Some(choice) => {
            let words: Vec<&str> = choice.words_in(language).collect();
            format!(" {choose}: {}.", words.join(", "))
        }
        None => example_of(field, language)
            .map_or_else(String::new, |example| format!(" {word}: {example}")),
    }
}

/// A value as an editor might write it, in a language; `None` when nothing is known.
pub(super) fn example_of(field: &Field, language: Language) -> Option<String> {
    let shown = example(field, language);
    (!matches!(shown.as_str(), "" | "[]" | "{}")).then_some(shown)
}

/// A value as an editor might write it.
fn example(field: &Field, language: Language) -> String {
    match (field.example, &field.kind, language) {
        (_, Kind::YesNo, Language::Nl) => "ja".to_owned(),
        (_, Kind::YesNo, Language::En) => "yes".to_owned(),
        ("", Kind::Record(table), _) => inline(table, language),
        ("", Kind::List(Kind::Record(table)), _) => format!("[{}]", inline(table, language)),
        ("", Kind::List(_), _) => "[]".to_owned(),
        (example, Kind::Choice(choice), _) => {
            choice.in_language(example, language).unwrap_or(example).to_owned()
        }
        (example, ..) => example.to_owned(),
    }
}

/// A group of fields on one line: those it needs, or the first two.
pub(super) fn inline(table: &Table, language: Language) -> String {
    let needed: Vec<_> = table.fields().filter(|field| field.need == Need::Required).collect();
    let shown = if needed.is_empty() { table.fields().take(2).collect() } else { needed };
    let fields: Vec<String> = shown
        .into_iter()
        .map(|field| {
            let key = match language {
                Language::Nl => field.alias,
                Language::En => field.key,
            };
            line(key, &in_flow(example(field, language)))
        })
        .collect();
    format!("{{{}}}", fields.join(", "))
}

/// A value in a list or group on one line, in quotes where it would end there.
pub(super) fn in_flow(value: String) -> String {
    let is_whole = value.starts_with(['"', '[', '{']);
    if is_whole || !value.contains([',', '[', ']', '{', '}', ':']) {
        value
    } else {
        format!("\"{}\"", value.replace('"', "'"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Choice;

    const STATE: Choice = Choice { options: &[("done", "gedaan"), ("open", "open")] };
    const CHANGE: Table = Table {
        name: "change",
        groups: &[&[Field::new("text", "tekst", Kind::Text).required().example("11, niet 12")]],
    };
    const TABLE: Table = Table {
        name: "page",
        groups: &[&[
            Field::new("title", "titel", Kind::Text)
                .required()
                .means("De titel.", "The title.")
                .example("…"),
            Field::new("when", "wanneer", Kind::When)
                .required()
                .means("Wanneer.", "When.")
                .example("2020"),
            Field::new("state", "stand", Kind::Choice(&STATE))
                .required()
                .means("Hoe ver.", "How far."),
            Field::new("changes", "wijzigingen", Kind::List(&Kind::Record(&CHANGE)))
                .means("Wijzigingen.", "Changes."),
            Field::new("draft", "concept", Kind::YesNo)
                .means("Nog niet tonen.", "Not shown yet."),
        ]],
    };

    #[test]
    fn what_is_needed_is_to_be_filled_in_and_the_rest_is_a_comment() {
        assert_eq!(
            starter(&TABLE, &[("title", "Een titel: met dubbele punt")], Language::Nl),
            "titel: 'Een titel: met dubbele punt'\n\
             # Wanneer. Voorbeeld: 2020\nwanneer:\n\
             # Hoe ver. Kies: gedaan, open.\nstand:\n\
             # wijzigingen: [{tekst: \"11, niet 12\"}]  # Wijzigingen.\n\
             # concept: ja  # Nog niet tonen.\n"
        );
        let english = starter(&TABLE, &[("draft", "yes"), ("when", "")], Language::En);
        assert!(english.ends_with("# Changes.\ndraft: yes\n"), "{english}");
    }
}
