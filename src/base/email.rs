//! E-mail addresses in running text.

use std::ops::Range;

/// The longest name of an address, in letters (RFC 5321, 4.5.3.1.1).
const LONGEST_NAME: usize = 64;
/// So many bytes before an address are looked at for the start of a web address.
const BEFORE: usize = 400;

/// The first e-mail address in a text. What belongs to a web address is none, and neither is the
/// name of an account elsewhere, such as `@naam@social.example`.
pub fn find_email(text: &str) -> Option<Range<usize>> {
    text.match_indices('@').find_map(|(at, _)| around(text, at))
}

/// The address around an `@`.
fn around(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let is_name = |c: &(usize, char)| c.1.is_alphanumeric() || "._%+-".contains(c.1);
    let name = before.char_indices().rev().take(LONGEST_NAME).take_while(is_name);
    let (start, _) = name.filter(|(_, c)| c.is_alphanumeric()).last()?;
    let is_host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let host = after.split(|c| !is_host(c)).next()?.trim_end_matches(['.', '-']);
    let (domain, top) = host.rsplit_once('.')?;
    let is_address = domain.starts_with(char::is_alphanumeric)
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic)
        && !before.get(..start)?.ends_with('@')
        && !is_in_web_address(before);
    is_address.then(|| start..at + 1 + host.len())
}

/// Whether the word that a text ends with is the start of a web address.
fn is_in_web_address(text: &str) -> bool {
    let mut from = text.len().saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = text.get(from..).unwrap_or_default();
    near.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_among_words_and_signs() {
        for (text, expected) in [
            ("Mail jan.de-boer@uwv.nl.", Some("jan.de-boer@uwv.nl")),
            ("(info@één.example), of bel", Some("info@één.example")),
            ("mailto:a+b@c.d.nl?subject=x", Some("a+b@c.d.nl")),
            ("één@ twee@drie @vier vijf@zes.7 a@b.nl", Some("a@b.nl")),
            ("Bel\u{a0}of mail\u{a0}jan@uwv.nl", Some("jan@uwv.nl")),
            ("jan@uwv.nl/piet@uwv.nl", Some("jan@uwv.nl")),
            ("https://kaart.nl/x@52.1.nl", None),
            ("Volg @naam@social.example", None),
            ("@uwv.nl en 3 @ 4.nl", None),
            ("", None),
        ] {
            let found = find_email(text).and_then(|own| text.get(own));
            assert_eq!(found, expected, "{text}");
        }
    }
}
