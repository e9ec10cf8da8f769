//! Words of a line as a remark, with something to read in their place.

use std::ops::Range;

use super::blocks::without_item;
use super::{CLOSE, OPEN, Wrong};
use crate::base::find_email;
use crate::diag::Language;

/// What is read in place of something that has no words of its own.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli::import) struct Placeholders {
    email: &'static str,
    address: &'static str,
    picture: &'static str,
}

impl Placeholders {
    pub(in crate::cli::import) fn of(language: Language) -> Self {
        match language {
            Language::Nl => {
                Self { email: "(e-mailadres)", address: "(adres)", picture: "(beeld)" }
            }
            Language::En => {
                Self { email: "(e-mail address)", address: "(address)", picture: "(picture)" }
            }
        }
    }
}

/// A change of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    range: Range<usize>,
    /// What is read there.
    shown: String,
    /// What is kept in a remark.
    kept: String,
}

/// The line with these changes; those that overlap others are left out.
pub(super) fn edited(line: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|own| (own.range.start, std::cmp::Reverse(own.range.end)));
    let (mut out, mut from) = (String::new(), 0);
    for edit in edits {
        let Some(before) = line.get(from..edit.range.start) else { continue };
        out.push_str(before);
        out.push_str(&edit.shown);
        // No space: on the page the remark is not there.
        out.push_str(OPEN);
        out.push_str(&edit.kept);
        out.push_str(CLOSE);
        from = edit.range.end;
    }
    out.push_str(line.get(from..).unwrap_or_default());
    out
}

/// How the words can be set aside; `None` when their line has to be: in code a remark would be
/// seen, and there are words that a remark cannot hold.
pub(super) fn edit(line: &str, wrong: &Wrong, of: Placeholders) -> Option<Edit> {
    let before = line.get(..wrong.within.start)?;
    let is_code = line.starts_with("    ")
        || line.starts_with('\t')
        || line.contains("``")
        || !before.matches('`').count().is_multiple_of(2);
    if is_code {
        return None;
    }
    let edit = match link_around(line, &wrong.within) {
        Some(link) => of_link(line, &link, wrong, of)?,
        None => of_address(line, wrong, of)?,
    };
    let cuts = |sign| line.contains('|') && edit.kept.contains(sign);
    (!edit.kept.contains("--") && !cuts('|')).then_some(edit)
}

/// The place of `[words](address)` or `![words](address)`, and of its words.
#[derive(Debug, Clone)]
struct LinkPlace {
    whole: Range<usize>,
    words: Range<usize>,
    is_picture: bool,
}

fn of_link(line: &str, link: &LinkPlace, wrong: &Wrong, of: Placeholders) -> Option<Edit> {
    let words = line.get(link.words.clone())?;
    let range = link.whole.clone();
    let has_email = wrong.is_email && find_email(words).is_some();
    let or = |words: &str, other: &str| {
        if words.trim().is_empty() { other.to_owned() } else { words.to_owned() }
    };
    let shown = if link.is_picture {
        let start = line.get(..range.start)?.trim_start_matches([' ', '>']);
        let is_alone =
            without_item(start).trim().is_empty() && line.get(range.end..)?.trim().is_empty();
        if is_alone { String::new() } else { or(words, of.picture) }
    } else if has_email {
        of.email.to_owned()
    } else {
        or(words, of.address)
    };
    Some(Edit { range, shown, kept: line.get(link.whole.clone())?.to_owned() })
}

/// An address by itself, in angle brackets or not.
fn of_address(line: &str, wrong: &Wrong, of: Placeholders) -> Option<Edit> {
    let Range { start, end } = wrong.within;
    let is_bracketed = line.get(..start)?.ends_with('<') && line.get(end..)?.starts_with('>');
    if !wrong.is_email && !is_bracketed {
        return None;
    }
    let range = if is_bracketed { start - 1..end + 1 } else { start..end };
    let kept = line.get(range.clone())?.to_owned();
    let shown = if wrong.is_email { of.email } else { of.address };
    Some(Edit { range, shown: shown.to_owned(), kept })
}

