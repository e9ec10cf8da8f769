//! English words for the area `theme`.

use crate::base::nearest;
use crate::diag::Words;
use crate::diag::problem::{Named, Slip, Theme};

pub(in crate::diag::text) fn theme(problem: &Theme) -> Words {
    match problem {
        Theme::UnknownTheme { name, nearest } => {
            Words::new(format!("there is no theme called `{name}`")).help(near(
                nearest.as_deref(),
                "make the folder `themes/<name>` or write `theme: default`",
            ))
        }
        Theme::MissingFile { name, .. } => {
            Words::new(format!("the theme has no file `{name}`"))
                .help("put the file in the theme's folder, or remove the reference to it")
        }
        Theme::UnreadableLine { line } => {
            Words::new(format!("line {line} of this file cannot be read"))
                .help("write a key, a colon and a text in quotes on each line")
        }
        Theme::BadImport { line } => Words::new(format!(
            "line {line} of main.css imports no file of the theme"
        ))
        .help("write `@import \"file.css\" layer(name);`, with a file of the folder `styles`"),
        Theme::TemplateBroken { line, column, slip } => {
            let at = at(*line, *column);
            Words::new(format!("this template cannot be read{at}: {}", said(slip))).help(
                way_out(
                    slip,
                    "correct the template, or remove it: the one of the default theme is used then",
                ),
            )
        }
        Theme::TemplateFailed { line, column, slip, within, document } => {
            let of = document.as_ref().map(|path| format!(" while making `{path}`"));
            let inside =
                within.as_ref().map(|(template, line)| format!(" (in `{template}`, line {line})"));
            Words::new(format!(
                "this template failed{}{}: {}{}",
                at(*line, *column),
                of.unwrap_or_default(),
                said(slip),
                inside.unwrap_or_default()
            ))
            .help(way_out(
                slip,
                "correct the template; themes/README.md says what a template can show",
            ))
        }
        Theme::MissingText { key, language, nearest, .. } => {
            Words::new(format!("the text `{key}` is missing in the language `{language}`"))
                .help(near(
                    nearest.as_deref(),
                    &format!("add the text to the theme's `i18n/{language}.yaml`"),
                ))
        }
        Theme::MissingLanguage { language, count: count @ 1.., first } => {
            let (texts, used) = match count {
                1 => ("text is", "it is used in English"),
                _ => ("texts are", "they are used in English"),
            };
            let more = if *count > first.len() { " and others" } else { "" };
            Words::new(format!(
                "{count} {texts} missing in the language `{language}`; {used}"
            ))
            .help(format!(
                "add `{}`{more} to the theme's `i18n/{language}.yaml`",
                first.join("`, `")
            ))
        }
        Theme::MissingLanguage { language, .. } => Words::new(format!(
            "the theme has no texts in the language `{language}`; the English ones are used"
        ))
        .help(format!("make `i18n/{language}.yaml` in the theme's folder")),
        Theme::UnknownWord { key, nearest } => {
            Words::new(format!("the theme has no text called `{key}`"))
                .help(near(nearest.as_deref(), "remove the line from `words`"))
        }
        Theme::UnknownParam { name, nearest } => {
            Words::new(format!("the theme has no setting called `{name}`"))
                .help(near(nearest.as_deref(), "remove the line from `theme-params`"))
        }
        Theme::BadParam { name, value, kind }
        | Theme::BadDefault { name, value, kind, .. } => {
            Words::new(format!("the setting `{name}` cannot be `{value}`")).help(wanted(kind))
        }
        Theme::BadFact { name, fact, value, kind, .. } => {
            Words::new(format!("`{fact}` of the setting `{name}` cannot be `{value}`")).help(wanted(kind))
        }
        Theme::UnquotedColour { key, value, .. } => {
            Words::new(format!("`{value}` has no quotes around it and counts as a comment"))
                .help(format!("write `{key}: \"{value}\"`"))
        }
        Theme::UnknownKey { key, nearest, known, .. } => {
            Words::new(format!("`{key}` is not known in `theme.yaml`"))
                .help(near(nearest.as_deref(), &format!("choose from `{}`", known.join("`, `"))))
        }
        Theme::UnknownType { name, written, .. } if written.is_empty() => {
            Words::new(format!("the setting `{name}` does not say of which type it is"))
                .help("put `type: colour`, `media`, `text` or `yes-no` below it, indented")
        }
        Theme::UnknownType { name, written, nearest, .. } => {
            Words::new(format!("the setting `{name}` has a type that does not exist: `{written}`"))
                .help(near(nearest.as_deref(), "write `colour`, `media`, `text` or `yes-no`"))
        }
        Theme::FaintToken { name, ground, tenths, least, is_dark, .. } => {
            let mode = if *is_dark { " in dark mode" } else { "" };
            let (found, least) = (decimal(*tenths), decimal(*least));
            Words::new(format!("the colour `{name}` is hard to see on `{ground}`{mode}: its contrast is {found} and must be {least}"))
                .help("choose a colour that differs more from the background")
        }
        Theme::UnreadColour { name, value, .. } => {
            Words::new(format!("whether the colour `{name}` is easy to see cannot be computed: `{value}`"))
                .help("write a colour that nothing shows through, such as `#0a5a66`, `rgb(10 90 102)` or `hsl(188 82% 22%)`")
        }
        Theme::MissingTokens { first, count } => {
            let rest = count - first.len();
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            Words::new(format!("this lacks what the styles use: `{}`{more}", first.join("`, `")))
                .help("take over what is missing from `styles/tokens.css` of the default theme")
        }
        Theme::UnknownText { key, nearest, .. } => {
            Words::new(format!("no page shows the text `{key}`"))
                .help(near(nearest.as_deref(), "remove the line, or show the text in a template of your own"))
        }
        Theme::RepeatedText { key, first, .. } => {
            Words::new(format!("the text `{key}` stands on line {first} too; this one counts"))
                .help("remove one of the two lines")
        }
        Theme::UnevenBraces { is_open: true, line } => {
            Words::new(format!("the block that begins on line {line} is not closed"))
                .help("put a `}` where the block ends")
        }
        Theme::UnevenBraces { is_open: false, line } => {
            Words::new(format!("a `}}` on line {line} closes nothing"))
                .help("remove it, or look for a `{` that is missing before it")
        }
        Theme::UnknownTextBlank { key, blank, nearest, known, .. }
        | Theme::UnknownWordBlank { key, blank, nearest, known } => {
            let all: Vec<String> = known.iter().map(|own| format!("`{{{own}}}`")).collect();
            let otherwise = if all.is_empty() {
                format!("remove `{{{blank}}}`")
            } else {
                format!("choose from {}", all.join(", "))
            };
            let help = nearest.as_ref().map(|near| format!("did you mean `{{{near}}}`?"));
            Words::new(format!("nothing fills in `{{{blank}}}` in the text `{key}`"))
                .help(help.unwrap_or(otherwise))
        }
        Theme::UnusedFile { name, nearest } => {
            Words::new(format!("nothing uses the theme's file `{name}`"))
                .help(near(nearest.as_deref(), match name.split('/').next() {
                    Some("styles") => "import it in `styles/main.css` (`@import`), or remove it",
                    Some("templates") => "name it in another template, or remove it",
                    Some("i18n") => "name it after a language, such as `i18n/en.yaml`, or remove it",
                    _ => "put it in `templates`, `styles`, `scripts`, `i18n` or `static`, or remove it",
                }))
        }
        Theme::PaleColour { name, value, tenths }
        | Theme::PaleDefault { name, value, tenths, .. } => {
            let found = decimal(*tenths);
            Words::new(format!("the colour `{value}` of the setting `{name}` is hard to read: its contrast is {found} and must be 4.5"))
                .help("choose a colour that differs more from the background")
        }
    }
}

