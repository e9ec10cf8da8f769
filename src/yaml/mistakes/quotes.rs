//! A value in quotes, as it has to be written.

/// The most characters of a value that are repeated in an advice.
const LONGEST_SHOWN: usize = 160;

/// The value in the quotes that fit it, as long as that can be read.
pub(super) fn in_quotes(value: &str) -> String {
    let cut = value.char_indices().nth(LONGEST_SHOWN).and_then(|(at, _)| value.get(..at));
    let value = cut.map_or_else(|| value.to_owned(), |cut| format!("{cut}…"));
    if value.contains(['"', '\\']) {
        // Between single quotes only these have to be written twice.
        return format!("'{}'", value.replace('\'', "''"));
    }
    format!("\"{value}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_in_the_quotes_that_fit_it() {
        assert_eq!(in_quotes("'s Avonds: laat"), "\"'s Avonds: laat\"");
        assert_eq!(in_quotes("\"Mooi\" dag"), "'\"Mooi\" dag'");
        assert_eq!(in_quotes("\"Regio's\" leerden"), "'\"Regio''s\" leerden'");
        assert_eq!(in_quotes("@C:\\map"), "'@C:\\map'");
        assert_eq!(in_quotes(&"é: ".repeat(80)).chars().count(), 163);
    }
}
