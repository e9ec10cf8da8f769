//! English words for the area `field`.

use crate::diag::problem::{Expected, Field, Meant};
use crate::diag::{Language, Words};

pub(in crate::diag::text) fn field(problem: &Field) -> Words {
    match problem {
        Field::UnknownKey { key, nearest } => {
            let help = match nearest {
                Some((near, other)) if near == other => format!("did you mean `{near}`?"),
                Some((near, other)) => format!("did you mean `{near}` (or `{other}`)?"),
                None => "remove the field or choose one from the field guide".to_owned(),
            };
            Words::new(format!("unknown field `{key}`")).help(help)
        }
        Field::SameKey { key } => {
            Words::new(format!("the field `{key}` is here twice, perhaps in two languages"))
                .help("keep one of the two")
        }
        Field::Missing { key, alias, example, written } => {
            let is_dutch = *written == Some(Language::Nl);
            let (first, other) = if is_dutch { (alias, key) } else { (key, alias) };
            let value = if is_dutch { &example.0 } else { &example.1 };
            let also = if key == alias { String::new() } else { format!(" (`{other}`)") };
            let words = Words::new(format!("the field `{first}`{also} is missing"));
            if value.is_empty() {
                words.help(format!("add a line `{first}: …`"))
            } else {
                words.help(format!("write for example `{first}: {value}`"))
            }
        }
        Field::EmptyComponent { component, needs } => {
            let needs: Vec<String> = needs.iter().map(|(_, en)| format!("`{en}`")).collect();
            Words::new(format!("nothing stands in the component `{component}` yet")).help(format!(
                "write each field on a line of its own in the block; these have to be there: {}",
                needs.join(", ")
            ))
        }
        Field::WrongType { key, expected, meant } => {
            let (what, help) = expected_words(*expected);
            let help = meant.as_ref().map_or_else(|| help.to_owned(), |own| meant_words(*expected, own));
            Words::new(format!("`{key}` takes {what}")).help(help)
        }
        Field::NoItems { items } => {
            Words::new(format!("{} belong here, each with `- ` before it", items.1)).help(
                "put `- ` before the first line of each, and two spaces before the lines below it",
            )
        }
        Field::BareItem { items } => {
            Words::new(format!("in the list of {} fields belong after `- `", items.1))
                .help("write each field as `name: value`, the first after `- ` and the others below it")
        }
        Field::UnknownValue { key, value, nearest, allowed } => {
            let words: Vec<&str> = allowed.iter().map(|(key, _)| *key).collect();
            let list = format!("choose from: {}", words.join(", "));
            let help = match nearest {
                Some(near) => format!("did you mean `{near}`? {list}"),
                None => list,
            };
            Words::new(format!("`{key}` cannot be `{value}`")).help(help)
        }
        Field::UnknownWord { list, value, nearest } => {
            let help = match nearest {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add the word to `vocabulary/lists.yaml` first".to_owned(),
            };
            Words::new(format!("`{value}` is not in the list `{}`", list.1)).help(help)
        }
        Field::UnknownLicence { value, meant } => {
            Words::new(format!("there is no licence with the name `{value}`"))
                .help(meant.map_or_else(
                    || "copy the short name from https://spdx.org/licenses/, or write `all-rights-reserved`".to_owned(),
                    |meant| format!("did you mean `{meant}`?"),
                ))
        }
        Field::DutchDate { iso } => Words::new("this date begins with the day")
            .help(format!("write `{iso}` instead: year, month, day")),
        Field::BackwardPeriod => Words::new("this period ends before it starts")
            .help("write the start at `from` and the end at `to`"),
        Field::TimeOfEndOnly { start, end, day } => Words::new(format!(
            "the time at `{}` is not shown, as `{}` has no time",
            end.1, start.1
        ))
        .help(format!("write a time at `{}` too, such as `{day} 09:00`, or remove the other", start.1)),
        Field::BackwardFields { start, end } => {
            Words::new(format!("`{}` lies before `{}`", end.1, start.1)).help(
                "see whether the two changed places, and whether year and month are right",
            )
        }
        Field::LaterChange { date } => {
            Words::new(format!("this change is on {date}, and stands on the page already"))
                .help("see whether year and month are right, and write the day of the change")
        }
        Field::EarlyChange { date, from } => Words::new(format!(
            "this change is of {date}, and the page can be seen from {from} only"
        ))
        .help("see whether year and month are right; what you changed before anybody could see the page need not be told"),
        Field::NoValue { key, expected } => {
            Words::new(format!("`{key}` is empty and keeps nothing back: this page goes along"))
                .help(match expected {
                    Expected::Date => "write the day behind it from which the page can be seen, as year-month-day, or remove the line".to_owned(),
                    _ => format!("write `{key}: yes`, or remove the line"),
                })
        }
        Field::TooLong { key, length, limit } => Words::new(format!(
            "`{key}` has {length} characters; {limit} is the most"
        ))
        .help(format!("make the text {} characters shorter", length.saturating_sub(*limit))),
        Field::UnusualLength { key, length, least, most } => {
            Words::new(format!("`{key}` has {length} characters; {least} to {most} read best"))
                .help(if length < least {
                    "say in one full sentence what it is about"
                } else {
                    "keep the main point; the rest belongs in the text"
                })
        }
        Field::TooManyWords { key, words, limit } => {
            Words::new(format!("`{key}` has {words} words; {limit} is the most"))
                .help("keep the main point")
        }
        Field::ItemCount { key, count, least, most } => {
            if *count == 0 {
                Words::new(format!("`{key}` holds nothing yet; it takes at least {least}"))
                    .help("add what is missing")
            } else if count < least {
                Words::new(format!("`{key}` holds {count}; it takes at least {least}"))
                    .help("add what is missing")
            } else {
                Words::new(format!("`{key}` holds {count}; {most} is the most"))
                    .help("keep the most important ones")
            }
        }
        Field::LongTitle { length } => Words::new(format!(
            "this title has {length} characters; more than 90 is hard to read"
        ))
        .help("make the title shorter and move the rest to `summary`"),
        Field::TitleFullStop => {
            Words::new("this title ends in a full stop").help("remove the full stop at the end")
        }
        Field::LongFactsheet { words } => Words::new(format!(
            "this factsheet has {words} words; more than 700 does not fit on two sides of paper"
        ))
        .help("shorten the text or make two factsheets of it"),
        Field::SectionLevel { level, heading } => Words::new(format!(
            "the part \"{heading}\" begins with a heading of level {level}, and belongs to what is above it"
        ))
        .help(format!("write `## {heading}`, with two hashes")),
        Field::MissingSection { en, .. } => Words::new(format!(
            "this story lacks the part \"{en}\""
        ))
        .help(format!("add a heading `## {en}` to the text, with a few sentences below it")),
    }
}

