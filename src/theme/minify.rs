//! Makes a stylesheet small: what readers of the source need and browsers do not goes. Nothing
//! is computed or reordered, so that a style means what it meant.

/// The style without comments, line breaks and spaces that say nothing.
pub(super) fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix("/*") {
            rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
            // A comment parts words as a space does.
            space = true;
            continue;
        }
        let (piece, behind) = rest.split_at(length(rest, first));
        rest = behind;
        if first.is_ascii_whitespace() {
            space = true;
            continue;
        }
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        if space && needs_space(&out, first) {
            out.push(' ');
        }
        space = false;
        out.push_str(piece);
    }
    out
}

/// How many bytes belong together: a text in quotes, an address without them, one character.
fn length(rest: &str, first: char) -> usize {
    match first {
        '"' | '\'' => quoted(rest, first),
        '\\' => first.len_utf8() + rest.chars().nth(1).map_or(0, char::len_utf8),
        'u' if is_bare_address(rest) => rest.find(')').map_or(rest.len(), |end| end + 1),
        _ => first.len_utf8(),
    }
}

/// `url(` without quotes: spaces in it may be part of the address.
fn is_bare_address(rest: &str) -> bool {
    let inside = rest.strip_prefix("url(").map(str::trim_start);
    inside.is_some_and(|inside| !inside.starts_with(['"', '\'']))
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}

/// Whether a space between what was written and the next character says something. A space
/// before a colon or a bracket does (`a :hover`, `and (`), and those around `+`, `-` and `*`.
fn needs_space(out: &str, next: char) -> bool {
    let says_nothing = |c: char| matches!(c, '{' | '}' | ';' | ',' | '>');
    let Some(last) = out.chars().next_back() else { return false };
    // A token may be set to nothing: `--none: ;`.
    if last == ':' && matches!(next, ';' | '}') {
        return true;
    }
    !(says_nothing(last)
        || says_nothing(next)
        || matches!(last, ':' | '(')
        || matches!(next, ')' | '!'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_goes() {
        let css = "@layer a, b;\n@layer a {\n  /* x */ p , q > r {\n    margin: 0 auto !important;\n    \
                   color : red;\n  }\n}\n";
        assert_eq!(
            minified(css),
            "@layer a,b;@layer a{p,q>r{margin:0 auto!important;color :red}}"
        );
    }

    #[test]
    fn what_says_something_stays() {
        for css in [
            "a :hover{b:c}",
            "@media (width>40rem) and (height<3rem){p{q:calc(1px + 2 * (3px - 4px))}}",
            "p::before{content:\"  a /* b */ ; } \\\" c\"}",
            "p{--none: }",
            "p{background:url( a  b.svg )}",
            "a + b ~ c{d:e f}",
            "[a=\"b\"] .c{grid-template:\"a b\" 1fr \"c d\" auto/1fr 2fr}",
            "p:is(.a,.b) q{r:s}",
            ".a\\:b{c:d}",
        ] {
            assert_eq!(minified(css), css);
        }
        assert_eq!(minified("a/* */b{c:d}"), "a b{c:d}");
        assert_eq!(minified("p { q: url( \"a b.svg\" ) }"), "p{q:url(\"a b.svg\")}");
    }

    #[test]
    fn a_broken_style_ends() {
        for css in ["/* a", "p{a:\"b", "url(a", "\\", "'\\", "p{a:b"] {
            assert!(minified(css).len() <= css.len());
        }
    }

    #[test]
    fn our_styles_are_the_same_when_they_are_made_small_again() {
        let css = include_str!("../../themes/default/styles/parts/media.css");
        let once = minified(css);
        assert!(once.len() < css.len());
        assert_eq!(minified(&once), once);
    }
}
