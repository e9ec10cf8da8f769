//! English words for the area `translation`.

use crate::diag::Words;
use crate::diag::problem::Translation;

pub(in crate::diag::text) fn translation(problem: &Translation) -> Words {
    match problem {
        Translation::Differs { key: (_, key), figure, told } => {
            let (here, there) = (&told.here.1, &told.there.1);
            match figure {
                Some(id) => Words::new(format!(
                    "`{key}` of the key figure `{id}` is {here} here, and {there} in the other language"
                ))
                .help("see what is right and write the same in both languages; if it is another figure, give it an `id` of its own"),
                None => Words::new(format!("`{key}` is {here} here, and {there} in the other language"))
                    .help("see what is right, and write the same in both languages"),
            }
        }
        Translation::Lags { date } => Words::new(format!(
            "in the other language a mistake was corrected on {date}, and nothing says so here"
        ))
        .help(format!(
            "correct this text too, and put the correction at `changes`; if nothing was wrong here, write `updated: {date}`"
        )),
        Translation::NoOriginal { nearest } => Words::new(
            "there is no text in the main language of the site for this translation; lists in that language now lead to the translation",
        )
        .help(match nearest {
            Some(id) => format!("is the original called `{id}` now? Then give this translation the same name"),
            None => "give the translation the name of its original, put the original back, or remove the translation".to_owned(),
        }),
    }
}