fn expected_words(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => (
            "text",
            "write one text, without `-`, `[` or `{`; put it between quotation marks when it holds a colon",
        ),
        Expected::Word => {
            ("one word or name", "write one value after the colon, without `-` or `[`")
        }
        Expected::YesNo => ("yes or no", "write `yes` or `no`"),
        Expected::Number => {
            ("a number", "write digits only, with a point before decimals: `158` or `0.5`")
        }
        Expected::ClearNumber => (
            "a number that cannot mean two things",
            "write thousands without a point (`1450`), or three decimals with a nought behind them (`1.4500`)",
        ),
        Expected::Fraction => {
            ("a number from 0 to 1", "write for example `0.5` for the middle")
        }
        Expected::Count => ("a whole number", "write digits only: `12`"),
        Expected::Date => {
            ("a date that exists, as year-month-day", "write for example `2021-03-18`")
        }
        Expected::When => ("a year, month or day", "write `2020`, `2020-03` or `2020-03-18`"),
        Expected::Moment => {
            ("a date, with or without a time", "write `2021-03-25` or `2021-03-25 13:30`")
        }
        Expected::Period => {
            ("a period", "write `2020`, `2020-Q4`, `2020-03` or `{from: 2019-06, to: 2021-12}`")
        }
        Expected::Regions => {
            ("a list of regions, or `all`", "write `[twente, drenthe]` or `all`")
        }
        Expected::List => (
            "a list",
            "put the values in square brackets, such as `[a, b]`, or each on a line of its own after `- `",
        ),
        Expected::Fields => (
            "a group of fields",
            "write each field as `name: value`, on a line of its own, indented",
        ),
        Expected::Url => ("a web address", "write the whole address, with `https://` in front"),
        Expected::Lang => ("a language", "write `nl` or `en`"),
        Expected::MailLink => (
            "a placeholder of the newsletter tool, or a whole address",
            "copy the placeholder as the tool gives it, such as `*|UNSUB|*`",
        ),
    }
}

/// How to write what was probably meant.
fn meant_words(expected: Expected, meant: &Meant) -> String {
    match meant {
        Meant::Value(value) => {
            let how = match expected {
                Expected::Date | Expected::When | Expected::Moment => ": year, month, day",
                Expected::Number => ", with a point before decimals",
                Expected::Count => ", digits only",
                Expected::Regions => ", in square brackets, or `all`",
                Expected::List => ", in square brackets",
                _ => "",
            };
            format!("write `{value}`{how}")
        }
        Meant::FirstDay { day, time, next } => format!(
            "this goes by the day: write `{next}`, or write `{day}` and build the site after {time} on that day"
        ),
        Meant::Day(day) => format!("write the day only, without a time: `{day}`"),
        Meant::Fields { en, .. } if expected == Expected::Period => format!("write `{en}`"),
        Meant::Fields { en, .. } => {
            format!("write fields with their names in braces, such as `{en}`")
        }
        Meant::Unit { number, unit } => format!(
            "write `{number}` only, and put the unit in a field beside it: `unit: \"{unit}\"`"
        ),
    }
}
