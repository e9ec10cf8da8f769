//! Writing YAML: starter files made from a field table.

use std::fmt::Write as _;

use crate::diag::Language;

use super::{Field, Kind, Need, Table};

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
                let _ = writeln!(out, "{key}: {}", scalar(field, value));
            }
            None if !needed => {
                let _ = writeln!(out, "# {}  # {meaning}", line(key, example(field, language)));
            }
            _ => {
                let _ = writeln!(out, "# {meaning}{}\n{key}:", hint(field, language));
            }
        }
    }
    out
}

/// A value as YAML; a text in quotes where it needs them.
fn scalar(field: &Field, value: &str) -> String {
    match field.kind {
        Kind::Text | Kind::Texts => serde_yaml::to_string(value)
            .map_or_else(|_| String::new(), |yaml| yaml.trim_end().to_owned()),
        _ => value.to_owned(),
    }
}

fn line(key: &str, value: &str) -> String {
    if value.is_empty() { format!("{key}:") } else { format!("{key}: {value}") }
}

/// What may be filled in: the words of a closed list, or an example.
fn hint(field: &Field, language: Language) -> String {
    let (choose, example) = match language {
        Language::Nl => ("Kies", "Voorbeeld"),
        Language::En => ("Choose", "Example"),
    };
    match field.kind.choice() {
        Some(choice) => {
            let words: Vec<&str> = choice.words_in(language).collect();
            format!(" {choose}: {}.", words.join(", "))
        }
        None if field.example.is_empty() => String::new(),
        None => format!(" {example}: {}", field.example),
    }
}

fn example(field: &Field, language: Language) -> &'static str {
    match (field.example, &field.kind, language) {
        (_, Kind::YesNo, Language::Nl) => "ja",
        (_, Kind::YesNo, Language::En) => "yes",
        ("", Kind::List(_), _) => "[]",
        (example, ..) => example,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Choice;

    const STATE: Choice = Choice { options: &[("done", "gedaan"), ("open", "open")] };
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
             # concept: ja  # Nog niet tonen.\n"
        );
        let english = starter(&TABLE, &[("draft", "yes"), ("when", "")], Language::En);
        assert!(english.ends_with("state:\ndraft: yes\n"), "{english}");
    }
}
