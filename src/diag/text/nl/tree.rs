//! Dutch words for the area `tree`.

use crate::diag::Words;
use crate::diag::problem::Tree;

pub(in crate::diag::text) fn tree(problem: &Tree) -> Words {
    match problem {
        Tree::UnknownFile { expected, nearest } => {
            Words::new("dit bestand hoort hier niet: het is niet duidelijk wat het is").help(match nearest {
                Some(near) => format!("misschien bedoeld: `{near}`"),
                None => format!("hier horen {}; verplaats of hernoem het bestand", expected.join(", ")),
            })
        }
        Tree::NoDataOfItsOwn => {
            Words::new("ondertitels en uitgeschreven tekst hebben geen eigen gegevens")
                .help("zet het bestand naast de film of het geluid, en noem het in de gegevens daarvan, bij `ondertiteling` (`captions`) of `uitgeschreven` (`transcript`)")
        }
        Tree::UnknownFolder { folder, nearest } => {
            Words::new(format!("onbekende map `{folder}`")).help(nearest.as_ref().map_or_else(
                || "zet het bestand in een van de mappen van de inhoud, zoals `factsheets` of `pages`".to_owned(),
                |near| format!("misschien bedoeld: `{near}`"),
            ))
        }
        Tree::NotUtf8 { offset, guess } => {
            let at = format!("bewaar het bestand opnieuw als UTF-8 (het gaat mis bij byte {offset}, geteld vanaf 0)");
            Words::new("dit bestand is niet als UTF-8 bewaard, en daardoor niet te lezen").help(match guess {
                Some(guess) => format!("het lijkt {guess}; {at}"),
                None => at,
            })
        }
        Tree::DuplicateId { id } => {
            Words::new(format!("de naam `{id}` is twee keer gebruikt voor hetzelfde soort document"))
                .help("hernoem een van de twee bestanden")
        }
        Tree::BadName { name, suggestion } => {
            Words::new(format!("de bestandsnaam `{name}` kan geen webadres worden")).help(match suggestion {
                Some(better) => format!("noem het bestand `{better}`: kleine letters, cijfers en streepjes"),
                None => "gebruik kleine letters, cijfers en streepjes".to_owned(),
            })
        }
        Tree::LongName { length, limit } => Words::new(format!(
            "deze bestandsnaam is te lang: {length} bytes, en {limit} is het meeste"
        ))
        .help("kies een kortere naam; een paar woorden zijn genoeg"),
        Tree::OutsideLink => {
            Words::new("deze koppeling wijst naar niets, naar een plek buiten de site of naar een map; zij wordt niet gevolgd")
                .help("zet het bestand zelf op deze plek")
        }
        Tree::NotAFile => Words::new("dit is geen gewoon bestand en wordt niet gelezen").help("haal het weg uit de map van de site"),
        Tree::TooLarge { bytes, limit } => Words::new(format!(
            "dit bestand is te groot om te lezen: {bytes} bytes, en {limit} is het meeste"
        ))
        .help("maak het bestand kleiner of splits het"),
    }
}
