//! What an operating system says of files and networks, in Dutch.

use std::borrow::Cow;

/// What a system says in English, and what that means. Linux, macOS and the BSDs say it alike.
const SAID: &[(&str, &str)] = &[
    ("Address already in use", "dat adres is al in gebruik"),
    ("Cannot assign requested address", "deze computer heeft dat adres niet"),
    ("Can't assign requested address", "deze computer heeft dat adres niet"),
    ("Disc quota exceeded", "de ruimte die je mag gebruiken is op"),
    ("Disk quota exceeded", "de ruimte die je mag gebruiken is op"),
    ("File exists", "er staat al een bestand"),
    ("File name too long", "de naam is te lang"),
    ("Input/output error", "de schijf geeft een fout"),
    ("Is a directory", "het is een map"),
    ("No space left on device", "de schijf is vol"),
    ("No such file or directory", "het bestaat niet"),
    ("Not a directory", "het is geen map"),
    ("Operation not permitted", "dat mag niet"),
    ("Permission denied", "je hebt er geen rechten voor"),
    ("Read-only file system", "deze schijf is alleen om te lezen"),
    ("Too many levels of symbolic links", "te veel koppelingen achter elkaar"),
    ("Too many open files", "er zijn te veel bestanden open"),
    ("failed to lookup address information", "een computer met die naam is niet te vinden"),
];

/// The words for what a system said, of a path before it or not; its own where there are none.
pub(super) fn system(detail: &str) -> Cow<'_, str> {
    let words = |(said, words): &(&str, &'static str)| {
        if detail.starts_with(said) {
            return Some(Cow::Borrowed(*words));
        }
        let (path, _) = detail.split_once(&format!(": {said}"))?;
        Some(Cow::Owned(format!("{path}: {words}")))
    };
    SAID.iter().find_map(words).unwrap_or(Cow::Borrowed(detail))
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use super::*;

    #[test]
    fn what_linux_says_is_said_in_dutch() {
        for (number, words) in [
            (2, "het bestaat niet"),
            (13, "je hebt er geen rechten voor"),
            (20, "het is geen map"),
            (28, "de schijf is vol"),
            (30, "deze schijf is alleen om te lezen"),
            (98, "dat adres is al in gebruik"),
        ] {
            assert_eq!(system(&Error::from_raw_os_error(number).to_string()), words);
        }
        assert_eq!(system("een/pad: Is a directory (os error 21)"), "een/pad: het is een map");
        assert_eq!(system("iets anders"), "iets anders");
    }
}
