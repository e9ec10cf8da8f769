//! Text that YAML takes for something else without a word, so that it would be lost.

use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Span};

use crate::diag::problem::Yaml;

/// The most characters that a message repeats.
const LONGEST_SHOWN: usize = 60;

/// A tag that YAML does not define, such as `!important`, was meant as text.
pub(super) fn tag(event: &Event<'_>, span: &Span) -> Option<(Range<usize>, Yaml)> {
    let (Event::Scalar(.., tag) | Event::SequenceStart(.., tag) | Event::MappingStart(.., tag)) =
        event
    else {
        return None;
    };
    tag.as_ref().filter(|tag| !tag.is_yaml_core_schema())?;
    let place =
        span.tag_span().and_then(|tag| tag.byte_range()).or_else(|| span.byte_range())?;
    Some((place, Yaml::NeedsQuotes { character: '!', quoted: None }))
}

/// A `#word` behind a value was meant as text: comments have a space behind their hash.
pub(super) fn comment(text: &str, value: &Range<usize>) -> Option<(Range<usize>, Yaml)> {
    let rest = text.get(value.end..)?;
    // An empty value stands before its colon, a key must not reach the value behind it.
    let rest = if value.is_empty() { rest.trim_start_matches(':') } else { rest };
    let behind = rest.trim_start_matches([' ', '\t']);
    if !behind.strip_prefix('#')?.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let lost = behind.split(['\n', '\r']).next().unwrap_or_default().trim_end();
    let start = text.len() - behind.len();
    let shown = lost.chars().take(LONGEST_SHOWN).collect();
    Some((start..start + lost.len(), Yaml::HashInText { lost: shown }))
}
