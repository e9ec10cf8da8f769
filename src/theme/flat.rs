//! Reads the YAML of a theme: keys with texts, nested by indentation at most.
//!
//! The one place to change when the theme should read YAML through `yaml::read`.

use crate::base::SourcePath;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;

/// The texts of a file with their keys; nested keys are joined with dots. A line that is no
/// `key: text` is noted and skipped.
pub(super) fn read(
    path: &SourcePath,
    text: &str,
    diags: &mut Vec<Diag>,
) -> Vec<(String, String)> {
    read_lines(path, text, diags).into_iter().map(|(_, key, value)| (key, value)).collect()
}

/// The same with the line of each key, from 1.
pub(super) fn read_lines(
    path: &SourcePath,
    text: &str,
    diags: &mut Vec<Diag>,
) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut above: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_end();
        let content = line.trim_start();
        if content.is_empty() || content.starts_with('#') || content == "---" {
            continue;
        }
        let indent = line.len() - content.len();
        above.retain(|(depth, _)| *depth < indent);
        match entry(content) {
            Some((key, value)) => {
                let mut whole = String::new();
                for (_, name) in &above {
                    whole.push_str(name);
                    whole.push('.');
                }
                whole.push_str(&key);
                match value {
                    Some(value) => found.push((at + 1, whole, value)),
                    None => above.push((indent, key)),
                }
            }
            None => diags
                .push(Diag::of_file(path.clone(), Problem::UnreadableLine { line: at + 1 })),
        }
    }
    found
}

/// A key with its text; `None` instead of a text where nested keys follow.
fn entry(line: &str) -> Option<(String, Option<String>)> {
    let (key, rest) =
        line.split_once(": ").or_else(|| line.strip_suffix(':').map(|key| (key, "")))?;
    let key = key.trim().trim_matches(['"', '\'']).to_owned();
    let rest = rest.trim();
    if key.is_empty() || key.starts_with('-') {
        return None;
    }
    if rest.is_empty() || rest.starts_with('#') {
        return Some((key, None));
    }
    Some((key, Some(scalar(rest)?)))
}

fn scalar(text: &str) -> Option<String> {
    if let Some(inner) = text.strip_prefix('"') {
        return double_quoted(inner);
    }
    if let Some(inner) = text.strip_prefix('\'') {
        let (inner, _) = inner.rsplit_once('\'')?;
        return Some(inner.replace("''", "'"));
    }
    let plain = text.split_once(" #").map_or(text, |(before, _)| before);
    (!plain.starts_with(['|', '>', '&', '*', '[', '{'])).then(|| plain.trim_end().to_owned())
}

fn double_quoted(inner: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = inner.chars();
    loop {
        match chars.next()? {
            '"' => return Some(out),
            '\\' => match chars.next()? {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_with_their_texts_and_nested_ones_joined() {
        let path = SourcePath::new("themes/a/theme.yaml").unwrap();
        let mut diags = Vec::new();
        let text = "# x\nname: default\nparams:\n  accent:\n    type: colour\n    default: \"#0a5a66\" # c\n\
                    other: 'it''s'\nstrength/pattern: \"A \\\"b\\\"\"\n- list\n";
        let found = read(&path, text, &mut diags);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("name", "default"),
                ("params.accent.type", "colour"),
                ("params.accent.default", "#0a5a66"),
                ("other", "it's"),
                ("strength/pattern", "A \"b\""),
            ]
        );
        assert_eq!(diags, [Diag::of_file(path, Problem::UnreadableLine { line: 9 })]);
    }
}
