//! Text of somebody else as Markdown that says just that.

/// Paragraphs and lists stay; headings, pictures, code, components and HTML become the
/// characters they are.
pub(super) fn as_text(text: &str) -> String {
    text.trim().lines().map(as_line).collect::<Vec<_>>().join("\n")
}

/// The same for one line.
pub(super) fn as_line(line: &str) -> String {
    let line = line.trim();
    let is_rule = !line.is_empty() && line.chars().all(|c| "-=*_ ".contains(c));
    let acts =
        is_rule || ["#", "```", "~~~", ":::", "|", ">"].iter().any(|own| line.starts_with(own));
    let mut out = String::new();
    if acts {
        out.push('\\');
    }
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        // A backslash before a sign would vanish.
        let vanishes = c == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        // `&lt;` would become another sign.
        let turns =
            c == '&' && letters.peek().is_some_and(|c| c.is_ascii_alphabetic() || *c == '#');
        let acts_here = vanishes || turns || matches!(c, '<' | '[' | ']' | '`');
        if acts_here && !(acts && out == "\\") {
            out.push('\\');
        }
        out.push(c);
    }
    // One at the end would break the line.
    if line.ends_with('\\') {
        out.push('\\');
    }
    out
}

/// A heading: on one line, without what would give it an anchor.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['{', '}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_somebody_else_stays_text() {
        let said =
            as_text("  # Kop\n<b>vet</b> ![x](y) [a](b)\n- punt\n---\n```\ncode\n\n1. een\n");
        let expected = "\\# Kop\n\\<b>vet\\</b> !\\[x\\](y) \\[a\\](b)\n- punt\n\\---\n\\`\\`\\`\ncode\n\n1. een";
        assert_eq!(said, expected);
    }

    #[test]
    fn backslashes_stay_too() {
        assert_eq!(
            as_text("\\\\schijf\\map \\*x\neinde\\\nb"),
            "\\\\\\schijf\\map \\\\*x\neinde\\\\\nb"
        );
    }
}
