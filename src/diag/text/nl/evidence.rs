//! Dutch words for the area `evidence`.

use crate::diag::Words;
use crate::diag::problem::Evidence;

use super::link::why_words;

pub(in crate::diag::text) fn evidence(problem: &Evidence) -> Words {
    match problem {
        Evidence::PatternTooWeak { regions, sources } => Words::new(format!(
            "te weinig voor een terugkerend beeld (`patroon`): nu {} en {}; nodig: 3 regio's of 2 onafhankelijke bronnen",
            count(*regions, "regio", "regio's"),
            count(*sources, "bron", "onafhankelijke bronnen")
        ))
        .help("voeg regio's of een onafhankelijke bron toe, of schrijf `sterkte: ervaring`"),
        Evidence::NoResearchSource { strength: (nl, en) } => Words::new(format!(
            "voor `{nl}` (`{en}`) is een bron nodig die een rapport, dataset of registratie is; die is er niet"
        ))
        .help("voeg zo'n bron toe, of kies `sterkte: patroon` of `ervaring`"),
        Evidence::NoJudge { key } => match *key {
            "strength-by" => Words::new("bij deze sterkte hoort wie dat bepaalde; `sterkte-door` (`strength-by`) ontbreekt")
                .help("schrijf `sterkte-door:` met de organisatie"),
            _ => Words::new("bij deze sterkte hoort wanneer dat bepaald is; `sterkte-datum` (`strength-date`) ontbreekt")
                .help("schrijf `sterkte-datum:` met de dag: `2021-03-18`"),
        },
        Evidence::FigureMismatch { written, value, id } => Words::new(format!(
            "hier staat {written}, maar het kerncijfer `{id}` is {value}"
        ))
        .help("verbeter het getal hier, of bij het kerncijfer zelf als dat fout is"),
        Evidence::FigureNotShown { title, why } => Words::new(format!(
            "dit kerncijfer komt uit \"{title}\", en dat is niet te zien op de site: {}",
            why_words(*why)
        ))
        .help("de link vervalt, maar het getal zelf staat er nog: haal het weg, of kijk of het hier mag blijven staan en haal dan alleen de link weg"),
        Evidence::MixedFigures { labels } => Words::new(format!(
            "doelen en resultaten staan hier door elkaar: {}", labels.join(", ")
        ))
        .help("zet ze apart, of zeg in de titel dat het om doelen en resultaten gaat"),
        Evidence::MixedPeriods { labels } => Words::new(format!(
            "deze cijfers gaan over verschillende perioden: {}", labels.join(", ")
        ))
        .help("zet ze apart, of noem de perioden in de tekst"),
        Evidence::SameFigure { id } => Words::new(format!("het kerncijfer `{id}` staat er twee keer"))
            .help("geef een van de twee een eigen `id`"),
        Evidence::GoalNotTarget => Words::new("bij een doel van een plan hoort `soort: doel`")
            .help("schrijf `soort: doel`"),
        Evidence::CoverageTooLarge { n, of } => Words::new(format!("{n} van {of} kan niet"))
            .help("zet bij `aantal` (`n`) hoeveel er bekeken zijn en bij `van` (`of`) hoeveel er in totaal zijn"),
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
