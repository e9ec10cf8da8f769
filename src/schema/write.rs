//! Writing YAML: starter files made from a field table.

use std::fmt::Write as _;

use crate::diag::Language;

use super::{Field, Kind, Need, Table};

/// The front matter of a new document: the fields it needs with an example each, and the others
/// as comments. `given` fills fields in, by key.
pub fn starter(table: &Table, given: &[(&str, &str)], language: Language) -> String {
    let mut out = String::new();
    for field in table.fields() {
        let key = match language {
            Language::Nl => field.alias,
            Language::En => field.key,
        };
        let given = given.iter().find(|(own, _)| *own == field.key).map(|(_, value)| *value);
        let needed = matches!(field.need, Need::Required | Need::Unless(..));
        let meaning = match language {
            Language::Nl => field.nl,
            Language::En => field.en,
        };
        match given {
            Some(value) => {
                let _ = writeln!(out, "{key}: {}", scalar(value));
            }
            None if needed => {
                let _ = writeln!(out, "# {meaning}\n{key}: {}", field.example);
            }
            None => {
                let _ = writeln!(out, "# {key}: {}  # {meaning}", example(field));
            }
        }
    }
    out
}

/// A text as a YAML scalar, in quotes where it needs them.
fn scalar(value: &str) -> String {
    serde_yaml::to_string(value)
        .map_or_else(|_| String::new(), |yaml| yaml.trim_end().to_owned())
}

fn example(field: &Field) -> &'static str {
    match (field.example, &field.kind) {
        ("", Kind::List(_)) => "[]",
        ("", Kind::YesNo) => "yes",
        (example, _) => example,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_a_colon_gets_quotes() {
        const TABLE: Table = Table {
            name: "page",
            groups: &[&[
                Field::new("title", "titel", Kind::Text)
                    .required()
                    .means("De titel.", "The title.")
                    .example("…"),
                Field::new("draft", "concept", Kind::YesNo)
                    .means("Nog niet tonen.", "Not shown yet."),
            ]],
        };
        assert_eq!(
            starter(&TABLE, &[("title", "Een titel: met dubbele punt")], Language::Nl),
            "titel: 'Een titel: met dubbele punt'\n# concept: yes  # Nog niet tonen.\n"
        );
    }
}
