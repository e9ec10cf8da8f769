//! Numbers as people write and read them, per language. Inside the programme a number is
//! plain decimal notation with a point (`1450`, `-0.5`), so nothing is ever rounded.

use crate::base::{Lang, MINUS};

/// More digits than this are no number that a page can show.
const MAX_DIGITS: usize = 24;

/// The characters between thousands and before decimals.
#[derive(Debug, Clone, Copy)]
struct Marks {
    group: char,
    decimal: char,
}

/// English has a decimal point; Dutch, as most languages, has a decimal comma.
fn marks(lang: &Lang) -> Marks {
    if lang.primary() == "en" {
        Marks { group: ',', decimal: '.' }
    } else {
        Marks { group: '.', decimal: ',' }
    }
}

/// Reads a number written in the language's format or with a decimal point, and returns it
/// in plain notation (`1.450` → `1450`, `0,5` → `0.5`); `None` when it is no number.
///
/// A point in a language with a decimal comma is read as a thousands separator where it could
/// be one (one to three digits that do not begin with 0, then groups of exactly three), and as
/// a decimal point otherwise: `1.450` is 1450, while `0.5`, `1.45`, `0.450` and `1450.250` have
/// decimals. Thousands may also be separated by spaces. Zeros at the end of the decimals
/// stay: they say how precise the number is. Signs of money and `%` are not part of a number.
pub fn read_number(text: &str, lang: &Lang) -> Option<String> {
    let text = text.trim();
    let (negative, digits) =
        text.strip_prefix(MINUS).map_or((false, text), |rest| (true, rest));
    let Marks { group, decimal } = marks(lang);
    let (whole, fraction) = match digits.split_once(decimal) {
        Some((whole, fraction)) => (ungroup(whole, group)?, Some(fraction)),
        None => match ungroup(digits, group) {
            Some(whole) => (whole, None),
            None => digits
                .split_once('.')
                .map(|(whole, fraction)| (whole.to_owned(), Some(fraction)))?,
        },
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(&whole) || fraction.is_some_and(|part| !all_digits(part)) {
        return None;
    }
    if whole.len() + fraction.map_or(0, str::len) > MAX_DIGITS {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|w| !w.is_empty()).unwrap_or("0");
    let mut plain = whole.to_owned();
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    let is_zero = plain.bytes().all(|b| matches!(b, b'0' | b'.'));
    Some(if negative && !is_zero { format!("-{plain}") } else { plain })
}

/// What the one point in a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Decimals follow: `0.5`, `1450.250`.
    Decimal,
    /// Decimals or thousands may follow: `1.450`. Alone it is read as thousands.
    Unclear,
}

/// What the point in a number means, in a language in which it may mean two things; `None` where
/// there is none, or more than one.
pub fn point_of(text: &str, lang: &Lang) -> Option<Point> {
    if marks(lang).decimal == '.' {
        return None;
    }
    let text = text.trim();
    let (whole, rest) = text.strip_prefix(MINUS).unwrap_or(text).split_once('.')?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(rest) {
        return None;
    }
    let is_group = may_lead_groups(whole) && rest.len() == 3;
    Some(if is_group { Point::Unclear } else { Point::Decimal })
}

/// Whether groups of thousands may follow these digits.
pub fn may_lead_groups(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && !digits.starts_with('0')
}

/// Whether it is a space that may stand between thousands.
pub fn is_group_space(own: char) -> bool {
    matches!(own, ' ' | '\u{a0}' | '\u{202f}')
}

/// Takes the separators out of a whole number; `None` when they stand in wrong places.
fn ungroup(text: &str, group: char) -> Option<String> {
    let mark = text.chars().find(|c| *c == group || is_group_space(*c));
    let Some(mark) = mark else { return Some(text.to_owned()) };
    let mut groups = text.split(mark);
    let first = groups.next().filter(|first| may_lead_groups(first))?;
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        whole.push_str(group);
    }
    whole.bytes().all(|b| b.is_ascii_digit()).then_some(whole)
}

