//! Which lines of a text go together: a remark has to hold all of them or none.

use std::ops::Range;

/// The lines that have to be set aside with these: all of a fence or a table, else themselves.
pub(super) fn around(text: &[String], lines: &Range<usize>) -> Range<usize> {
    if let Some(fence) = fence(text, lines) {
        return fence.start.min(lines.start)..fence.end.max(lines.end);
    }
    table(text, lines).unwrap_or_else(|| lines.clone())
}

/// The fence in which one of these lines stands. One that nothing closes goes on to the first
/// empty line, so that not all below it goes too.
pub(super) fn fence(text: &[String], lines: &Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    while at < text.len() {
        let Some(mark) = text.get(at).and_then(|line| opens(line)) else {
            at += 1;
            continue;
        };
        let closes = |line: &String| {
            let rest = within(line);
            rest.trim_end().len() >= mark.len()
                && rest.trim_end().chars().all(|c| mark.starts_with(c))
        };
        let below = text.get(at + 1..).unwrap_or_default();
        let (shown, whole) = match below.iter().position(closes) {
            Some(end) => (at..at + end + 2, at..at + end + 2),
            None => {
                let empty = below.iter().position(|line| line.trim().is_empty());
                (at..empty.map_or(text.len(), |empty| at + 1 + empty), at..text.len())
            }
        };
        if whole.start < lines.end && lines.start < whole.end {
            return Some(shown);
        }
        at = whole.end;
    }
    None
}

/// The signs that open a fence on this line.
fn opens(line: &str) -> Option<&str> {
    let line = without_item(within(line));
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = line.trim_start_matches(sign);
    let mark = line.get(..line.len() - info.len())?;
    (mark.len() >= 3 && !(sign == '`' && info.contains('`'))).then_some(mark)
}

/// A line without the marks of quotes and the white space before it.
fn within(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

/// A line without the mark of an item of a list.
pub(super) fn without_item(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark: &[char] = if rest.len() < line.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let rest = rest.strip_prefix(mark).filter(|rest| rest.starts_with(' '));
    rest.map_or(line, str::trim_start)
}

/// The table in which these lines stand.
fn table(text: &[String], lines: &Range<usize>) -> Option<Range<usize>> {
    let is_row = |line: &String| line.contains('|');
    let above = text.get(..lines.start)?.iter().rev().take_while(|line| is_row(line)).count();
    let below = text.get(lines.start..)?.iter().take_while(|line| is_row(line)).count();
    let block = lines.start - above..(lines.start + below).max(lines.end);
    let rule = |line: &String| {
        line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
    };
    text.get(block.clone())?.iter().any(rule).then_some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: usize, expected: Range<usize>) {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        assert_eq!(around(&lines, &(line..line + 1)), expected, "{text}");
    }

    #[test]
    fn a_fence_goes_as_a_whole() {
        let text = "a\n\n```chart\nx: y\n\nz: 1\n```\n\nb";
        for line in 2..7 {
            check(text, line, 2..7);
        }
        check(text, 0, 0..1);
        check(text, 8, 8..9);
        check("- ~~~~x\n  ~~~\n  ~~~~\n- b", 1, 0..3);
        check("> ```\n> a\n> ```\nb", 1, 0..3);
        check("`a` ```b```\n\n```c``` d", 0, 0..1);
    }

    #[test]
    fn a_fence_that_nothing_closes_ends_at_an_empty_line() {
        check("```chart\nx: y\n\nTekst\n\nMeer", 1, 0..2);
        check("```chart\nx: y\n\nTekst\n\nMeer", 3, 0..4);
    }

    #[test]
    fn a_table_goes_as_a_whole() {
        check("Kop\n\n| a | b |\n| - | - |\n| c | d |\n\nz", 4, 2..5);
        check("a | b\nc", 0, 0..1);
    }
}
