//! What a value of the wrong kind was probably meant to be.

use crate::base::{Date, MINUS, When};
use crate::diag::Language;
use crate::diag::problem::Meant;
use crate::yaml::{Node, Value};

use super::write::inline;
use super::{Field, Kind, Rule, scalar};

/// The longest value that is repeated in an advice, in bytes.
const LONGEST_SHOWN: usize = 160;

/// The months, in Dutch and English, in full and short.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["maart", "mrt", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oct", "oktober", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// What a value was meant to be that is no list or group of fields and should have been one.
pub(super) fn of_node(kind: &Kind, node: &Node) -> Option<Meant> {
    let Value::Scalar(scalar) = &node.value else { return None };
    let text = scalar.text.trim();
    if text.is_empty() || text.len() > LONGEST_SHOWN || text.contains(['\n', '\r']) {
        return None;
    }
    match kind {
        // An item of a list of lines.
        _ if text.starts_with("- ") => None,
        // Which of these words belong together only who wrote them knows.
        Kind::Regions
            if [" en ", " and ", "alle ", "all "].iter().any(|own| text.contains(own)) =>
        {
            None
        }
        Kind::Regions => in_brackets(text, true),
        Kind::List(Kind::Text | Kind::Texts) => in_brackets(text, false),
        Kind::List(Kind::Record(_) | Kind::Map(_) | Kind::List(_)) => None,
        Kind::List(_) => in_brackets(text, true),
        Kind::Record(table) => {
            // A group that needs one field only is what was written, with its name.
            let mut needed = table.fields().filter(|field| field.is_required());
            let only = needed.next().filter(|_| needed.next().is_none());
            let shown = |language| match only.filter(|field| matches!(field.kind, Kind::Ref(_)))
            {
                Some(field) => {
                    let key = field.key_in(language);
                    format!("{{{key}: {}}}", item(text))
                }
                None => inline(table, language),
            };
            Some(Meant::Fields { nl: shown(Language::Nl), en: shown(Language::En) })
        }
        _ => None,
    }
}

