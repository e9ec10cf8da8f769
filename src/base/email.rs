//! E-mail addresses in running text.

use std::ops::Range;

/// The first e-mail address in a text. What belongs to a web address is none.
pub fn find_email(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('@').map(|at| from + at) {
        if let Some(found) = around(text, at) {
            return Some(found);
        }
        from = at + 1;
    }
    None
}

/// The address around an `@`.
fn around(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let is_name = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let name = before.trim_end_matches(is_name).len();
    let name = name + before.get(name..)?.find(char::is_alphanumeric)?;
    let word = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    if before.get(word..)?.contains("://") {
        return None;
    }
    let is_host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let host = after.find(|c| !is_host(c)).map_or(after, |end| after.split_at(end).0);
    let host = host.trim_end_matches(['.', '-']);
    let (domain, top) = host.rsplit_once('.')?;
    let is_address = domain.starts_with(char::is_alphanumeric)
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic);
    is_address.then(|| name..at + 1 + host.len())
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
            ("https://kaart.nl/x@52.1.nl", None),
            ("@uwv.nl en 3 @ 4.nl", None),
            ("", None),
        ] {
            let found = find_email(text).and_then(|own| text.get(own));
            assert_eq!(found, expected, "{text}");
        }
    }
}
