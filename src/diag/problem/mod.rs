//! Everything that can be wrong, as facts; one file per area.
//!
//! A new problem is one line in its area, a sentence in each of `text/nl` and `text/en` (they
//! match every variant, so a missing one does not compile), and a page in `docs/problems/`
//! (a test demands it).

use std::sync::LazyLock;

/// The permanent name of a kind of problem and how grave it is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// `area/what-is-wrong`.
    pub name: &'static str,
    /// Its severity unless a site says otherwise.
    pub severity: super::Severity,
    /// What a warning of it asks for.
    pub asks: super::Asks,
}

impl Code {
    /// Whether a site may not lower it: consent of people, safety of readers.
    pub fn is_protected(self) -> bool {
        self.name.starts_with("consent/") || self.name.starts_with("unsafe/")
    }

    /// All codes, by name.
    pub fn all() -> &'static [Self] {
        static ALL: LazyLock<Vec<Code>> = LazyLock::new(|| {
            let mut codes: Vec<Code> =
                AREAS.iter().flat_map(|area| area.iter().copied()).collect();
            codes.sort_unstable();
            codes.dedup();
            codes
        });
        &ALL
    }

    /// The code with a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::all().iter().copied().find(|code| code.name == name)
    }
}

/// What a problem asks for: somebody has to mend it, unless it says otherwise.
macro_rules! asks {
    () => {
        $crate::diag::Asks::Mending
    };
    ($asks:ident) => {
        $crate::diag::Asks::$asks
    };
}

/// An area: its variants with their code, its severity and what it asks for, and the list of its codes.
macro_rules! area {
    (
        $(#[$doc:meta])* $name:ident {
            $( $(#[$vdoc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })?
               => $code:literal $severity:ident $(asks $asks:ident)?; )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$vdoc])* $variant $({ $($(#[$fdoc])* $field: $ty),* })?, )*
        }

        impl $name {
            /// The codes of this area.
            pub const CODES: &'static [$crate::diag::Code] = &[
                $( $crate::diag::Code {
                    name: $code,
                    severity: $crate::diag::Severity::$severity,
                    asks: asks!($($asks)?),
                }, )*
            ];

            /// The code of this problem.
            pub fn code(&self) -> $crate::diag::Code {
                match *self {
                    $( Self::$variant $({ $($field: _),* })? => $crate::diag::Code {
                        name: $code,
                        severity: $crate::diag::Severity::$severity,
                        asks: asks!($($asks)?),
                    }, )*
                }
            }
        }

        impl From<$name> for $crate::diag::Problem {
            fn from(problem: $name) -> Self {
                Self::$name(problem)
            }
        }
    };
}

mod misuse;

/// The areas: a module and a variant of `Problem` each.
macro_rules! areas {
    ($( $(#[$doc:meta])* $module:ident :: $name:ident ),* $(,)?) => {
        $( mod $module; pub use $module::*; )*

        /// What is wrong, by area.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem {
            $( $(#[$doc])* $name($name), )*
        }

        impl Problem {
            /// The code of this problem.
            pub fn code(&self) -> Code {
                match self { $( Self::$name(problem) => problem.code(), )* }
            }
        }

        const AREAS: &[&[Code]] = &[ $( $name::CODES, )* ];

        /// The words for a problem, from a module with one function per area.
        macro_rules! words_of {
            ($problem:expr, $text:ident) => {
                match $problem { $( $crate::diag::Problem::$name(problem) => $text::$module(problem), )* }
            };
        }
        pub(super) use words_of;
    };
}

areas! {
    /// Where files stand and what they are called.
    tree::Tree,
    /// YAML that cannot be read.
    yaml::Yaml,
    /// Fields of front matter, sidecars, vocabularies and `site.yaml`.
    field::Field,
    /// `site.yaml` beyond its fields.
    site::Site,
    /// Markdown and its components.
    markdown::Markdown,
    /// How easily a text can be read.
    prose::Prose,
    /// Data files.
    data::Data,
    /// Pictures, films, documents and their rights.
    media::Media,
    /// Rights: sidecars and consent.
    rights::Rights,
    /// Links and references.
    link::Link,
    /// What evidence carries: strength, figures.
    evidence::Evidence,
    /// Texts in another language.
    translation::Translation,
    /// Newsletter editions and fragments.
    newsletter::Newsletter,
    /// Themes and templates.
    theme::Theme,
    /// The finished site, and writing it.
    output::Output,
    /// The command line and the machine.
    host::Host,
    /// What `import` changed in what was handed in.
    import::Import,
}

impl Problem {
    /// The line that the fact itself names, and the column in characters, 0 where it names
    /// none. Both from 1.
    pub fn line(&self) -> Option<(usize, usize)> {
        match self {
            Self::Media(Media::UnsafeSvg { line, .. } | Media::Captions { line, .. })
            | Self::Theme(
                Theme::UnreadableLine { line }
                | Theme::BadImport { line }
                | Theme::FaintToken { line, .. }
                | Theme::BadDefault { line, .. }
                | Theme::BadFact { line, .. }
                | Theme::UnquotedColour { line, .. }
                | Theme::UnknownKey { line, .. }
                | Theme::PaleDefault { line, .. }
                | Theme::UnreadColour { line, .. }
                | Theme::UnknownType { line, .. }
                | Theme::UnknownText { line, .. }
                | Theme::RepeatedText { line, .. }
                | Theme::UnevenBraces { line, .. }
                | Theme::UnknownTextBlank { line, .. }
                | Theme::MissingFile { line, .. },
            ) => Some((*line, 0)),
            Self::Theme(
                Theme::TemplateBroken { line, column, .. }
                | Theme::TemplateFailed { line, column, .. }
                | Theme::MissingText { line, column, .. },
            ) => (*line > 0).then_some((*line, *column)),
            _ => None,
        }
    }
}

pub use host::{NoStore, NotImported};
pub use import::{Aside, Letters};
pub use media::{CaptionFault, SvgDanger};
pub use misuse::{Misuse, Wanted};
pub use theme::{Named, Slip};
