//! The first sentence of a text.

/// A text up to the end of its first sentence; the whole text when it is one sentence.
pub(super) fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    let mut letters = 0_usize;
    // Up to where marks in a row have been looked at: of a long row each would find the same.
    let mut seen = 0;
    for (at, mark) in text.char_indices() {
        if at < seen {
            continue;
        }
        if mark.is_alphanumeric() {
            letters += 1;
            continue;
        }
        // "o.a." and initials: a dot behind a single letter ends no sentence.
        let ends = matches!(mark, '!' | '?' | '…') || (mark == '.' && letters != 1);
        letters = 0;
        if !ends {
            continue;
        }
        let behind = text.get(at + mark.len_utf8()..).unwrap_or_default();
        let rest = behind.trim_start_matches(['"', '\'', '”', '’', ')', '.', '!', '?']);
        let next = rest.trim_start();
        seen = text.len() - rest.len();
        let apart = next.len() < rest.len();
        let begins =
            next.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '\''));
        if apart && begins {
            return text.get(..seen).unwrap_or(text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_the_next_capital() {
        assert_eq!(first_sentence(" Eén rapport. Er is niet vergeleken."), "Eén rapport.");
        assert_eq!(first_sentence("Wat nu? ‘Bellen’, zei hij."), "Wat nu?");
        assert_eq!(first_sentence("Hij zei: “Ja.” Toen niet."), "Hij zei: “Ja.”");
        assert_eq!(first_sentence("Eén zin zonder eind"), "Eén zin zonder eind");
        assert_eq!(first_sentence(""), "");
    }

    #[test]
    fn a_long_row_of_marks_is_looked_at_once() {
        let text = format!("x {}", "!".repeat(400_000));
        assert_eq!(first_sentence(&text), text);
        assert_eq!(first_sentence("Ja?!) En “nee!!” Dan niet."), "Ja?!)");
    }

    #[test]
    fn abbreviations_and_numbers_end_no_sentence() {
        let whole = "Met o.a. Twente, J. Jansen en nr. 231 van 1.450 stukken.";
        assert_eq!(first_sentence(whole), whole);
        let text = "Zie bijv. de site van pow.nl voor meer. Tot 2021.";
        assert_eq!(first_sentence(text), "Zie bijv. de site van pow.nl voor meer.");
    }
}