/// Tenths as a number: 45 is 4.5.
fn decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn near(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"))
}

fn at(line: usize, column: usize) -> String {
    match (line, column) {
        (0, _) => String::new(),
        (line, 0) => format!(" (line {line})"),
        (line, column) => format!(" (line {line}, column {column})"),
    }
}

fn said(slip: &Slip) -> String {
    let (named, name) = match slip {
        Slip::Unknown { named, name, .. } => (named, name),
        Slip::Other(detail) => return format!("\"{detail}\""),
    };
    match named {
        Named::Value => format!("`{name}` is not known here"),
        Named::Filter => format!("there is no filter `{name}`"),
        Named::Test => format!("there is no test `{name}`"),
        Named::Function => format!("there is no function `{name}`"),
        Named::Argument => format!("this component knows no `{name}`"),
        Named::Component => format!("there is no component `{name}`"),
        Named::Template => format!("there is no template `{name}`"),
        Named::Block => format!("the template that this one extends has no block `{name}`"),
    }
}

/// More names than this are not listed.
const MANY: usize = 40;

fn way_out(slip: &Slip, otherwise: &str) -> String {
    match slip {
        Slip::Unknown { name, known, .. } if !known.is_empty() => {
            match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                // Nobody looks through so many.
                None if known.len() > MANY => otherwise.to_owned(),
                None => format!("known here: {}", known.join(", ")),
            }
        }
        _ => otherwise.to_owned(),
    }
}

/// What a setting of a kind must be.
fn wanted(kind: &str) -> &'static str {
    match kind {
        "tokens" => "write names such as `--accent`, with spaces between them",
        "colour" => "write a colour such as `#0a5a66`",
        "yes-no" => "write `yes` or `no`",
        "media" => "write the name of a file in the folder `media`, without its ending",
        "picture" => "choose a photo or drawing from the folder `media`",
        "icon" => "choose an SVG or PNG from the folder `media`",
        _ => "write a short text",
    }
}
