//! English words for the area `data`.

use crate::base::is_dash;
use crate::diag::Words;
use crate::diag::problem::Data;

pub(in crate::diag::text) fn data(problem: &Data) -> Words {
    match problem {
        Data::Empty => Words::new("this data file is empty")
            .help("put the names of the columns on the first line, and the data below"),
        Data::NoRows => Words::new("this data file has column names but no data")
            .help("add data below the first line"),
        Data::RaggedRow { expected, found } => {
            let few = found < expected;
            Words::new(format!("this row has {}, but the first row has {expected}", cells(*found))).help(if few {
                "complete the row; an empty cell may stay empty, but needs its separator"
            } else {
                "remove the extra cells, or put a value that holds a comma or semicolon in quotation marks"
            })
        }
        Data::UnclosedQuote => {
            Words::new("this quotation mark is not closed").help("put `\"` at the end of the value")
        }
        Data::StrayQuote => Words::new("a quotation mark in the middle of a value")
            .help("put the whole value in quotation marks, and write a quotation mark inside it twice: `\"\"`"),
        Data::DuplicateColumn { name } => Words::new(format!("the column `{name}` is here twice"))
            .help("give one of them another name"),
        Data::UnnamedColumn { number } => Words::new(format!("column {number} has no name"))
            .help("put a name above every column on the first line, or remove the empty column"),
        Data::UnknownColumn { name, nearest, known } => {
            Words::new(format!("the data file has no column `{name}`")).help(nearest.as_ref().map_or_else(
                || format!("choose one of these columns: {}", list(known)),
                |near| format!("did you mean `{near}`?"),
            ))
        }
        Data::NotANumber { value, column } => {
            Words::new(format!("`{value}` in the column `{column}` is not a number"))
                .help("write the number alone, such as `1450` or `0.5`; a unit or sign belongs in the chart, not in the cell; if there is no number, leave the cell empty")
        }
        Data::UnclearNumber { value, column, others } => {
            let more = match others {
                0 => String::new(),
                1 => " (and 1 more cell)".to_owned(),
                _ => format!(" (and {others} more cells)"),
            };
            Words::new(format!(
                "`{value}` in the column `{column}` may mean two things{more}, as another cell has a point before decimals"
            ))
            .help(format!(
                "write decimals with a comma, and quotes around them (`\"{}\"`); if they are thousands, leave out the point (`{}`)",
                value.replace('.', ","),
                value.replace('.', "")
            ))
        }
        Data::NumberWithheld { value, column, others } => {
            let more = match others {
                0 => String::new(),
                1 => ", and 1 more cell has none".to_owned(),
                _ => format!(", and {others} more cells have none"),
            };
            Words::new(format!("`{value}` in the column `{column}` is not a number{more}"))
                .help(withheld(value))
        }
        Data::RepeatedRegion { region, others } => {
            let more = match others {
                0 => String::new(),
                1 => ", and so has 1 more region".to_owned(),
                _ => format!(", and so have {others} more regions"),
            };
            Words::new(format!(
                "a map shows one value per region, and `{region}` has more than one here{more}"
            ))
            .help("keep one row per region; of several years or groups, put the rows of the map in a file of their own")
        }
    }
}

/// What to do with a cell that says that there is no number.
fn withheld(value: &str) -> &'static str {
    if value.starts_with('#') {
        "mend the formula in the spreadsheet; if there is no number, leave the cell empty and say why in the text"
    } else if value.starts_with(is_dash) {
        "leave the cell empty and say why in the text; if the dash means nought, write `0`"
    } else {
        "leave the cell empty, and say in the text why the number is not there"
    }
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

fn list(names: &[String]) -> String {
    names.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
