//! Dutch words for the area `newsletter`.

use crate::diag::Words;
use crate::diag::problem::Newsletter;

pub(in crate::diag::text) fn newsletter(problem: &Newsletter) -> Words {
    match problem {
        Newsletter::TooLarge { bytes, limit } => Words::new(format!(
            "deze nieuwsbrief is te lang: {bytes} bytes, en het hoogste is {limit}"
        ))
        .help("mailprogramma's kappen het eind af: haal items weg, of geef ze de stijl `line`"),
        Newsletter::Large { bytes, limit } => Words::new(format!(
            "deze nieuwsbrief is bijna te lang: {bytes} bytes, en het hoogste is {limit}"
        ))
        .help("geef een paar items de stijl `line`, of verdeel ze over twee nieuwsbrieven"),
        Newsletter::Placeholder { text } => Words::new(format!(
            "`{text}` in een tekst: een mailprogramma vult daar iets anders in"
        ))
        .help("schrijf de tekst zonder deze tekens"),
        Newsletter::NotAbsolute { item, address } => Words::new(format!(
            "`{address}` van item `{item}` is geen volledig adres en werkt niet vanuit een mail"
        ))
        .help("laat `base-url` in `site.yaml` beginnen met `https://`"),
        Newsletter::FaintColour { text, ground } => Words::new(format!(
            "tekst in kleur {text} op {ground} is in een mail slecht te lezen, gewoon of in donkere stand"
        ))
        .help("kies in `theme-params` een donkerdere kleur"),
        Newsletter::SameItem { item } => {
            Words::new(format!("`{item}` staat twee keer in deze nieuwsbrief"))
                .help("haal een van de twee blokken weg")
        }
    }
}
