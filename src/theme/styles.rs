//! Makes one stylesheet of a theme's styles, in the order of its `main.css`.

use crate::base::SourcePath;
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;

/// Bundles the files that `main.css`, with this text, imports. `read` gives the text of a file below `styles/`.
pub(super) fn bundle(
    path: &SourcePath,
    text: &str,
    mut read: impl FnMut(&str) -> Option<String>,
    diags: &mut Vec<Diag>,
) -> String {
    let mut out = String::new();
    for (at, line) in without_comments(text).lines().enumerate() {
        let line = line.trim();
        if !line.starts_with("@import") {
            push_line(&mut out, line);
            continue;
        }
        match import(line) {
            Some((name, layer)) => match read(name) {
                Some(style) => push_layer(&mut out, layer, &style),
                None => {
                    let name = format!("styles/{name}");
                    diags.push(Diag::of_file(
                        path.clone(),
                        Problem::MissingFile { name, line: at + 1 },
                    ));
                }
            },
            None => {
                diags.push(Diag::of_file(path.clone(), Problem::BadImport { line: at + 1 }));
            }
        }
    }
    out
}

/// The file and layer of `@import "file.css" layer(name);`.
fn import(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix("@import")?.trim().strip_prefix('"')?;
    let (name, rest) = rest.split_once('"')?;
    let layer = rest.trim().strip_prefix("layer(")?.strip_suffix(");")?;
    Some((name, layer))
}

fn push_layer(out: &mut String, layer: &str, style: &str) {
    out.push_str("@layer ");
    out.push_str(layer);
    out.push_str(" {\n");
    for line in without_comments(style).lines() {
        push_line(out, line.trim());
    }
    out.push_str("}\n");
}

fn push_line(out: &mut String, line: &str) {
    if !line.is_empty() {
        out.push_str(line);
        out.push('\n');
    }
}

/// The text without `/* … */`, which nobody who visits the site needs; lines keep their
/// numbers. Comments are looked for in quoted texts too, so those may hold no `/*`.
pub(super) fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        let (comment, behind) = after.split_once("*/").unwrap_or((after, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_stand_in_the_order_of_their_imports() {
        let path = SourcePath::new("themes/default/styles/main.css").unwrap();
        let mut diags = Vec::new();
        let main = "/* order\n */\n@layer a, b;\n@import \"b.css\" layer(b);\n@import \"a.css\" layer(a);\n\
                    @import \"c.css\" layer(c);\n@import url(x);\n";
        let read = |name: &str| match name {
            "a.css" => Some("p { /* x */ margin: 0 }\n".to_owned()),
            "b.css" => Some("  q {}\n\n".to_owned()),
            _ => None,
        };
        let css = bundle(&path, main, read, &mut diags);
        assert_eq!(css, "@layer a, b;\n@layer b {\nq {}\n}\n@layer a {\np {  margin: 0 }\n}\n");
        let missing = Problem::MissingFile { name: "styles/c.css".to_owned(), line: 6 };
        assert_eq!(
            diags,
            [
                Diag::of_file(path.clone(), missing),
                Diag::of_file(path, Problem::BadImport { line: 7 }),
            ]
        );
    }
}
