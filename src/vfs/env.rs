//! What the surroundings say, read once at the start.

use crate::base::Date;
use crate::diag::Language;

/// The surroundings of a build: everything that is no file.
#[derive(Debug, Clone)]
pub struct Env {
    /// Seconds since 1970-01-01T00:00Z: `SOURCE_DATE_EPOCH` or the clock.
    pub now: i64,
    /// The day that `--date` names, instead of `now` in the site's time zone.
    pub date: Option<Date>,
    /// The language of messages that was asked for, by option or `LANG`.
    pub language: Option<Language>,
    /// Whether output may be coloured.
    pub colour: bool,
    /// The home folder of the user, which is never replaced by a site.
    pub home: Option<std::path::PathBuf>,
}

impl Env {
    /// Surroundings for tests: a fixed day, English, no colour.
    pub fn fixed(date: Date) -> Self {
        Self {
            now: 0,
            date: Some(date),
            language: Some(Language::En),
            colour: false,
            home: None,
        }
    }

    /// Today in a time zone, such as `Europe/Amsterdam`; UTC when the zone is unknown.
    pub fn today(&self, time_zone: &str) -> Date {
        self.date.unwrap_or_else(|| Date::at(self.now, time_zone))
    }
}
