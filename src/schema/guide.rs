//! The field guide: a table of fields as Markdown.

use std::fmt::Write as _;

use crate::diag::Language;

use super::{Choice, Field, Kind, Need, Table};

/// The fields of a type as a Markdown table, with those of nested groups below them. The words
/// of the language stand first, those of the other one beside them.
pub fn guide(table: &Table, language: Language) -> String {
    let mut out = match language {
        Language::Nl => "| veld | in het Engels | nodig | wat | voorbeeld |\n",
        Language::En => "| field | in Dutch | needed | what | example |\n",
    }
    .to_owned();
    out.push_str("| --- | --- | --- | --- | --- |\n");
    Guide { language }.rows(&mut out, table, "");
    out
}

/// A guide in a language.
#[derive(Clone, Copy)]
struct Guide {
    language: Language,
}

impl Guide {
    /// Of a Dutch and an English word the one of the language.
    fn pick<T>(self, nl: T, en: T) -> T {
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    fn rows(self, out: &mut String, table: &Table, prefix: &str) {
        for field in table.fields() {
            let own = self.pick(field.alias, field.key);
            let other = self.pick(field.key, field.alias);
            let _ = writeln!(
                out,
                "| `{prefix}{own}` | `{other}` | {} | {} | {} |",
                self.need(table, field),
                self.what(field),
                self.example(field),
            );
            if let Some((inner, mark)) = nested(&field.kind) {
                self.rows(out, inner, &format!("{prefix}{own}{mark}."));
            }
        }
    }

    fn need(self, table: &Table, field: &Field) -> String {
        let condition = |key: &str, value: &str| {
            let Some(other) = table.field(key) else { return format!("`{key}: {value}`") };
            let word = match &other.kind {
                Kind::YesNo => self.pick("ja", "yes"),
                kind => kind
                    .choice()
                    .and_then(|own| own.in_language(value, self.language))
                    .unwrap_or(value),
            };
            format!("`{}: {word}`", self.pick(other.alias, other.key))
        };
        match field.need {
            Need::Required => self.pick("ja", "yes").to_owned(),
            Need::Optional => self.pick("nee", "no").to_owned(),
            Need::Unless(key, value) => {
                format!("{} {}", self.pick("tenzij", "unless"), condition(key, value))
            }
            Need::When(key, value) => {
                format!("{} {}", self.pick("bij", "with"), condition(key, value))
            }
            Need::Without(key) => {
                let other = table.field(key).map_or(key, |own| self.pick(own.alias, own.key));
                format!("{} `{other}`", self.pick("zonder", "without"))
            }
        }
    }

    /// What it is, and the words of a closed list.
    fn what(self, field: &Field) -> String {
        let mut what = self.pick(field.nl, field.en).to_owned();
        if let Some(choice) = field.kind.choice() {
            let words = choice.words_in(self.language).map(|word| format!("`{word}`"));
            let words: Vec<String> = words.collect();
            let _ = write!(what, " {}: {}.", self.pick("Kies", "Choose"), words.join(", "));
        }
        what.trim_start().replace('|', "\\|")
    }

    fn example(self, field: &Field) -> String {
        let example = match (&field.kind, field.kind.choice()) {
            (Kind::YesNo, _) => self.pick("ja", "yes").to_owned(),
            (_, Some(own)) => self.words(own, field.example),
            _ => field.example.to_owned(),
        };
        if example.is_empty() { example } else { format!("`{}`", example.replace('|', "\\|")) }
    }

    /// A word of a closed list, or `[some, of, them]`, in the language.
    fn words<'w>(self, choice: &Choice, written: &'w str) -> String {
        let word = |word: &'w str| choice.in_language(word, self.language).unwrap_or(word);
        match written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(list) => {
                let words: Vec<&str> = list.split(", ").map(word).collect();
                format!("[{}]", words.join(", "))
            }
            None => word(written).to_owned(),
        }
    }
}

/// The fields inside a field, and what stands behind its name for them.
fn nested(kind: &Kind) -> Option<(&'static Table, &'static str)> {
    match kind {
        Kind::Record(table) | Kind::RefOrRecord(table) => Some((table, "")),
        Kind::List(item) => nested(item).map(|(table, _)| (table, "[]")),
        Kind::Map(item) => nested(item).map(|(table, _)| (table, ".…")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: Choice = Choice { options: &[("done", "gedaan"), ("open", "open")] };
    const INNER: Table = Table {
        name: "inner",
        groups: &[&[Field::new("date", "datum", Kind::Date).required()]],
    };
    const TABLE: Table = Table {
        name: "thing",
        groups: &[&[
            Field::new("state", "stand", Kind::Choice(&STATE))
                .required()
                .means("Hoe ver.", "How far.")
                .example("gedaan"),
            Field::new("why", "waarom", Kind::Text)
                .need(Need::Unless("state", "done"))
                .means("Waarom.", "Why."),
            Field::new("steps", "stappen", Kind::List(&Kind::Record(&INNER)))
                .means("De stappen.", "The steps."),
        ]],
    };

    #[test]
    fn the_guide_has_the_words_of_its_language_first() {
        assert_eq!(
            guide(&TABLE, Language::Nl),
            "| veld | in het Engels | nodig | wat | voorbeeld |\n\
             | --- | --- | --- | --- | --- |\n\
             | `stand` | `state` | ja | Hoe ver. Kies: `gedaan`, `open`. | `gedaan` |\n\
             | `waarom` | `why` | tenzij `stand: gedaan` | Waarom. |  |\n\
             | `stappen` | `steps` | nee | De stappen. |  |\n\
             | `stappen[].datum` | `date` | ja |  |  |\n"
        );
        assert!(
            guide(&TABLE, Language::En)
                .contains("| `why` | `waarom` | unless `state: done` | Why. |  |\n")
        );
    }
}
