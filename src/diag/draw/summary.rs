//! The last line: how many there were and what came of it.

use crate::diag::{Diag, Language, Severity};

/// What came of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// There were errors, and the previous site is still there.
    Refused,
    /// The site was written.
    Published {
        /// How many files it has.
        files: usize,
        /// The folder it stands in, as the user named it.
        folder: &'a str,
    },
    /// The site was only looked at.
    Checked,
}

/// One line without a line end: `3 fouten, 1 waarschuwing: er is niets gepubliceerd`.
pub fn summary(diags: &[Diag], outcome: &Outcome<'_>, language: Language) -> String {
    let count = |severity| diags.iter().filter(|diag| diag.severity == severity).count();
    let words: [(Severity, &str, &str); 3] = match language {
        Language::Nl => [
            (Severity::Error, "fout", "fouten"),
            (Severity::Warning, "waarschuwing", "waarschuwingen"),
            (Severity::Hint, "tip", "tips"),
        ],
        Language::En => [
            (Severity::Error, "error", "errors"),
            (Severity::Warning, "warning", "warnings"),
            (Severity::Hint, "hint", "hints"),
        ],
    };
    let counted: Vec<String> = words
        .iter()
        .map(|(severity, one, many)| (count(*severity), one, many))
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
        .collect();
    let none = match language {
        Language::Nl => "geen fouten",
        Language::En => "no errors",
    };
    let counted = if counted.is_empty() { none.to_owned() } else { counted.join(", ") };
    match (outcome, language) {
        (Outcome::Refused, Language::Nl) => format!("{counted}: er is niets gepubliceerd"),
        (Outcome::Refused, Language::En) => format!("{counted}: nothing was published"),
        (Outcome::Published { files: 1, folder }, Language::Nl) => {
            format!("{counted}: 1 bestand staat in {folder}")
        }
        (Outcome::Published { files, folder }, Language::Nl) => {
            format!("{counted}: {files} bestanden staan in {folder}")
        }
        (Outcome::Published { files: 1, folder }, Language::En) => {
            format!("{counted}: 1 file is in {folder}")
        }
        (Outcome::Published { files, folder }, Language::En) => {
            format!("{counted}: {files} files are in {folder}")
        }
        // Of hints alone one would not know that it went well.
        (Outcome::Checked, _) if count(Severity::Error) > 0 || counted == none => counted,
        (Outcome::Checked, _) => format!("{none}, {counted}"),
    }
}
