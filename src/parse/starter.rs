//! The shortest file of a type that can be filled in: the fields it needs and its headings.

use crate::diag::Language;
use crate::model::DocKind;
use crate::schema;

use super::Part;

/// A file of a type with the fields it needs, as a draft, and the headings of its text. Short
/// enough to stand in an address.
pub fn starter(kind: DocKind, language: Language) -> String {
    let draft = match language {
        Language::Nl => "ja",
        Language::En => "yes",
    };
    let fields = schema::needed(kind.table(), &[("draft", draft)], language);
    let headings: Vec<String> = Part::of_body(kind)
        .into_iter()
        .map(|part| format!("## {}\n", part.heading(language)))
        .collect();
    format!("---\n{fields}---\n\n{}", headings.join("\n"))
}