/// The smallest link or picture of a line around a place.
fn link_around(line: &str, within: &Range<usize>) -> Option<LinkPlace> {
    line.match_indices('[')
        .filter_map(|(open, _)| link_at(line, open))
        .filter(|own| own.whole.start <= within.start && within.end <= own.whole.end)
        .min_by_key(|own| own.whole.len())
}

fn link_at(line: &str, open: usize) -> Option<LinkPlace> {
    let words = open + 1..closing(line, open, ('[', ']'))?;
    let gap = words.end + 1;
    line.get(gap..)?.strip_prefix('(')?;
    let end = closing(line, gap, ('(', ')'))? + 1;
    let is_picture = line.get(..open)?.ends_with('!');
    let whole = open - usize::from(is_picture)..end;
    Some(LinkPlace { whole, words, is_picture })
}

/// Where the bracket is that closes the one at a place. One behind a backslash is none.
fn closing(line: &str, open: usize, (opens, closes): (char, char)) -> Option<usize> {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in line.get(open..)?.char_indices() {
        let is_escaped = std::mem::replace(&mut before, c) == '\\';
        match c {
            _ if is_escaped => {}
            c if c == opens => depth += 1,
            c if c == closes && depth == 1 => return Some(open + at),
            c if c == closes => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, wrong: &str, expected: Option<&str>) {
        let start = line.find(wrong).unwrap();
        let wrong = Wrong {
            lines: 0..1,
            within: start..start + wrong.len(),
            is_email: wrong.contains('@'),
        };
        let edit = edit(line, &wrong, Placeholders::of(Language::Nl));
        let done = edit.map(|own| edited(line, vec![own.clone(), own]));
        assert_eq!(done.as_deref(), expected, "{line}");
    }

    #[test]
    fn something_to_read_stands_in_place_of_what_may_not_be_shown() {
        let mail = "a@b.nl";
        check("Mail a@b.nl nu", mail, Some("Mail (e-mailadres)<!-- a@b.nl --> nu"));
        check("<a@b.nl>.", mail, Some("(e-mailadres)<!-- <a@b.nl> -->."));
        let js = "javascript:x(1)";
        let link = "[de *site*](javascript:x(1))";
        check(&format!("Zie {link}."), js, Some(&format!("Zie de *site*<!-- {link} -->.")));
        check(&format!("Zie {link}."), link, Some(&format!("Zie de *site*<!-- {link} -->.")));
        check(
            "[](javascript:x(1) \"t\")",
            js,
            Some("(adres)<!-- [](javascript:x(1) \"t\") -->"),
        );
        check("<javascript:x(1)>", js, Some("(adres)<!-- <javascript:x(1)> -->"));
        let link = "[a@b.nl](mailto:a@b.nl)";
        check(link, mail, Some(&format!("(e-mailadres)<!-- {link} -->")));
        let link = "[mail ons](mailto:a@b.nl)";
        check(link, "mailto:a@b.nl", Some(&format!("mail ons<!-- {link} -->")));
        let far = "https://x/y.jpg";
        check("- ![a](https://x/y.jpg)", far, Some("- <!-- ![a](https://x/y.jpg) -->"));
        check("Zie ![a](https://x/y.jpg)!", far, Some("Zie a<!-- ![a](https://x/y.jpg) -->!"));
        check("![](https://x/y.jpg) b", far, Some("(beeld)<!-- ![](https://x/y.jpg) --> b"));
        check(
            "[![a](https://x/y.jpg)](b.md)",
            far,
            Some("[a<!-- ![a](https://x/y.jpg) -->](b.md)"),
        );
    }

    #[test]
    fn what_a_remark_cannot_hold_is_left_to_the_line() {
        check("`a@b.nl`", "a@b.nl", None);
        check("    a@b.nl", "a@b.nl", None);
        check("a--b@c.nl", "a--b@c.nl", None);
        check("[ref]: javascript:x", "javascript:x", None);
        check("| [a](javascript:x|y) |", "javascript:x|y", None);
    }
}
