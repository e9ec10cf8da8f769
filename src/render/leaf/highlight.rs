//! Code with its words marked by kind. The only place that knows the highlighter.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::Html;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Scopes whose words are marked, with the class they get. The first that fits counts, so
/// that a narrow scope stands before a wide one.
static CLASSES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    const NAMES: &[(&str, &str)] = &[
        ("comment", "hl-comment"),
        ("constant.character.escape", "hl-escape"),
        ("string", "hl-string"),
        ("constant.numeric", "hl-number"),
        ("constant", "hl-constant"),
        ("keyword.operator", "hl-operator"),
        ("keyword", "hl-keyword"),
        ("storage", "hl-keyword"),
        ("entity.name.tag", "hl-tag"),
        ("entity.other.attribute-name", "hl-attribute"),
        ("entity.name", "hl-name"),
        ("support", "hl-support"),
        ("variable", "hl-variable"),
        ("markup.inserted", "hl-inserted"),
        ("markup.deleted", "hl-deleted"),
        ("markup.heading", "hl-heading"),
        ("invalid", "hl-invalid"),
    ];
    NAMES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect()
});

/// Longer code, and code with longer lines, stays as it is: the time that marking takes grows
/// with the square of a line.
const LONGEST_CODE: usize = 20_000;
const LONGEST_LINE: usize = 240;

/// The inner HTML of a block of code: `<span class="hl-keyword">let</span> …`. Without marks
/// when the language is not known or the code is too long.
pub fn highlight(language: Option<&str>, code: &str) -> String {
    let mut html = Html::new();
    let short =
        code.len() <= LONGEST_CODE && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let syntax = language.filter(|_| short).and_then(syntax);
    if syntax.and_then(|syntax| mark(&mut html, syntax, code)).is_none() {
        html = Html::new();
        html.text(code);
    }
    html.finish()
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    let word = match language {
        "console" | "shell" | "zsh" | "shell-session" => "bash",
        "jsonc" | "json5" | "jsonl" => "json",
        "jsx" | "typescript" | "ts" | "tsx" => "js",
        "csharp" => "cs",
        "golang" => "go",
        other => other,
    };
    SYNTAXES.find_syntax_by_token(word).filter(|syntax| syntax.name != "Plain Text")
}

/// Writes the code with its marks; `None` when the highlighter gives up.
fn mark(html: &mut Html, syntax: &SyntaxReference, code: &str) -> Option<()> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut marked = Marked { html, class: None };
    for line in code.split_inclusive('\n') {
        let changes = state.parse_line(line, &SYNTAXES).ok()?;
        let mut from = 0;
        for (at, change) in changes {
            marked.push(line.get(from..at)?, &stack);
            stack.apply(&change).ok()?;
            from = at;
        }
        marked.push(line.get(from..)?, &stack);
    }
    marked.end();
    Some(())
}

/// Gathers neighbouring words of one class into one element.
struct Marked<'a> {
    html: &'a mut Html,
    class: Option<&'static str>,
}

impl Marked<'_> {
    fn push(&mut self, text: &str, stack: &ScopeStack) {
        if text.is_empty() {
            return;
        }
        // White space looks the same in every class.
        let class = if text.trim().is_empty() { self.class } else { class(stack) };
        if class != self.class {
            self.end();
            if let Some(class) = class {
                self.html.open("span").class(class);
            }
            self.class = class;
        }
        self.html.text(text);
    }

    fn end(&mut self) {
        if self.class.take().is_some() {
            self.html.close();
        }
    }
}

/// The class of the innermost scope that has one.
fn class(stack: &ScopeStack) -> Option<&'static str> {
    stack.as_slice().iter().rev().find_map(|scope| {
        let fits = CLASSES.iter().find(|(known, _)| known.is_prefix_of(*scope));
        fits.map(|(_, class)| *class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_are_marked_by_kind() {
        assert_eq!(
            highlight(Some("json"), "{\"a\": 1}\n"),
            "{<span class=\"hl-string\">&quot;a&quot;</span>: <span class=\"hl-number\">1</span>}\n"
                .replace("&quot;", "\"")
        );
    }

    #[test]
    fn unknown_languages_and_long_lines_stay_as_they_are() {
        assert_eq!(highlight(Some("klingon"), "a < b"), "a &lt; b");
        assert_eq!(highlight(None, "a < b"), "a &lt; b");
        let long = "[".repeat(LONGEST_LINE + 1);
        assert_eq!(highlight(Some("json"), &long), long);
    }
}
