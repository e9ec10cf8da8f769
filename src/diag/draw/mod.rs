//! Diagnostics on a terminal and in files, one format each.

mod concise;
mod excerpt;
mod full;
mod github;
mod gitlab;
mod json;
mod place;
mod sarif;
mod summary;
#[cfg(test)]
mod tests;

use place::Located;
pub use summary::{Outcome, summary};

use super::{Diag, Language, Severity, SourceMap};

/// A form in which diagnostics are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With the lines they are about; for people.
    #[default]
    Full,
    /// One line each; for people and editors.
    Concise,
    /// One JSON object a line.
    Json,
    /// Workflow commands of GitHub.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
}

impl Format {
    /// Whether people read it, on a terminal, beside what a command gives out.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Full | Self::Concise)
    }

    /// Whether services read it that show findings in a repository.
    fn is_for_services(self) -> bool {
        matches!(self, Self::Github | Self::Gitlab | Self::Sarif)
    }
}

/// How diagnostics are given out.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The form.
    pub format: Format,
    /// The language of messages and help.
    pub language: Language,
    /// Whether `Full` and `Concise` may use ANSI colours.
    pub colour: bool,
    /// Columns of the terminal; longer lines are cut around what matters.
    pub width: usize,
}

/// All diagnostics in a form, ordered by path, line, column and code. Those that a site
/// switched off are left out.
pub fn all(diags: &[Diag], map: &SourceMap, style: &Style) -> String {
    all_of_site_in("", diags, map, style)
}

/// The same, where the site is a folder of a larger repository, such as `site/`; empty where it
/// is the whole. Services that show findings beside lines know files by their path in that.
pub fn all_of_site_in(folder: &str, diags: &[Diag], map: &SourceMap, style: &Style) -> String {
    let mut found: Vec<Located<'_>> = diags
        .iter()
        .filter(|diag| diag.severity != Severity::Off)
        .map(|diag| Located::new(diag, map, style.language))
        .collect();
    if style.format.is_for_services() {
        for own in found.iter_mut().filter(|own| !own.spot.path.is_empty()) {
            own.spot.path.insert_str(0, folder);
        }
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    let found = &found;
    match style.format {
        Format::Full => full::draw(found, map, style),
        Format::Concise => concise::draw(found, style),
        Format::Json => json::draw(found),
        Format::Github => github::draw(found),
        Format::Gitlab => gitlab::draw(found, map),
        Format::Sarif => sarif::draw(found),
    }
}

/// The same for somebody at a terminal, and below it a note and what came of it. In `Full` what
/// is gravest comes last: there one reads first.
pub fn told(
    diags: &[Diag],
    map: &SourceMap,
    style: &Style,
    below: (&str, &Outcome<'_>),
) -> String {
    let (note, outcome) = below;
    let summary = summary(diags, outcome, style.language);
    let parts: Vec<String> = match style.format {
        Format::Full => [Severity::Hint, Severity::Warning, Severity::Error]
            .into_iter()
            .map(|severity| {
                let own = diags.iter().filter(|diag| diag.severity == severity);
                all(&own.cloned().collect::<Vec<_>>(), map, style)
            })
            .filter(|drawn| !drawn.is_empty())
            .map(|drawn| drawn + "\n")
            .collect(),
        _ => vec![all(diags, map, style)],
    };
    format!("{}{note}{summary}\n", parts.concat())
}

/// The word for a severity.
fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Nl) => "fout",
        (Severity::Warning, Language::Nl) => "waarschuwing",
        (Severity::Hint | Severity::Off, Language::Nl) => "tip",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::En) => "warning",
        (Severity::Hint | Severity::Off, Language::En) => "hint",
    }
}

/// The parts of a message that may have a colour.
#[derive(Debug, Clone, Copy)]
enum Ink {
    Severity(Severity),
    Strong,
    Frame,
    Help,
}

impl Style {
    /// Text in a colour, where colours are wanted.
    fn paint(&self, ink: Ink, text: &str) -> String {
        let code = match ink {
            _ if !self.colour => return text.to_owned(),
            Ink::Severity(Severity::Error) => "1;31",
            Ink::Severity(Severity::Warning) => "1;33",
            Ink::Severity(Severity::Hint | Severity::Off) => "1;36",
            Ink::Strong => "1",
            Ink::Frame => "34",
            Ink::Help => "32",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
