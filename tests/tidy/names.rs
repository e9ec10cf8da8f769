//! A field that a message or a document tells somebody to write is one.

use std::collections::BTreeSet;

use super::{no_breach, source};

/// Words in messages that are written as fields are, and are something else.
const OTHERS: &[&str] = &[
    // What a field holds.
    "all",
    "all-rights-reserved",
    "alle",
    "en",
    "ja",
    "nee",
    "nl",
    "no",
    "vscode",
    "yes",
    // Of a command line, of a folder, of a theme.
    "colour",
    "i18n",
    "previous",
    "public",
    "scripts",
    "static",
    "styles",
    "templates",
    "vorige",
    // Of HTML and SVG.
    "h1",
    "head",
    "height",
    "html",
    "svg",
    "width",
    // Names that Windows keeps for itself.
    "aux",
    "con",
    "nul",
    "prn",
];

/// A name in Dutch and English.
type Pair = (String, String);

/// The names of all fields and of all words of closed lists, from the field guide, which a test
/// holds to the tables.
fn pairs() -> BTreeSet<Pair> {
    let row = |line: &str| line.starts_with("| `").then(|| line.to_owned());
    let rows = |path| -> Vec<String> { source::read(path).lines().filter_map(row).collect() };
    let (english, dutch) = (rows("docs/fields.md"), rows("docs/redactie/velden.md"));
    assert_eq!(english.len(), dutch.len(), "both tell the same fields");
    let mut pairs = BTreeSet::new();
    for (english, dutch) in english.iter().zip(&dutch) {
        let (key, alias) = (first_word(english), first_word(dutch));
        pairs.insert((alias, key));
        let choices = |row: &str, word: &str| -> Vec<String> {
            let list = row.split_once(word).map_or("", |(_, list)| list);
            let list = list.split_once(". |").map_or(list, |(list, _)| list);
            ticked(list).into_iter().map(str::to_owned).collect()
        };
        let (words, worden) = (choices(english, " Choose: "), choices(dutch, " Kies: "));
        pairs.extend(worden.into_iter().zip(words));
    }
    pairs
}

/// `changes[].date` → `date`
fn first_word(row: &str) -> String {
    let name = ticked(row).first().copied().unwrap_or_default();
    name.rsplit('.').next().unwrap_or(name).to_owned()
}

/// What stands between ticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The word that may be the name of a field: `alt`, `draft: yes`, `elders:`.
fn name(ticked: &str) -> Option<&str> {
    let name = ticked.split(':').next().unwrap_or(ticked);
    let is_value = ticked
        .strip_prefix(name)
        .is_none_or(|rest| !rest.is_empty() && rest != ":" && !rest.starts_with(": "));
    let fits = |c: char| c.is_lowercase() || c == '-' || c.is_ascii_digit();
    let is_word = name.starts_with(char::is_lowercase) && name.chars().all(fits);
    (is_word && !is_value).then_some(name)
}

#[test]
fn messages_name_fields_that_there_are() {
    let known: BTreeSet<String> =
        pairs().into_iter().flat_map(|(alias, key)| [alias, key]).collect();
    let mut breaches = Vec::new();
    for source in source::below("src/diag/text") {
        let lines = source.text.lines().zip(1..);
        for (line, number) in lines.filter(|(line, _)| !line.trim_start().starts_with("//")) {
            let names = ticked(line).into_iter().filter_map(name);
            for name in names.filter(|own| !known.contains(*own) && !OTHERS.contains(own)) {
                breaches.push(format!("{}:{number}: `{name}`", source.path));
            }
        }
    }
    no_breach("a field that a message names is in a table of fields", &breaches);
}

#[test]
fn a_name_in_two_languages_is_one_field() {
    let known = pairs();
    let is_one = |one: &str, other: &str| {
        let pair = |a: &str, b: &str| known.contains(&(a.to_owned(), b.to_owned()));
        pair(one, other) || pair(other, one)
    };
    let mut breaches = Vec::new();
    for source in ["src/diag/text/nl", "docs/problems", "docs/redactie"]
        .into_iter()
        .flat_map(source::below)
        .filter(|source| !source.path.ends_with("velden.md"))
    {
        for (line, number) in source.text.lines().zip(1..) {
            let parts: Vec<&str> = line.split('`').collect();
            for part in parts.windows(4).skip(1).step_by(2) {
                if let [one, " (", other, behind] = part
                    && behind.starts_with(')')
                    && let (Some(one), Some(other)) = (name(one), name(other))
                    && !is_one(one, other)
                {
                    let path = &source.path;
                    breaches.push(format!("{path}:{number}: `{one}` (`{other}`)"));
                }
            }
        }
    }
    no_breach("what stands in brackets is the same field in the other language", &breaches);
}

#[test]
fn names_are_found_in_messages() {
    assert_eq!(ticked("bij `alt` of `elders: …`"), ["alt", "elders: …"]);
    for (ticked, expected) in [
        ("alt", Some("alt")),
        ("elders: …", Some("elders")),
        ("newsletter: targets:", Some("newsletter")),
        ("story:drenthe", None),
        ("site.yaml", None),
        ("--root", None),
        ("{near}", None),
    ] {
        assert_eq!(name(ticked), expected, "{ticked}");
    }
}
