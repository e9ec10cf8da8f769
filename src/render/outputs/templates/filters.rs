//! The filters that templates may use beside tera's own. They format; none looks anything up.

#![expect(clippy::needless_pass_by_value, reason = "tera hands arguments over by value")]

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::base::{Date, Lang, direction, escape_text};
use crate::i18n::{dates, fill, format_number};
use crate::render::leaf;

/// Their names.
pub(super) const NAMES: [&str; 7] =
    ["fill", "count", "date", "direction", "number", "qr", "textarea"];

/// Makes the filters known.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill_blanks);
    tera.register_filter("count", count);
    tera.register_filter("date", date);
    tera.register_filter("direction", direction_of);
    tera.register_filter("number", number);
    tera.register_filter("qr", qr);
    tera.register_filter("textarea", textarea);
}

/// `{{ t.page_of | fill(n=3, of=35) }}`: fills the blanks of a text. An argument for which
/// the text has no blank is refused.
fn fill_blanks(text: &str, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let mut values: Vec<(String, String)> = Vec::new();
    for (key, value) in args.iter() {
        let name = key.as_str().unwrap_or_default();
        if !text.contains(&format!("{{{name}}}")) {
            return Err(Error::message(format!("The text has no blank `{{{name}}}`: {text}")));
        }
        values.push((name.to_owned(), value.to_string()));
    }
    let values: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(fill(text, &values))
}

/// `{{ 3 | count(one=t.stories_one, many=t.stories_many) }}`: "3 verhalen".
fn count(n: u64, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &["one", "many"])?;
    let form = if n == 1 { "one" } else { "many" };
    Ok(fill(args.must_get::<&str>(form)?, &[("n", &n.to_string())]))
}

/// `{{ "2021-03-18" | date(lang=frame.lang) }}`: "18 maart 2021".
fn date(text: &str, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &["lang"])?;
    let lang = language(&args)?;
    let date =
        Date::parse_iso(text).ok_or_else(|| Error::message(format!("`{text}` is no date")))?;
    Ok(dates::day(date, &lang))
}

/// `{{ frame.lang | direction }}`: `ltr`, or `rtl` for Arabic and others.
fn direction_of(lang: &str, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &[])?;
    Ok(direction(lang).to_owned())
}

/// `{{ 1450.5 | number(lang=frame.lang) }}`: "1.450,5".
fn number(value: &Value, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &["lang"])?;
    Ok(format_number(&value.to_string(), &language(&args)?))
}

/// `{{ cite.url | qr | safe }}`: the address as a code that a telephone reads from paper; nothing
/// for one that is too long.
fn qr(address: &str, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &[])?;
    Ok(leaf::qr::svg(address).unwrap_or_default())
}

/// `{{ form.source | textarea | safe }}`: a text as the content of a `textarea`. Quotes, of which
/// a mail has thousands, stay as they are.
fn textarea(text: &str, args: Kwargs, _: &State<'_>) -> TeraResult<String> {
    only(&args, &[])?;
    let mut out = String::with_capacity(text.len());
    escape_text(&mut out, text);
    Ok(out)
}

fn language(args: &Kwargs) -> TeraResult<Lang> {
    let tag = args.must_get::<&str>("lang")?;
    Lang::new(tag).ok_or_else(|| Error::message(format!("`{tag}` is no language")))
}

/// Refuses arguments that a filter does not have; tera would ignore them.
fn only(args: &Kwargs, known: &[&str]) -> TeraResult<()> {
    let mut unknown: Vec<&str> = args
        .iter()
        .filter_map(|(key, _)| key.as_str())
        .filter(|key| !known.contains(key))
        .collect();
    unknown.sort_unstable();
    match unknown.first() {
        Some(name) => Err(Error::message(format!(
            "Unknown argument `{name}`; this filter has {}",
            known.join(", ")
        ))),
        None => Ok(()),
    }
}
