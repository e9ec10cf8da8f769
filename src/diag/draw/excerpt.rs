//! The line that a problem is about, with marks under what is meant.

use unicode_width::UnicodeWidthChar;

use super::place::visible;

/// How many columns a tab takes.
const TAB: usize = 4;
/// The least that is shown of a line, however narrow the terminal.
const NARROWEST: usize = 20;

/// A line as shown, and the marks under it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: String,
    pub(super) marks: String,
}

/// One character as shown.
struct Cell {
    c: char,
    width: usize,
    marked: bool,
}

/// Cuts a line to a width around the characters from column `start` up to `end` (from 1) and
/// marks them. At least one column is marked, if need be behind the end of the line.
pub(super) fn excerpt(line: &str, (start, end): (usize, usize), width: usize) -> Excerpt {
    let width = width.max(NARROWEST);
    let marked = start..end.max(start + 1);
    let shown = line.strip_prefix('\u{feff}').unwrap_or(line);
    // Of a very long line only what is near the marks is looked at.
    let skipped = start.saturating_sub(width + 1);
    let mut near = shown.chars().enumerate().skip(skipped);
    let cells: Vec<Cell> = near
        .by_ref()
        .take(width * 3)
        .flat_map(|(at, c)| {
            let (c, count) = if c == '\t' { (' ', TAB) } else { (visible(c), 1) };
            let width = c.width().unwrap_or(0);
            let marked = marked.contains(&(at + 1));
            (0..count).map(move |_| Cell { c, width, marked })
        })
        .collect();
    let (first, last) = window(&cells, width);
    let mut out = Excerpt { line: String::new(), marks: String::new() };
    let mut seen = false;
    if first > 0 || skipped > 0 {
        out.line.push('…');
        out.marks.push(' ');
    }
    for cell in cells.iter().take(last).skip(first) {
        out.line.push(cell.c);
        let mark = if cell.marked { "^" } else { " " };
        out.marks.push_str(&mark.repeat(cell.width));
        seen |= cell.marked;
    }
    if last < cells.len() || near.next().is_some() {
        out.line.push('…');
    }
    if !seen {
        out.marks.push('^');
    }
    out.line.truncate(out.line.trim_end().len());
    out.marks.truncate(out.marks.trim_end().len());
    out
}

/// Which cells are shown: all, or as many as fit, a third of the width before the marks.
fn window(cells: &[Cell], width: usize) -> (usize, usize) {
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= width {
        return (0, cells.len());
    }
    // Room for an ellipsis on each side.
    let room = width - 2;
    let marked = cells.iter().position(|cell| cell.marked).unwrap_or(cells.len());
    let first = back(cells, marked, room / 3);
    let last = forth(cells, first, room);
    // Near the end of the line there is room to show more before the marks.
    if last == cells.len() { (back(cells, last, room), last) } else { (first, last) }
}

/// The cell so many columns before another.
fn back(cells: &[Cell], from: usize, room: usize) -> usize {
    let mut left = room;
    let before = cells.iter().take(from).rev();
    from - before.take_while(|cell| take(&mut left, cell.width)).count()
}

/// The cell behind the last that fits into so many columns.
fn forth(cells: &[Cell], from: usize, room: usize) -> usize {
    let mut left = room;
    from + cells.iter().skip(from).take_while(|cell| take(&mut left, cell.width)).count()
}

fn take(left: &mut usize, width: usize) -> bool {
    let rest = left.checked_sub(width);
    *left = rest.unwrap_or(0);
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str, columns: (usize, usize), width: usize) -> String {
        let excerpt = excerpt(line, columns, width);
        format!("{}|\n{}|", excerpt.line, excerpt.marks)
    }

    #[test]
    fn a_very_long_line_is_cut_around_its_marks() {
        let line = "woord ".repeat(100_000);
        for at in [1, 25, 300_001, 599_995] {
            let all = excerpt(&line, (at, at + 5), 40);
            assert!(all.line.chars().count() <= 40, "{}", all.line);
            let marked = all.marks.find('^').unwrap();
            let below: String = all.line.chars().skip(marked).take(5).collect();
            assert_eq!(below, "woord", "{at}: {}", all.line);
            assert_eq!(all.line.starts_with('…'), at > 13, "{}", all.line);
        }
    }

    #[test]
    fn marks_stand_under_what_they_mean_whatever_its_width() {
        assert_eq!(drawn("title: een", (8, 11), 80), "title: een|\n       ^^^|");
        assert_eq!(drawn("日本: x", (5, 6), 80), "日本: x|\n      ^|");
        assert_eq!(drawn("日本: x", (1, 3), 80), "日本: x|\n^^^^|");
        assert_eq!(drawn("\ta", (1, 2), 80), "    a|\n^^^^|");
        assert_eq!(drawn("a:", (3, 3), 80), "a:|\n  ^|");
        assert_eq!(drawn("", (1, 1), 80), "|\n^|");
    }

    #[test]
    fn what_would_act_on_the_terminal_is_replaced() {
        assert_eq!(drawn("a\u{1b}[31mb", (1, 2), 80), "a\u{fffd}[31mb|\n^|");
        assert_eq!(drawn("a\u{202e}b", (3, 4), 80), "a\u{fffd}b|\n  ^|");
    }

    #[test]
    fn long_lines_are_cut_around_the_marks() {
        let line = format!("{}hier{}", "a".repeat(50), "b".repeat(50));
        assert_eq!(drawn(&line, (51, 55), 20), "…aaaaaahierbbbbbbbb…|\n       ^^^^|");
        assert_eq!(drawn(&line, (1, 3), 20), "aaaaaaaaaaaaaaaaaa…|\n^^|");
        assert_eq!(drawn(&line, (104, 105), 20), "…bbbbbbbbbbbbbbbbbb|\n                  ^|");
        assert_eq!(drawn(&line, (51, 105), 20), "…aaaaaahierbbbbbbbb…|\n       ^^^^^^^^^^^^|");
    }
}
