//! The last line: how many there were and what came of it.

use crate::diag::{Diag, Language, Severity, Strictness};

/// What came of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// There were errors, or warnings that were not allowed, and the previous site is still there.
    Refused,
    /// The site was written.
    Published {
        /// How many files it has.
        files: usize,
        /// The folder it stands in, as the user named it.
        folder: &'a str,
        /// Whether it shows drafts and what is still to come.
        is_preview: bool,
    },
    /// The site was only looked at, this strictly.
    Checked(Strictness),
}

/// One line without a line end: `3 fouten, 1 waarschuwing: er is niets gepubliceerd`.
pub fn summary(diags: &[Diag], outcome: &Outcome<'_>, language: Language) -> String {
    let dutch = language == Language::Nl;
    let has_errors = diags.iter().any(Diag::is_error);
    let none = if dutch { "geen fouten" } else { "no errors" };
    let counted = counted(diags, language);
    let or_none = if counted.is_empty() { none } else { &counted };
    match *outcome {
        Outcome::Refused => {
            let why = if has_errors { String::new() } else { strict(diags, language) };
            let nothing =
                if dutch { "er is niets gepubliceerd" } else { "nothing was published" };
            format!("{or_none}: {nothing}{why}")
        }
        Outcome::Published { files, folder, is_preview } => {
            let stand = match (files, dutch) {
                (1, true) => format!("1 bestand staat in {folder}"),
                (1, false) => format!("1 file is in {folder}"),
                (_, true) => format!("{files} bestanden staan in {folder}"),
                (_, false) => format!("{files} files are in {folder}"),
            };
            let preview = match (is_preview, dutch) {
                (false, _) => "",
                (true, true) => {
                    "; dit is een voorbeeld met concepten: publiceer het niet als de site"
                }
                (true, false) => {
                    "; this is a preview with drafts: do not publish it as the site"
                }
            };
            format!("{or_none}: {stand}{preview}")
        }
        Outcome::Checked(_) if has_errors || counted.is_empty() => or_none.to_owned(),
        // Of hints alone one would not know that it went well.
        Outcome::Checked(Strictness::Errors) => format!("{none}, {counted}"),
        Outcome::Checked(Strictness::Warnings) => {
            format!("{none}, {counted}{}", strict(diags, language))
        }
    }
}

/// How many there are of each severity; empty where there is nothing.
fn counted(diags: &[Diag], language: Language) -> String {
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
    let counted = words.iter().filter_map(|(severity, one, many)| {
        let number = diags.iter().filter(|diag| diag.severity == *severity).count();
        let word = if number == 1 { one } else { many };
        (number > 0).then(|| format!("{number} {word}"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// That warnings are in the way, and how many; empty where none is.
fn strict(diags: &[Diag], language: Language) -> String {
    let is_in_the_way =
        |diag: &&Diag| Strictness::Warnings.refuses(diag.problem.code(), diag.severity);
    match (diags.iter().filter(is_in_the_way).count(), language) {
        (0, _) => String::new(),
        (1, Language::Nl) => "; `--strict` laat één waarschuwing niet door".to_owned(),
        (n, Language::Nl) => format!("; `--strict` laat {n} waarschuwingen niet door"),
        (1, Language::En) => "; one warning does not pass `--strict`".to_owned(),
        (n, Language::En) => format!("; {n} warnings do not pass `--strict`"),
    }
}
