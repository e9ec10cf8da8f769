//! Dutch words for the area `import`.

use crate::diag::problem::{Aside, Import, Letters};
use crate::diag::{Language, Words, text};

pub(in crate::diag::text) fn import(problem: &Import) -> Words {
    match problem {
        Import::SetAside { why, form } => {
            let why = text::words(why, Language::Nl);
            let (what, then) = aside(*form);
            let help = why.help.map_or_else(String::new, |help| format!("{help}; "));
            Words::new(format!("{what} staat nu in een opmerking: {}", why.message))
                .help(format!("{help}{then}"))
        }
        Import::NoPlace { key } => {
            Words::new(format!("het veld `{key}` is niet overgenomen en staat nu in een opmerking"))
                .help("zet wat erin staat ergens anders als het nodig is, of haal de regel weg")
        }
        Import::TextBefore => Words::new("deze tekst staat boven de eerste vraag en hoort bij geen vraag")
            .help("zet de tekst onder de vraag waar hij bij hoort, of haal hem weg"),
        Import::NoQuestion { heading, nearest } => Words::new(format!(
            "`{heading}` is geen vraag van de vragenlijst; het staat nu bij het antwoord erboven"
        ))
        .help("zet deze regel en wat eronder staat bij de goede vraag, of laat het zo")
        .maybe_help(near(nearest.as_ref())),
        Import::OtherQuestion { heading, nearest } => Words::new(format!(
            "de vragenlijst heeft geen vraag `{heading}`; het antwoord staat nu onder een eigen kop"
        ))
        .help("zet het antwoord bij de goede vraag, of laat het zo")
        .maybe_help(near(nearest.as_ref())),
        Import::AnsweredTwice => {
            Words::new("deze vraag is meer dan één keer beantwoord; de antwoorden staan nu onder elkaar")
                .help("kijk of ze allemaal nodig zijn")
        }
        Import::NoDate { written, today } => {
            let what = match written {
                Some(written) => format!("`{written}` is geen datum"),
                None => "de antwoorden hebben geen datum".to_owned(),
            };
            Words::new(format!("{what}; hier staat nu de dag van vandaag, {today}")).help(
                "weet je wanneer ze zijn ingevuld? Zet die dag hier, en ook in de regel voor `sources.yaml`: jaar-maand-dag",
            )
        }
        Import::UnseenCharacters { count, first } => Words::new(match count {
            1 => format!("in dit bestand staat een teken dat niemand ziet ({first}); het is weggelaten"),
            _ => format!("in dit bestand staan {count} tekens die niemand ziet, zoals {first}; ze zijn weggelaten"),
        })
        .help("kijk of er in het concept niets ontbreekt"),
        Import::NotUtf8 { letters: Letters::Windows1252 } => Words::new(
            "dit bestand is geen UTF-8 en is gelezen als Windows-1252; kijk of letters zoals é en tekens zoals € kloppen",
        ),
        Import::NotUtf8 { letters: Letters::Utf16 } => {
            Words::new("dit bestand is geen UTF-8 en is gelezen als UTF-16")
        }
    }
}

/// What was set aside, and what to do when it is mended.
fn aside(form: Aside) -> (&'static str, &'static str) {
    match form {
        Aside::Field => ("dit veld", "haal daarna `# ?` weg"),
        Aside::Words => ("dit", "zet daarna terug wat tussen `<!--` en `-->` staat"),
        Aside::Text => ("de hele tekst", "haal daarna `<!--` bovenaan en `-->` onderaan weg"),
    }
}

fn near(nearest: Option<&String>) -> Option<String> {
    nearest.map(|near| format!("misschien bedoeld: `{near}`"))
}
