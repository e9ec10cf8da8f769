//! How grave a problem is, and what a site may change about that.

use std::collections::BTreeMap;

use super::{Code, Diag};

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not shown at all; only `site.yaml` gives it.
    Off,
    /// Shown by `check` only.
    Hint,
    /// Published, but somebody should look.
    Warning,
    /// Nothing is published.
    Error,
}

impl Severity {
    /// The word in machine formats and in `site.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The same word in Dutch.
    fn dutch(self) -> &'static str {
        match self {
            Self::Off => "uit",
            Self::Hint => "tip",
            Self::Warning => "waarschuwing",
            Self::Error => "fout",
        }
    }

    /// Reads the word in either language.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Off, Self::Hint, Self::Warning, Self::Error]
            .into_iter()
            .find(|s| s.as_str() == word || s.dutch() == word)
    }
}

/// What a warning asks of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// That somebody changes the content.
    Mending,
    /// That somebody knows of it: what a right, a day or a draft asks for is done already, or
    /// it lies beside the site. To hold the site back for it would keep what is to go.
    Nothing,
}

/// Whether warnings stop a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strictness {
    /// Only errors do.
    #[default]
    Errors,
    /// Warnings that ask for mending do too.
    Warnings,
}

impl Strictness {
    /// Whether nothing is published because of a problem that came out this grave.
    pub fn refuses(self, code: Code, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self == Self::Warnings && code.asks == Asks::Mending,
            Severity::Hint | Severity::Off => false,
        }
    }
}

/// The severities that a site sets itself, by code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Policy {
    by_code: BTreeMap<&'static str, Severity>,
}

impl Policy {
    /// Sets the severity of a code. Codes that protect people or readers (`consent/…`,
    /// `unsafe/…`) cannot be lowered: `false` when this is refused.
    pub fn set(&mut self, code: Code, severity: Severity) -> bool {
        let allowed = !code.is_protected() || severity >= code.severity;
        if allowed {
            self.by_code.insert(code.name, severity);
        }
        allowed
    }

    /// Whether it sets any code above a severity.
    pub fn raises_above(&self, severity: Severity) -> bool {
        self.by_code.values().any(|own| *own > severity)
    }

    /// Gives problems the severity that the site wants; those that it switched off go.
    pub fn apply(&self, diags: &mut Vec<Diag>) {
        for diag in &mut *diags {
            diag.severity = self.severity(diag.problem.code(), diag.severity);
        }
        diags.retain(|diag| diag.severity != Severity::Off);
    }

    /// The severity a problem with this code gets, given the one it came with.
    pub fn severity(&self, code: Code, own: Severity) -> Severity {
        self.by_code.get(code.name).copied().unwrap_or(own)
    }
}
