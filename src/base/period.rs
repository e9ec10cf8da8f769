//! Moments known to a year, a month or a day, and the periods between them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Date;

/// A moment as precise as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum When {
    /// A whole year.
    Year(i16),
    /// A quarter, 1 to 4.
    Quarter(i16, i8),
    /// A month, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl When {
    /// Reads `2020`, `2020-03`, `2020-03-18` or `2020-Q4`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(date) = Date::parse_iso(text) {
            return Some(Self::Day(date));
        }
        let year = text
            .get(..4)?
            .parse()
            .ok()
            .filter(|_| text.bytes().take(4).all(|b| b.is_ascii_digit()))?;
        match text.get(4..)? {
            "" => Some(Self::Year(year)),
            rest => {
                let rest = rest.strip_prefix('-')?;
                if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
                    let quarter: i8 = quarter.parse().ok().filter(|_| quarter.len() == 1)?;
                    return (1..=4).contains(&quarter).then_some(Self::Quarter(year, quarter));
                }
                let is_plain = rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit());
                let month: i8 = rest.parse().ok().filter(|_| is_plain)?;
                (1..=12).contains(&month).then_some(Self::Month(year, month))
            }
        }
    }

    /// The first day of it.
    pub fn first(self) -> Date {
        let (year, month) = match self {
            Self::Year(year) => (year, 1),
            Self::Quarter(year, quarter) => (year, quarter * 3 - 2),
            Self::Month(year, month) => (year, month),
            Self::Day(date) => return date,
        };
        Date::month_start(year, month)
    }

    /// The last day of it.
    pub fn last(self) -> Date {
        match self {
            Self::Year(year) => Self::Month(year, 12).last(),
            Self::Quarter(year, quarter) => Self::Month(year, quarter * 3).last(),
            Self::Month(..) => self.first().month_end(),
            Self::Day(date) => date,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// A stretch of time, from the first day of `from` to the last day of `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// When it starts; `None` when that is open.
    pub from: Option<When>,
    /// When it ends; `None` when it still runs.
    pub to: Option<When>,
}

impl Period {
    /// The period that is one moment long: `2020` or `2020-Q4`.
    pub fn of(when: When) -> Self {
        Self { from: Some(when), to: Some(when) }
    }

    /// Whether it ends before it starts.
    pub fn is_backwards(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to.last() < from.first())
    }

    /// Whether the day lies within it.
    pub fn contains(self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first() <= date)
            && self.to.is_none_or(|to| date <= to.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_as_precise_as_written() {
        let last = |text: &str| When::parse(text).unwrap().last().to_string();
        assert_eq!(last("2020"), "2020-12-31");
        assert_eq!(last("2020-Q1"), "2020-03-31");
        assert_eq!(last("2020-02"), "2020-02-29");
        assert_eq!(last("2020-02-03"), "2020-02-03");
        for wrong in ["2020-13", "2020-Q5", "20", "2020-2", "abcd", "2020-02-30"] {
            assert_eq!(When::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_backwards() {
        let period = |from, to| Period { from: When::parse(from), to: When::parse(to) };
        assert!(period("2021", "2020-12").is_backwards());
        assert!(!period("2020", "2020-03").is_backwards());
    }
}
