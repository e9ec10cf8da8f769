//! Dutch words for the area `field`.

use crate::diag::problem::{Expected, Field, Meant};
use crate::diag::{Language, Words};

pub(in crate::diag::text) fn field(problem: &Field) -> Words {
    match problem {
        Field::UnknownKey { key, nearest } => {
            let help = match nearest {
                Some((near, other)) if near == other => format!("misschien bedoeld: `{near}`"),
                Some((near, other)) => format!("misschien bedoeld: `{near}` (ook: `{other}`)"),
                None => "haal het veld weg of kies een veld uit de veldengids".to_owned(),
            };
            Words::new(format!("onbekend veld `{key}`")).help(help)
        }
        Field::SameKey { key } => {
            Words::new(format!("het veld `{key}` staat er twee keer, misschien in twee talen"))
                .help("houd één van de twee over")
        }
        Field::Missing { key, alias, example, written } => {
            let is_dutch = *written != Some(Language::En);
            let (first, other) = if is_dutch { (alias, key) } else { (key, alias) };
            let value = if is_dutch { &example.0 } else { &example.1 };
            let also = if key == alias { String::new() } else { format!(" (`{other}`)") };
            let words = Words::new(format!("het veld `{first}`{also} ontbreekt"));
            if value.is_empty() {
                words.help(format!("zet een regel `{first}: …` erbij"))
            } else {
                words.help(format!("schrijf bijvoorbeeld `{first}: {value}`"))
            }
        }
        Field::EmptyComponent { component, needs } => {
            let needs: Vec<String> =
                needs.iter().map(|(nl, en)| in_both((nl.as_str(), en.as_str()))).collect();
            Words::new(format!("in het onderdeel `{component}` staat nog niets")).help(format!(
                "schrijf elk veld op een eigen regel in het blok; dit moet er staan: {}",
                needs.join(", ")
            ))
        }
        Field::WrongType { key, expected, meant } => {
            let (what, help) = expected_words(*expected);
            let help = meant.as_ref().map_or_else(|| help.to_owned(), |own| meant_words(*expected, own));
            Words::new(format!("bij `{key}` hoort {what}")).help(help)
        }
        Field::NoItems { items } => {
            Words::new(format!("hier horen {} te staan, elk met `- ` ervoor", items.0)).help(
                "zet `- ` voor de eerste regel van elk, en twee spaties voor de regels eronder",
            )
        }
        Field::BareItem { items } => {
            Words::new(format!("in de lijst van {} horen achter `- ` velden te staan", items.0))
                .help("schrijf elk veld als `naam: waarde`, het eerste achter `- ` en de andere eronder")
        }
        Field::UnknownValue { key, value, nearest, allowed } => {
            let words: Vec<&str> = allowed.iter().map(|(_, alias)| *alias).collect();
            let list = format!("kies uit: {}", words.join(", "));
            let help = match nearest {
                Some(near) => format!("misschien bedoeld: `{near}`; {list}"),
                None => list,
            };
            Words::new(format!("`{value}` kan niet bij `{key}`")).help(help)
        }
        Field::UnknownWord { list, value, nearest } => {
            let help = match nearest {
                Some(near) => format!("misschien bedoeld: `{near}`"),
                None => "zet het woord eerst in `vocabulary/lists.yaml`".to_owned(),
            };
            Words::new(format!("`{value}` staat niet in de lijst {}", in_both(*list)))
                .help(help)
        }
        Field::UnknownLicence { value, meant } => {
            Words::new(format!("er is geen licentie met de naam `{value}`"))
                .help(meant.map_or_else(
                    || "neem de korte naam over van https://spdx.org/licenses/, of schrijf `all-rights-reserved`".to_owned(),
                    |meant| format!("misschien bedoeld: `{meant}`"),
                ))
        }
        Field::DutchDate { iso } => Words::new("deze datum begint met de dag")
            .help(format!("schrijf liever `{iso}`: jaar, maand, dag")),
        Field::BackwardPeriod => Words::new("deze periode eindigt voordat zij begint")
            .help("zet bij `van` (`from`) het begin en bij `tot` (`to`) het einde"),
        Field::TimeOfEndOnly { start, end, day } => Words::new(format!(
            "de tijd bij {} komt niet op de site, want bij {} staat geen tijd",
            in_both(*end),
            in_both(*start)
        ))
        .help(format!("schrijf bij {} ook een tijd, zoals `{day} 09:00`, of haal de andere weg", in_both(*start))),
        Field::BackwardFields { start, end } => {
            Words::new(format!("{} ligt voor {}", in_both(*end), in_both(*start)))
                .help("kijk of de twee verwisseld zijn, en of jaar en maand kloppen")
        }
        Field::LaterChange { date } => {
            Words::new(format!("deze verandering is pas op {date}, en staat al op de pagina"))
                .help("kijk of jaar en maand kloppen, en schrijf de dag waarop het veranderd is")
        }
        Field::EarlyChange { date, from } => Words::new(format!(
            "deze verandering is van {date}, en de pagina is pas te zien vanaf {from}"
        ))
        .help("kijk of jaar en maand kloppen; wat je veranderde voordat iemand de pagina kon zien, hoef je niet te noemen"),
        Field::NoValue { key, expected } => {
            Words::new(format!("`{key}` is leeg, en houdt dus niets tegen: deze pagina gaat gewoon mee"))
                .help(match expected {
                    Expected::Date => "schrijf de dag erachter vanaf wanneer de pagina te zien is, als jaar-maand-dag, of haal de regel weg".to_owned(),
                    _ => format!("schrijf `{key}: ja`, of haal de regel weg"),
                })
        }
        Field::TooLong { key, length, limit } => {
            Words::new(format!("`{key}` heeft {length} tekens; er passen er {limit}"))
                .help(format!("maak de tekst {} tekens korter", length.saturating_sub(*limit)))
        }
        Field::UnusualLength { key, length, least, most } => Words::new(format!(
            "`{key}` heeft {length} tekens; {least} tot {most} leest het best"
        ))
        .help(if length < least {
            "zeg in één volle zin waar het om gaat"
        } else {
            "houd het belangrijkste over; de rest hoort in de tekst"
        }),
        Field::TooManyWords { key, words, limit } => {
            Words::new(format!("`{key}` heeft {words} woorden; {limit} is het meeste"))
                .help("houd het belangrijkste over")
        }
        Field::ItemCount { key, count, least, most } => {
            if *count == 0 {
                Words::new(format!(
                    "bij `{key}` staat nog niets; er hoort minstens {least} bij"
                ))
                .help("vul aan wat ontbreekt")
            } else if count < least {
                let (stand, must) = (if *count == 1 { "staat" } else { "staan" }, least);
                Words::new(format!(
                    "bij `{key}` {stand} er {count}; het moeten er minstens {must} zijn"
                ))
                .help("vul aan wat ontbreekt")
            } else {
                Words::new(format!("bij `{key}` staan er {count}; {most} is het meeste"))
                    .help("houd de belangrijkste over")
            }
        }
        Field::LongTitle { length } => Words::new(format!(
            "deze titel heeft {length} tekens; meer dan 90 leest niet prettig"
        ))
        .help("maak de titel korter en zet de rest bij `samenvatting` (`summary`)"),
        Field::TitleFullStop => {
            Words::new("deze titel eindigt met een punt").help("haal de punt aan het eind weg")
        }
        Field::LongFactsheet { words } => Words::new(format!(
            "deze factsheet heeft {words} woorden; meer dan 700 past niet op twee kanten papier"
        ))
        .help("maak de tekst korter of maak er twee factsheets van"),
        Field::SectionLevel { level, heading } => Words::new(format!(
            "het stuk \"{heading}\" begint met een kop van niveau {level}, en hoort bij wat erboven staat"
        ))
        .help(format!("schrijf `## {heading}`, met twee hekjes")),
        Field::MissingSection { nl, .. } => {
            Words::new(format!("in dit verhaal ontbreekt het stuk \"{nl}\"")).help(format!(
                "zet een kop `## {nl}` in de tekst, en schrijf daaronder een paar zinnen"
            ))
        }
    }
}

