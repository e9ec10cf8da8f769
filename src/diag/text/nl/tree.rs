//! Dutch words for the area `tree`.

use crate::diag::Words;
use crate::diag::problem::{Tree, UnusedForm};

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
        Tree::NotAsIs { is_text: true } => {
            Words::new("wat in `files` staat, komt op de site zoals het is, en een tekst wordt daar geen pagina")
                .help("zet de tekst in een map voor pagina’s, zoals `pages`")
        }
        Tree::NotAsIs { is_text: false } => {
            Words::new("beeld, film, geluid en documenten worden niet gepubliceerd zoals ze zijn: daar hoort bij van wie ze zijn en wie akkoord ging")
                .help("zet het bestand in `media`, met een bestand met gegevens ernaast (`lerend new media`)")
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
        Tree::Conflict { is_whole: true } => Words::new(
            "hier staan twee versies van dezelfde tekst: twee mensen veranderden haar, en git kon niet kiezen",
        )
        .help("kies een van de twee, of maak er één tekst van, en haal de drie regels met `<<<<<<<`, `=======` en `>>>>>>>` weg"),
        Tree::Conflict { is_whole: false } => {
            Words::new("deze regel komt van git en hoort niet in de tekst: hier stonden twee versies")
                .help("haal de regel weg, en kijk of de tekst eronder en erboven er maar één keer staat en er geen regel `=======` over is")
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
        Tree::BadPictureName { name, better } => Words::new(format!(
            "de bestandsnaam `{name}` heeft een spatie of een teken dat niet in een webadres past"
        ))
        .help(better.as_ref().map_or_else(
            || "gebruik kleine letters, cijfers en streepjes".to_owned(),
            |better| {
                let id = better.rsplit_once('.').map_or(better.as_str(), |(id, _)| id);
                format!("noem het bestand `{better}` en de gegevens ernaast `{better}.yaml`; in teksten heet het dan `media:{id}`")
            },
        )),
        Tree::UnusedFile { path, form } => {
            Words::new("dit bestand wordt nergens gebruikt en komt niet op de site").help(match form {
                UnusedForm::WordProcessor => format!("staat hier een tekst in? Bewaar die als `.md`, zie `lerend new`; is het om te downloaden, beschrijf het dan met `lerend new media {path}` en noem het in een tekst"),
                UnusedForm::Companion => "is het een tekst voor de site? Bewaar die als `.md`; hoort het bij een film of geluid, noem het dan in de gegevens daarvan, bij `ondertiteling` (`captions`) of `uitgeschreven` (`transcript`)".to_owned(),
                UnusedForm::Medium => format!("beschrijf het met `lerend new media {path}` en noem het in een tekst, of haal het weg"),
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
