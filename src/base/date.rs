//! A day in the calendar.

use std::fmt;

use jiff::civil;

/// A day, without a time or a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// A day that exists in the calendar; `None` for 30 February.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day at a moment (seconds since 1970) in a time zone; UTC when it is unknown.
    pub fn at(seconds: i64, time_zone: &str) -> Self {
        let zone = jiff::tz::TimeZone::get(time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let moment =
            jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Self(moment.to_zoned(zone).date())
    }

    /// Whether a time zone of this name exists.
    pub fn knows_zone(time_zone: &str) -> bool {
        jiff::tz::TimeZone::get(time_zone).is_ok()
    }

    /// The first day of a month; a month out of range is taken as the nearest one.
    pub(super) fn month_start(year: i16, month: i8) -> Self {
        Self(civil::Date::new(year, month.clamp(1, 12), 1).unwrap_or(civil::Date::MIN))
    }

    /// Reads `2021-03-18`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return None;
        }
        Self::new(
            text.get(..4)?.parse().ok()?,
            digits(text.get(5..7)?)?,
            digits(text.get(8..)?)?,
        )
    }

    /// Reads the Dutch order `18-03-2021` (also `1-3-2021`).
    pub fn parse_dutch(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && year.len() == 4)
            .then(|| Self::new(year.parse().ok()?, digits(month)?, digits(day)?))?
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day so many days later (or earlier, when negative); stays put at the calendar's end.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        Self(self.0.last_of_month())
    }
}

fn digits(text: &str) -> Option<i8> {
    (text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_iso_and_dutch_order() {
        assert_eq!(Date::parse_iso("2021-03-18"), Date::new(2021, 3, 18));
        assert_eq!(Date::parse_dutch("18-03-2021"), Date::new(2021, 3, 18));
        assert_eq!(Date::parse_iso("2021-02-30"), None);
        assert_eq!(Date::parse_iso("18-03-2021"), None);
        assert_eq!(Date::parse_dutch("2021-03-18"), None);
    }
}