/// What one word or number was meant to be.
pub(super) fn of_text(field: &Field, kind: &Kind, text: &str) -> Option<Meant> {
    let text = text.trim();
    if text.len() > LONGEST_SHOWN {
        return None;
    }
    match kind {
        Kind::Date => {
            let free = moment(text)?;
            let (date, day) = (free.date?, free.date?.to_string());
            Some(match free.time {
                None => Meant::Value(day),
                // Early in the day is what nobody wants to hear of an embargo.
                Some((hour, minute))
                    if field.rule == Some(Rule::Hides) && (hour, minute) > (0, 0) =>
                {
                    let (time, next) =
                        (format!("{hour:02}:{minute:02}"), date.plus_days(1).to_string());
                    Meant::FirstDay { day, time, next }
                }
                Some(_) => Meant::Day(day),
            })
        }
        Kind::When => Some(Meant::Value(when(text)?.to_string())),
        Kind::Moment => {
            let Free { date, time } = moment(text)?;
            let clock = time.map(|(hour, minute)| format!(" {hour:02}:{minute:02}"));
            Some(Meant::Value(format!("{}{}", date?, clock.unwrap_or_default())))
        }
        Kind::Period => period(text),
        Kind::Number => number(field, text),
        Kind::Count => match number(field, text)? {
            Meant::Value(own) | Meant::Unit { number: own, .. } => {
                scalar::count(&own).map(|_| Meant::Value(own))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a dash that begins an item has no space behind it: how much of the text is the item.
pub(super) fn glued_dash(text: &str) -> Option<&str> {
    let word = text.strip_prefix('-')?;
    let is_word = word.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '\''));
    let end = word.find([' ', '\n']).unwrap_or(word.len());
    word.get(..end).filter(|own| is_word && own.len() <= LONGEST_SHOWN)
}

/// The items in brackets. A comma stands between ids and short words; in a longer text it may
/// belong to that.
fn in_brackets(text: &str, are_words: bool) -> Option<Meant> {
    let text = without_brackets(text);
    let parts: Vec<&str> =
        text.split([',', ';', '•', '·']).map(str::trim).filter(|own| !own.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let are_short = parts.iter().all(|own| own.split(' ').count() <= 2);
    let items = if are_words || are_short { parts } else { vec![text] };
    let items: Vec<String> = items.into_iter().map(item).collect();
    Some(Meant::Value(format!("[{}]", items.join(", "))))
}

/// A text without the brackets around the whole of it, and without one whose other half is missing.
/// Those within the text belong to it.
fn without_brackets(text: &str) -> &str {
    let mut text = text.trim();
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let inside = text.strip_prefix(open).and_then(|own| own.strip_suffix(close));
        text = match inside.filter(|own| !own.contains([open, close])) {
            Some(inside) => inside,
            None if !text.contains(close) => text.strip_prefix(open).unwrap_or(text),
            None if !text.contains(open) => text.strip_suffix(close).unwrap_or(text),
            None => text,
        };
    }
    text.trim()
}

/// A text in brackets, in quotes where it would mean something else without.
fn item(text: &str) -> String {
    let means_more = [',', '[', ']', '{', '}', ':', '#', '"', '\\'];
    if text.starts_with(char::is_alphanumeric) && !text.contains(means_more) {
        text.to_owned()
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A day, with a time where there is one, as people write it.
struct Free {
    date: Option<Date>,
    time: Option<(u8, u8)>,
}

/// `20/11/2026`, `20.11.2026`, `vrijdag 20 november 2026 om 10.00 uur`.
fn moment(text: &str) -> Option<Free> {
    let mut time = None;
    let mut rest: Vec<&str> = Vec::new();
    for word in text.split([' ', ',', 'T', '\u{a0}']).filter(|word| !word.is_empty()) {
        match clock(word) {
            Some(own) if time.is_none() => time = Some(own),
            _ if matches!(word, "om" | "at" | "uur" | "h") => {}
            _ => rest.push(word),
        }
    }
    // The name of the day.
    if rest.len() > 1 && rest.first().is_some_and(|word| is_weekday(word)) {
        rest.remove(0);
    }
    let date = match rest.as_slice() {
        [one] => day_in_figures(one),
        [day, month, year] => day_in_words(day, month, year),
        _ => None,
    };
    date.map(|date| Free { date: Some(date), time })
}

fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    word.chars().all(char::is_alphabetic) && (word.ends_with("dag") || word.ends_with("day"))
}

fn day_in_figures(word: &str) -> Option<Date> {
    if let Some((date, _)) = scalar::date(word) {
        return Some(date);
    }
    let hyphens = word.replace(['/', '.'], "-");
    let parts: Vec<&str> = hyphens.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        [_, _, year] if year.len() == 4 => Date::parse_dutch(&hyphens),
        _ => None,
    }
}

fn day_in_words(day: &str, month: &str, year: &str) -> Option<Date> {
    let (day, month_word) = match month_of(month) {
        Some(month) => (day, month),
        // `November 20, 2026`
        None => (month, month_of(day)?),
    };
    let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    Date::new(year, month_word, day.parse().ok()?)
}

fn month_of(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|all| all.contains(&word.trim_end_matches('.')))?;
    i8::try_from(at + 1).ok()
}

/// `10:00`, `10.00`, `10u30`.
fn clock(word: &str) -> Option<(u8, u8)> {
    let (hour, minute) = word.split_once([':', '.', 'u', 'h'])?;
    let is_plain = |own: &str| own.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_plain(hour) && is_plain(minute) && minute.len() == 2 && hour.len() <= 2) {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// A day, or `november 2026`, `11-2026`.
fn when(text: &str) -> Option<When> {
    if let Some(free) = moment(text) {
        return free.date.map(When::Day);
    }
    let (month, year) = text.split_once([' ', '-', '/'])?;
    let month = month_of(month).or_else(|| month.parse().ok())?;
    let year: i16 = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    (1..=12).contains(&month).then_some(When::Month(year, month))
}

/// `2019-2021`, `2019 t/m 2021`, or one moment.
fn period(text: &str) -> Option<Meant> {
    let one = |text: &str| {
        let text = text.trim();
        When::parse(text).or_else(|| when(text))
    };
    for between in [" t/m ", " tot en met ", " tot ", " to ", " - ", "–", "/"] {
        if let Some((from, to)) = text.split_once(between)
            && let (Some(from), Some(to)) = (one(from), one(to))
        {
            return ends(from, to);
        }
    }
    if let Some((from, to)) = text.split_once('-')
        && let (Some(from @ When::Year(_)), Some(to @ When::Year(_))) = (one(from), one(to))
    {
        return ends(from, to);
    }
    Some(Meant::Value(when(text)?.to_string()))
}

/// A period; `None` where its end comes before its start.
fn ends(from: When, to: When) -> Option<Meant> {
    let (from, to) = (from.to_string(), to.to_string());
    (from <= to).then(|| Meant::Fields {
        nl: format!("{{van: {from}, tot: {to}}}"),
        en: format!("{{from: {from}, to: {to}}}"),
    })
}

/// A number with what stands around it: a comma for its point, and its unit.
fn number(field: &Field, text: &str) -> Option<Meant> {
    let is_digit = |c: char| c.is_ascii_digit();
    let start = text.find(is_digit)?;
    let start = text.get(..start)?.strip_suffix(MINUS).map_or(start, str::len);
    let end = text.rfind(is_digit)? + 1;
    let around = [text.get(..start)?.trim(), text.get(end..)?.trim()];
    let written = scalar::plain_number(text.get(start..end)?).replace(',', ".");
    if !scalar::is_number(&written) || scalar::has_thousands(&written) {
        return None;
    }
    // Only what says nothing of the number itself: `< 5`, `ruim 350` and `2½` are other numbers.
    let is_money = |own: &str| matches!(own, "€" | "$" | "£");
    let is_sign = |c: char| c.is_alphabetic() || matches!(c, ' ' | '/' | '%' | '‰' | '°' | '€');
    let (unit, is_unit) = match around {
        ["", unit] => (unit, unit.chars().count() <= 20 && unit.chars().all(is_sign)),
        [unit, ""] => (unit, is_money(unit)),
        _ => return None,
    };
    match unit {
        "" => Some(Meant::Value(written)),
        _ if is_unit && field.key == "value" => {
            Some(Meant::Unit { number: written, unit: unit.to_owned() })
        }
        _ => is_unit.then_some(Meant::Value(written)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &Kind, text: &str, expected: Option<&str>) {
        const FIELD: Field = Field::new("value", "waarde", Kind::Number);
        let found = of_text(&FIELD, kind, text).map(|meant| match meant {
            Meant::Value(own) | Meant::Day(own) => own,
            Meant::FirstDay { next, .. } => next,
            Meant::Fields { nl, .. } => nl,
            Meant::Unit { number, unit } => format!("{number} {unit}"),
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn brackets_go_that_stand_around_the_whole_or_lack_their_other_half() {
        for (written, bare) in [
            ("(drenthe, twente)", "drenthe, twente"),
            ("drenthe]", "drenthe"),
            ("Bel eerst de gemeente (of mail)", "Bel eerst de gemeente (of mail)"),
            ("(Bel eerst) en schrijf dan [aan]", "(Bel eerst) en schrijf dan [aan]"),
        ] {
            assert_eq!(without_brackets(written), bare);
        }
    }

    #[test]
    fn a_day_is_understood_as_people_write_it() {
        for text in ["20/11/2026", "20.11.2026", "20 november 2026", "2026/11/20"] {
            check(&Kind::Date, text, Some("2026-11-20"));
        }
        for text in ["vrijdag 20 nov. 2026", "November 20, 2026", "2026-11-20 10:00"] {
            check(&Kind::Date, text, Some("2026-11-20"));
        }
        check(&Kind::Moment, "20 november 2026 om 10.00 uur", Some("2026-11-20 10:00"));
        check(&Kind::When, "november 2026", Some("2026-11"));
        for text in ["31 maart", "31 februari 2026", "20 foo 2026", "morgen", "20/11/26", ""] {
            check(&Kind::Date, text, None);
        }
    }

    #[test]
    fn a_period_has_two_ends() {
        check(&Kind::Period, "2019-2021", Some("{van: 2019, tot: 2021}"));
        check(&Kind::Period, "2019-06 t/m 2021-12", Some("{van: 2019-06, tot: 2021-12}"));
        check(&Kind::Period, "maart 2020 – mei 2020", Some("{van: 2020-03, tot: 2020-05}"));
        for text in ["ooit", "2021-2019", "meivakantie 2024", "decentraal 2020"] {
            check(&Kind::Period, text, None);
        }
    }

    #[test]
    fn a_number_stands_apart_from_its_unit() {
        check(&Kind::Number, "45%", Some("45 %"));
        check(&Kind::Number, "€ -12,5", Some("-12.5 €"));
        check(&Kind::Number, "1,5", Some("1.5"));
        check(&Kind::Count, "12 mensen", Some("12"));
        for text in [
            "veel",
            "12 van 35",
            "1.450 euro",
            "10 à 12",
            "< 5",
            "ruim 350",
            "2½",
            "12*",
            "± 40",
        ] {
            check(&Kind::Number, text, None);
        }
    }

    #[test]
    fn an_item_is_in_quotes_where_it_would_mean_something_else() {
        for (text, expected) in [
            ("Rijk van Nijmegen", "Rijk van Nijmegen"),
            ("regio's", "regio's"),
            ("'s-Hertogenbosch", "\"'s-Hertogenbosch\""),
            ("\"De Kop\" van Noord's", "'\"De Kop\" van Noord''s'"),
            ("Regio #1", "\"Regio #1\""),
            ("*Noord*", "\"*Noord*\""),
        ] {
            assert_eq!(item(text), expected);
        }
    }

    #[test]
    fn a_dash_without_a_space_begins_an_item() {
        assert_eq!(glued_dash("-twente -drenthe"), Some("twente"));
        assert_eq!(glued_dash("- twente"), None);
        assert_eq!(glued_dash("-12"), None);
    }
}
