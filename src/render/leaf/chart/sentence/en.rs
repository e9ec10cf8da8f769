//! Sentences about charts in English.

use super::{Fact, Names, Of};

pub(super) fn say(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Single { of: Of::All, at, value } => format!("{at}: {value}."),
        Fact::Single { of, at, value } => format!("For {}: {value} ({at}).", subject(*of)),
        Fact::Equal { of: Of::All, value } => format!("All values are {value}."),
        Fact::Equal { of, value } => format!("For {} all values are {value}.", subject(*of)),
        Fact::Extremes { of, high, low } => {
            let (high, where_high) = (&high.0, list(&high.1));
            let (low, where_low) = (&low.0, list(&low.1));
            match of {
                Of::All => format!(
                    "The highest value is {high} ({where_high}), the lowest {low} ({where_low})."
                ),
                _ => format!(
                    "For {} the highest value is {high} ({where_high}), the lowest {low} ({where_low}).",
                    subject(*of)
                ),
            }
        }
        Fact::Trend { of, first: (first, from), last: (last, to) } => match of {
            Of::All => format!("From {first} ({from}) to {last} ({to})."),
            _ => format!("For {}: from {first} ({from}) to {last} ({to}).", subject(*of)),
        },
        Fact::Peak { value, at } => format!("The highest value is {value} ({at})."),
        Fact::Target { value } => format!("The target is {value}."),
    }
}

fn list(names: &Names<'_>) -> String {
    names.list("and", "others")
}

fn subject(of: Of<'_>) -> String {
    match of {
        Of::All => "all".to_owned(),
        Of::Series(name) => format!("‘{name}’"),
        Of::Target(name) if name.to_lowercase() == "target" => "the target".to_owned(),
        Of::Target(name) => format!("the target ‘{name}’"),
    }
}
