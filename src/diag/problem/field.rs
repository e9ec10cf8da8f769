//! Fields of front matter, sidecars, vocabularies, components and `site.yaml`.

use crate::diag::Language;

/// What a field was expected to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// One word of a list, or an id.
    Word,
    /// Yes or no.
    YesNo,
    /// A number with a point before decimals.
    Number,
    /// The same, of which it is clear what the point means.
    ClearNumber,
    /// A number from 0 to 1.
    Fraction,
    /// A whole number from 0.
    Count,
    /// A day.
    Date,
    /// A year, quarter, month or day.
    When,
    /// A day with or without a time.
    Moment,
    /// A period.
    Period,
    /// Region ids or `all`.
    Regions,
    /// A list.
    List,
    /// Fields.
    Fields,
    /// A web address.
    Url,
    /// A language tag.
    Lang,
    /// A placeholder of a mail tool, or a whole address.
    MailLink,
}

/// What was probably meant by a value of the wrong kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// This value.
    Value(String),
    /// This day, without the time behind it.
    Day(String),
    /// One of two days, of something that is seen from a time on, and can be from a day on only.
    FirstDay {
        /// The day that was written.
        day: String,
        /// The time.
        time: String,
        /// The next day.
        next: String,
    },
    /// A group of fields: how it is written in Dutch and in English.
    Fields {
        /// With Dutch keys.
        nl: String,
        /// With English keys.
        en: String,
    },
    /// A number, with its unit in the field beside it.
    Unit {
        /// The number alone.
        number: String,
        /// Its unit.
        unit: String,
    },
}

area! {
    /// Problems of single fields.
    Field {
        /// A key that the type does not have.
        UnknownKey {
            /// The key as written.
            key: String,
            /// A known key that is near, and its other name.
            nearest: Option<(String, String)>,
        } => "front-matter/unknown-key" Error;
        /// A key in both languages at once.
        SameKey {
            /// The second one as written.
            key: String,
        } => "front-matter/same-key" Error;
        /// A key that has to be there and is not.
        Missing {
            /// The English key.
            key: String,
            /// The Dutch key.
            alias: String,
            /// A value as it may be written, in Dutch and in English; empty when there is none.
            example: (String, String),
            /// The language of the keys beside it; none when they tell none.
            written: Option<Language>,
        } => "front-matter/missing-key" Error;
        /// A component in which no field stands.
        EmptyComponent {
            /// Its name.
            component: String,
            /// The Dutch and the English key of what it needs.
            needs: Vec<(String, String)>,
        } => "front-matter/missing-key" Error;
        /// A value of the wrong kind.
        WrongType {
            /// The key as written.
            key: String,
            /// What belongs there.
            expected: Expected,
            /// What was probably meant.
            meant: Option<Meant>,
        } => "front-matter/wrong-type" Error;
        /// A list of `vocabulary/` whose items have no dashes.
        NoItems {
            /// What stands in it, in Dutch and English.
            items: (&'static str, &'static str),
        } => "front-matter/wrong-type" Error;
        /// An item of such a list that has no fields.
        BareItem {
            /// What stands in the list, in Dutch and English.
            items: (&'static str, &'static str),
        } => "front-matter/wrong-type" Error;
        /// A word that the closed list does not have.
        UnknownValue {
            /// The key as written.
            key: String,
            /// The word as written.
            value: String,
            /// A word of the list that is near.
            nearest: Option<String>,
            /// The list: English and Dutch.
            allowed: &'static [(&'static str, &'static str)],
        } => "front-matter/unknown-value" Error;
        /// A word that one of the site's open lists does not have.
        UnknownWord {
            /// The list's name: Dutch and English.
            list: (&'static str, &'static str),
            /// The word as written.
            value: String,
            /// A word of the list that is near.
            nearest: Option<String>,
        } => "front-matter/unknown-word" Error;
        /// A licence that is no SPDX id.
        UnknownLicence {
            /// As written.
            value: String,
            /// The one that was probably meant.
            meant: Option<&'static str>,
        } => "front-matter/unknown-licence" Warning;
        /// A date in the Dutch order.
        DutchDate {
            /// The same date, year first.
            iso: String,
        } => "front-matter/dutch-date" Hint;
        /// A period that ends before it starts.
        BackwardPeriod => "front-matter/backward-period" Error;
        /// A field with the end lies before the one with the start.
        BackwardFields {
            /// The Dutch and the English key of the start.
            start: (&'static str, &'static str),
            /// Those of the end.
            end: (&'static str, &'static str),
        } => "front-matter/backward-period" Error;
        /// A time of the end that is not shown, because the start has none.
        TimeOfEndOnly {
            /// The Dutch and the English key of the start.
            start: (&'static str, &'static str),
            /// Those of the end.
            end: (&'static str, &'static str),
            /// The day of the start.
            day: crate::base::Date,
        } => "front-matter/time-of-end-only" Warning;
        /// A change that has not been made yet.
        LaterChange {
            /// Its day.
            date: crate::base::Date,
        } => "front-matter/later-change" Warning;
        /// A change of what nobody could see yet.
        EarlyChange {
            /// Its day.
            date: crate::base::Date,
            /// The first day on which it can be seen.
            from: crate::base::Date,
        } => "front-matter/early-change" Warning;
        /// A key that keeps a document from being seen, without its value.
        NoValue {
            /// The key as written.
            key: String,
            /// What belongs there.
            expected: Expected,
        } => "front-matter/no-value" Warning;
        /// A text over its limit.
        TooLong {
            /// The key as written.
            key: String,
            /// Its characters.
            length: usize,
            /// The limit.
            limit: usize,
        } => "front-matter/too-long" Error;
        /// A text shorter or longer than serves its reader.
        UnusualLength {
            /// The key as written.
            key: String,
            /// Its characters.
            length: usize,
            /// The least.
            least: usize,
            /// The most.
            most: usize,
        } => "text/unusual-length" Warning;
        /// A text with too many words.
        TooManyWords {
            /// The key as written.
            key: String,
            /// Its words.
            words: usize,
            /// The limit.
            limit: usize,
        } => "front-matter/too-many-words" Error;
        /// A list with too few or too many items.
        ItemCount {
            /// The key as written.
            key: String,
            /// Its items.
            count: usize,
            /// The least.
            least: usize,
            /// The most.
            most: usize,
        } => "front-matter/item-count" Error;
        /// A title over 90 characters.
        LongTitle {
            /// Its characters.
            length: usize,
        } => "text/long-title" Warning;
        /// A title that ends in a full stop.
        TitleFullStop => "text/title-full-stop" Warning;
        /// A factsheet with more than 700 words.
        LongFactsheet {
            /// Its words.
            words: usize,
        } => "text/long-factsheet" Warning;
        /// A part of a story that stands neither in a field nor under its heading.
        MissingSection {
            /// The English key.
            key: &'static str,
            /// The heading in Dutch.
            nl: &'static str,
            /// The heading in English.
            en: &'static str,
        } => "text/missing-section" Warning;
        /// The heading of a part of a story, on a level that begins no part.
        SectionLevel {
            /// The level.
            level: u8,
            /// The heading as written.
            heading: String,
        } => "text/missing-section" Warning;
    }
}
