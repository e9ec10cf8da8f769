//! From A to Z: which letter a name stands under, and in what order.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::render::outputs::view::Letter;

/// What all names stand under that begin with no letter.
const NO_LETTER: &str = "#";

/// Things by the letter of their names, in the order of the names. Names without a letter come
/// last.
pub(super) fn by_letter<T>(items: Vec<T>, name: impl Fn(&T) -> &str) -> Vec<Letter<T>> {
    let keyed = items.into_iter().map(|item| {
        let key = sort_key(name(&item));
        ((!key.starts_with(char::is_alphabetic), beginning(&key)), key, item)
    });
    let mut keyed: Vec<((bool, u64), String, T)> = keyed.collect();
    keyed.sort_by(|(a_first, a, one), (b_first, b, other)| {
        let rest = || a.cmp(b).then_with(|| name(one).cmp(name(other)));
        a_first.cmp(b_first).then_with(rest)
    });
    let mut letters: Vec<Letter<T>> = Vec::new();
    let mut before = None;
    for (_, key, item) in keyed {
        let first = first_letter(&key);
        match letters.last_mut().filter(|_| before == Some(first)) {
            Some(last) => last.items.push(item),
            None => letters.push(begun(first, item)),
        }
        before = Some(first);
    }
    letters
}

/// The first eight bytes of a key, as a number that sorts as they do: most names differ in them.
fn beginning(key: &str) -> u64 {
    let bytes = key.bytes().chain(std::iter::repeat(0)).take(8);
    bytes.fold(0, |number, byte| number << 8 | u64::from(byte))
}

/// A name as it is sorted: small letters without accents, and without an article of one letter
/// before it (`'s-Hertogenbosch` is looked up under the H).
pub(super) fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in without_article(name).chars() {
        // Few letters have an accent to take off.
        if letter.is_ascii() {
            add(&mut key, letter);
            continue;
        }
        decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                add(&mut key, part);
            }
        });
    }
    key
}

/// Adds a letter without accent to a key.
fn add(key: &mut String, letter: char) {
    match letter {
        'ø' | 'Ø' => key.push('o'),
        'ł' | 'Ł' => key.push('l'),
        'đ' | 'Đ' => key.push('d'),
        'æ' | 'Æ' => key.push_str("ae"),
        'œ' | 'Œ' => key.push_str("oe"),
        'ß' => key.push_str("ss"),
        letter if letter.is_ascii_alphanumeric() => key.push(letter.to_ascii_lowercase()),
        letter if letter.is_alphanumeric() => key.extend(letter.to_lowercase()),
        letter if is_apostrophe(letter) => {}
        // What stands between words sorts before all letters, once.
        _ if key.is_empty() || key.ends_with(' ') => {}
        _ => key.push(' '),
    }
}

/// Anchors of pages begin with `s_`, so that no heading of a text has the same.
fn anchor(letter: &str) -> String {
    match letter {
        NO_LETTER => "s_other".to_owned(),
        letter => format!("s_{}", letter.to_lowercase()),
    }
}

fn first_letter(key: &str) -> Option<char> {
    key.chars().next().filter(|first| first.is_alphabetic())
}

/// A letter, with the first thing that stands under it.
fn begun<T>(first: Option<char>, item: T) -> Letter<T> {
    let letter = match first {
        Some(first) => first.to_uppercase().collect(),
        None => NO_LETTER.to_owned(),
    };
    Letter { id: anchor(&letter), letter, url: None, items: vec![item] }
}

/// `'s-Hertogenbosch` → `Hertogenbosch`, `'t Harde` → `Harde`.
fn without_article(name: &str) -> &str {
    let name = name.trim_start();
    let mut letters = name.chars();
    let starts = (letters.next(), letters.next(), letters.next());
    match starts {
        (Some(mark), Some('s' | 'S' | 't' | 'T' | 'n' | 'N'), Some(' ' | '-'))
            if is_apostrophe(mark) =>
        {
            letters.as_str()
        }
        _ => name,
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(names: &[&str]) -> Vec<(String, Vec<String>)> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        by_letter(names, |name: &String| name.as_str())
            .into_iter()
            .map(|letter| (letter.letter, letter.items))
            .collect()
    }

    #[test]
    fn names_stand_under_the_letter_that_readers_look_for() {
        let found = grouped(&[
            "Súdwest-Fryslân",
            "'s-Hertogenbosch",
            "’s-Gravenhage",
            "’t Harde",
            "De Fryske Marren",
            "Ölgemälde",
            "“Nieuw” begin",
            "IJsselstein",
            "Ørsted",
        ]);
        let letters: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|(letter, names)| {
                (letter.as_str(), names.iter().map(String::as_str).collect())
            })
            .collect();
        assert_eq!(
            letters,
            [
                ("D", vec!["De Fryske Marren"]),
                ("G", vec!["’s-Gravenhage"]),
                ("H", vec!["’t Harde", "'s-Hertogenbosch"]),
                ("I", vec!["IJsselstein"]),
                ("N", vec!["“Nieuw” begin"]),
                ("O", vec!["Ölgemälde", "Ørsted"]),
                ("S", vec!["Súdwest-Fryslân"]),
            ]
        );
    }

    #[test]
    fn capitals_and_hyphens_do_not_part_what_belongs_together() {
        let found = grouped(&["noord-Holland", "Noord Brabant", "Noorderzijlvest"]);
        assert_eq!(
            found,
            [(
                "N".to_owned(),
                ["Noord Brabant", "noord-Holland", "Noorderzijlvest"]
                    .map(str::to_owned)
                    .to_vec()
            )]
        );
    }

    #[test]
    fn names_without_a_letter_come_last_and_none_is_lost() {
        let found = grouped(&["35 regio’s", "", "…", "Zeeland", "'s"]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found.last().map(|(letter, _)| letter.as_str()), Some("#"));
        assert_eq!(found.iter().map(|(_, names)| names.len()).sum::<usize>(), 5);
    }
}
