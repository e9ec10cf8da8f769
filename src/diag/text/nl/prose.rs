//! Dutch words for the area `prose`.

use crate::diag::Words;
use crate::diag::problem::Prose;

pub(in crate::diag::text) fn prose(problem: &Prose) -> Words {
    match problem {
        Prose::LongSentence { words, most } => {
            Words::new(format!("deze zin heeft {words} woorden; tot {most} leest prettig"))
                .help("maak er twee zinnen van")
        }
        Prose::LongParagraph { sentences, most } => Words::new(format!(
            "deze alinea heeft {sentences} zinnen; tot {most} leest prettig"
        ))
        .help("begin een nieuwe alinea waar iets nieuws begint"),
        Prose::Jargon { word, plain } => Words::new(if word.contains(' ') {
            format!("`{word}` zijn moeilijke woorden")
        } else {
            format!("`{word}` is een moeilijk woord")
        })
        .help(format!("schrijf liever: {plain}")),
        Prose::Abbreviation { word } => {
            Words::new(format!("de afkorting `{word}` wordt nergens uitgelegd")).help(format!(
                "schrijf de eerste keer de hele naam, met `({word})` erachter, of zet de afkorting in \
                 `vocabulary/glossary.yaml`"
            ))
        }
        Prose::VagueLink { words } => {
            Words::new(format!("de linktekst \"{words}\" zegt niet waar je heen gaat"))
                .help("maak een link van de woorden die zeggen wat daar staat")
        }
        Prose::LinkIsAddress => Words::new("de tekst van deze link is een webadres")
            .help("schrijf wat daar te vinden is, zoals `[het rapport](https://…)`"),
        Prose::AltFileName => Words::new("deze beschrijving van het beeld is een bestandsnaam")
            .help("schrijf in een zin wat er op het beeld te zien is"),
        Prose::AltPictureOf { words } => Words::new(format!(
            "deze beschrijving van het beeld begint met \"{words}\""
        ))
        .help("laat die woorden weg: een voorleesprogramma zegt al dat het een beeld is"),
        Prose::EmptyHeading => Words::new("deze kop is leeg")
            .help("schrijf achter de hekjes waar het stuk over gaat, of haal de regel weg"),
        Prose::HeadingJump { heading, from, to } => Words::new(format!(
            "de kop \"{heading}\" slaat een niveau over: van {from} naar {to}"
        ))
        .help(format!(
            "schrijf er {} hekjes voor: {}",
            hashes(*from).0,
            hashes(*from).1
        )),
        Prose::SecondTitle { heading } => {
            Words::new(format!("de kop \"{heading}\" is even groot als de titel van de pagina"))
                .help("schrijf er twee hekjes voor: `##`")
        }
    }
}

/// How many hashes belong before a heading one level below another, and the hashes.
fn hashes(above: u8) -> (&'static str, String) {
    let count = usize::from(above) + 1;
    let words = match count {
        2 => "twee",
        3 => "drie",
        4 => "vier",
        5 => "vijf",
        _ => "zes",
    };
    (words, format!("`{}`", "#".repeat(count)))
}