/// Writes a plain number as the language's readers expect it: `1450.5` → `1.450,5` in Dutch,
/// `1,450.5` in English. Text that is no plain number comes back as it is.
pub fn format_number(plain: &str, lang: &Lang) -> String {
    let Marks { group, decimal } = marks(lang);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let is_plain = !whole.is_empty()
        && whole.bytes().chain(fraction.unwrap_or("0").bytes()).all(|b| b.is_ascii_digit());
    if !is_plain {
        return plain.to_owned();
    }
    let mut shown = String::with_capacity(plain.len() + plain.len() / 3 + 1);
    shown.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push(decimal);
        shown.push_str(fraction);
    }
    shown
}

/// Whether two plain numbers are worth the same: `2.50` and `2.5` are.
pub fn same_number(one: &str, other: &str) -> bool {
    let bare = |plain: &str| match plain.split_once('.') {
        Some((whole, fraction)) => {
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
        }
        None => plain.to_owned(),
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_numbers_are_read_in_dutch_and_with_a_point() {
        let read = |text| read_number(text, &Lang::nl());
        for (text, plain) in [
            ("1450", "1450"),
            ("1.450", "1450"),
            ("1 450", "1450"),
            ("1.450,50", "1450.50"),
            ("0,5", "0.5"),
            ("0.5", "0.5"),
            ("1.45", "1.45"),
            ("0.450", "0.450"),
            ("1450.250", "1450.250"),
            ("1.234.567", "1234567"),
            ("-12", "-12"),
            ("−3,5", "-3.5"),
            ("–3,5", "-3.5"),
            (" 007 ", "7"),
            ("-0,0", "0.0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(plain), "{text}");
        }
    }

    #[test]
    fn english_numbers_have_a_point_and_commas_between_thousands() {
        let read = |text| read_number(text, &Lang::en());
        assert_eq!(read("1,450.5").as_deref(), Some("1450.5"));
        assert_eq!(read("1.450").as_deref(), Some("1.450"));
        assert_eq!(read("0,5"), None);
    }

    #[test]
    fn a_point_is_that_of_decimals_unless_it_could_set_thousands_apart() {
        let point = |text| point_of(text, &Lang::nl());
        for text in ["0.125", "10.5", "1450.250", "-1.45", "1.4500"] {
            assert_eq!(point(text), Some(Point::Decimal), "{text}");
        }
        for text in ["3.250", "-10.500", "−123.456"] {
            assert_eq!(point(text), Some(Point::Unclear), "{text}");
        }
        for text in ["1450", "1.234.567", "1.450,5", "0,5", "a.b", ".5", ""] {
            assert_eq!(point(text), None, "{text}");
        }
        assert_eq!(point_of("3.250", &Lang::en()), None);
    }

    #[test]
    fn what_is_no_number_is_none() {
        let long = "9".repeat(25);
        for text in [
            "", "-", ",5", "5,", "5.", ".", "1,2,3", "1.23.456", "1.2.3", "twee", "€ 35",
            "45%", "1e6", "--1", "+1", "1..2", "1,-2", "NaN", "inf", "٣", &long,
        ] {
            assert_eq!(read_number(text, &Lang::nl()), None, "{text}");
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_number() {
        for lang in [Lang::nl(), Lang::en()] {
            for plain in ["0", "7", "999", "1000", "1234567.50", "-0.5", "-12345"] {
                let shown = format_number(plain, &lang);
                assert_eq!(read_number(&shown, &lang).as_deref(), Some(plain), "{shown}");
            }
        }
        assert_eq!(format_number("-1234567.5", &Lang::nl()), "-1.234.567,5");
        assert_eq!(format_number("onbekend", &Lang::nl()), "onbekend");
    }

    #[test]
    fn zeros_at_the_end_of_decimals_do_not_make_another_number() {
        assert!(same_number("2.50", "2.5") && same_number("3.0", "3"));
        assert!(!same_number("30", "3") && !same_number("-3", "3"));
    }
}
