//! Dutch words for the area `theme`.

use crate::base::nearest;
use crate::diag::Words;
use crate::diag::problem::{Named, Slip, Theme};

pub(in crate::diag::text) fn theme(problem: &Theme) -> Words {
    match problem {
        Theme::UnknownTheme { name, nearest } => {
            Words::new(format!("er is geen thema met de naam `{name}`")).help(near(
                nearest.as_deref(),
                "maak de map `themes/<naam>` of schrijf `theme: default`",
            ))
        }
        Theme::MissingFile { name, .. } => Words::new(format!("het thema mist het bestand `{name}`"))
            .help("zet het bestand in de map van het thema, of haal de verwijzing ernaar weg"),
        Theme::UnreadableLine { line } => {
            Words::new(format!("regel {line} van dit bestand is niet te lezen"))
                .help("schrijf op elke regel een sleutel, een dubbele punt en een tekst tussen aanhalingstekens")
        }
        Theme::BadImport { line } => {
            Words::new(format!("regel {line} van main.css haalt geen bestand van het thema binnen"))
                .help("schrijf `@import \"bestand.css\" layer(naam);`, met een bestand uit de map `styles`")
        }
        Theme::TemplateBroken { line, column, slip } => {
            let at = at(*line, *column);
            Words::new(format!("dit sjabloon is niet te lezen{at}: {}", said(slip))).help(way_out(
                slip,
                "herstel het sjabloon, of haal het weg: dan geldt dat van het standaardthema",
            ))
        }
        Theme::TemplateFailed { line, column, slip, within, document } => {
            let of = document.as_ref().map(|path| format!(" bij het maken van `{path}`"));
            let inside =
                within.as_ref().map(|(template, line)| format!(" (in `{template}`, regel {line})"));
            Words::new(format!(
                "dit sjabloon werkt niet{}{}: {}{}",
                at(*line, *column),
                of.unwrap_or_default(),
                said(slip),
                inside.unwrap_or_default()
            ))
            .help(way_out(
                slip,
                "herstel het sjabloon; in themes/README.md staat wat een sjabloon kan tonen",
            ))
        }
        Theme::MissingText { key, language, nearest, .. } => {
            Words::new(format!("de tekst `{key}` ontbreekt in de taal `{language}`")).help(near(
                nearest.as_deref(),
                &format!("voeg de tekst toe aan `i18n/{language}.yaml` van het thema"),
            ))
        }
        Theme::MissingLanguage { language, count: count @ 1.., first } => {
            let (texts, used) = match count {
                1 => ("tekst ontbreekt", "die wordt in het Engels gebruikt"),
                _ => ("teksten ontbreken", "die worden in het Engels gebruikt"),
            };
            let more = if *count > first.len() { " en andere" } else { "" };
            Words::new(format!("{count} {texts} in de taal `{language}`; {used}")).help(format!(
                "voeg `{}`{more} toe aan `i18n/{language}.yaml` van het thema",
                first.join("`, `")
            ))
        }
        Theme::MissingLanguage { language, .. } => {
            Words::new(format!("het thema heeft geen teksten in de taal `{language}`; de Engelse worden gebruikt"))
                .help(format!("maak `i18n/{language}.yaml` in de map van het thema"))
        }
        Theme::UnknownWord { key, nearest } => {
            Words::new(format!("het thema heeft geen tekst met de naam `{key}`"))
                .help(near(nearest.as_deref(), "haal de regel weg uit `words`"))
        }
        Theme::UnknownParam { name, nearest } => {
            Words::new(format!("het thema kent de instelling `{name}` niet"))
                .help(near(nearest.as_deref(), "haal de regel weg uit `theme-params`"))
        }
        Theme::BadParam { name, value, kind }
        | Theme::BadDefault { name, value, kind, .. } => {
            Words::new(format!("de instelling `{name}` kan niet `{value}` zijn")).help(wanted(kind))
        }
        Theme::BadFact { name, fact, value, kind, .. } => {
            Words::new(format!("`{fact}` van de instelling `{name}` kan niet `{value}` zijn"))
                .help(wanted(kind))
        }
        Theme::UnquotedColour { key, value, .. } => {
            Words::new(format!("`{value}` staat niet tussen aanhalingstekens en telt als opmerking"))
                .help(format!("schrijf `{key}: \"{value}\"`"))
        }
        Theme::UnknownKey { key, nearest, known, .. } => {
            Words::new(format!("`{key}` is in `theme.yaml` niet bekend"))
                .help(near(nearest.as_deref(), &format!("kies uit `{}`", known.join("`, `"))))
        }
        Theme::UnknownType { name, written, .. } if written.is_empty() => {
            Words::new(format!("de instelling `{name}` zegt niet van welke soort zij is"))
                .help("zet eronder, ingesprongen, `type: colour`, `media`, `text` of `yes-no`")
        }
        Theme::UnknownType { name, written, nearest, .. } => {
            Words::new(format!("de instelling `{name}` heeft een soort die niet bestaat: `{written}`"))
                .help(near(nearest.as_deref(), "schrijf `colour`, `media`, `text` of `yes-no`"))
        }
        Theme::FaintToken { name, ground, tenths, least, is_dark, .. } => {
            let mode = if *is_dark { " in het donker" } else { "" };
            let (found, least) = (decimal(*tenths), decimal(*least));
            Words::new(format!("de kleur `{name}` is{mode} slecht te zien op `{ground}`: het contrast is {found} en moet {least} zijn"))
                .help("kies een kleur die meer verschilt van de achtergrond")
        }
        Theme::UnreadColour { name, value, .. } => {
            Words::new(format!("of de kleur `{name}` goed te zien is, is niet na te gaan: `{value}`"))
                .help("schrijf een kleur die nergens doorheen schijnt, zoals `#0a5a66`, `rgb(10 90 102)` of `hsl(188 82% 22%)`")
        }
        Theme::MissingTokens { first, count } => {
            let rest = count - first.len();
            let more = if rest > 0 { format!(" en nog {rest}") } else { String::new() };
            Words::new(format!("hier ontbreekt wat de stijlen gebruiken: `{}`{more}", first.join("`, `")))
                .help("neem over wat ontbreekt uit `styles/tokens.css` van het standaardthema")
        }
        Theme::UnknownText { key, nearest, .. } => {
            Words::new(format!("geen enkele pagina toont de tekst `{key}`"))
                .help(near(nearest.as_deref(), "haal de regel weg, of toon de tekst in een eigen sjabloon"))
        }
        Theme::RepeatedText { key, first, .. } => {
            Words::new(format!("de tekst `{key}` staat ook op regel {first}; deze geldt"))
                .help("haal een van de twee regels weg")
        }
        Theme::UnevenBraces { is_open: true, line } => {
            Words::new(format!("het blok dat op regel {line} begint, is niet gesloten"))
                .help("zet een `}` waar het blok eindigt")
        }
        Theme::UnevenBraces { is_open: false, line } => {
            Words::new(format!("een `}}` op regel {line} sluit niets"))
                .help("haal hem weg, of zoek welke `{` ervoor ontbreekt")
        }
        Theme::UnknownTextBlank { key, blank, nearest, known, .. }
        | Theme::UnknownWordBlank { key, blank, nearest, known } => {
            let all: Vec<String> = known.iter().map(|own| format!("`{{{own}}}`")).collect();
            let otherwise = if all.is_empty() {
                format!("haal `{{{blank}}}` weg")
            } else {
                format!("kies uit {}", all.join(", "))
            };
            let help = nearest.as_ref().map(|near| format!("misschien bedoeld: `{{{near}}}`"));
            Words::new(format!("niets vult `{{{blank}}}` in de tekst `{key}` in"))
                .help(help.unwrap_or(otherwise))
        }
        Theme::UnusedFile { name, nearest } => {
            Words::new(format!("niets gebruikt het bestand `{name}` van het thema"))
                .help(near(nearest.as_deref(), match name.split('/').next() {
                    Some("styles") => "haal het binnen in `styles/main.css` (`@import`), of haal het weg",
                    Some("templates") => "noem het in een ander sjabloon, of haal het weg",
                    Some("i18n") => "noem het naar een taal, zoals `i18n/nl.yaml`, of haal het weg",
                    _ => "zet het in `templates`, `styles`, `scripts`, `i18n` of `static`, of haal het weg",
                }))
        }
        Theme::PaleColour { name, value, tenths }
        | Theme::PaleDefault { name, value, tenths, .. } => {
            let found = decimal(*tenths);
            Words::new(format!("de kleur `{value}` van de instelling `{name}` is slecht leesbaar: het contrast is {found} en moet 4,5 zijn"))
                .help("kies een kleur die meer verschilt van de achtergrond")
        }
    }
}

