//! Dates, months and periods in words. Languages other than Dutch get the English words.

use crate::base::{Date, Lang, Period, When};

const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "18 maart 2021", "18 March 2021".
pub fn day(date: Date, lang: &Lang) -> String {
    format!("{} {} {}", date.day(), month_name(date.month(), lang), date.year())
}

/// "maart 2021", "March 2021".
pub fn month(year: i16, month: i8, lang: &Lang) -> String {
    format!("{} {year}", month_name(month, lang))
}

/// "10.30 uur", "10:30". Hours 0 to 23, minutes 0 to 59.
pub fn time(hour: u8, minute: u8, lang: &Lang) -> String {
    if lang.is_dutch() {
        format!("{hour}.{minute:02} uur")
    } else {
        format!("{hour}:{minute:02}")
    }
}

/// A moment as precise as it is known: "2020", "4e kwartaal 2020", "maart 2020",
/// "18 maart 2020".
pub fn when(when: When, lang: &Lang) -> String {
    match when {
        When::Year(year) => year.to_string(),
        When::Quarter(year, quarter) if lang.is_dutch() => {
            format!("{quarter}e kwartaal {year}")
        }
        When::Quarter(year, quarter) => format!("Q{quarter} {year}"),
        When::Month(year, of) => month(year, of, lang),
        When::Day(date) => day(date, lang),
    }
}

/// A period: "2020", "2019–2021", "juni 2019 – december 2021", "vanaf 2019", "tot en met
/// 2020"; empty when it is open at both ends.
pub fn period(period: Period, lang: &Lang) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => when(from, lang),
        (Some(When::Year(from)), Some(When::Year(to))) => format!("{from}–{to}"),
        (Some(from), Some(to)) => format!("{} – {}", when(from, lang), when(to, lang)),
        (Some(from), None) if lang.is_dutch() => format!("vanaf {}", when(from, lang)),
        (Some(from), None) => format!("since {}", when(from, lang)),
        (None, Some(to)) if lang.is_dutch() => format!("tot en met {}", when(to, lang)),
        (None, Some(to)) => format!("until {}", when(to, lang)),
        (None, None) => String::new(),
    }
}

fn month_name(month: i8, lang: &Lang) -> &'static str {
    let names = if lang.is_dutch() { MONTHS_NL } else { MONTHS_EN };
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    names.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(from: Option<&str>, to: Option<&str>) -> String {
        let parse = |text: Option<&str>| text.and_then(When::parse);
        period(Period { from: parse(from), to: parse(to) }, &Lang::nl())
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let date = Date::new(2021, 3, 8).unwrap();
        assert_eq!(day(date, &Lang::nl()), "8 maart 2021");
        assert_eq!(day(date, &Lang::en()), "8 March 2021");
        assert_eq!(time(9, 5, &Lang::nl()), "9.05 uur");
        assert_eq!(time(9, 5, &Lang::en()), "9:05");
    }

    #[test]
    fn periods_are_as_precise_as_written() {
        assert_eq!(said(Some("2020"), Some("2020")), "2020");
        assert_eq!(said(Some("2019"), Some("2021")), "2019–2021");
        assert_eq!(said(Some("2019-06"), Some("2021-12")), "juni 2019 – december 2021");
        assert_eq!(said(Some("2020-Q4"), Some("2020-Q4")), "4e kwartaal 2020");
        assert_eq!(said(None, Some("2020-Q4")), "tot en met 4e kwartaal 2020");
        assert_eq!(said(Some("2019"), None), "vanaf 2019");
        assert_eq!(said(None, None), "");
    }
}
