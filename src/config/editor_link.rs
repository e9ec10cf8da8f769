//! What a message in the browser opens: the editor on this machine, at the line.

use crate::base::{encode_component, encode_path};

/// Editors by name, with the address that opens a file in them.
const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file/{path}:{line}:{column}"),
    ("vscodium", "vscodium://file/{path}:{line}:{column}"),
    ("cursor", "cursor://file/{path}:{line}:{column}"),
    ("zed", "zed://file/{path}:{line}:{column}"),
    ("idea", "idea://open?file=/{path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file:///{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file:///{path}&line={line}&column={column}"),
];

/// The word for no link at all.
const NONE: (&str, &str) = ("none", "geen");

/// Schemes that run or hold something instead of opening a file.
const REFUSED: &[&str] = &["javascript", "data", "vbscript", "blob"];

/// The address that opens a file in an editor, with places for path, line and column; `None`
/// when a site wants no such link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditorLink(Option<String>);

impl Default for EditorLink {
    fn default() -> Self {
        Self(EDITORS.first().map(|(_, pattern)| (*pattern).to_owned()))
    }
}

impl EditorLink {
    /// Reads the name of an editor, `none`, or an address with `{path}`.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim();
        if [NONE.0, NONE.1].contains(&word) {
            return Some(Self(None));
        }
        if let Some((_, pattern)) = EDITORS.iter().find(|(name, _)| *name == word) {
            return Some(Self(Some((*pattern).to_owned())));
        }
        let (scheme, _) = word.split_once(':')?;
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !REFUSED.iter().any(|refused| scheme.eq_ignore_ascii_case(refused));
        (is_scheme && word.contains("{path}")).then(|| Self(Some(word.to_owned())))
    }

    /// Every word that `parse` knows.
    pub fn words() -> impl Iterator<Item = &'static str> {
        EDITORS.iter().map(|(name, _)| *name).chain([NONE.0, NONE.1])
    }

    /// The address that opens a file, named by its whole path, at a line and column from 1.
    pub fn address(&self, file: &str, (line, column): (usize, usize)) -> Option<String> {
        let pattern = self.0.as_ref()?;
        let path = file.replace('\\', "/");
        let path = path.trim_start_matches('/');
        let in_query =
            pattern.split_once('?').is_some_and(|(before, _)| !before.contains("{path}"));
        let path = if in_query {
            encode_component(path).replace("%2F", "/")
        } else {
            encode_path(path)
        };
        let filled = pattern
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
            .replace("{path}", &path);
        Some(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(word: &str) -> Option<String> {
        EditorLink::parse(word)?.address("/werk/an na/site/content/a&b.md", (7, 3))
    }

    #[test]
    fn a_known_editor_opens_the_file_at_its_line() {
        let file = "vscode://file/werk/an%20na/site/content/a&b.md:7:3";
        assert_eq!(address("vscode").as_deref(), Some(file));
        let file = "idea://open?file=/werk/an%20na/site/content/a%26b.md&line=7&column=3";
        assert_eq!(address("idea").as_deref(), Some(file));
        let windows = EditorLink::default().address("C:\\site\\a.md", (1, 1));
        assert_eq!(windows.as_deref(), Some("vscode://file/C:/site/a.md:1:1"));
    }

    #[test]
    fn an_own_address_is_filled_in_and_a_dangerous_one_refused() {
        let own = "mijn-editor://open?f={path}#{line}";
        let filled = "mijn-editor://open?f=werk/an%20na/site/content/a%26b.md#7";
        assert_eq!(address(own).as_deref(), Some(filled));
        assert_eq!(EditorLink::parse("none"), Some(EditorLink(None)));
        for word in ["javascript:{path}", "DATA:{path}", "kladblok", "x://y", ":{path}", ""] {
            assert_eq!(EditorLink::parse(word), None, "{word}");
        }
    }
}
