//! What languages call themselves.

use crate::base::Lang;

/// The official languages of the European Union, and others that people in the Netherlands and in
/// the Caribbean part of the kingdom read.
const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bg", "Български"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("fy", "Frysk"),
    ("ga", "Gaeilge"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("li", "Limburgs"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mt", "Malti"),
    ("nds", "Nedersaksies"),
    ("nl", "Nederlands"),
    ("pap", "Papiamentu"),
    ("pap-AW", "Papiamento"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("so", "Soomaali"),
    ("sv", "Svenska"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// The name of a language in that language, with its variant where it has one; the tag where the
/// name is not known.
pub fn own_name(lang: &Lang) -> String {
    let tag = lang.as_str();
    let name = |tag: &str| NAMES.iter().find(|(own, _)| *own == tag).map(|(_, name)| *name);
    if let Some(whole) = name(tag) {
        return whole.to_owned();
    }
    match tag.split_once('-').and_then(|(first, variant)| Some((name(first)?, variant))) {
        Some((name, variant)) => format!("{name} ({variant})"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_goes_by_the_name_it_has_for_itself() {
        for (tag, expected) in [
            ("fy", "Frysk"),
            ("pap", "Papiamentu"),
            ("pap-AW", "Papiamento"),
            ("pt-BR", "Português (BR)"),
            ("xx", "xx"),
        ] {
            assert_eq!(own_name(&Lang::new(tag).unwrap()), expected);
        }
    }
}
