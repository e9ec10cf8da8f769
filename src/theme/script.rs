//! Makes a script small: its comments and indentation go, its lines stay. Nothing is renamed or
//! joined, so that a script means what it meant.

use std::sync::Arc;

use super::ThemeFile;

/// A script as it goes to the site.
pub(super) fn small(file: ThemeFile) -> ThemeFile {
    let text = std::str::from_utf8(&file.bytes).ok().and_then(without_margins);
    match text {
        Some(text) => ThemeFile { bytes: Arc::from(text.into_bytes()), ..file },
        None => file,
    }
}

/// The lines of a script without indentation, and without those that are empty or a comment.
/// `None` where a line may stand within a text or a comment that began above it.
fn without_margins(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    for line in script.lines() {
        let line = line.trim_start();
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        let is_alone = line.matches('`').count() % 2 == 0;
        if !is_alone || line.ends_with('\\') || line.contains("/*") {
            return None;
        }
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let script = "// What it does.\nif (a) {\n  // Why.\n  b(`${c}  // d`);\n\n}\n";
        assert_eq!(without_margins(script).unwrap(), "if (a) {\nb(`${c}  // d`);\n}\n");
    }

    #[test]
    fn a_script_stays_where_a_line_may_be_part_of_a_text() {
        for script in ["a = `\n  // b\n`;", "a = \"b\\\n  c\";", "/* a\n  // b */"] {
            assert_eq!(without_margins(script), None);
        }
    }
}