/// Tenths as a number: 45 is 4,5.
fn decimal(tenths: u32) -> String {
    format!("{},{}", tenths / 10, tenths % 10)
}

fn near(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |near| format!("misschien bedoeld: `{near}`"))
}

fn at(line: usize, column: usize) -> String {
    match (line, column) {
        (0, _) => String::new(),
        (line, 0) => format!(" (regel {line})"),
        (line, column) => format!(" (regel {line}, kolom {column})"),
    }
}

fn said(slip: &Slip) -> String {
    let (named, name) = match slip {
        Slip::Unknown { named, name, .. } => (named, name),
        Slip::Other(detail) => return format!("\"{detail}\""),
    };
    match named {
        Named::Value => format!("`{name}` is hier niet bekend"),
        Named::Filter => format!("er is geen filter `{name}`"),
        Named::Test => format!("er is geen toets `{name}`"),
        Named::Function => format!("er is geen functie `{name}`"),
        Named::Argument => format!("dit onderdeel kent geen `{name}`"),
        Named::Component => format!("er is geen onderdeel `{name}`"),
        Named::Template => format!("er is geen sjabloon `{name}`"),
        Named::Block => format!("het sjabloon dat dit uitbreidt, heeft geen blok `{name}`"),
    }
}

/// More names than this are not listed.
const MANY: usize = 40;

fn way_out(slip: &Slip, otherwise: &str) -> String {
    match slip {
        Slip::Unknown { name, known, .. } if !known.is_empty() => {
            match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => format!("misschien bedoeld: `{near}`"),
                // Nobody looks through so many.
                None if known.len() > MANY => otherwise.to_owned(),
                None => format!("wel bekend: {}", known.join(", ")),
            }
        }
        _ => otherwise.to_owned(),
    }
}

/// What a setting of a kind must be.
fn wanted(kind: &str) -> &'static str {
    match kind {
        "tokens" => "schrijf namen als `--accent`, met spaties ertussen",
        "colour" => "schrijf een kleur als `#0a5a66`",
        "yes-no" => "schrijf `yes` of `no`",
        "media" => "schrijf de naam van een bestand uit de map `media`, zonder uitgang",
        "picture" => "kies een foto of tekening uit de map `media`",
        "icon" => "kies een SVG of PNG uit de map `media`",
        _ => "schrijf een korte tekst",
    }
}
