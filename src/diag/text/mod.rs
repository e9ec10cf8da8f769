//! The words of every problem, in each language. Each function matches every variant, so that
//! a sentence that is missing does not compile.

mod en;
mod nl;

use super::Problem;
use super::problem::words_of;

/// A language in which problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl Language {
    /// Reads `nl`, `en` or a locale such as `nl_NL.UTF-8`; `None` for other languages.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The tag, `nl` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong; can be understood alone.
    pub message: String,
    /// What to do, in the imperative.
    pub help: Option<String>,
}

impl Words {
    /// A message without help.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// The same with a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        debug_assert!(self.help.is_none(), "there is room for one line of help");
        self.help = Some(help.into());
        self
    }

    /// The same with a line of help where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }
}

/// Says a problem in a language.
pub fn words(problem: &Problem, language: Language) -> Words {
    match language {
        Language::Nl => words_of!(problem, nl),
        Language::En => words_of!(problem, en),
    }
}
