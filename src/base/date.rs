//! A day in the calendar.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::civil;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, without a time or a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.0.year(), self.0.month(), self.0.day()).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (year, month, day) = Deserialize::deserialize(from)?;
        Self::new(year, month, day).ok_or_else(|| D::Error::custom("no such day"))
    }
}

impl Date {
    /// A day that exists in the calendar; `None` for 30 February.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The moments, in seconds since 1970, whose day has a year from 1 to 9999 in every zone.
    pub const KNOWN_SECONDS: RangeInclusive<i64> = -62_135_500_000..=253_402_200_000;

    /// The day at a moment (seconds since 1970) in a time zone; UTC when it is unknown, and the
    /// nearest that is known when it is out of range.
    pub fn at(seconds: i64, time_zone: &str) -> Self {
        let zone = jiff::tz::TimeZone::get(time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let (first, last) = (Self::KNOWN_SECONDS.start(), Self::KNOWN_SECONDS.end());
        let moment = jiff::Timestamp::from_second(seconds.clamp(*first, *last))
            .unwrap_or(jiff::Timestamp::UNIX_EPOCH);
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
        Self::new(year(text.get(..4)?)?, digits(text.get(5..7)?)?, digits(text.get(8..)?)?)
    }

    /// Reads the Dutch order `18-03-2021` (also `1-3-2021`).
    pub fn parse_dutch(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && year.len() == 4)
            .then(|| Self::new(self::year(year)?, digits(month)?, digits(day)?))?
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
        let end = if days < 0 { civil::Date::MIN } else { civil::Date::MAX };
        let span = jiff::Span::new().try_days(days);
        Self(span.map_or(end, |span| self.0.saturating_add(span)))
    }

    /// The day and time (hour and minute) in UTC when clocks of a time zone show this day and
    /// this time. A time zone that is not known counts as UTC, a time that is none as midnight.
    pub fn in_utc(self, (hour, minute): (u8, u8), time_zone: &str) -> (Self, (u8, u8)) {
        let part = |value: u8| i8::try_from(value).unwrap_or(i8::MAX);
        let time = civil::Time::new(part(hour), part(minute), 0, 0)
            .unwrap_or_else(|_| civil::Time::midnight());
        let local = self.0.to_datetime(time);
        let zone = jiff::tz::TimeZone::get(time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let there = local
            .to_zoned(zone)
            .map_or(local, |zoned| zoned.with_time_zone(jiff::tz::TimeZone::UTC).datetime());
        let part = |value: i8| u8::try_from(value).unwrap_or(0);
        (Self(there.date()), (part(there.hour()), part(there.minute())))
    }

    /// Seconds since 1970 at the day's beginning in UTC.
    pub fn seconds(self) -> i64 {
        let zoned = self.0.to_zoned(jiff::tz::TimeZone::UTC);
        zoned.map_or(0, |zoned| zoned.timestamp().as_second())
    }

    /// The day's beginning in UTC as mail and RSS write it: `Thu, 25 Mar 2021 00:00:00 +0000`.
    pub fn in_mail(self) -> String {
        self.0.strftime("%a, %d %b %Y 00:00:00 +0000").to_string()
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        Self(self.0.last_of_month())
    }
}

fn year(text: &str) -> Option<i16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
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
    fn no_number_of_days_leads_out_of_the_calendar() {
        let day = Date::new(2026, 11, 28).unwrap();
        assert_eq!(day.plus_days(3), Date::new(2026, 12, 1).unwrap());
        assert_eq!(day.plus_days(i32::MAX), Date::new(9999, 12, 31).unwrap());
        assert_eq!(day.plus_days(i32::MIN), Date::new(-9999, 1, 1).unwrap());
        assert_eq!(Date::at(i64::MAX, "UTC").year(), 9999);
    }

    #[test]
    fn dates_are_read_in_iso_and_dutch_order() {
        assert_eq!(Date::parse_iso("2021-03-18"), Date::new(2021, 3, 18));
        assert_eq!(Date::parse_dutch("18-03-2021"), Date::new(2021, 3, 18));
        assert_eq!(Date::parse_iso("2021-02-30"), None);
        assert_eq!(Date::parse_iso("18-03-2021"), None);
        assert_eq!(Date::parse_dutch("2021-03-18"), None);
    }

    #[test]
    fn mail_writes_a_day_with_its_weekday() {
        let day = Date::new(2021, 3, 25).unwrap();
        assert_eq!(day.in_mail(), "Thu, 25 Mar 2021 00:00:00 +0000");
        assert_eq!(day.seconds(), 1_616_630_400);
    }

    #[test]
    fn a_time_of_a_zone_is_known_in_utc() {
        let day = |text| Date::parse_iso(text).unwrap();
        let utc = |text, time| day(text).in_utc(time, "Europe/Amsterdam");
        assert_eq!(utc("2021-03-15", (13, 30)), (day("2021-03-15"), (12, 30)));
        assert_eq!(utc("2021-06-15", (0, 30)), (day("2021-06-14"), (22, 30)));
        // The hour that summer time skips is the one after it.
        assert_eq!(utc("2021-03-28", (2, 30)), (day("2021-03-28"), (1, 30)));
        assert_eq!(day("2021-03-15").in_utc((9, 5), "Nergens"), (day("2021-03-15"), (9, 5)));
        assert_eq!(day("2021-03-15").in_utc((99, 5), "UTC"), (day("2021-03-15"), (0, 0)));
    }
}
