//! Sentences about charts in Dutch.

use super::{Fact, Names, Of};

pub(super) fn say(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Single { of: Of::All, at, value } => format!("{at}: {value}."),
        Fact::Single { of, at, value } => format!("Bij {}: {value} ({at}).", subject(*of)),
        Fact::Equal { of: Of::All, value } => format!("Alle waarden zijn {value}."),
        Fact::Equal { of, value } => format!("Bij {} zijn alle waarden {value}.", subject(*of)),
        Fact::Extremes { of, high, low } => {
            let (high, where_high) = (&high.0, list(&high.1));
            let (low, where_low) = (&low.0, list(&low.1));
            match of {
                Of::All => format!(
                    "De hoogste waarde is {high} ({where_high}), de laagste {low} ({where_low})."
                ),
                _ => format!(
                    "Bij {} is de hoogste waarde {high} ({where_high}), de laagste {low} ({where_low}).",
                    subject(*of)
                ),
            }
        }
        Fact::Trend { of, first: (first, from), last: (last, to) } => match of {
            Of::All => format!("Van {first} ({from}) naar {last} ({to})."),
            _ => format!("Bij {}: van {first} ({from}) naar {last} ({to}).", subject(*of)),
        },
        Fact::Peak { value, at } => format!("De hoogste waarde is {value} ({at})."),
        Fact::Target { value } => format!("Het doel is {value}."),
    }
}

fn list(names: &Names<'_>) -> String {
    names.list("en", "andere")
}

fn subject(of: Of<'_>) -> String {
    match of {
        Of::All => "alles".to_owned(),
        Of::Series(name) => format!("‘{name}’"),
        Of::Target(name) if name.to_lowercase() == "doel" => "het doel".to_owned(),
        Of::Target(name) => format!("het doel ‘{name}’"),
    }
}
