//! Reading single words: dates, numbers, yes and no.

use std::borrow::Cow;

use crate::base::{Date, MINUS, When};
use crate::i18n::may_lead_groups;

/// Yes or no as an editor writes it, in either language.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" | "ja" | "waar" => Some(true),
        "no" | "false" | "nee" | "onwaar" => Some(false),
        _ => None,
    }
}

/// A number in plain notation: a minus sign may be written as a dash.
pub(super) fn plain_number(text: &str) -> Cow<'_, str> {
    match text.strip_prefix(MINUS) {
        Some(rest) if !text.starts_with('-') => Cow::Owned(format!("-{rest}")),
        _ => Cow::Borrowed(text),
    }
}

/// Whether it is a decimal number with a point: `-12.5`.
pub(super) fn is_number(text: &str) -> bool {
    let text = plain_number(text);
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(fraction) && text.len() <= 24
}

/// Whether the point of a number may have been meant to set thousands apart: `1.450`.
pub(super) fn has_thousands(text: &str) -> bool {
    let digits = text.strip_prefix(MINUS).unwrap_or(text);
    digits
        .split_once('.')
        .is_some_and(|(whole, rest)| may_lead_groups(whole) && rest.len() == 3)
}

/// A whole number from 0, in digits.
pub(super) fn count(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// A day, and whether it was written in the Dutch order.
pub(super) fn date(text: &str) -> Option<(Date, Order)> {
    Date::parse_iso(text)
        .map(|date| (date, Order::Iso))
        .or_else(|| Date::parse_dutch(text).map(|date| (date, Order::Dutch)))
}

/// The order in which a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Order {
    /// Year, month, day.
    Iso,
    /// Day, month, year.
    Dutch,
}

/// A moment as precise as written.
pub(super) fn when(text: &str) -> Option<(When, Order)> {
    When::parse(text)
        .map(|when| (when, Order::Iso))
        .or_else(|| Date::parse_dutch(text).map(|date| (When::Day(date), Order::Dutch)))
}

/// Hour and minute, where they were written.
type Time = Option<(u8, u8)>;

/// A day with or without a time: `2021-03-25`, `2021-03-25 13:30`, `2021-03-25T13:30`.
pub(super) fn moment(text: &str) -> Option<(Date, Time, Order)> {
    if let Some((date, order)) = date(text) {
        return Some((date, None, order));
    }
    let (day, time) = text.split_once(['T', ' '])?;
    let (date, order) = date(day)?;
    let mut parts = time.trim_start_matches(' ').split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let hour = clock(hour, 24).filter(|_| !hour.is_empty())?;
    let minute = clock(minute, 60).filter(|_| minute.len() == 2)?;
    let seconds = parts.next().is_none_or(|own| own.len() == 2 && clock(own, 60).is_some());
    (seconds && parts.next().is_none()).then_some((date, Some((hour, minute)), order))
}

/// One or two digits that make a number below the limit.
fn clock(text: &str, limit: u8) -> Option<u8> {
    let is_plain = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_plain && *number < limit)
}

/// What people see of a word that they copied: without hard spaces around it, and without what
/// has no width.
pub(super) fn seen(word: &str) -> Cow<'_, str> {
    let is_unseen = |own: char| matches!(own, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}');
    if word.is_ascii() || !word.contains(is_unseen) {
        return Cow::Borrowed(word.trim());
    }
    Cow::Owned(word.replace(is_unseen, "").trim().to_owned())
}

/// Whether it is an address on the web.
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty()
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '"')
    })
}

/// Characters of the placeholders of mail tools.
const PLACEHOLDER: &[char] = &['{', '}', '[', ']', '|', '*', '%', '$'];

/// Whether a link of a mail can lead there: the placeholder of a mail tool (`*|UNSUB|*`,
/// `##unsubscribe##`), or an address with its scheme.
pub(super) fn is_mail_link(text: &str) -> bool {
    let text = text.trim();
    let is_scheme = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    text.contains(PLACEHOLDER)
        || text.starts_with('#')
        || text.split_once(':').is_some_and(|(word, _)| is_scheme(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_decimals() {
        assert!(is_number("158") && is_number("-0.5") && is_number("−5") && is_number("–1.5"));
        assert_eq!([plain_number("−5"), plain_number("–1.5")], ["-5", "-1.5"]);
        assert!(!is_number("1,5") && !is_number("12x") && !is_number("") && !is_number("1."));
    }

    #[test]
    fn moments_may_have_a_time() {
        assert_eq!(moment("2021-03-25 13:30").unwrap().1, Some((13, 30)));
        assert_eq!(moment("2021-03-25").unwrap().1, None);
        assert_eq!(moment("2021-03-25T09:30:15").unwrap().1, Some((9, 30)));
        for wrong in ["25:30", "9", "09:5", "09:30:x", "09:30:10:10", ":30"] {
            assert_eq!(moment(&format!("2021-03-25 {wrong}")), None, "{wrong}");
        }
    }
}