/// A key with its English name, where that is another.
fn in_both((nl, en): (&str, &str)) -> String {
    if nl == en { format!("`{nl}`") } else { format!("`{nl}` (`{en}`)") }
}

fn expected_words(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => (
            "een tekst",
            "schrijf één tekst, zonder `-`, `[` of `{`; staat er een dubbele punt in, zet hem dan tussen aanhalingstekens",
        ),
        Expected::Word => (
            "één woord of naam",
            "schrijf één waarde achter de dubbele punt, zonder `-` of `[`",
        ),
        Expected::YesNo => ("ja of nee", "schrijf `ja` of `nee`"),
        Expected::Number => (
            "een getal",
            "schrijf alleen cijfers, met een punt voor de decimalen: `158` of `0.5`",
        ),
        Expected::ClearNumber => (
            "een getal dat niet twee dingen kan betekenen",
            "schrijf duizendtallen zonder punt (`1450`), of drie decimalen met een nul erachter (`1.4500`)",
        ),
        Expected::Fraction => {
            ("een getal van 0 tot en met 1", "schrijf bijvoorbeeld `0.5` voor het midden")
        }
        Expected::Count => ("een heel getal", "schrijf alleen cijfers: `12`"),
        Expected::Date => {
            ("een datum die bestaat, als jaar-maand-dag", "schrijf bijvoorbeeld `2021-03-18`")
        }
        Expected::When => {
            ("een jaar, maand of dag", "schrijf `2020`, `2020-03` of `2020-03-18`")
        }
        Expected::Moment => {
            ("een datum, met of zonder tijd", "schrijf `2021-03-25` of `2021-03-25 13:30`")
        }
        Expected::Period => (
            "een periode",
            "schrijf `2020`, `2020-Q4`, `2020-03` of `{van: 2019-06, tot: 2021-12}`",
        ),
        Expected::Regions => {
            ("een lijst van regio's, of `alle`", "schrijf `[twente, drenthe]` of `alle`")
        }
        Expected::List => (
            "een lijst",
            "zet de waarden tussen vierkante haken, zoals `[a, b]`, of elk op een eigen regel met `- ` ervoor",
        ),
        Expected::Fields => (
            "een groep velden",
            "schrijf elk veld als `naam: waarde`, ingesprongen op een eigen regel",
        ),
        Expected::Url => ("een webadres", "schrijf het hele adres, met `https://` ervoor"),
        Expected::Lang => ("een taal", "schrijf `nl` of `en`"),
        Expected::MailLink => (
            "een code van het nieuwsbriefprogramma, of een heel adres",
            "neem de code over zoals het programma die geeft, zoals `*|UNSUB|*`",
        ),
    }
}

/// How to write what was probably meant.
fn meant_words(expected: Expected, meant: &Meant) -> String {
    match meant {
        Meant::Value(value) => {
            let how = match expected {
                Expected::Date | Expected::When | Expected::Moment => ": jaar, maand, dag",
                Expected::Number => ", met een punt voor de decimalen",
                Expected::Count => ", alleen cijfers",
                Expected::Regions => ", tussen vierkante haken, of `alle`",
                Expected::List => ", tussen vierkante haken",
                _ => "",
            };
            format!("schrijf `{value}`{how}")
        }
        Meant::FirstDay { day, time, next } => format!(
            "dit geldt per dag: schrijf `{next}`, of schrijf `{day}` en bouw de site die dag pas na {time}"
        ),
        Meant::Day(day) => format!("schrijf alleen de dag, zonder tijd: `{day}`"),
        Meant::Fields { nl, .. } if expected == Expected::Period => format!("schrijf `{nl}`"),
        Meant::Fields { nl, .. } => {
            format!("schrijf velden met hun naam tussen accolades, zoals `{nl}`")
        }
        Meant::Unit { number, unit } => format!(
            "schrijf alleen `{number}`, en zet de eenheid in een veld erbij: `eenheid: \"{unit}\"`"
        ),
    }
}
