//! Dutch words for the area `data`.

use crate::base::is_dash;
use crate::diag::Words;
use crate::diag::problem::Data;

pub(in crate::diag::text) fn data(problem: &Data) -> Words {
    match problem {
        Data::Empty => Words::new("dit gegevensbestand is leeg")
            .help("zet op de eerste regel de namen van de kolommen, en daaronder de gegevens"),
        Data::NoRows => Words::new("dit gegevensbestand heeft namen van kolommen, maar geen gegevens")
            .help("voeg onder de eerste regel gegevens toe"),
        Data::RaggedRow { expected, found } => {
            let few = found < expected;
            Words::new(format!("deze rij heeft {}, maar de eerste rij heeft er {expected}", cells(*found))).help(if few {
                "vul de rij aan; laat een lege cel leeg, maar zet wel het scheidingsteken"
            } else {
                "haal de cellen weg die te veel zijn, of zet een waarde met een komma of puntkomma tussen aanhalingstekens"
            })
        }
        Data::UnclosedQuote => Words::new("dit aanhalingsteken wordt niet gesloten")
            .help("zet `\"` aan het eind van de waarde"),
        Data::StrayQuote => Words::new("een aanhalingsteken midden in een waarde")
            .help("zet de hele waarde tussen aanhalingstekens, en schrijf een aanhalingsteken erin dubbel: `\"\"`"),
        Data::DuplicateColumn { name } => Words::new(format!("de kolom `{name}` staat er twee keer"))
            .help("geef een van de twee een andere naam"),
        Data::UnnamedColumn { number } => Words::new(format!("kolom {number} heeft geen naam"))
            .help("zet op de eerste regel een naam boven elke kolom, of haal de lege kolom weg"),
        Data::UnknownColumn { name, nearest, known } => {
            Words::new(format!("het gegevensbestand heeft geen kolom `{name}`")).help(nearest.as_ref().map_or_else(
                || format!("kies een van deze kolommen: {}", list(known)),
                |near| format!("misschien bedoeld: `{near}`"),
            ))
        }
        Data::NotANumber { value, column } => {
            Words::new(format!("`{value}` in de kolom `{column}` is geen getal"))
                .help("schrijf alleen het getal, zoals `1450`, `1.450` of `0,5`; een eenheid of teken staat in het diagram, niet in de cel; is er geen getal, laat de cel dan leeg")
        }
        Data::UnclearNumber { value, column, others } => {
            let more = match others {
                0 => String::new(),
                1 => " (en nog 1 cel)".to_owned(),
                _ => format!(" (en nog {others} cellen)"),
            };
            Words::new(format!(
                "`{value}` in de kolom `{column}` kan twee dingen zijn{more}, want een andere cel heeft een punt voor de decimalen"
            ))
            .help(format!(
                "schrijf decimalen met een komma, en aanhalingstekens eromheen (`\"{}\"`); zijn het duizendtallen, laat de punt dan weg (`{}`)",
                value.replace('.', ","),
                value.replace('.', "")
            ))
        }
        Data::NumberWithheld { value, column, others } => {
            let more = match others {
                0 => String::new(),
                1 => ", en nog 1 cel heeft er geen".to_owned(),
                _ => format!(", en nog {others} cellen hebben er geen"),
            };
            Words::new(format!("`{value}` in de kolom `{column}` is geen getal{more}"))
                .help(withheld(value))
        }
        Data::RepeatedRegion { region, others } => {
            let more = match others {
                0 => String::new(),
                1 => ", en nog 1 regio ook".to_owned(),
                _ => format!(", en nog {others} regio's ook"),
            };
            Words::new(format!(
                "een kaart toont per regio één waarde, en `{region}` heeft er hier meer dan één{more}"
            ))
            .help("houd één rij per regio over; zet bij meer jaren of groepen de rijen van de kaart in een eigen bestand")
        }
    }
}

/// What to do with a cell that says that there is no number.
fn withheld(value: &str) -> &'static str {
    if value.starts_with('#') {
        "verbeter de formule in het rekenblad; is er geen getal, laat de cel dan leeg en zeg in de tekst waarom"
    } else if value.starts_with(is_dash) {
        "laat de cel leeg en zeg in de tekst waarom; betekent het streepje nul, schrijf dan `0`"
    } else {
        "laat de cel leeg, en zeg in de tekst waarom het getal er niet staat"
    }
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cel".to_owned() } else { format!("{count} cellen") }
}

fn list(names: &[String]) -> String {
    names.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
