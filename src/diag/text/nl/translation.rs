//! Dutch words for the area `translation`.

use crate::diag::Words;
use crate::diag::problem::Translation;

pub(in crate::diag::text) fn translation(problem: &Translation) -> Words {
    match problem {
        Translation::Differs { key: (key, _), figure, told } => {
            let (here, there) = (&told.here.0, &told.there.0);
            match figure {
                Some(id) => Words::new(format!(
                    "`{key}` van het kerncijfer `{id}` is hier {here}, en in de andere taal {there}"
                ))
                .help("kijk wat klopt en schrijf in beide talen hetzelfde; gaat het om een ander cijfer, geef het dan een eigen `id`"),
                None => Words::new(format!("`{key}` is hier {here}, en in de andere taal {there}"))
                    .help("kijk wat klopt, en schrijf in beide talen hetzelfde"),
            }
        }
        Translation::Lags { date } => Words::new(format!(
            "in de andere taal is op {date} een fout hersteld, en hier staat daar niets van"
        ))
        .help(format!(
            "verbeter deze tekst ook, en zet de correctie bij `wijzigingen`; was hier niets fout, schrijf dan `bijgewerkt: {date}`"
        )),
        Translation::NoOriginal { nearest } => Words::new(
            "van deze vertaling is er geen tekst in de hoofdtaal van de site; lijsten in die taal leiden nu naar de vertaling",
        )
        .help(match nearest {
            Some(id) => format!("heet het origineel nu `{id}`? Geef deze vertaling dan dezelfde naam"),
            None => "geef de vertaling dezelfde naam als het origineel, zet het origineel terug, of haal de vertaling weg".to_owned(),
        }),
    }
}
