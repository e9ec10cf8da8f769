//! Where the parser stumbled, and what that means for who wrote the text.

use std::ops::Range;

use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use super::mistakes::Mistake;
use crate::diag::problem::Yaml;

/// The place and kind of the one mistake that a parser reports.
#[derive(Debug)]
pub(super) struct Stumble {
    /// Byte offset in the text.
    at: usize,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Parser(ErrorKind),
    TooComplex,
    /// A list or mapping where a key belongs.
    NoKey,
    /// A key that begins with a space that is none in YAML.
    OddIndent,
}

impl Stumble {
    /// The text goes over a limit here.
    pub(super) fn too_complex(at: usize) -> Self {
        Self { at, kind: Kind::TooComplex }
    }

    /// Whether it went over a limit rather than over a mistake.
    pub(super) fn is_limit(&self) -> bool {
        use ErrorKind::{AnchorCountOverflow, RecursionLimitExceeded};
        matches!(
            self.kind,
            Kind::TooComplex | Kind::Parser(RecursionLimitExceeded | AnchorCountOverflow)
        )
    }

    /// A list or mapping stands where a key belongs.
    pub(super) fn no_key(at: usize) -> Self {
        Self { at, kind: Kind::NoKey }
    }

    /// A key begins here with a space that is none in YAML.
    pub(super) fn odd_indent(at: usize) -> Self {
        Self { at, kind: Kind::OddIndent }
    }

    /// What the parser says.
    pub(super) fn of(text: &str, error: &ScanError) -> Self {
        let marker = error.marker();
        let counted =
            || text.char_indices().nth(marker.index()).map_or(text.len(), |(at, _)| at);
        let at = marker.byte_offset().unwrap_or_else(counted);
        Self { at, kind: Kind::Parser(error.kind().clone()) }
    }
}

/// Puts a stumble into terms of the text.
pub(super) fn explain(text: &str, stumble: &Stumble) -> Mistake {
    let at = character(text, stumble.at);
    let character = text.get(at.clone()).and_then(|c| c.chars().next());
    let quotes =
        |fallback| Yaml::NeedsQuotes { character: character.unwrap_or(fallback), quoted: None };
    let problem = match &stumble.kind {
        Kind::NoKey => quotes('{'),
        Kind::OddIndent => Yaml::OddIndent,
        Kind::Parser(kind) if !stumble.is_limit() => match kind {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar => Yaml::Tab,
            ErrorKind::UnclosedQuotedScalar => {
                Yaml::Unclosed { what: character.unwrap_or('"') }
            }
            ErrorKind::UnclosedFlowCollection { open } => Yaml::Unclosed { what: *open },
            ErrorKind::UnexpectedEofFlowSequence => Yaml::Unclosed { what: '[' },
            ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping => Yaml::Unclosed { what: '{' },
            ErrorKind::UnexpectedCharacter { character } if !character.is_control() => {
                Yaml::NeedsQuotes { character: *character, quoted: None }
            }
            ErrorKind::MissingAnchorOrAliasName => quotes('&'),
            ErrorKind::BlockSequenceEntryNotAllowed => quotes('-'),
            ErrorKind::InvalidBlockScalarHeader => quotes('>'),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
                Yaml::NotAField { key: None }
            }
            ErrorKind::MappingValueNotAllowed
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidIndentation
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::InvalidBlockScalarIndent => Yaml::Indentation,
            _ => Yaml::Syntax,
        },
        Kind::Parser(_) | Kind::TooComplex => Yaml::TooComplex,
    };
    let range = match problem {
        Yaml::Indentation | Yaml::NotAField { .. } => word(text, at.start),
        _ => at,
    };
    Mistake { range, problem, mend: None }
}

/// The character at an offset; at the end of the text the last one that can be seen.
fn character(text: &str, at: usize) -> Range<usize> {
    let behind = text.get(at..).and_then(|rest| rest.chars().next());
    match behind {
        Some(c) if !matches!(c, '\n' | '\r') => at..at + c.len_utf8(),
        _ => {
            let before = (0..=at.min(text.len())).rev().find_map(|at| text.get(..at));
            let seen = before.unwrap_or_default().trim_end();
            let last = seen.chars().next_back().map_or(0, char::len_utf8);
            seen.len() - last..seen.len()
        }
    }
}

/// The first word of the line that an offset is in: what stands at the wrong depth.
fn word(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let rest = text.get(line..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let start = line + (rest.len() - rest.trim_start().len());
    let shown = rest.trim_start();
    let end = shown.find([':', ' ', '\r']).unwrap_or(shown.len()).max(1).min(shown.len());
    start..start + end
}
